import type { ts } from '@ts-morph/common'
import { createReaders, type Readers } from '../../../cache/readers/index.js'
import { fetchRead } from '../../../cache/readers/reads.js'
import { type Route, routesOf } from '../../../cache/routes/index.js'
import { createEntries, type Entries } from '../../../context/entries.js'
import { createModuleContexts, type ModuleContexts } from '../../../context/module-contexts.js'
import { reachersOf } from '../../../context/reachers.js'
import { trace } from '../../../context/trace.js'
import type { Graph } from '../../../graph/graph.js'
import { lineOf } from '../../../graph/syntax.js'
import type { Unit } from '../../../graph/types.js'
import type { PlanInput } from '../../input.js'
import type { FetchOptions } from './types.js'

/**
 * Why no cache ever holds what a fetch with tags gives. `contradiction`: its own options say so; `dynamic`: tags alone
 * store nothing, and no static page runs it (docs/next16.md, 10).
 */
export interface Dead {
  why: 'contradiction' | 'dynamic'
  /** The option that contradicts, or who runs it; half a sentence. */
  what: string
}

/** Tells for a fetch with tags whether it is certain that nothing stores it; null where it is not. */
export function createDeadFetches({
  workspace,
  graph,
  choices,
}: PlanInput): (fetch: FetchOptions) => Dead | null {
  const entries = createEntries(workspace, graph, choices.contexts)
  const modules = createModuleContexts(graph, entries)
  const readers = createReaders(graph)
  const routes = workspace.apps.flatMap((app) => routesOf(workspace, app))
  const known = new Map<ts.Node, Dead | null>()

  const find = ({ object, call }: FetchOptions): Dead | null => {
    const fetch = call ?? object
    const { read, open, noStore } = fetchRead(graph, { node: fetch, options: object, frame: null, at: null })
    if (open || read.cached !== false || (!call && noStore !== 'yes')) return null
    const owner = ownerOf(graph, fetch)
    const runs = owner && runsOf(graph, entries, modules, routes, owner, fetch)
    if (!runs || runs.cached || runs.routes.some((route) => isStored(readers, route, fetch))) return null
    if (noStore === 'yes') {
      const option = read.revalidate === 0 ? 'revalidate: 0' : "cache: 'no-store'"
      return { why: 'contradiction', what: option }
    }
    const isDynamic = runs.routes.every((route) => readers.of(route).rendering.kind === 'dynamic')
    return runs.known && isDynamic ? { why: 'dynamic', what: runs.what } : null
  }
  return (fetch) => {
    const found = known.get(fetch.object) ?? (known.has(fetch.object) ? null : find(fetch))
    known.set(fetch.object, found)
    return found
  }
}

interface Runs {
  /** True where a cached function can run it: its tags are then those of the entry. */
  cached: boolean
  /** False where nobody, or somebody that is no route, was found to run it. */
  known: boolean
  routes: Route[]
  /** For people: `dynamic pages and route handlers`. */
  what: string
}

function runsOf(
  graph: Graph,
  entries: Entries,
  modules: ModuleContexts,
  routes: readonly Route[],
  owner: Unit,
  fetch: ts.Node,
): Runs {
  const line = lineOf(fetch.getSourceFile(), fetch.getStart())
  const contexts = trace(graph, entries, modules, owner, line).evidence.map(({ context }) => context)
  const files = new Set([...reachersOf(graph, entries, owner)].map(({ file }) => file))
  const reached = routes.filter((route) => filesOf(route).some((file) => files.has(file)))
  const isPage = contexts.includes('render')
  const isHandler = contexts.includes('route-handler') || contexts.includes('pages-api')
  const hasRoutes = reached.length > 0 || !(isPage || isHandler)
  const who = [
    ...(isPage ? ['pages that are rendered for each request'] : []),
    ...(isHandler ? ['route handlers'] : []),
    ...(contexts.includes('server-action') ? ['Server Actions'] : []),
  ]
  return {
    cached: contexts.includes('cached-function'),
    known: who.length > 0 && hasRoutes,
    routes: reached,
    what: who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : (who[0] ?? ''),
  }
}

/** Whether a segment config (`fetchCache`) has the fetch stored after all, or may have. */
function isStored(readers: Readers, route: Route, fetch: ts.Node): boolean {
  return readers.of(route).reads.some(({ node, cached }) => node === fetch && cached !== false)
}

function filesOf({ file, layouts, templates, boundaries, slots, intercepted }: Route): string[] {
  const branches = [...slots, ...intercepted].flatMap((one) => [one.file, ...one.layouts, ...one.templates])
  return [file, ...layouts, ...templates, ...boundaries, ...branches]
}

/** The innermost unit around a node. */
function ownerOf(graph: Graph, node: ts.Node): Unit | null {
  const model = graph.model(node.getSourceFile().fileName)
  if (!model) return null
  let owner = model.module
  for (const unit of model.units)
    if (unit.node && unit.node.pos <= node.pos && node.end <= unit.node.end && isWithin(unit, owner))
      owner = unit
  return owner
}

function isWithin({ node }: Unit, { node: outer, kind }: Unit): boolean {
  return kind === 'module' || !outer || (!!node && node.pos >= outer.pos && node.end <= outer.end)
}
