import { ts } from '@ts-morph/common'
import { type CallSite, callSites } from '../../../cache/call-sites.js'
import { tagsAt } from '../../../cache/readers/tags.js'
import type { Graph } from '../../../graph/graph.js'
import { dressed } from '../../../graph/syntax.js'
import type { Workspace } from '../../../workspace/types.js'
import { gatherTags, tagsGiven } from './gather.js'
import { isTest } from './scope.js'
import type { Invalidated, Side, TagAt } from './types.js'

/** Every tag that the tree takes out of the cache. */
export function invalidatedTags(workspace: Workspace, graph: Graph): Side<Invalidated> {
  const found: Side<Invalidated> = { known: [], open: [] }
  for (const api of ['revalidateTag', 'updateTag', 'unstable_expireTag'] as const) {
    for (const site of callSites(graph, api)) {
      if (isTest(workspace, site.file)) continue
      const { known, open } = ofSite(graph, site)
      found.known.push(...known.map((one) => ({ ...one, site })))
      found.open.push(...open)
    }
  }
  return found
}

function ofSite(graph: Graph, site: CallSite): Side<TagAt> {
  const { api, shape, node } = site
  if (shape === 'call') {
    const all = site.arguments.map((argument) => argument.node)
    const given = api === 'unstable_expireTag' ? all : all.slice(0, 1)
    return gatherTags(graph, node, given, (look, frame) => tagsGiven(look, given, frame))
  }
  const list = shape === 'callback' ? iterated(node) : null
  if (list) return gatherTags(graph, node, [list], (look, frame) => tagsAt(look, [{ node: list, frame }]))
  const isHarmless = shape === 'reexport' || ts.isTypeQueryNode(node.parent)
  return { known: [], open: isHarmless ? [] : [node] }
}

/** `tags` in `tags.forEach(revalidateTag)`. */
function iterated(node: ts.Node): ts.Expression | null {
  const call = dressed(node).parent
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null
  return call.expression.expression
}
