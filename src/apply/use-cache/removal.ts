import type { Range } from '../../plan/types.js'
import type { Node } from '../ast.js'
import type { Draft } from '../draft.js'
import { afterSameLineComments, lineStart, ownSemicolon, tokenBefore } from '../tokens.js'
import { startWithNotes } from './nodes.js'

/** Offset behind a statement and the comments that follow on its line. */
export function endOfLine(draft: Draft, statement: Node): number {
  return afterSameLineComments(draft.parsed, draft.source, codeEnd(draft, statement))
}

/** A semicolon on a later line protects the statement that follows and stays there. */
function codeEnd(draft: Draft, statement: Node): number {
  if (draft.source[statement.end - 1] !== ';' || ownSemicolon(draft, statement)) return statement.end
  return tokenBefore(draft.parsed, statement.end - 1)?.end ?? statement.end
}

/**
 * Removes a statement with its comments and its lines; they go on living elsewhere. No blank line is left where two
 * would meet, nor at the beginning of a block.
 */
export function removeWithNotes(draft: Draft, statement: Node): void {
  const { edits, source } = draft
  const range: Range = { start: startWithNotes(draft, statement), end: endOfLine(draft, statement) }
  const from = lineStart(source, range.start)
  const rest = /^[^\S\r\n]*(\r\n|\r|\n|$)/.exec(source.slice(range.end))
  if (source.slice(from, range.start).trim() !== '' || !rest) {
    edits.replace(range.start, codeEnd(draft, statement), [])
    return
  }
  let end = range.end + rest[0].length
  const before = source.slice(0, from)
  const isOpen = /(\{|^|(\r\n|\r(?!\n)|\n)[^\S\r\n]*)(\r\n|\r(?!\n)|\n)$/.test(before) || before === ''
  const blank = /^[^\S\r\n]*(\r\n|\r|\n)/.exec(source.slice(end))
  if (isOpen && blank) end += blank[0].length
  edits.replace(from, end, [])
}
