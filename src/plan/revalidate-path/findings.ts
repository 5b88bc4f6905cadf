import type { RouteRead, RouteReads } from '../../cache/readers/index.js'
import type { Dead, Route } from '../../cache/routes/index.js'
import { showText } from '../../cache/values/index.js'
import type { Text } from '../../cache/values/types.js'
import { makeFinding } from '../catalogue.js'
import type { TracedSite } from '../input.js'
import type { Finding } from '../types.js'

/** A path that reaches nothing, with the one that was meant. */
export function deadPath({ site }: TracedSite, dead: Dead | null, text: Text | null): Finding[] {
  if (!dead || !text) return []
  const message = `revalidatePath(${JSON.stringify(showText(text))}) invalidates nothing${dead.fixed === null ? '' : `; ${JSON.stringify(dead.fixed)} is the path of the page`}.`
  return [makeFinding('dead-path', site, { message })]
}

/** Reads that keep a page on its path: with a tag on each, one call would refresh it wherever it stands. */
export function untaggedReaders(
  { site }: TracedSite,
  { route }: RouteReads,
  untagged: readonly RouteRead[],
): Finding[] {
  return untagged.map((read) => {
    const message = `${read.what} is cached without a tag and read by ${route.pattern} (${route.file}), so ${site.file}:${site.line} needs the path of the page, and other pages with the same data stay stale.`
    const help = `Tag it: ${tagHint(read, route)}. Then invalidate that tag instead of the path.`
    return makeFinding(
      'untagged-reader',
      { file: read.file, line: read.line, column: read.column },
      { message, help },
    )
  })
}

function tagHint({ kind, what }: RouteRead, route: Route): string {
  const tag = kind === 'fetch' ? fetchedThing(what, route) : cachedThing(what)
  if (kind === 'use-cache') return `cacheTag('${tag}') in the function`
  if (kind === 'unstable_cache') return `{ tags: ['${tag}'] } in its options`
  return `{ next: { tags: ['${tag}'] } } beside its caching option`
}

/** `sales-figures` of `getSalesFigures`. */
function cachedThing(what: string): string {
  const thing = what.replace(/^(?:get|fetch|load|read|find|list|query)(?=[A-Z])/, '').replace(/\W.*$/, '')
  return thing === '' ? 'data' : thing.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

/** `posts` of `` fetch(`https://cms.example/posts/${id}`) ``, else what the route is called. */
function fetchedThing(what: string, { segments }: Route): string {
  const [, thing] = /^fetch\(\W(?:https?:\/\/[^/'"`]*)?\/(?:api\/|v\d+\/)*([a-z][\w-]*)/i.exec(what) ?? []
  return (thing ?? segments.findLast(({ kind }) => kind === 'static')?.name ?? 'data').toLowerCase()
}
