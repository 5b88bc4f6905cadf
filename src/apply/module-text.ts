import type { Range } from '../plan/types.js'
import { list } from './ast.js'
import { type Draft, nodeAt } from './draft.js'
import { addLast } from './next-config/add-setting.js'
import type { Step } from './step.js'

/** Edit `add-members`: an object gets more members, in its layout, behind the others. */
export function prepareAddMembers(draft: Draft, at: Range, members: readonly string[]): Step {
  const object = nodeAt(draft, at, ['ObjectExpression'], 'object')
  return {
    range: object,
    write() {
      // The first member of an empty object takes its place; the others would have nothing to stand behind.
      const isEmpty = list(object, 'properties').length === 0
      for (const text of isEmpty ? [members.join(', ')] : members) addLast(draft, object, text)
    },
  }
}

/** Edit `insert-text`: text that goes in between, with the line ends of the file. */
export function prepareInsertText(draft: Draft, at: Range, text: string): Step {
  const { edits, style } = draft
  return {
    range: { start: at.start, end: at.start },
    shown: text.trim(),
    write: () => edits.insert(at.start, text.replaceAll('\n', style.eol)),
  }
}
