import type { ProjectImport, Range } from '../plan/types.js'
import { type Draft, nodeAt } from './draft.js'
import { needProjectNames, withLocalNames } from './project-import/names.js'
import type { Step } from './step.js'

/** Edit `replace-expression`: an expression becomes another one, which may need imports. */
export function prepareExpression(
  draft: Draft,
  at: Range,
  text: string,
  imports: readonly ProjectImport[],
): Step {
  const node = nodeAt(draft, at, ['Expression', 'Identifier'], 'expression')
  const names = needProjectNames(draft, node, imports)
  dropReferences(draft, node)
  draft.written.push(text)
  return {
    range: node,
    write: () => draft.edits.replace(node.start, node.end, withLocalNames(text, names)),
  }
}

/** What a piece of code names goes away with it. */
export function dropReferences(draft: Draft, { start, end }: Range): void {
  draft.dropped.push(...draft.scopes.references.filter(({ node }) => node.start >= start && node.end <= end))
}
