import { stripVTControlCharacters } from 'node:util'

const hardSpace = '\u00A0'

/** Keeps a piece of code or a file name on one line when {@link wrap} breaks the text around it. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', hardSpace)
}

/** Short pieces of code within a sentence: `...`, { expire: 0 }, revalidateTag(tag, 'max'). */
const codePieces = /`[^`]{1,50}`|\{ [^{}]{1,40} \}|[\w.]+\([^()]{1,40}\)/g

/**
 * Breaks a paragraph at spaces, but not within a short piece of code.
 *
 * @param text may carry colour codes; they take no width.
 * @param width of the whole line, in columns; a longer word stands alone on its line.
 * @param first what the first line begins with.
 * @param rest what every other line begins with; spaces of the same width when absent.
 */
export function wrap(
  text: string,
  width: number,
  first = '',
  rest = ' '.repeat(visibleLength(first)),
): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.replaceAll(codePieces, unbroken).split(/[ \n]+/)) {
    if (!empty && visibleLength(line) + 1 + visibleLength(word) > width) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  lines.push(line)
  return lines.join('\n').replaceAll(hardSpace, ' ')
}

/** Columns that a text takes on a terminal, without colour codes. */
export function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length
}
