import { ts } from '@ts-morph/common'
import type { Arrow, Graph } from '../graph/graph.js'
import { classMember, land } from '../graph/resolve/land.js'
import type { Reference, Unit } from '../graph/types.js'
import { outermost } from '../graph/units.js'
import { type Entries, type Entry, isCacheArgument } from './entries.js'
import type { Visit } from './visit.js'

/** A step up to something that can run the unit; `cached` when it runs it as a cached function only. */
export interface WayUp {
  visit: Visit
  cached: boolean
}

/** Everything that can run the unit of a visit: what stands around it, and what refers to it. */
export function* waysUp(graph: Graph, entries: Entries, visit: Visit, entry: Entry | null): Generator<WayUp> {
  const { unit } = visit
  const isAction = visit.namesAction || (entry?.context === 'server-action' && entries.isAction(unit))
  const above = (from: Unit, line: number, direct: boolean, isName = false): Visit => ({
    unit: from,
    line,
    next: visit,
    direct: visit.direct && direct,
    throughAction: visit.throughAction || isAction,
    handedAction: visit.handedAction || (isAction && !direct),
    namesAction: isAction && isName,
  })
  const way = (next: Visit, cached = false): WayUp => ({ visit: next, cached })

  // A value that nobody names was made for what its making does: whoever loads the file may run it.
  const module =
    unit.kind === 'value' && !entry && isOnlyMade(graph, unit) ? graph.model(unit.file)?.module : null
  if (module) yield way(above(module, unit.line, false))
  if (unit.nested && unit.parent && unit.directive !== 'use server') {
    yield way(above(unit.parent, unit.line, unit.parent.kind === 'function'))
  }
  // What an entry point returns goes to Next.js, which may call any of it.
  const maker = outermost(unit).parent
  if (unit.container && maker?.kind === 'function' && entries.of(maker))
    yield way(above(maker, unit.line, false))
  // `return { posts: await getPosts() }`: what a member calls runs as the object is made.
  else if (unit.kind === 'value' && unit.container && visit.direct && maker?.kind === 'function')
    yield way(above(maker, unit.line, true))
  for (const { reference, exact } of arrowsTo(graph, unit)) {
    const { from, how, line } = reference
    if (from === unit || how === 'extends' || how === 'type' || (isAction && how === 'jsx')) continue
    if (how === 'value' && isCacheArgument(graph, from.file, reference.node)) {
      yield way(above(from, line, true), true)
      continue
    }
    const registry = registryOf(graph, entries, reference)
    if (registry) yield way(above(registry, line, false))
    // What a function returns runs where its result is called; that is a reference of its own.
    const runs = how === 'call' || how === 'new' || (how === 'alias' && from.kind !== 'function')
    // To call a function that returns an action does not run the action.
    const isMaker = visit.namesAction && unit.kind === 'function'
    yield way(above(from, line, runs && exact && !isMaker, how === 'alias'))
  }
}

/** What a value was registered with (`bus` in `bus.on('paid', handler)`): whoever uses that may run it. */
function registryOf(graph: Graph, entries: Entries, { receiver, from }: Reference): Unit | null {
  if (!receiver) return null
  // A result that is kept under a name that somebody uses is no registration: what it holds runs where it is used.
  if (from.kind === 'value' && (entries.of(from) || !isOnlyMade(graph, from))) return null
  const registry = land(graph, receiver, from.file)?.unit
  return registry && !registry.nested ? registry : null
}

function isOnlyMade(graph: Graph, unit: Unit): boolean {
  const makes = unit.node !== null && (ts.isCallExpression(unit.node) || ts.isNewExpression(unit.node))
  return makes && !unit.container && graph.arrows(unit).every(({ reference }) => reference.how === 'type')
}

/** References to a unit; for a method that overrides another, also those to the other. */
function arrowsTo(graph: Graph, unit: Unit, depth = 0): Arrow[] {
  const own = graph.arrows(unit)
  const holder = unit.container
  if (holder?.kind !== 'class' || !holder.base || depth > 10) return own
  const key = [...holder.members].find(([, member]) => member === unit)?.[0]
  const base = land(graph, holder.base, holder.file)
  if (!key?.startsWith('#') || base?.unit.kind !== 'class') return own
  const overridden = classMember(graph, base.unit, key)
  return overridden ? [...own, ...arrowsTo(graph, overridden, depth + 1)] : own
}
