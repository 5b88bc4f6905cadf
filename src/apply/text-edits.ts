import MagicString from 'magic-string'
import type { Range } from '../plan/types.js'

interface Replacement extends Range {
  text: string
}

interface Insertion {
  at: number
  text: string
  side: 'left' | 'right'
}

/** Collects changes of one text by offset; nothing is applied before {@link TextEdits.apply}. */
export interface TextEdits {
  /** Replaces a part (`text` may be empty). The same replacement twice counts once. */
  replace(start: number, end: number, text: string): void
  /** Inserts text. `left` belongs to the part that ends at the offset, `right` to the part that begins there. */
  insert(at: number, text: string, side?: 'left' | 'right'): void
  /** True where a replacement covers part of the range. */
  touches(range: Range): boolean
  /** @throws RangeError where two replacements overlap */
  apply(): { text: string; slice(range: Range): string }
}

export function textEdits(source: string): TextEdits {
  const replacements: Replacement[] = []
  const insertions: Insertion[] = []
  return {
    replace(start, end, text) {
      const known = replacements.some((one) => one.start === start && one.end === end && one.text === text)
      if (!known) replacements.push({ start, end, text })
    },
    insert(at, text, side = 'left') {
      insertions.push({ at, text, side })
    },
    touches: ({ start, end }) => replacements.some((one) => one.start < end && one.end > start),
    apply() {
      const magic = new MagicString(source)
      let covered = 0
      for (const { start, end, text } of replacements.sort((a, b) => a.start - b.start)) {
        if (start < covered) throw new RangeError(`two edits overlap at offset ${start}`)
        covered = end
        if (text === '') magic.remove(start, end)
        else magic.update(start, end, text)
      }
      // After the replacements, because replacing a part drops what was inserted at its borders.
      for (const { at, text, side } of insertions) {
        if (side === 'left') magic.appendLeft(at, text)
        else magic.appendRight(at, text)
      }
      return {
        text: magic.toString(),
        slice(range) {
          const { start, end } = whatStays(range, replacements)
          return start < end ? magic.slice(start, end) : ''
        },
      }
    },
  }
}

/** A range without the replacements that reach over its borders: they belong to something larger that went away. */
function whatStays(range: Range, replacements: readonly Range[]): Range {
  let { start, end } = range
  for (const one of replacements) {
    if (one.start < start && one.end > start) start = one.end
    if (one.start < end && one.end > end) end = one.start
  }
  return { start, end }
}
