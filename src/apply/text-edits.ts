import MagicString from 'magic-string'
import type { Range } from '../plan/types.js'
import {
  type Changes,
  type Insertion,
  isInside,
  type Part,
  type Replacement,
  renderParts,
} from './text-parts.js'

/** Collects changes of one text by offset; nothing is applied before {@link TextEdits.apply}. */
export interface TextEdits {
  /**
   * Replaces a part (`text` may be empty). The same replacement twice counts once. With a list of parts it owns all of
   * the range: edits inside are made only in the parts that move.
   */
  replace(start: number, end: number, text: string | readonly Part[]): void
  /** Inserts text. `left` belongs to the part that ends at the offset, `right` to the part that begins there. */
  insert(at: number, text: string, side?: 'left' | 'right'): void
  /** Inserts parts of the source that something else replaces at their own place; `left` as in {@link insert}. */
  insertParts(at: number, parts: readonly Part[]): void
  /** True where a replacement covers part of the range. */
  touches(range: Range): boolean
  /** @throws RangeError where two replacements overlap */
  apply(): { text: string; slice(range: Range): string; render(parts: readonly Part[]): string }
}

export function textEdits(source: string): TextEdits {
  const replacements: Replacement[] = []
  const insertions: Insertion[] = []
  const composed: { at: number; parts: readonly Part[] }[] = []
  return {
    replace(start, end, text) {
      const owns = typeof text !== 'string'
      const known = replacements.some(
        (one) => !owns && one.start === start && one.end === end && one.parts[0] === text,
      )
      if (!known) replacements.push({ start, end, parts: owns ? text : [text], owns })
    },
    insert(at, text, side = 'left') {
      insertions.push({ at, text, side })
    },
    insertParts(at, parts) {
      composed.push({ at, parts })
    },
    touches: ({ start, end }) => replacements.some((one) => one.start < end && one.end > start),
    apply() {
      replacements.sort((a, b) => a.start - b.start || b.end - a.end)
      const changes: Changes = { source, replacements, insertions }
      const owners = replacements.filter(({ owns }) => owns)
      const isOuter = (change: Range | Insertion): boolean => !owners.some((owner) => isInside(owner, change))
      const outer = replacements.filter(isOuter)
      const magic = new MagicString(source)
      let covered = 0
      for (const one of outer) {
        const { start, end, parts } = one
        if (start < covered) throw new RangeError(`two edits overlap at offset ${start}`)
        covered = end
        const text = renderParts(changes, parts, one)
        if (text === '') magic.remove(start, end)
        else magic.update(start, end, text)
      }
      // After the replacements, because replacing a part drops what was inserted at its borders.
      for (const { at, text, side } of insertions.filter(isOuter)) {
        if (side === 'left') magic.appendLeft(at, text)
        else magic.appendRight(at, text)
      }
      for (const { at, parts } of composed) magic.appendLeft(at, renderParts(changes, parts))
      return {
        text: magic.toString(),
        slice(range) {
          const owner = owners.find(
            (one) => isInside(one, range) && one.end - one.start > range.end - range.start,
          )
          if (owner) return renderParts(changes, [{ ...range, from: '', to: '', fixed: [] }])
          const { start, end } = whatStays(range, outer)
          return start < end ? magic.slice(start, end) : ''
        },
        render: (parts) => renderParts(changes, parts),
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
