import { argumentsOf } from '../values/follow.js'
import type { Frame } from '../values/place.js'
import type { Options } from './reads.js'
import type { OpenRead, Region } from './region.js'
import type { Scan } from './scan.js'

const maxDepth = 3

/**
 * The reads that a region makes through wrappers, with the options that its calls give them; those of its own that
 * hang on its parameters only where nobody says what those are.
 */
export function openReads(scan: Scan, region: Region, called: boolean): Options[] {
  const found: Options[] = []
  for (const open of throughCalls(scan, region, maxDepth)) {
    const made = open.read(null, null)
    if (!made.open || !called) found.push(made)
  }
  if (!called) for (const open of region.open) found.push(open.read(null, null))
  return found
}

/** The open reads of the functions that a region calls, bound to the arguments of the calls. */
function throughCalls(scan: Scan, region: Region, depth: number): OpenRead[] {
  if (depth === 0) return []
  return region.edges.flatMap(({ unit, call }) => {
    if (!call) return []
    const callee = scan(unit)
    if (callee === region) return []
    const inner = [...callee.open, ...throughCalls(scan, callee, depth - 1)]
    return inner
      .filter(({ of }) => of === unit.node || contains(unit.node, of))
      .map((open): OpenRead => {
        const bind = (outer: Frame | null): Frame => ({
          of: open.of,
          given: argumentsOf(call, outer),
          outer: null,
          depth: (outer?.depth ?? 0) + 1,
        })
        return { of: region.owner ?? call, read: (frame, at) => open.read(bind(frame), at ?? call) }
      })
  })
}

function contains(outer: { pos: number; end: number } | null, inner: { pos: number; end: number }): boolean {
  return outer !== null && inner.pos >= outer.pos && inner.end <= outer.end
}
