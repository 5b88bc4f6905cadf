import { constantOf } from '../../cache/values/constants.js'
import type { Graph } from '../../graph/graph.js'
import { makeFinding } from '../catalogue.js'
import type { PlanInput } from '../input.js'
import type { Finding } from '../types.js'
import type { TagUse } from './attached-tags.js'
import { placeOf } from './place.js'

/** NEXT_CACHE_TAG_MAX_LENGTH and NEXT_CACHE_TAG_MAX_ITEMS of next/dist/lib/constants (docs/next16.md, 8). */
const maxLength = 256
const maxTags = 128

const invalidating = new Set(['revalidateTag', 'updateTag'])

/** Tags that Next.js drops: longer than 256 characters, or after the 128th of one entry. */
export function tagLengthFindings({ graph, sites }: PlanInput, attached: readonly TagUse[]): Finding[] {
  const invalidated = sites.flatMap(({ site: { api, shape, node: at, arguments: given } }): Given[] => {
    const count = invalidating.has(api) ? 1 : api === 'unstable_expireTag' ? given.length : 0
    return shape === 'call' ? [{ at, tags: given.slice(0, count).map(({ node }) => node) }] : []
  })
  return [
    ...invalidated.flatMap((use) => tooLong(graph, use, 'so nothing carries it and nothing is invalidated')),
    ...attached.flatMap((use) => [...tooLong(graph, use, 'so this entry goes without it'), ...tooMany(use)]),
  ]
}

type Given = Pick<TagUse, 'at' | 'tags'>

function tooLong(graph: Graph, { at, tags }: Given, so: string): Finding[] {
  return tags.flatMap((tag) => {
    const value = constantOf(graph, tag)?.value
    if (typeof value !== 'string' || value.length <= maxLength) return []
    const isHere = tag.getSourceFile() === at.getSourceFile()
    const message = `The tag "${value.slice(0, 24)}..." is ${value.length} characters long. Next.js drops tags of more than ${maxLength}, ${so}.`
    return [makeFinding('tag-too-long', placeOf(isHere ? tag : at), { message })]
  })
}

function tooMany({ at, tags }: Given): Finding[] {
  if (tags.length <= maxTags) return []
  const message = `One entry gets ${tags.length} tags. Next.js keeps ${maxTags} and drops the others, so invalidating those does nothing.`
  return [makeFinding('tag-too-long', placeOf(at), { message })]
}
