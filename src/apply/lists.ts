import type { Draft } from './draft.js'
import { afterSameLineComments, hasNewline, indentAt, tokenBefore, tokenFrom } from './tokens.js'

export interface Insertion {
  /** Offset behind the element that the new ones follow, closing parentheses of the element included. */
  after: number
  /** Indentation of a list with one element per line; null for a list on one line. */
  indent: string | null
  texts: string[]
}

/** Adds elements behind another one, in the layout of the list; a trailing comma stays or stays away. */
export function insertAfter(draft: Draft, { after, indent, texts }: Insertion): void {
  const { edits, parsed, source, style } = draft
  if (texts.length === 0) return
  if (indent === null) {
    edits.insert(after, texts.map((text) => `, ${text}`).join(''))
    return
  }
  const lines = texts.map((text) => `${style.eol}${indent}${text}`)
  const next = tokenFrom(parsed, after)
  const comma = next && source[next.start] === ',' ? next : null
  if (!comma) edits.insert(after, ',')
  const lineEnd = afterSameLineComments(parsed, source, comma ? comma.end : after)
  edits.insert(lineEnd, comma ? lines.map((line) => `${line},`).join('') : lines.join(','))
}

/**
 * Offset behind the last element of a bracketed list, whatever parentheses close the element itself.
 *
 * @param closer offset of the closing bracket
 */
export function endOfLast(draft: Draft, closer: number): number {
  const last = tokenBefore(draft.parsed, closer)
  if (!last) return closer
  if (draft.source[last.start] !== ',' || last.end - last.start !== 1) return last.end
  return tokenBefore(draft.parsed, last.start)?.end ?? last.start
}

/** The indentation of a list whose first element begins on a line of its own and whose bracket closes on another. */
export function listIndent(draft: Draft, opener: number, first: number, closer: number): string | null {
  const { source } = draft
  const last = tokenBefore(draft.parsed, closer)?.end ?? first
  if (!hasNewline(source, opener, first) || !hasNewline(source, last, closer)) return null
  return indentAt(source, first)
}
