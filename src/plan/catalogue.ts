import type { Finding, Severity } from './types.js'

/** What `retag list` says about one transform. */
export interface TransformEntry {
  id: string
  title: string
  help: string
}

/** What `retag list` says about one finding; `title` and `help` are also the default texts of the finding itself. */
export interface FindingEntry {
  id: string
  severity: Severity
  /** One sentence: what is wrong. */
  title: string
  /** What to do about it. */
  help: string
}

/** Every transform, in the order in which they run. */
export const transforms = [
  {
    id: 'revalidate-tag',
    title:
      "One-argument revalidateTag(tag) becomes updateTag(tag), or revalidateTag with 'max' or { expire: 0 }.",
    help: 'Next.js 16 wants a second argument. Who can run the line decides which form is right.',
  },
  {
    id: 'stable-names',
    title: 'unstable_ names, experimental settings and deep imports of the cache API become stable ones.',
    help: 'unstable_expireTag and unstable_expirePath are gone in Next.js 16; unstable_cacheTag and unstable_cacheLife will go.',
  },
  {
    id: 'revalidate-path',
    title:
      'Entity revalidatePath calls become tag helper calls where every cached read of the page carries such a tag.',
    help: 'Resources (sitemap, feed, OG image), layouts, computed paths and pages with untagged reads keep their path, with the reason.',
  },
  {
    id: 'unstable-cache',
    title:
      "unstable_cache entries become 'use cache' functions; cookies and captured values become their arguments.",
    help: 'By default those with cookies or headers in their key; --unstable-cache all takes every one that can be proven.',
  },
  {
    id: 'tag-helpers',
    title: 'Tags that are written by hand become calls of tag helpers, on both sides at once.',
    help: 'Runs only with --create-tag-helpers or when it is named. The strings stay the same, to the byte.',
  },
  {
    id: 'next-config',
    title: "The next.config switches 'use cache' on where functions become cached.",
    help: 'Without the flag Next.js does not compile the directive; experimental.useCache forbids the least.',
  },
  {
    id: 'test-doubles',
    title: 'Tests that mock next/cache get the functions that the migrated code now calls.',
    help: 'A mock without updateTag breaks every migrated Server Action under test.',
  },
] as const satisfies readonly TransformEntry[]

export type TransformId = (typeof transforms)[number]['id']

/** Every finding. The ids are stable; reports, docs and code comments name them. */
export const findings = [
  {
    id: 'update-tag-outside-action',
    severity: 'error',
    title: 'updateTag or refresh can be reached from outside a Server Action, where it throws.',
    help: 'Use revalidateTag(tag, { expire: 0 }), which works in both places; --fix-misuse does that.',
  },
  {
    id: 'invalidate-in-render',
    severity: 'error',
    title: 'The cache is invalidated while a page renders, which throws in every version of Next.js.',
    help: 'Move the call into a Server Action or a route handler.',
  },
  {
    id: 'invalidate-in-proxy',
    severity: 'error',
    title: 'The cache is invalidated in the proxy, where Next.js 16 does nothing and says nothing.',
    help: 'Move the call into a route handler or a Server Action, or call a route handler from the proxy.',
  },
  {
    id: 'invalidate-in-pages-api',
    severity: 'error',
    title: 'The cache is invalidated in a pages/api route, where it throws at run time.',
    help: 'Move the endpoint to a route handler in the app folder, or revalidate the page with res.revalidate(path).',
  },
  {
    id: 'invalidate-in-instrumentation',
    severity: 'error',
    title: 'The cache is invalidated in instrumentation, where no request is at hand and it throws.',
    help: 'Move the call into a route handler and call that once the server is up.',
  },
  {
    id: 'invalidate-in-client',
    severity: 'error',
    title: 'The cache is invalidated in client code: the build passes, the call throws in the browser.',
    help: "Move the call into a 'use server' function and call that from the client.",
  },
  {
    id: 'invalidate-in-cached-function',
    severity: 'error',
    title: 'The cache is invalidated inside a cached function, where it throws.',
    help: 'Call it after the cached function has returned, in a Server Action or a route handler.',
  },
  {
    id: 'mixed-profile',
    severity: 'warning',
    title:
      "One tag gets updateTag and revalidateTag(tag, 'max') in one function: the second undoes the first.",
    help: 'Keep updateTag in a Server Action; anywhere else keep one revalidateTag.',
  },
  {
    id: 'stale-after-action',
    severity: 'note',
    title:
      'A Server Action uses a stale-while-revalidate profile: the person who acts sees the old data once.',
    help: 'Use updateTag(tag) where the result is shown at once; keep the profile where it may lag.',
  },
  {
    id: 'unknown-profile',
    severity: 'error',
    title:
      'The profile is neither built in nor declared under cacheLife in next.config: nothing is invalidated.',
    help: "Declare the profile under cacheLife in next.config, or use 'max' or { expire: 0 }.",
  },
  {
    id: 'next-version',
    severity: 'warning',
    title: 'The app is on a Next.js version below 16, which lacks updateTag and ignores the second argument.',
    help: 'Upgrade next to 16 together with these changes.',
  },
  {
    id: 'custom-cache-handler',
    severity: 'note',
    title:
      'A custom cache handler is configured: it now receives { expire: 0 } where it received no durations.',
    help: 'Check that its revalidateTag or updateTags method accepts the durations argument.',
  },
  {
    id: 'captured-not-in-key',
    severity: 'warning',
    title:
      'unstable_cache used a captured value that its key did not hold: different values shared one entry.',
    help: 'As argument of the cached function it is part of the key now. Check whether wrong data was shown before.',
  },
  {
    id: 'secret-in-cache-key',
    severity: 'warning',
    title: 'A token becomes part of a cache key, which is kept as plain text.',
    help: 'Hand over the id of the user, or a hash of the token, and tag the entry with that: cacheTag(`user-${userId}`). What needs the token itself is better read uncached.',
  },
  {
    id: 'json-round-trip-gone',
    severity: 'warning',
    title: 'Dates, Maps and Sets came out of unstable_cache as JSON; they now stay what they are.',
    help: 'Remove code that parses them again, and check code that treats them as text.',
  },
  {
    id: 'unserialisable-result',
    severity: 'warning',
    title: "It could not be proven that the result may leave a 'use cache' function.",
    help: 'Install the dependencies and run again, or check that only plain data, dates, maps and sets are returned.',
  },
  {
    id: 'per-process-storage',
    severity: 'note',
    title:
      "'use cache' keeps its entries in the memory of each process; unstable_cache kept them on disk across restarts.",
    help: "On serverless platforms, where memory is short-lived, use 'use cache: remote' or configure a cache handler.",
  },
  {
    id: 'domain-error-redacted',
    severity: 'warning',
    title:
      "An error class is thrown inside a 'use cache' function: production replaces its message and class.",
    help: 'Return a value that says what went wrong, and throw outside of the cached function.',
  },
  {
    id: 'nested-cache',
    severity: 'note',
    title: 'One cached function calls another: the tags of the inner one now refresh the outer one too.',
    help: 'Keep one of the two, unless both are wanted; invalidate the tags of the inner one to refresh the outer one.',
  },
  {
    id: 'forbidden-segment-config',
    severity: 'error',
    title: "A segment config stands in the way of the flag that 'use cache' needs: the build fails at it.",
    help: 'Remove the export if the route can do without it; otherwise leave the flag off and keep unstable_cache in this app.',
  },
  {
    id: 'cache-components-breaks',
    severity: 'error',
    title:
      'cacheComponents, which replaces experimental.dynamicIO, forbids this segment config: the build fails.',
    help: "Remove the export; what it asked for is said with 'use cache', cacheLife and Suspense under cacheComponents.",
  },
  {
    id: 'invalidate-in-transaction',
    severity: 'warning',
    title: 'The cache is invalidated inside a database transaction: a roll-back does not take that back.',
    help: 'Collect the tags in the transaction and invalidate after it has committed, before a redirect.',
  },
  {
    id: 'invalidate-after-redirect',
    severity: 'error',
    title: 'The cache is invalidated after something that has left the function: the call never runs.',
    help: 'Invalidate first, then redirect: the page that is shown next is then rendered with the new data.',
  },
  {
    id: 'redirect-swallowed',
    severity: 'warning',
    title: 'A catch keeps what redirect throws: the cache is invalidated, but nobody is redirected.',
    help: 'Call redirect after the try block, or begin the catch with unstable_rethrow(error).',
  },
  {
    id: 'invalidate-everything',
    severity: 'warning',
    title: 'Everything that the app has cached is thrown away.',
    help: 'Invalidate the tags of what changed. Around login and logout it is common and often meant; where only data of the signed-in user changes, refresh() or a tag for that user does less harm.',
  },
  {
    id: 'tag-too-long',
    severity: 'error',
    title: 'Next.js drops tags of more than 256 characters, and more than 128 tags of one entry.',
    help: 'Use short tags made of an entity and an id; where there are many records, tag the list once, or hash what is long.',
  },
  {
    id: 'router-refresh-without-invalidation',
    severity: 'note',
    title: 'router.refresh() renders the page again, but nothing invalidates the cached data that it reads.',
    help: 'Invalidate the tags of what was written: updateTag in a Server Action, revalidateTag in a route handler. After an action that does, router.refresh() is not needed. Ignore this where the page reads nothing of it from a cache.',
  },
  {
    id: 'orphan-tag',
    severity: 'warning',
    title: 'One side of a tag is missing: it is invalidated and no reader carries it, or the reverse.',
    help: 'Compare the strings of both sides. Give the tag to the data that should be refreshed, with cacheTag, unstable_cache or next.tags of a fetch, or remove the call. Where something outside of this repository carries the tag, all is well.',
  },
  {
    id: 'tag-on-dynamic-fetch',
    severity: 'warning',
    title: 'A fetch has tags but is never stored, so nothing ever looks at them.',
    help: "Have it stored, with cache: 'force-cache' or revalidate. Where it is meant to be read anew for each request, take the tags away.",
  },
  {
    id: 'dead-tag',
    severity: 'warning',
    title: 'A tag is invalidated that only fetches carry which no cache holds.',
    help: "Have the fetch stored, with cache: 'force-cache' or revalidate. Where it is meant to be read anew for each request, take its tags and this call away.",
  },
  {
    id: 'dead-path',
    severity: 'warning',
    title: 'The path of this revalidatePath reaches no page: it invalidates nothing and says nothing.',
    help: 'Write the path of the page as the browser sees it: no query string, no route group, a slash in front; a pattern such as /posts/[slug] with a type.',
  },
  {
    id: 'inline-tag',
    severity: 'note',
    title: 'A tag is written by hand beside a tag helper that makes the same string.',
    help: 'Call the helper, so that the two cannot drift apart: `retag -t tag-helpers`, or --create-tag-helpers with the others.',
  },
  {
    id: 'record-without-list',
    severity: 'warning',
    title: 'The tag of one record is invalidated, but not the tag of a list that shows it.',
    help: 'Invalidate the tag of the list as well where the list shows what was changed.',
  },
  {
    id: 'untagged-reader',
    severity: 'note',
    title: 'A cached read carries no tag, so only the path of each page that reads it can refresh it.',
    help: 'Tag the read, and invalidate the tag instead of the path.',
  },
] as const satisfies readonly FindingEntry[]

export type FindingId = (typeof findings)[number]['id']

/** Where a finding stands: path relative to the root, line and column from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/** The page of the package. */
export const packageUrl = 'https://www.npmjs.com/package/retag'

/** The page section that explains a transform or a finding. */
export function ruleUrl(id: string): string {
  return `${packageUrl}#${id}`
}

/** The page section that explains a finding. */
export function findingUrl(id: FindingId): string {
  return ruleUrl(id)
}

/**
 * Builds a finding with the severity and link of the catalogue.
 *
 * @param texts `message` and `help` for this very place; without them the catalogue's own sentences stand.
 */
export function makeFinding(
  id: FindingId,
  place: Place,
  texts: { message?: string; help?: string } = {},
): Finding {
  const entry = findings.find((candidate) => candidate.id === id)
  if (entry === undefined) throw new Error(`no finding is called ${id}`)
  return {
    id,
    severity: entry.severity,
    file: place.file,
    line: place.line,
    column: place.column,
    message: texts.message ?? entry.title,
    help: texts.help ?? entry.help,
    url: findingUrl(id),
  }
}
