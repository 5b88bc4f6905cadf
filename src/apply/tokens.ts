import type { Comment, Parsed, Token } from './parse.js'

interface Text {
  parsed: Parsed
  source: string
}

/** Index of the first item that starts at or behind `offset`. */
function firstFrom(items: Token[], offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The first token (no comment) that starts at or behind `offset`. */
export function tokenFrom(parsed: Parsed, offset: number): Token | undefined {
  const token = parsed.tokens[firstFrom(parsed.tokens, offset)]
  return token && token.end > token.start ? token : undefined
}

/** The last token (no comment) that starts before `offset`. */
export function tokenBefore(parsed: Parsed, offset: number): Token | undefined {
  return parsed.tokens[firstFrom(parsed.tokens, offset) - 1]
}

/** Comments that start in `[start, end)`. */
export function commentsBetween(parsed: Parsed, start: number, end: number): Comment[] {
  return parsed.comments.slice(firstFrom(parsed.comments, start), firstFrom(parsed.comments, end))
}

/** Offset behind the comments that stand behind `offset` on the same line; `offset` itself where there are none. */
export function afterSameLineComments(parsed: Parsed, source: string, offset: number): number {
  let end = offset
  for (const comment of parsed.comments.slice(firstFrom(parsed.comments, offset))) {
    if (source.slice(end, comment.start).trim() !== '' || hasNewline(source, end, comment.start)) break
    if (hasNewline(source, comment.start, comment.end)) break
    end = comment.end
  }
  return end
}

/** True for a statement with a semicolon on its last line; in `a()\n;[b]` the semicolon belongs to what follows. */
export function ownSemicolon({ parsed, source }: Text, { end }: Token): boolean {
  if (source[end - 1] !== ';') return false
  const last = tokenBefore(parsed, end - 1)
  return !last || !hasNewline(source, last.end, end)
}

/** True where a line ends in `[start, end)`. */
export function hasNewline(source: string, start: number, end: number): boolean {
  return /[\r\n]/.test(source.slice(start, end))
}

/** The white space at the beginning of the line that holds `offset`. */
export function indentAt(source: string, offset: number): string {
  const line = source.slice(lineStart(source, offset), offset)
  return /^[^\S\r\n]*/.exec(line)?.[0] ?? ''
}

/** Offset of the beginning of the line that holds `offset`. */
export function lineStart(source: string, offset: number): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
}
