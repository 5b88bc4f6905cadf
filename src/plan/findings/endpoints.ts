import { ts } from '@ts-morph/common'
import { matchPath, routesOf } from '../../cache/routes/index.js'
import { constantAt } from '../../cache/values/constants.js'
import { follow } from '../../cache/values/follow.js'
import { memberOf } from '../../cache/values/members.js'
import { lookFrom } from '../../cache/values/place.js'
import { textsOf } from '../../cache/values/texts.js'
import type { Graph } from '../../graph/graph.js'
import { exportedUnit } from '../../graph/resolve/exports.js'
import type { Unit } from '../../graph/types.js'
import type { Workspace } from '../../workspace/types.js'

/**
 * The function of a route handler that a `fetch` of client code runs.
 *
 * @returns undefined where the call is no request that could write; null where its handler is not known
 */
export function endpointOf(
  workspace: Workspace,
  graph: Graph,
  call: ts.CallExpression,
): Unit | null | undefined {
  const [url, options] = call.arguments
  const file = call.getSourceFile().fileName
  if (!ts.isIdentifier(call.expression) || call.expression.text !== 'fetch' || !url) return undefined
  if (graph.model(file)?.declarationOf(call.expression)) return undefined
  const method = options ? methodOf(graph, options) : 'GET'
  if (method === 'GET') return undefined
  const app = workspace.appOf(file)
  const texts = method === null || !app ? null : textsOf(graph, url)
  const [text, other] = texts?.complete ? texts.texts : []
  if (method === null || !app || !text || other) return null
  const { matches, certain } = matchPath(routesOf(workspace, app), text)
  const [match, another] = matches
  if (!match || another || !certain || match.route.kind !== 'route-handler') return null
  return exportedUnit(graph, match.route.file, method)
}

/** The method in the options; null where only run time knows. */
function methodOf(graph: Graph, options: ts.Expression): string | null {
  const look = lookFrom(graph, options)
  const place = follow(look, { node: options, frame: null })
  if (!ts.isObjectLiteralExpression(place.node)) return null
  const method = memberOf(look, place, 'method')
  if (!method) return place.node.properties.some(ts.isSpreadAssignment) ? null : 'GET'
  const value = constantAt(look, method)?.value
  return typeof value === 'string' ? value.toUpperCase() : null
}
