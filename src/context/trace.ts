import { ts } from '@ts-morph/common'
import type { Arrow, Graph } from '../graph/graph.js'
import { classMember, land } from '../graph/resolve/land.js'
import type { Reference, Unit } from '../graph/types.js'
import { type Entries, isCacheArgument } from './entries.js'
import type { ModuleContexts } from './module-contexts.js'
import { type Context, contexts, type Evidence, type EvidenceStep } from './types.js'

/** A unit on the way up from a call site, with how it was reached. */
interface Visit {
  unit: Unit
  /** Where, in this unit, the way down to the call site starts (1-based). */
  line: number
  next: Visit | null
  direct: boolean
  /** True once the way went through a Server Action: what a client does with one is to call it as an action. */
  throughAction: boolean
  /** True when the action was only handed on: rendering a page that passes an action does not run it. */
  handedAction: boolean
  /** True for another name of an action: what is done with the name is done with the action. */
  namesAction: boolean
}

/** What is known of who can run a unit. */
export interface Trace {
  /** One chain a context: a direct one where there is one, else the shortest. */
  evidence: Evidence[]
  /** The units of tests that reach it. */
  tests: Unit[]
}

/** Every context in which a unit can run, found by following references backwards to entry points. */
export function trace(
  graph: Graph,
  entries: Entries,
  modules: ModuleContexts,
  start: Unit,
  line: number,
): Trace {
  const found = new Map<Context, Evidence>()
  const tests = new Set<Unit>()
  const seen = new Set<string>()
  // Plain calls first, so that each context gets its most direct chain.
  const near: Visit[] = [
    {
      unit: start,
      line,
      next: null,
      direct: true,
      throughAction: false,
      handedAction: false,
      namesAction: false,
    },
  ]
  const far: Visit[] = []

  const accept = (context: Context, visit: Visit, steps: EvidenceStep[]): void => {
    if (context === 'client' && visit.throughAction) return
    if (context === 'render' && visit.handedAction) return
    const known = found.get(context)
    if (!known || (visit.direct && !known.direct))
      found.set(context, { context, direct: visit.direct, steps })
  }

  const push = (visit: Visit): void => {
    const key = `${visit.unit.id} ${visit.direct} ${visit.throughAction} ${visit.handedAction} ${visit.namesAction}`
    if (seen.has(key)) return
    seen.add(key)
    if (visit.direct) near.push(visit)
    else far.push(visit)
  }

  for (let head = 0, tail = 0; head < near.length || tail < far.length; ) {
    const visit = (head < near.length ? near[head++] : far[tail++]) as Visit
    const { unit } = visit
    const entry = entries.of(unit)
    if (entry) accept(entry.context, visit, stepsOf(visit))
    if (entry?.context === 'test') tests.add(unit)
    if (entry?.final) continue
    const isAction = visit.namesAction || (entry?.context === 'server-action' && entries.isAction(unit))
    const above = (from: Unit, at: number, direct: boolean, isName = false): Visit => ({
      unit: from,
      line: at,
      next: visit,
      direct: visit.direct && direct,
      throughAction: visit.throughAction || isAction,
      handedAction: visit.handedAction || (isAction && !direct),
      namesAction: isAction && isName,
    })
    if (unit.kind === 'module') {
      for (const { context, steps } of modules.of(unit.file))
        accept(context, { ...visit, direct: false }, [...steps, ...stepsOf(visit)])
      continue
    }
    // A value that nobody names was made for what its making does: whoever loads the file may run it.
    if (unit.kind === 'value' && !entry && isOnlyMade(graph, unit)) {
      const module = graph.model(unit.file)?.module
      if (module) push(above(module, unit.line, false))
    }
    if (unit.nested && unit.parent && unit.directive !== 'use server') {
      push(above(unit.parent, unit.line, unit.parent.kind === 'function'))
    }
    for (const arrow of arrowsTo(graph, unit)) {
      const { reference } = arrow
      if (reference.how === 'extends' || reference.how === 'type') continue
      if (isAction && reference.how === 'jsx') continue
      if (reference.how === 'value' && isCacheArgument(graph, reference.from.file, reference.node)) {
        accept('cached-function', visit, stepsOf(above(reference.from, reference.line, true)))
        continue
      }
      if (reference.from === unit) continue
      const registry = reference.receiver && land(graph, reference.receiver, reference.from.file)
      if (registry && !registry.unit.nested && isRegistered(graph, entries, reference))
        push(above(registry.unit, reference.line, false))
      const runs = reference.how === 'call' || reference.how === 'new' || reference.how === 'alias'
      // To call a function that returns an action does not run the action.
      const isMaker = visit.namesAction && unit.kind === 'function'
      push(above(reference.from, reference.line, runs && arrow.exact && !isMaker, reference.how === 'alias'))
    }
  }
  return { evidence: contexts.flatMap((context) => found.get(context) ?? []), tests: [...tests] }
}

/** A result that is kept under a name that somebody uses is no registration: what it holds runs where it is used. */
function isRegistered(graph: Graph, entries: Entries, { from }: Reference): boolean {
  return from.kind !== 'value' || (!entries.of(from) && isOnlyMade(graph, from))
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

/** From the visit (the entry point) down to the call site; closures of one function are one step. */
function stepsOf(visit: Visit): EvidenceStep[] {
  const steps: EvidenceStep[] = []
  for (let current: Visit | null = visit; current; current = current.next) {
    const { unit, line } = current
    const last = steps.at(-1)
    if (last && last.file === unit.file && last.symbol === unit.name) last.line = line
    else steps.push({ file: unit.file, line, symbol: unit.name })
  }
  return steps
}
