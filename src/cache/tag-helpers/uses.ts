import { ts } from '@ts-morph/common'
import { roleOf } from '../../context/roles.js'
import type { Graph } from '../../graph/graph.js'
import { dressed, eachChild, memberName } from '../../graph/syntax.js'
import type { Workspace } from '../../workspace/types.js'
import { type CallSite, callSites } from '../call-sites.js'
import { settingsAt } from '../readers/settings.js'
import { elementsAt } from '../values/lists.js'
import { type Look, lookFrom, type Place } from '../values/place.js'
import { tagsAtPlace } from './tags.js'
import type { TagSide, WrittenTag } from './types.js'

/** What takes tags, and which side that is. */
const apis = {
  cacheTag: 'attach',
  unstable_cacheTag: 'attach',
  unstable_cache: 'attach',
  revalidateTag: 'invalidate',
  updateTag: 'invalidate',
  unstable_expireTag: 'invalidate',
} as const satisfies Record<string, TagSide>

const known = new WeakMap<Graph, readonly WrittenTag[]>()

/** Every tag that the tree writes, of both sides, tests left out; each place once. */
export function writtenTags(workspace: Workspace, graph: Graph): readonly WrittenTag[] {
  const tags = known.get(graph) ?? findTags(workspace, graph)
  known.set(graph, tags)
  return tags
}

function findTags(workspace: Workspace, graph: Graph): WrittenTag[] {
  const isTest = (file: string): boolean => roleOf(workspace, file)?.context === 'test'
  const found = new Map<ts.Node, WrittenTag>()
  const add = (one: Omit<WrittenTag, 'tag'>, look: Look, places: readonly Place[]): void => {
    for (const tag of places.flatMap((place) => tagsAtPlace(look, place)))
      if (!found.has(tag.node) && !isTest(tag.node.getSourceFile().fileName))
        found.set(tag.node, { ...one, tag })
  }
  for (const api of Object.keys(apis) as (keyof typeof apis)[]) {
    for (const site of callSites(graph, api)) {
      if (isTest(site.file)) continue
      const look = lookFrom(graph, site.node)
      const one = { api, side: apis[api], callFile: site.file, callStart: site.start }
      add(one, look, placesOf(look, site))
    }
  }
  for (const { file, node, tags } of fetchTags(workspace, graph)) {
    if (isTest(file)) continue
    const look = lookFrom(graph, node)
    const one = { api: 'fetch', side: 'attach' as const, callFile: file, callStart: node.getStart() }
    add(one, look, listed(look, { node: tags, frame: null }))
  }
  return [...found.values()]
}

function placesOf(look: Look, { api, shape, node, arguments: given }: CallSite): Place[] {
  if (shape === 'callback') {
    const call = dressed(node).parent
    const list =
      ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression
    return list ? listed(look, { node: list.expression, frame: null }) : []
  }
  if (shape !== 'call') return []
  const nodes = given.map((argument) => argument.node)
  if (api === 'unstable_cache') {
    const options = nodes[2]
    const settings = options && settingsAt(look, { node: options, frame: null })
    return settings?.values.get('tags')?.flatMap((place) => listed(look, place)) ?? []
  }
  const isMany = api === 'cacheTag' || api === 'unstable_cacheTag' || api === 'unstable_expireTag'
  return (isMany ? nodes : nodes.slice(0, 1)).flatMap((tag) =>
    ts.isSpreadElement(tag)
      ? listed(look, { node: tag.expression, frame: null })
      : [{ node: tag, frame: null }],
  )
}

function listed(look: Look, list: Place): Place[] {
  return elementsAt(look, list)?.places ?? []
}

const nextTags = /\bnext\s*:[\s\S]{0,400}?\btags\b/

/** The `tags` of `next: { tags }`, an option of fetch and of clients that hand it on. */
function fetchTags(
  workspace: Workspace,
  graph: Graph,
): { file: string; node: ts.Node; tags: ts.Expression }[] {
  return workspace.files.flatMap((file) => {
    const bytes = workspace.bytes(file)
    if (!bytes?.includes('tags') || !nextTags.test(bytes.toString('latin1'))) return []
    const source = graph.model(file)?.source
    return source ? tagsIn(source).map((found) => ({ file, ...found })) : []
  })
}

function tagsIn(source: ts.SourceFile): { node: ts.Node; tags: ts.Expression }[] {
  const found: { node: ts.Node; tags: ts.Expression }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && memberName(node.name) === 'next') {
      const value = dressedObject(node.initializer)
      const tags = value?.properties.find(
        (one): one is ts.PropertyAssignment =>
          ts.isPropertyAssignment(one) && memberName(one.name) === 'tags',
      )
      if (tags) found.push({ node, tags: tags.initializer })
    }
    eachChild(node, visit)
  }
  visit(source)
  return found
}

function dressedObject(node: ts.Expression): ts.ObjectLiteralExpression | null {
  if (ts.isObjectLiteralExpression(node)) return node
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return dressedObject(node.expression)
  return null
}
