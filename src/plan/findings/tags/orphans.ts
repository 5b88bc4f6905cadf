import type { ts } from '@ts-morph/common'
import { callSites } from '../../../cache/call-sites.js'
import { tagsAt } from '../../../cache/readers/tags.js'
import { mayMatch, showText, textKey, wholeText } from '../../../cache/values/index.js'
import type { Text } from '../../../cache/values/types.js'
import type { Graph } from '../../../graph/graph.js'
import { makeFinding } from '../../catalogue.js'
import type { PlanInput } from '../../input.js'
import type { Finding } from '../../types.js'
import { placeOf } from '../place.js'
import { gatherTags } from './gather.js'
import { counterparts } from './meet.js'
import { createMentions } from './mentions.js'
import { canMeet } from './scope.js'
import type { Attached, Invalidated, Side, TagAt } from './types.js'

/** What Next.js keeps of a tag (docs/next16.md, 8). */
const maxLength = 256

/** Tags that are invalidated and that no reader in the tree carries. */
export function readerlessFindings(
  { workspace, graph }: PlanInput,
  attached: Side<Attached>,
  invalidated: Side<Invalidated>,
): Finding[] {
  const isMentioned = createMentions(workspace, graph)
  const readers = [
    ...attached.known.map(({ at }) => at),
    ...callSites(graph, 'unstable_cache')
      .filter(({ shape }) => shape === 'call')
      .map(({ node }) => node),
  ]
  return firstPlaces(invalidated.known).flatMap((one) => {
    if (!isTag(one.text) || !workspace.selected.has(one.at.getSourceFile().fileName)) return []
    // Where nothing at all is read from a cache, something that cannot be seen here does the reading.
    if (!readers.some((reader) => canMeet(workspace, reader, one.at))) return []
    if (counterparts(workspace, one, attached)?.length !== 0 || isMentioned(one)) return []
    const tag = showText(one.text)
    const message = `The tag "${tag}" is invalidated here, and no reader with that tag was found in the source: nothing is refreshed by it.`
    const key = keyPlace(graph, one.text)
    const help = key
      ? `"${tag}" is a part of the key of the entry in ${key}, and a key part is no tag: add it to the tags of that entry.`
      : undefined
    return [makeFinding('orphan-tag', placeOf(one.at), { message, ...(help && { help }) })]
  })
}

/** Tags that cached data carries and that nothing in the tree invalidates, in apps that do invalidate tags. */
export function writerlessFindings(
  { workspace }: PlanInput,
  attached: Side<Attached>,
  invalidated: Side<Invalidated>,
): Finding[] {
  const places = new Map<ts.Node, string[]>()
  for (const one of firstPlaces(attached.known)) {
    const { fileName } = one.at.getSourceFile()
    if (!isTag(one.text) || !workspace.selected.has(fileName)) continue
    const app = workspace.appOf(fileName)
    const doesInvalidate = invalidated.known.some(
      ({ at }) => workspace.appOf(at.getSourceFile().fileName) === app,
    )
    if (!doesInvalidate || counterparts(workspace, one, invalidated)?.length !== 0) continue
    places.set(one.at, [...(places.get(one.at) ?? []), `"${showText(one.text)}"`])
  }
  return [...places].map(([at, tags]) => {
    const message = `Cached data carries ${named(tags)}, and nothing that was found in the source invalidates ${tags.length > 1 ? 'them' : 'it'}.`
    const help =
      'Invalidate it where the data changes. Where a lifetime, revalidatePath or something outside of this repository keeps the data fresh, all is well.'
    return { ...makeFinding('orphan-tag', placeOf(at), { message, help }), severity: 'note' }
  })
}

const maxNamed = 3

function named(tags: readonly string[]): string {
  if (tags.length === 1) return `the tag ${tags[0]}`
  const shown = tags.slice(0, maxNamed)
  const more = tags.length - shown.length
  const last = more > 0 ? `${more} more` : shown.pop()
  return `the tags ${shown.join(', ')} and ${last}`
}

/** The first place of each distinct tag, by file and position. */
function firstPlaces<T extends TagAt>(all: readonly T[]): T[] {
  const sorted = [...all].sort((a, b) => {
    const [one, other] = [a.at.getSourceFile().fileName, b.at.getSourceFile().fileName]
    return one < other ? -1 : one > other ? 1 : a.at.pos - b.at.pos
  })
  const found = new Map<string, T>()
  for (const one of sorted) {
    // `` tagFor(slug ?? '') `` may be the tag without a slug, which nobody means.
    const isOther = all.some((two) => two.at === one.at && two !== one && covers(two.text, one.text))
    if (!isOther && !found.has(textKey(one.text))) found.set(textKey(one.text), one)
  }
  return [...found.values()]
}

function covers(wide: Text, narrow: Text): boolean {
  return wholeText(wide) === null && wholeText(narrow) !== null && mayMatch(wide, narrow)
}

/** An empty tag and one that is too long are findings of their own; `_N_T_/path` is what Next.js gives to a path. */
function isTag(text: Text): boolean {
  const shown = showText(text)
  return shown !== '' && shown.length <= maxLength && !shown.startsWith('_N_T_')
}

/** Where an `unstable_cache` has the text among its key parts, wrappers of it included. */
function keyPlace(graph: Graph, text: Text): string | null {
  for (const { node, arguments: given } of callSites(graph, 'unstable_cache')) {
    const keys = given[1]?.node
    if (!keys) continue
    const { known } = gatherTags(graph, node, [keys], (look, frame) => tagsAt(look, [{ node: keys, frame }]))
    const part = known.find((one) => textKey(one.text) === textKey(text))
    if (part) return `${placeOf(part.at).file}:${placeOf(part.at).line}`
  }
  return null
}
