/** A list with a heading, which may be cut at the end. */
export interface Part {
  heading: string
  /** Finished Markdown, one item each. */
  items: readonly string[]
  /** How much of the room that is left it may take, 0 to 1. */
  share: number
  /** What an item is called when some are left out: `place to review`, `places to review`. */
  noun: string
  plural: string
}

export interface Filled {
  text: string
  /** `12 places to review` for each part that was cut. */
  leftOut: string[]
}

/**
 * Takes as many items of each part as there is room for, in the order of the parts.
 *
 * @param room in UTF-16 code units
 */
export function fill(parts: readonly Part[], room: number): Filled {
  const filled: Filled = { text: '', leftOut: [] }
  for (const { heading, items, share, noun, plural } of parts) {
    if (items.length === 0) continue
    const end = filled.text.length + (room - filled.text.length) * share
    let text = `\n${heading}\n\n`
    let taken = 0
    for (const item of items) {
      if (filled.text.length + text.length + item.length + 1 > end) break
      text += `${item}\n`
      taken++
    }
    if (taken > 0) filled.text += text
    const left = items.length - taken
    if (left > 0) filled.leftOut.push(`${left.toLocaleString('en-US')} ${left === 1 ? noun : plural}`)
  }
  return filled
}
