import type { CachedCall } from '../../cache/cached-call/index.js'
import { reachersOf } from '../../context/reachers.js'
import type { Graph } from '../../graph/graph.js'
import type { Unit } from '../../graph/types.js'
import { outermost } from '../../graph/units.js'
import { makeFinding, type Place } from '../catalogue.js'
import type { Finding } from '../types.js'
import { callsIn, codeRunBy, functionAt, unitAt } from './calls.js'
import type { Tools } from './index.js'

/**
 * Cached functions that run inside of one another, where one of the two becomes a `'use cache'` function now.
 *
 * @param uses every use of the run
 * @param converted those of them that are converted
 */
export function nestedFindings(
  tools: Tools,
  uses: readonly CachedCall[],
  converted: ReadonlySet<CachedCall>,
): Finding[] {
  const isNew = (one: CachedCall | Unit): boolean => 'site' in one && converted.has(one)
  const found = uses.flatMap((outer) =>
    cachedIn(tools, uses, outer)
      .filter((inner) => isNew(outer) || isNew(inner))
      .map((inner) => nested(outer, inner)),
  )
  for (const inner of converted)
    found.push(...entriesAround(tools, inner).map((outer) => nested(outer, inner)))
  return found
}

/** A `'use cache'` function, or one of a file that begins with the directive. */
function isCached(graph: Graph, unit: Unit): boolean {
  if (unit.directive === 'use cache') return true
  return unit.kind === 'function' && !unit.nested && graph.model(unit.file)?.directive === 'use cache'
}

/** `'use cache'` functions that run a use. */
export function entriesAround({ input, entries }: Tools, { site }: CachedCall): Unit[] {
  return [...reachersOf(input.graph, entries, site.owner)].filter((unit) => isCached(input.graph, unit))
}

const known = new WeakMap<CachedCall, (CachedCall | Unit)[]>()

/** What else is cached of all that a cached function runs. */
export function cachedIn(
  tools: Tools,
  uses: readonly CachedCall[],
  outer: CachedCall,
): (CachedCall | Unit)[] {
  const found = known.get(outer) ?? findCached(tools, uses, outer)
  known.set(outer, found)
  return found
}

function findCached(
  { input: { graph } }: Tools,
  uses: readonly CachedCall[],
  outer: CachedCall,
): (CachedCall | Unit)[] {
  const { callback, model } = outer
  const start = callback.kind === 'reference' ? functionAt(graph, model, callback.node) : callback.node
  const found = new Set<CachedCall | Unit>()
  for (const { model: own, node } of start ? codeRunBy(graph, start) : [])
    for (const call of callsIn(node)) {
      const unit = unitAt(graph, own, call.expression)
      if (unit && isCached(graph, unit)) found.add(unit)
      const use = uses.find((one) => one.call === call || (unit?.kind === 'value' && ownerOf(one) === unit))
      if (use && use !== outer) found.add(use)
    }
  return [...found]
}

function ownerOf({ site }: CachedCall): Unit {
  return outermost(site.owner)
}

function nested(outer: CachedCall | Unit, inner: CachedCall | Unit): Finding {
  const place: Place = 'site' in outer ? outer.site : { file: outer.file, line: outer.line, column: 1 }
  const { file, line } = 'site' in inner ? inner.site : inner
  const message = `${nameOf(outer)} runs ${nameOf(inner)} (${file}:${line}), which is cached itself: its tags now refresh the outer one too.`
  return makeFinding('nested-cache', place, { message })
}

function nameOf(one: CachedCall | Unit): string {
  return 'site' in one ? ownerOf(one).name : one.name
}
