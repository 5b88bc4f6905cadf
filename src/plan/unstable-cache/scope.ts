import { ts } from '@ts-morph/common'
import { type CachedCall, usesOf } from '../../cache/cached-call/index.js'
import type { RequestData } from '../../cache/request/index.js'
import type { RequestOrigin } from '../../cache/request/types.js'
import type { Graph } from '../../graph/graph.js'
import { outermost } from '../../graph/units.js'
import { elementsOf } from './settings.js'

/** Why a part of an entry's key is a visitor's own: cookies or headers in key, arguments or captured values. */
export function requestOriginOf(
  graph: Graph,
  request: RequestData,
  cached: CachedCall,
): RequestOrigin | null {
  for (const expression of keyMaterial(graph, cached)) {
    const origin = request.originOf(expression)
    if (origin) return origin
  }
  return null
}

/** Everything that tells entries apart, before and after: key parts, captured values, arguments. */
function keyMaterial(graph: Graph, cached: CachedCall): ts.Expression[] {
  const { model, callback } = cached
  const keys = elementsOf(cached.keys).map(({ node }) => node)
  const captured = callback.kind === 'inline' ? usesOf(model, callback.node).map(({ node }) => node) : []
  return [...keys, ...captured, ...argumentsOf(graph, cached)]
}

/** What the cached function is called with, wherever that is. */
function argumentsOf(graph: Graph, { position, site, call }: CachedCall): ts.Expression[] {
  if (position.kind === 'invoked') return bareArguments(position.invocation)
  if (position.kind === 'local') return position.calls.flatMap(bareArguments)
  return graph.arrows(outermost(site.owner)).flatMap(({ reference }) => {
    const { parent } = reference.node
    const isCall = reference.how === 'call' && parent !== call && !!parent && ts.isCallExpression(parent)
    return isCall ? bareArguments(parent) : []
  })
}

function bareArguments(call: ts.CallExpression): ts.Expression[] {
  return call.arguments.map((argument) => (ts.isSpreadElement(argument) ? argument.expression : argument))
}
