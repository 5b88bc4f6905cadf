import type { Hole, Text } from '../values/types.js'

/** What stands between two slashes of a path. */
export type PathSegment = (string | Hole)[]

/** A path as it is given, cut into segments. */
export interface PathText {
  parts: (string | Hole)[]
  /** False where it starts with something else than a slash, null where only run time knows. */
  rooted: boolean | null
  segments: PathSegment[]
  /** True for a slash at the end, but for `/` itself. */
  trailing: boolean
}

export function pathText({ parts }: Text): PathText {
  const [first] = parts
  const rooted = first === undefined ? false : typeof first === 'string' ? first.startsWith('/') : null
  const segments: PathSegment[] = [[]]
  for (const part of parts) {
    if (typeof part !== 'string') {
      segments.at(-1)?.push(part)
      continue
    }
    const [start, ...more] = part.split('/')
    if (start) segments.at(-1)?.push(start)
    for (const text of more) segments.push(text === '' ? [] : [text])
  }
  if (rooted) segments.shift()
  const last = segments.at(-1)
  const trailing = segments.length > 1 && last?.length === 0
  if (last?.length === 0) segments.pop()
  return { parts, rooted, segments, trailing }
}

/** For people: `/invoices/${id}`. */
export function shown(parts: readonly (string | Hole)[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join('')
}

export function shownSegments(segments: readonly PathSegment[]): string {
  return `/${segments.map(shown).join('/')}`
}

/** The text of a segment without holes; null for any other. */
export function literal(segment: PathSegment): string | null {
  if (segment.length === 0) return ''
  const [only, more] = segment
  return typeof only === 'string' && more === undefined ? only : null
}

/** The hole that a segment is; null for any other. */
export function onlyHole(segment: PathSegment): Hole | null {
  const [only, more] = segment
  return only !== undefined && typeof only !== 'string' && more === undefined ? only : null
}

/** The parts before the first `?` or `#`; null where there is none. */
export function withoutQuery(parts: readonly (string | Hole)[]): (string | Hole)[] | null {
  for (const [index, part] of parts.entries()) {
    const at = typeof part === 'string' ? part.search(/[?#]/) : -1
    if (at >= 0) return [...parts.slice(0, index), ...(at > 0 ? [(part as string).slice(0, at)] : [])]
  }
  return null
}

const wideName = /(?:path(?:name)?|pathnames|url|uri|href|route|link|segments)$/i

/** Whether a hole may well hold more than one segment, or none: by its name, or since it stands behind other text. */
export function isWide(segment: PathSegment): boolean {
  const hole = onlyHole(segment)
  if (hole) return wideName.test(hole.name)
  return segment.some((part, index) => {
    const before = segment[index - 1]
    return typeof part !== 'string' && typeof before === 'string' && !/[-_.~@:,+]$/.test(before)
  })
}
