import type { Node } from './ast.js'
import type { Draft } from './draft.js'
import { afterSameLineComments, lineStart } from './tokens.js'

// `\r(?!\n)`: the two halves of one CRLF must not count as two line ends.
const endsInBlankLine = /(^|\r\n|\r(?!\n)|\n)[^\S\r\n]*(\r\n|\r(?!\n)|\n)$/

/**
 * Removes a statement with its line. Comments above stay; a comment behind it on the line goes with it, and of two
 * blank lines that would meet (or one at the beginning of the file) one goes too.
 */
export function removeStatement(draft: Draft, statement: Node): void {
  const { edits, parsed, source } = draft
  const from = lineStart(source, statement.start)
  const behind = afterSameLineComments(parsed, source, statement.end)
  const rest = /^[^\S\r\n]*(\r\n|\r|\n|$)/.exec(source.slice(behind))
  if (source.slice(from, statement.start).trim() !== '' || !rest) {
    edits.replace(statement.start, statement.end, '')
    return
  }
  let end = behind + rest[0].length
  const blankBefore = endsInBlankLine.test(source.slice(0, from)) || from === 0
  const blankAfter = /^[^\S\r\n]*(\r\n|\r|\n)/.exec(source.slice(end))
  if (blankBefore && blankAfter) end += blankAfter[0].length
  edits.replace(from, end, '')
}
