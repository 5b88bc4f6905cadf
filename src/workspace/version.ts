/**
 * The lowest major version that an npm range allows; null when the range sets no lower bound or is none
 * (`latest`, `*`, a URL, a tag).
 */
export function lowestMajor(range: string): number | null {
  const alternatives = range
    .replace(/^npm:(?:@[^/@]+\/)?[^@]+@/, '')
    .replace(/^workspace:/, '')
    .split('||')
    .map(lowestOfAlternative)
  const known = alternatives.filter((major) => major !== null)
  return known.length === alternatives.length ? Math.min(...known) : null
}

function lowestOfAlternative(text: string): number | null {
  const comparators = text
    .trim()
    .replace(/\s+-\s.*$/, '')
    .replace(/([<>=^~])\s+/g, '$1')
    .split(/\s+/)
  let lowest: number | null = null
  for (const comparator of comparators) {
    if (comparator.startsWith('<')) continue
    const major = /^(?:\^|~>?|>=|>|=)?v?(\d+)(?:\.(?:\d+|[xX*])(?:\.(?:\d+|[xX*])\S*)?)?$/.exec(
      comparator,
    )?.[1]
    if (major === undefined) return null
    lowest = Math.max(lowest ?? 0, Number(major))
  }
  return lowest
}
