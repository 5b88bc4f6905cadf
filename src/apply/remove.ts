import type { Node } from './ast.js'
import type { Draft } from './draft.js'
import { afterSameLineComments, lineStart, ownSemicolon, tokenBefore, tokenFrom } from './tokens.js'

// `\r(?!\n)`: the two halves of one CRLF must not count as two line ends.
const endsInBlankLine = /(^|\r\n|\r(?!\n)|\n)[^\S\r\n]*(\r\n|\r(?!\n)|\n)$/

/**
 * Removes a statement with its line. Comments above stay; a comment behind it on the line goes with it, and of two
 * blank lines that would meet (or one at the beginning of the file) one goes too.
 */
export function removeStatement(draft: Draft, statement: Node): void {
  const { edits, parsed, source } = draft
  const from = lineStart(source, statement.start)
  const statementEnd = codeEnd(draft, statement)
  const behind = afterSameLineComments(parsed, source, statementEnd)
  const rest = /^[^\S\r\n]*(\r\n|\r|\n|$)/.exec(source.slice(behind))
  const separator = wouldJoin(draft, statement.start, statementEnd) ? ';' : ''
  if (source.slice(from, statement.start).trim() !== '' || !rest || separator) {
    const space = separator ? '' : (/^[^\S\r\n]+(?=\S)/.exec(source.slice(statementEnd))?.[0] ?? '')
    edits.replace(statement.start, statementEnd + space.length, separator)
    return
  }
  let end = behind + rest[0].length
  const blankBefore = endsInBlankLine.test(source.slice(0, from)) || from === 0
  const blankAfter = /^[^\S\r\n]*(\r\n|\r|\n)/.exec(source.slice(end))
  if (blankBefore && blankAfter) end += blankAfter[0].length
  edits.replace(from, end, '')
}

/** Where a statement ends; a semicolon on a later line protects the statement that follows and stays there. */
function codeEnd(draft: Draft, statement: Node): number {
  if (draft.source[statement.end - 1] !== ';' || ownSemicolon(draft, statement)) return statement.end
  return tokenBefore(draft.parsed, statement.end - 1)?.end ?? statement.end
}

/** True where the code before and behind would read as one expression: `a` and `[b]`. */
function wouldJoin({ parsed, source }: Draft, start: number, end: number): boolean {
  const before = tokenBefore(parsed, start)
  const next = tokenFrom(parsed, end)
  if (!before || !next || /[;{]/.test(source[before.end - 1] ?? ';')) return false
  return /[([`/+\-*.,<?]/.test(source[next.start] ?? '')
}
