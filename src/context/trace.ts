import type { Graph } from '../graph/graph.js'
import type { Unit } from '../graph/types.js'
import type { Entries } from './entries.js'
import type { ModuleContexts } from './module-contexts.js'
import { type Context, contexts, type Evidence, type EvidenceStep } from './types.js'
import { firstVisit, stepsOf, type Visit } from './visit.js'
import { waysUp } from './ways-up.js'

/** What is known of who can run a unit. */
export interface Trace {
  /** One chain a context: a direct one where there is one, else the shortest. */
  evidence: Evidence[]
  /** The units of tests that reach it. */
  tests: Unit[]
}

/**
 * Every context in which a unit can run, found by following references backwards to entry points.
 *
 * @param line of the call site in the unit (1-based)
 */
export function trace(
  graph: Graph,
  entries: Entries,
  modules: ModuleContexts,
  start: Unit,
  line: number,
): Trace {
  const found = new Map<Context, Evidence>()
  const tests = new Set<Unit>()
  const accept = (context: Context, visit: Visit, steps: EvidenceStep[]): void => {
    if (context === 'client' && visit.throughAction) return
    if (context === 'render' && visit.handedAction) return
    const known = found.get(context)
    const { direct } = visit
    if (!known || (direct && !known.direct)) found.set(context, { context, direct, steps })
  }
  const queue = createQueue(firstVisit(start, line))
  for (let visit = queue.next(); visit; visit = queue.next()) {
    const { unit } = visit
    const entry = entries.of(unit)
    if (entry) accept(entry.context, visit, stepsOf(visit))
    if (entry?.context === 'test') tests.add(unit)
    if (entry?.final) continue
    if (unit.kind === 'module') {
      const loaded = { ...visit, direct: false }
      for (const { context, steps } of modules.of(unit.file))
        accept(context, loaded, [...steps, ...stepsOf(visit)])
      continue
    }
    for (const up of waysUp(graph, entries, visit, entry)) {
      if (up.cached) accept('cached-function', visit, stepsOf(up.visit))
      else queue.add(up.visit)
    }
  }
  return { evidence: contexts.flatMap((context) => found.get(context) ?? []), tests: [...tests] }
}

/** Gives each visit once, plain calls first, so that each context gets its most direct chain. */
function createQueue(first: Visit): { add(visit: Visit): void; next(): Visit | undefined } {
  const seen = new Set<string>()
  const near = [first]
  const far: Visit[] = []
  let head = 0
  let tail = 0
  return {
    add(visit) {
      const { unit, direct, throughAction, handedAction, namesAction } = visit
      const key = `${unit.id} ${direct} ${throughAction} ${handedAction} ${namesAction}`
      if (seen.has(key)) return
      seen.add(key)
      if (direct) near.push(visit)
      else far.push(visit)
    },
    next: () => (head < near.length ? near[head++] : far[tail++]),
  }
}
