import type { Range } from '../../plan/types.js'
import { type Draft, nodeAt } from '../draft.js'
import type { Step } from '../step.js'

/** Edit `replace`: an expression or a name becomes another text. */
export function prepareReplace(draft: Draft, at: Range, text: string): Step {
  const node = nodeAt(draft, at, ['Identifier', 'Expression'], 'expression')
  return { range: node, write: () => draft.edits.replace(node.start, node.end, text) }
}
