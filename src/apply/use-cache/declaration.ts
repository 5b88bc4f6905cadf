import { field } from '../ast.js'
import type { Step } from '../step.js'
import { indentAt, ownSemicolon, tokenBefore } from '../tokens.js'
import { declarationParts } from './head.js'
import { onlyDeclarator, stale, statementAround, taken } from './nodes.js'
import type { Job } from './types.js'

/** `export const name = unstable_cache(...)` becomes `export async function name(...) {...}`. */
export function prepareDeclaration(job: Job): Step {
  const { draft, edit, call } = job
  const { source, parsed } = draft
  const statement = statementAround(draft, call)
  const isDefault = statement.type === 'ExportDefaultDeclaration'
  if (statement.start !== edit.replace.start || !(isDefault || onlyDeclarator(statement)))
    throw stale(draft, edit.at, 'declaration of a cached function')
  if (isDefault && edit.name !== '' && draft.scopes.module.bindings.has(edit.name)) throw taken(draft, edit)
  const prefix = isDefault ? 'export default ' : field(statement, 'declaration') ? 'export ' : ''
  // A semicolon on a later line protects what follows.
  const later = source[statement.end - 1] === ';' && !ownSemicolon(draft, statement)
  const end = later ? (tokenBefore(parsed, statement.end - 1)?.end ?? statement.end) : statement.end
  return {
    range: { start: statement.start, end },
    write(nameOf) {
      const parts = declarationParts(job, nameOf, prefix, indentAt(source, statement.start))
      draft.edits.replace(statement.start, end, parts)
    },
  }
}
