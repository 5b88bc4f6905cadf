import { ts } from '@ts-morph/common'
import { type CallSite, callSites } from '../../../cache/call-sites.js'
import { settingsAt } from '../../../cache/readers/settings.js'
import type { Tags } from '../../../cache/readers/tags.js'
import type { Graph } from '../../../graph/graph.js'
import type { Workspace } from '../../../workspace/types.js'
import { type NextOption, nextOptions, tagsOfNext, tagsOfSettings } from './fetches.js'
import { gatherTags, tagsGiven } from './gather.js'
import { isTest } from './scope.js'
import type { Attached, FetchOptions, Side, TagAt } from './types.js'

const noTags: Tags = { tags: [], complete: true, open: false }
const unknownTags: Tags = { tags: [], complete: false, open: false }

/** Every tag that the tree gives to cached data: `cacheTag`, `unstable_cache`, `next.tags` of a fetch. */
export function attachedTags(workspace: Workspace, graph: Graph): Side<Attached> {
  const found: Side<Attached> = { known: [], open: [] }
  const add = ({ known, open }: Side<TagAt>, fetch: FetchOptions | null): void => {
    for (const one of known) found.known.push({ ...one, fetch })
    found.open.push(...open)
  }
  for (const api of ['cacheTag', 'unstable_cacheTag', 'unstable_cache'] as const)
    for (const site of callSites(graph, api))
      if (!isTest(workspace, site.file)) add(ofSite(graph, site), null)
  for (const option of nextOptions(workspace, graph))
    if (!isTest(workspace, option.value.getSourceFile().fileName)) add(ofNext(graph, option), option.fetch)
  return found
}

function ofSite(graph: Graph, site: CallSite): Side<TagAt> {
  const { api, shape, node } = site
  if (shape !== 'call') {
    // The type of the function, and its name in a barrel, give nothing.
    const isHarmless = shape === 'reexport' || ts.isTypeQueryNode(node.parent)
    return { known: [], open: isHarmless ? [] : [node] }
  }
  const given = site.arguments.map((argument) => argument.node)
  if (api !== 'unstable_cache')
    return gatherTags(graph, node, given, (look, frame) => tagsGiven(look, given, frame))
  if (given.some(ts.isSpreadElement)) return { known: [], open: [node] }
  const options = given[2]
  if (!options) return { known: [], open: [] }
  return gatherTags(graph, node, [options], (look, frame) => {
    const settings = settingsAt(look, { node: options, frame })
    return tagsOfSettings(look, settings) ?? (settings.unknown ? unknownTags : noTags)
  })
}

/** A `next` that cannot be read tells of no tags: many things are called so, and an object with tags is found itself. */
function ofNext(graph: Graph, { value, fetch }: NextOption): Side<TagAt> {
  const at = fetch?.call ?? value.parent
  const side = gatherTags(
    graph,
    at,
    [value],
    (look, frame) => tagsOfNext(look, value, frame) ?? (mayHoldTags(value) ? unknownTags : noTags),
  )
  return isWritten(value) || fetch?.call ? side : { ...side, open: [] }
}

function isWritten(value: ts.Expression): boolean {
  return /\btags\b/.test(value.getText())
}

/** Something other than an object that shows all it has. */
function mayHoldTags(value: ts.Expression): boolean {
  return !ts.isObjectLiteralExpression(value) || value.properties.some(ts.isSpreadAssignment)
}
