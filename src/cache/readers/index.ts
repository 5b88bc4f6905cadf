import type { Graph } from '../../graph/graph.js'
import { exportedUnit } from '../../graph/resolve/exports.js'
import { isUnit, type Unit } from '../../graph/types.js'
import { byCodeUnit } from '../../workspace/paths.js'
import type { Branch, Route } from '../routes/types.js'
import { renderingOf, routeSettings } from './rendering.js'
import { createScan } from './scan.js'
import { searchParamsMarks } from './search-params.js'
import type { Setting } from './segment-config.js'
import type { Gap, Mark, RouteRead, RouteReads } from './types.js'
import { createWalk, type Reach } from './walk.js'

export type { Gap, Read, ReadKind, ReadTag, Rendering, RouteRead, RouteReads } from './types.js'

export interface Readers {
  /** What a route reads and when it is rendered; found when asked for, and remembered. */
  of(route: Route): RouteReads
}

const pageNames = ['default', 'generateMetadata', 'generateViewport']
const rootNames: Record<Route['kind'], string[]> = {
  page: pageNames,
  'route-handler': ['GET', 'HEAD'],
  metadata: ['default', 'generateSitemaps', 'generateImageMetadata'],
  pages: ['default', 'getStaticProps', 'getServerSideProps'],
  'pages-api': ['default'],
}

/**
 * Finds the data that routes read, by following references from their files: page, layouts, templates, slots, loading,
 * error and not-found. Only files on the way are parsed.
 */
export function createReaders(graph: Graph): Readers {
  const walk = createWalk(graph, createScan(graph))
  const known = new Map<Route, RouteReads>()

  /** What the exports of a file reach. `sure`: they run whenever the route is rendered. */
  const reachOf = (file: string, names: readonly string[], sure: boolean): Reach[] =>
    unitsOf(graph, file, names).map((unit) => {
      const reach = walk(unit)
      return sure ? reach : { ...reach, marks: reach.marks.map((mark) => ({ ...mark, sure: false })) }
    })

  const branch = ({ file, layouts, templates }: Branch, sure: boolean): Reach[] =>
    [file, ...layouts, ...templates].flatMap((one) => reachOf(one, pageNames, sure))

  const find = (route: Route): RouteReads => {
    const names = rootNames[route.kind]
    const main = [...route.layouts, ...route.templates].flatMap((file) => reachOf(file, pageNames, true))
    const slots = route.slots.flatMap((slot) => branch(slot, true))
    const besides = [
      ...route.boundaries.flatMap((file) => reachOf(file, pageNames, false).map(withoutMarks)),
      ...route.intercepted.flatMap((other) => branch(other, false).map(withoutMarks)),
    ]
    const all = [...reachOf(route.file, names, true), ...main, ...slots, ...besides]
    const settings = routeSettings(graph, route)
    const reads = unique(all.flatMap((reach) => reach.reads)).map((read) => underSettings(read, settings))
    const marks: Mark[] = [...all.flatMap((reach) => reach.marks), ...pageMarks(graph, route)]
    const incomplete = uniqueGaps([...all.flatMap(({ gaps }) => gaps), ...missing(graph, route)])
    return {
      route,
      reads,
      rendering: renderingOf(graph, route, { marks, reads, gaps: incomplete, settings }),
      incomplete,
      files: [...new Set(all.flatMap(({ files }) => files))].sort(byCodeUnit),
    }
  }

  return {
    of(route) {
      const found = known.get(route) ?? find(route)
      known.set(route, found)
      return found
    },
  }
}

function pageMarks(graph: Graph, route: Route): Mark[] {
  if (route.kind !== 'page') return []
  return [route.file, ...route.slots.map(({ file }) => file)].flatMap((file) =>
    searchParamsMarks(graph, file),
  )
}

/** Files whose component was not found: what they do is not known. */
function missing(graph: Graph, { kind, file, layouts }: Route): Gap[] {
  if (kind !== 'page') return []
  return [file, ...layouts]
    .filter((one) => graph.model(one)?.syntaxError || !isInTree(graph, exportedUnit(graph, one, 'default')))
    .map((one) => ({ file: one, line: 1, why: 'its component could not be found' }))
}

/** `export { default } from 'package'` names what stands outside. */
function isInTree(graph: Graph, unit: Unit | null): boolean {
  if (!unit?.node) return false
  const root = unit.alias?.root
  return !root || isUnit(root) || graph.resolveModule(root.specifier, unit.file) !== null
}

function unitsOf(graph: Graph, file: string, names: readonly string[]): Unit[] {
  return names.map((name) => exportedUnit(graph, file, name)).filter((unit) => unit !== null)
}

/** What is rendered in the place of a page says nothing of when the page is. */
function withoutMarks(reach: Reach): Reach {
  return { ...reach, marks: [] }
}

/** `fetchCache` of a segment decides about a fetch that says nothing itself. */
function underSettings(read: RouteRead, settings: readonly Setting[]): RouteRead {
  const mode = settings.findLast(({ name }) => name === 'fetchCache')?.value
  if (read.kind !== 'fetch' || mode === undefined) return read
  if (mode === 'force-no-store' || mode === 'only-no-store') return { ...read, cached: false }
  if (mode === 'force-cache' || (read.plain && (mode === 'default-cache' || mode === 'only-cache')))
    return { ...read, cached: true }
  return mode === 'unknown' && read.plain ? { ...read, cached: 'unknown' } : read
}

function unique(reads: readonly RouteRead[]): RouteRead[] {
  const found = new Map<string, RouteRead>()
  for (const read of reads) {
    const key = `${read.file}:${read.line}:${read.column}:${read.kind}`
    if (!found.has(key)) found.set(key, read)
  }
  return [...found.values()].sort(compare)
}

function uniqueGaps(gaps: readonly Gap[]): Gap[] {
  const found = new Map(gaps.map((gap) => [`${gap.file}:${gap.line}:${gap.why}`, gap]))
  return [...found.values()].sort((a, b) => byCodeUnit(a.file, b.file) || a.line - b.line)
}

function compare(a: RouteRead, b: RouteRead): number {
  return byCodeUnit(a.file, b.file) || a.line - b.line || a.column - b.column
}
