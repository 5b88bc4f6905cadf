import { ts } from '@ts-morph/common'
import type { CallSite } from '../../cache/call-sites.js'
import { constantAt } from '../../cache/values/constants.js'
import { follow } from '../../cache/values/follow.js'
import { memberOf } from '../../cache/values/members.js'
import { type Look, lookFrom, type Place } from '../../cache/values/place.js'
import type { Constant } from '../../cache/values/types.js'
import type { Graph } from '../../graph/graph.js'
import { eachChild, memberName } from '../../graph/syntax.js'
import type { PlanInput } from '../input.js'

/** The tags that are given in one place. */
export interface TagUse {
  file: string
  /** The call, or the `next` option of a fetch. */
  at: ts.Node
  tags: ts.Expression[]
  /** False where the data is in no data cache: a fetch with tags alone, or with `no-store` (docs/next16.md, 10). */
  cached: boolean
}

/** Every place that gives tags to cached data: `cacheTag`, `unstable_cache`, `next: { tags }` of a fetch. */
export function attachedTags({ workspace, graph, sites }: PlanInput): TagUse[] {
  const calls = sites.flatMap(({ site }) => (site.shape === 'call' ? attachedAt(graph, site) : []))
  const fetches = workspace.files
    .filter((file) => workspace.selected.has(file) && isFetchWithTags(workspace.bytes(file)))
    .flatMap((file) => fetchTags(graph, file))
  return [...calls, ...fetches].filter(({ tags }) => tags.length > 0)
}

function attachedAt(graph: Graph, { api, arguments: given, node: at, file }: CallSite): TagUse[] {
  const nodes = given.map(({ node }) => node)
  if (api === 'cacheTag' || api === 'unstable_cacheTag')
    return [{ file, at, tags: elements(graph, nodes), cached: true }]
  const options = api === 'unstable_cache' ? nodes[2] : undefined
  return options ? [{ file, at, tags: optionTags(graph, options), cached: true }] : []
}

/** `next: { tags: [...] }` of fetch, and of clients that hand it on. */
function fetchTags(graph: Graph, file: string): TagUse[] {
  const found: TagUse[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && memberName(node.name) === 'next')
      found.push({
        file,
        at: node,
        tags: optionTags(graph, node.initializer),
        cached: isCached(graph, node),
      })
    eachChild(node, visit)
  }
  const source = graph.model(file)?.source
  if (source) visit(source)
  return found
}

function isFetchWithTags(bytes: Buffer | undefined): boolean {
  return bytes !== undefined && /\bnext\s*:\s*\{[^}]*\btags\b/.test(bytes.toString('latin1'))
}

function isCached(graph: Graph, next: ts.PropertyAssignment): boolean {
  const revalidate = constantIn(graph, next.initializer, 'revalidate')
  const isKept = revalidate === false || (typeof revalidate === 'number' && revalidate > 0)
  return isKept || constantIn(graph, next.parent, 'cache') === 'force-cache'
}

function constantIn(graph: Graph, object: ts.Expression, name: string): Constant {
  const look = lookFrom(graph, object)
  const value = memberOf(look, follow(look, { node: object, frame: null }), name)
  return value ? constantAt(look, value)?.value : undefined
}

function optionTags(graph: Graph, options: ts.Expression): ts.Expression[] {
  const look = lookFrom(graph, options)
  const tags = memberOf(look, follow(look, { node: options, frame: null }), 'tags')
  return tags ? listed(graph, look, tags) : []
}

function listed(graph: Graph, look: Look, place: Place): ts.Expression[] {
  const { node } = follow(look, place)
  return ts.isArrayLiteralExpression(node) ? elements(graph, node.elements) : []
}

/** The elements that are known to be there: lists that are spread in count where they can be followed. */
function elements(graph: Graph, nodes: readonly ts.Expression[]): ts.Expression[] {
  return nodes.flatMap((node) => {
    if (!ts.isSpreadElement(node)) return [node]
    return listed(graph, lookFrom(graph, node), { node: node.expression, frame: null })
  })
}
