import type { RouteRead, RouteReads } from '../../cache/readers/index.js'
import { keep, review, type Verdict } from '../decision.js'
import type { OpenVerdict } from './answer.js'
import { type HelperCall, helperOf, narrowest } from './helpers.js'
import type { World } from './world.js'

/** A cached read of a page with the helper call that names its tag most narrowly. */
export interface TaggedRead {
  read: RouteRead
  helper: HelperCall
}

/** What a page reads, as it matters here: the tags that refresh all of it, or why its path has to stay. */
export type PageOutcome =
  | { tagged: TaggedRead[]; verdict: null; untagged: RouteRead[] }
  | { tagged: null; verdict: Verdict; untagged: RouteRead[] }

/** Rules 2 of docs/transforms/revalidate-path.md: every cached read is tagged by a helper, and a static page has one. */
export function pageOutcome(world: World, reads: RouteReads): PageOutcome {
  // A static page carries the tags of a fetch that no data cache holds (docs/next16.md, fetch tags).
  const isKept = (read: RouteRead): boolean =>
    read.cached !== false || (reads.rendering.kind !== 'dynamic' && read.tags.length > 0)
  const cached = reads.reads.filter((read) => isKept(read) && read.kind !== 'uncached')
  const unclear = cached.find((read) => read.cached === 'unknown')
  const [gap] = reads.incomplete
  const untagged = cached.filter((read) => read.cached === true && read.tags.length === 0 && read.complete)
  const stays = (verdict: Verdict): PageOutcome => ({ tagged: null, verdict, untagged })
  const { file } = reads.route
  const [bare] = untagged
  if (bare)
    return stays(
      keep(
        'untagged-cached-reader',
        `${file} also reads ${said(bare)}, which is cached and carries no tag: only its path refreshes it.`,
      ),
    )
  if (cached.length === 0) return stays(withoutCache(reads))
  if (gap)
    return stays(
      keep('reads-unknown', `Not all that ${file} reads can be seen: ${gap.why} (${gap.file}:${gap.line}).`),
    )
  if (unclear) return stays(keep('reads-unknown', `Whether ${said(unclear)} is cached cannot be told.`))
  const open = cached.find((read) => !read.complete)
  if (open)
    return stays(
      review(
        'tags-unclear',
        `Which tags ${said(open)} carries cannot be told; its callers may hand them to it.`,
      ),
    )
  return { ...taggedReads(world, cached, stays), untagged }
}

function taggedReads(
  world: World,
  cached: readonly RouteRead[],
  stays: (verdict: Verdict) => PageOutcome,
): PageOutcome {
  const tagged: TaggedRead[] = []
  for (const read of cached) {
    const helpers = read.tags.flatMap(({ expression, texts }) => {
      const helper = expression && helperOf(world.input.graph, expression, texts)
      return helper ? [helper] : []
    })
    const helper = narrowest(helpers)
    if (!helper)
      return stays(
        keep(
          'inline-tagged-reader',
          `${said(read)} carries ${read.tags[0]?.text ?? 'a tag'}, which no helper makes. --create-tag-helpers makes one.`,
        ),
      )
    tagged.push({ read, helper })
  }
  return { tagged, verdict: null, untagged: [] }
}

/** A page that no data cache takes part in: static, its route entry is all there is; dynamic, every render reads anew. */
function withoutCache({ route, rendering, incomplete, reads }: RouteReads): Verdict {
  const [gap] = incomplete
  const where = rendering.file === null ? '' : ` (${rendering.file}:${rendering.line})`
  if (rendering.kind === 'static')
    return keep(
      'untagged-static-page',
      `${route.file} is static and carries no tag: only its path refreshes it.`,
    )
  if (rendering.kind === 'unknown')
    return keep(
      'rendering-unknown',
      `Whether ${route.file} is static cannot be told: ${rendering.why}${where}.`,
    )
  if (gap)
    return keep(
      'reads-unknown',
      `Not all that ${route.file} reads can be seen: ${gap.why} (${gap.file}:${gap.line}).`,
    )
  const data = reads.length > 0 ? 'reads its data anew each time' : 'reads nothing from a cache'
  return keep(
    'dynamic-page',
    `${route.file} is rendered for every request (${rendering.why}${where}) and ${data}. In an action refresh() does the same; --refresh writes it.`,
  )
}

/** The cached function, or the call, and where it is. */
export function said({ what, file, line }: RouteRead): string {
  return `${what} (${file}:${line})`
}

/**
 * On a dynamic page that also reads uncached data, a tag has to be about what the path names: otherwise the cached
 * read is a by-catch (a team list on the assets page), and the name of its tag would say what is not meant.
 */
export function otherEntity(
  { reads, rendering, route }: RouteReads,
  tagged: readonly TaggedRead[],
): OpenVerdict | null {
  const hasUncached = reads.some((read) => read.kind === 'uncached' || read.cached === false)
  if (rendering.kind === 'static' || !hasUncached) return null
  const named = route.segments.filter(({ kind }) => kind === 'static').map(({ name }) => wordsOf(name))
  const isNamed = tagged.some(({ helper }) => {
    const words = wordsOf(`${helper.name}-${helper.staticText}`)
    return named.some((segment) => segment.length > 0 && segment.every((word) => words.includes(word)))
  })
  if (isNamed) return null
  const [first] = tagged
  const verdict = review(
    'other-entity',
    `The only cached reads of ${route.file} are about something else (${first ? said(first.read) : ''}); what the page itself shows is read uncached. Map the route under paths in the config if that tag is meant.`,
  )
  return { ...verdict, open: { kind: 'entity' } }
}

/** `fee-structures` is `fee` and `structure`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, ''))
}
