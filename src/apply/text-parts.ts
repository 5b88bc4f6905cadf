import type { Range } from '../plan/types.js'

/** Text that is written anew, or a part of the source that moves: edits inside of it are made where it goes. */
export type Part = string | Moved

export interface Moved extends Range {
  /** Indentation that its lines have, and the one that they get. */
  from: string
  to: string
  /** Parts whose line ends belong to a value: the inside of template literals. */
  fixed: readonly Range[]
}

/** A part of the source that becomes something else; `parts` may take up what stood there. */
export interface Replacement extends Range {
  parts: readonly Part[]
  /** True where edits inside count only as far as `parts` move them. */
  owns: boolean
}

export interface Insertion {
  at: number
  text: string
  side: 'left' | 'right'
}

export interface Changes {
  source: string
  /** By start, the longer one first. */
  replacements: readonly Replacement[]
  insertions: readonly Insertion[]
}

/** True for a change within a part that another replacement owns. */
export function isInside(owner: Replacement, change: Range | Insertion): boolean {
  if (!owner.owns || owner === change) return false
  if (!('at' in change)) return owner.start <= change.start && change.end <= owner.end
  const { at, side } = change
  return (
    (at > owner.start || (at === owner.start && side === 'right')) &&
    at <= owner.end - (side === 'right' ? 1 : 0)
  )
}

/** The text of parts, with all edits made in what moves. */
export function renderParts(changes: Changes, parts: readonly Part[], around?: Replacement): string {
  return parts.map((part) => (typeof part === 'string' ? part : renderMoved(changes, part, around))).join('')
}

interface Piece {
  /** Offset in the new text. */
  at: number
  /** Offset in the source; null for new text. */
  source: number | null
}

function renderMoved(changes: Changes, moved: Moved, around?: Replacement): string {
  const { source } = changes
  const pieces: Piece[] = []
  let text = ''
  let at = moved.start
  const add = (piece: string, from: number | null): void => {
    pieces.push({ at: text.length, source: from })
    text += piece
  }
  for (const change of changesWithin(changes, moved, around)) {
    const start = 'at' in change ? change.at : change.start
    add(source.slice(at, start), at)
    at = start
    if ('at' in change) add(change.text, null)
    else {
      add(renderParts(changes, change.parts, change), null)
      at = change.end
    }
  }
  add(source.slice(at, moved.end), at)
  return shiftLines(text, moved.from, moved.to, (offset) => {
    const piece = pieces.findLast((one) => one.at <= offset)
    if (!piece || piece.source === null) return false
    const original = piece.source + offset - piece.at
    return moved.fixed.some(({ start, end }) => original >= start && original < end)
  })
}

/** Insertions and outermost replacements of a range, in the order in which they read. */
function changesWithin(
  { replacements, insertions }: Changes,
  { start, end }: Range,
  around?: Replacement,
): (Replacement | Insertion)[] {
  const own: Replacement[] = []
  for (const one of replacements) {
    if (one === around || one.start < start || one.end > end) continue
    const last = own.at(-1)
    if (!last || one.start >= last.end) own.push(one)
    else if (!isInside(last, one)) throw new RangeError(`two edits overlap at offset ${one.start}`)
  }
  const added = insertions.filter(
    ({ at, side }) =>
      (side === 'left' ? at > start && at <= end : at >= start && at < end) &&
      !own.some((one) => at > one.start && at < one.end),
  )
  const place = (change: Replacement | Insertion): number => ('at' in change ? change.at : change.start)
  const rank = (change: Replacement | Insertion): number =>
    'at' in change ? (change.side === 'left' ? 0 : 1) : 2
  return [...added, ...own].sort((a, b) => place(a) - place(b) || rank(a) - rank(b))
}

/**
 * Indents all lines but the first anew; empty lines and those that `isFixed` names stay.
 *
 * @param isFixed asked with the offset of a line end
 */
export function shiftLines(
  text: string,
  from: string,
  to: string,
  isFixed: (offset: number) => boolean = () => false,
): string {
  if (from === to) return text
  return text.replace(
    /(\r\n|\r|\n)([^\S\r\n]*)(?!\s)/g,
    (line: string, eol: string, space: string, at: number) =>
      isFixed(at) ? line : eol + shifted(space, from, to),
  )
}

function shifted(space: string, from: string, to: string): string {
  if (space.startsWith(from)) return to + space.slice(from.length)
  // A line that stands further left than its block moves as far as it can.
  return from.startsWith(to) ? space.slice(Math.min(space.length, from.length - to.length)) : space
}
