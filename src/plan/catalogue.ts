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
    title: 'unstable_ names and deep imports of the cache API become their stable names.',
    help: 'unstable_expireTag and unstable_expirePath are gone in Next.js 16; unstable_cacheTag and unstable_cacheLife will go.',
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
] as const satisfies readonly FindingEntry[]

export type FindingId = (typeof findings)[number]['id']

/** Where a finding stands: path relative to the root, line and column from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/** The page section that explains a finding. */
export function findingUrl(id: FindingId): string {
  return `https://www.npmjs.com/package/retag#${id}`
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
