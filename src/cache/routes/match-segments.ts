import type { Text } from '../values/types.js'
import { literal, onlyHole, type PathSegment } from './path-text.js'
import type { Binding, Match, Route, Segment } from './types.js'

/** The routes that take a path, static segments before parameters; with `loose` every one that could. */
export function bestMatches(routes: readonly Route[], path: readonly PathSegment[], loose: boolean): Match[] {
  const found = routes.flatMap((route) => {
    const match = matchSegments(route.segments, path, loose)
    return match ? [{ route, ...match }] : []
  })
  const best = found.map(({ rank }) => rank).sort(compareRanks)[0]
  return found
    .filter(({ rank }) => loose || (best !== undefined && compareRanks(rank, best) === 0))
    .map(({ route, params }) => ({ route, params }))
}

/** A route that would take the path before the best match does, if holes were the text of its static segments. */
export function rivalOf(routes: readonly Route[], path: readonly PathSegment[]): Route | null {
  const ranks = routes.map(({ segments }) => matchSegments(segments, path)?.rank ?? null)
  const best = ranks.filter((rank) => rank !== null).sort(compareRanks)[0]
  if (!best) return null
  const rival = routes.find((route) => {
    const match = matchSegments(route.segments, path, true)
    return match !== null && compareRanks(match.rank, best) < 0
  })
  return rival ?? null
}

/** How a route takes a path; ranks compare from left to right, the lower one wins. */
interface SegmentMatch {
  params: Binding[]
  rank: number[]
}

const ranks = { static: 0, dynamic: 1, 'catch-all': 2, 'optional-catch-all': 3 } as const

/**
 * Whether the segments of a route take those of a path. A hole fills parameters only; with `loose` it may also be the
 * text of a static segment.
 */
export function matchSegments(
  route: readonly Segment[],
  path: readonly PathSegment[],
  loose = false,
): SegmentMatch | null {
  const params: Binding[] = []
  const rank: number[] = []
  let at = 0
  for (const segment of route) {
    rank.push(ranks[segment.kind])
    if (segment.kind === 'catch-all' || segment.kind === 'optional-catch-all') {
      const rest = path.slice(at)
      if (rest.length === 0 && segment.kind === 'catch-all') return null
      if (rest.length > 0) params.push(binding(segment.name, rest))
      return { params, rank }
    }
    const given = path[at++]
    if (given === undefined || !takes(segment, given, loose)) return null
    if (segment.kind === 'dynamic') params.push(binding(segment.name, [given]))
  }
  return at === path.length ? { params, rank } : null
}

function takes(segment: Segment, given: PathSegment, loose: boolean): boolean {
  const text = literal(given)
  if (segment.kind === 'static')
    return text === null ? loose && couldBe(given, segment.name) : text === segment.name
  // `/about` is no page in the language "about".
  return !segment.locale || text === null || /^[a-z]{2,3}(?:[-_][a-z0-9]{2,4})?$/i.test(text)
}

/** Whether holes could make a segment that text. */
function couldBe(given: PathSegment, text: string): boolean {
  const pattern = given.map((part) => (typeof part === 'string' ? part.replace(/[^\w]/g, '\\$&') : '.*'))
  return new RegExp(`^${pattern.join('')}$`, 's').test(text)
}

function binding(name: string, given: readonly PathSegment[]): Binding {
  const parts = given.flatMap((segment, index) => (index === 0 ? segment : ['/', ...segment]))
  const [only] = given
  return { name, text: joined(parts), hole: given.length === 1 && only ? onlyHole(only) : null }
}

function joined(parts: Text['parts']): Text {
  const made: Text['parts'] = []
  for (const part of parts) {
    const last = made.at(-1)
    if (typeof part === 'string' && typeof last === 'string') made[made.length - 1] = last + part
    else made.push(part)
  }
  return { parts: made }
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (rank !== other) return rank - other
  }
  return a.length === b.length ? 0 : -1
}
