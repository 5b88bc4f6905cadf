import type { EvidenceStep } from '../../context/types.js'
import type { Graph } from '../../graph/graph.js'
import type { Unit } from '../../graph/types.js'
import { byCodeUnit } from '../../workspace/paths.js'
import { createEntries } from './entries.js'
import { openReads } from './open-reads.js'
import { fetchMark } from './reads.js'
import type { Edge } from './region.js'
import type { Scan } from './scan.js'
import type { Gap, Mark, Read, RouteRead } from './types.js'

/** All that one function reaches when it runs on the server. */
export interface Reach {
  reads: RouteRead[]
  marks: Mark[]
  gaps: Gap[]
  files: string[]
}

interface Visit {
  unit: Unit
  sure: boolean
  /** True where it was handed on, not called. */
  handed: boolean
  /** True where its parameters are known from the call. */
  called: boolean
  from: Visit | null
  /** Line in `from` that leads here. */
  line: number
}

/** Follows references from a unit forwards: through components, not into client components nor Server Actions. */
export function createWalk(graph: Graph, scan: Scan): (unit: Unit) => Reach {
  const entries = createEntries(graph, scan)
  const known = new Map<Unit, Reach>()

  const reach = (start: Unit): Reach => {
    const found = collect()
    const queue: Visit[] = [{ unit: start, sure: true, handed: false, called: false, from: null, line: 1 }]
    const isNew = seenBefore()
    for (let head = 0; head < queue.length; head++) {
      const visit = queue[head] as Visit
      const { unit, sure, called } = visit
      if (!isNew(visit)) continue
      found.files.add(unit.file)
      if (graph.directive(unit.file) === 'use client') continue
      const region = scan(unit)
      for (const read of region.reads) found.read(read, visit)
      for (const made of openReads(scan, region, called)) {
        found.read(made.read, visit)
        const mark = fetchMark(made, false)
        if (mark) found.mark(mark, false)
      }
      for (const entry of region.entries) {
        const { read, nested, gaps } = entries(entry)
        for (const one of [read, ...nested]) found.read(one, visit)
        for (const gap of gaps) found.gaps.add(gap)
      }
      for (const mark of region.marks) found.mark(mark, mark.sure && sure)
      for (const gap of region.gaps) found.gaps.add(gap)
      for (const edge of region.edges) {
        const next = follow(graph, edge, visit)
        if (next) queue.push(next)
      }
    }
    return found.result()
  }

  return (unit) => {
    const found = known.get(unit) ?? reach(unit)
    known.set(unit, found)
    return found
  }
}

function collect() {
  const reads = new Map<string, RouteRead>()
  const marks = new Map<string, Mark>()
  const files = new Set<string>()
  const gaps = new Set<Gap>()
  return {
    files,
    gaps,
    read(read: Read, visit: Visit): void {
      const key = `${read.file}:${read.line}:${read.column}:${read.kind}`
      if (!reads.has(key)) reads.set(key, { ...read, chain: stepsOf(visit) })
    },
    mark(mark: Mark, sure: boolean): void {
      const key = `${mark.file}:${mark.line}:${mark.why}`
      if (sure || !marks.has(key)) marks.set(key, { ...mark, sure })
    },
    result: (): Reach => ({
      reads: [...reads.values()],
      marks: [...marks.values()],
      gaps: [...gaps],
      files: [...files].sort(byCodeUnit),
    }),
  }
}

/** Tells visits that can show nothing new: the unit was reached before, as surely and by as plain a call. */
function seenBefore(): (visit: Visit) => boolean {
  const seen = new Map<Unit, Visit[]>()
  return (visit) => {
    const before = seen.get(visit.unit)
    const isKnown = before?.some(
      ({ sure, handed, called }) => sure >= visit.sure && handed <= visit.handed && called <= visit.called,
    )
    if (isKnown) return false
    if (before) before.push(visit)
    else seen.set(visit.unit, [visit])
    return true
  }
}

function follow(graph: Graph, edge: Edge, visit: Visit): Visit | null {
  const handed = edge.how === 'alias' ? visit.handed : edge.how !== 'call' && edge.how !== 'new'
  // An action that is handed on runs when the visitor does something; one that is called runs here.
  if (handed && isAction(graph, edge.unit)) return null
  const sure = visit.sure && edge.sure && !handed
  return { unit: edge.unit, sure, handed, called: edge.call !== null, from: visit, line: edge.line }
}

function isAction(graph: Graph, unit: Unit): boolean {
  return unit.directive === 'use server' || graph.directive(unit.file) === 'use server'
}

function stepsOf(visit: Visit): EvidenceStep[] {
  const steps: EvidenceStep[] = []
  let line: number | null = null
  for (let at: Visit | null = visit; at; at = at.from) {
    steps.unshift({ file: at.unit.file, line: line ?? at.unit.line, symbol: at.unit.name })
    line = at.line
  }
  return steps
}
