import { list, type Node } from '../ast.js'
import type { Draft } from '../draft.js'
import { firstRun, insertOnTop, lastRequire, statementText } from '../import-insert.js'
import { afterSameLineComments, lineStart } from '../tokens.js'
import { joinableImport, specifierText } from './names.js'

/**
 * Adds the imports of project modules that no declaration of the file can take in, behind the last import.
 *
 * @param goesAway asked for the declarations of the file
 */
export function insertProjectImports(draft: Draft, goesAway: (declaration: Node) => boolean): void {
  const { edits, parsed, scopes, source, style } = draft
  const names = new Map<string, string[]>()
  for (const one of draft.projectNames) {
    if (!one.isNew || joinableImport(draft, one.from)) continue
    names.set(one.from, [...(names.get(one.from) ?? []), specifierText(one)])
  }
  if (names.size === 0) return
  const body = list(scopes.program, 'body')
  const statements = [...names].map(([from, own]) => statementText(draft, own, from, body))
  const text = statements.map((one) => one.text).join(style.eol)
  const imports = firstRun(body)
  const anchor =
    imports.findLast((one) => !goesAway(one)) ?? lastRequire(body, statements[0]?.commonJs === true)
  const gone = imports[0]
  if (anchor) edits.insert(afterSameLineComments(parsed, source, anchor.end), style.eol + text)
  else if (gone) edits.insert(lineStart(source, gone.start), text + style.eol + style.eol)
  else insertOnTop(draft, text)
}
