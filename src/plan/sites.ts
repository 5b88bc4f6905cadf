import { type CallSite, callSites } from '../cache/call-sites.js'
import type { Choices } from '../config/types.js'
import { createEntries } from '../context/entries.js'
import { createModuleContexts } from '../context/module-contexts.js'
import { reachOf } from '../context/reach.js'
import { trace } from '../context/trace.js'
import type { Graph } from '../graph/graph.js'
import { type CacheApi, cacheApis } from '../graph/next-cache.js'
import type { Workspace } from '../workspace/types.js'
import type { TracedSite } from './input.js'

/** The APIs whose call sites get decisions, or stand beside those that do. */
const covered: readonly CacheApi[] = cacheApis.filter((api) => api !== 'unstable_noStore')

/** Every call site in the selected files, with who can run it. */
export function traceSites(
  workspace: Workspace,
  graph: Graph,
  configured: Choices['contexts'],
  onProgress: (done: number, total: number) => void,
): TracedSite[] {
  const sites = covered
    .flatMap((api) => callSites(graph, api))
    .filter(({ file }) => workspace.selected.has(file))
  const traceOf = createTracer(workspace, graph, configured)
  const traced = sites.map((site, index) => {
    onProgress(index, sites.length)
    return needsTrace(site) ? traceOf(site) : { site, ...untraced }
  })
  return traced.sort((a, b) => compare(a.site, b.site))
}

/** Finds out who can run a call site. */
export function createTracer(
  workspace: Workspace,
  graph: Graph,
  configured: Choices['contexts'],
): (site: CallSite) => TracedSite {
  const entries = createEntries(workspace, graph, configured)
  const modules = createModuleContexts(graph, entries)
  return (site) => {
    const { evidence, tests } = trace(graph, entries, modules, site.owner, site.line)
    const contexts = evidence.map(({ context }) => context)
    return { site, evidence, tests, contexts, reach: reachOf(contexts) }
  }
}

const untraced: Omit<TracedSite, 'site'> = { evidence: [], tests: [], contexts: [], reach: 'unreached' }

/** Readers are found, but who runs them decides nothing yet. */
function needsTrace({ api, deep }: CallSite): boolean {
  return deep || !['cacheTag', 'cacheLife'].includes(api)
}

function compare(a: CallSite, b: CallSite): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start
}
