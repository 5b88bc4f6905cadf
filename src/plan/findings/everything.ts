import type { CallSite } from '../../cache/call-sites.js'
import { constantOf } from '../../cache/values/constants.js'
import type { Graph } from '../../graph/graph.js'
import { makeFinding } from '../catalogue.js'
import type { PlanInput } from '../input.js'
import { createTracer } from '../sites.js'
import type { Finding } from '../types.js'

const userPlaces = ['server-action', 'route-handler'] as const

/** Calls that name the whole app, or nothing in particular, where a visitor or another server can run them. */
export function everythingFindings({ workspace, graph, choices, sites }: PlanInput): Finding[] {
  const traceOf = createTracer(workspace, graph, choices.contexts)
  return sites.flatMap((traced) => {
    const { site } = traced
    const texts = site.shape === 'call' ? textsFor(graph, site) : null
    if (!texts) return []
    // Who runs a path call may not have been asked for yet.
    const { contexts } = traced.evidence.length > 0 ? traced : traceOf(site)
    if (!userPlaces.some((place) => contexts.includes(place))) return []
    return [makeFinding('invalidate-everything', site, texts)]
  })
}

function textsFor(
  graph: Graph,
  { api, text, arguments: given }: CallSite,
): { message: string; help?: string } | null {
  const values = given.map(({ node, spread }) => (spread ? null : constantOf(graph, node)?.value))
  if (api === 'revalidatePath' || api === 'unstable_expirePath') {
    if (values[0] !== '/' || values[1] !== 'layout') return null
    return { message: `${text} throws away every page and all cached data of the app, for all visitors.` }
  }
  if (api !== 'revalidateTag' && api !== 'updateTag' && api !== 'unstable_expireTag') return null
  if (!values.includes('')) return null
  return {
    message: `${text} names no tag: it reaches every entry whose tag came out empty too, whatever it holds, and no other.`,
    help: 'Name the data that changed. Where a value can be missing, leave the call out instead of building an empty tag.',
  }
}
