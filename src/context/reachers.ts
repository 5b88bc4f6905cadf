import type { Graph } from '../graph/graph.js'
import type { Unit } from '../graph/types.js'
import type { Entries } from './entries.js'
import { firstVisit } from './visit.js'
import { waysUp } from './ways-up.js'

/** More units than this are not looked at; the answer is then what was found so far. */
const most = 5_000

/** Every unit that can run another one, itself included: up through calls, values that are handed on and names. */
export function reachersOf(graph: Graph, entries: Entries, start: Unit): Set<Unit> {
  const seen = new Set([start])
  const queue = [firstVisit(start, start.line)]
  for (let visit = queue.shift(); visit && seen.size < most; visit = queue.shift()) {
    for (const { visit: next } of waysUp(graph, entries, visit, entries.of(visit.unit))) {
      if (seen.has(next.unit)) continue
      seen.add(next.unit)
      queue.push(next)
    }
  }
  return seen
}
