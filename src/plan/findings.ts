import { ts } from '@ts-morph/common'
import type { Context } from '../context/types.js'
import { list, place } from '../context/words.js'
import { type FindingId, makeFinding } from './catalogue.js'
import { sameTagCalls } from './conflicts.js'
import { placementFindings } from './findings/index.js'
import { inlineTagFindings } from './findings/inline-tag.js'
import { recordWithoutListFindings } from './findings/lists/index.js'
import { staleAfterActionFindings } from './findings/stale-after-action.js'
import { tagFindings } from './findings/tags/index.js'
import type { PlanInput, TracedSite } from './input.js'
import { isExpireNow } from './invalidation.js'
import { misusedIn } from './misuse.js'
import { isKnownProfile } from './profiles.js'
import type { Decision, Finding } from './types.js'

/** Contexts that make a call site wrong by themselves, and whether it takes a chain of plain calls to say so. */
const wrongPlaces: { context: Context; id: FindingId; direct: boolean }[] = [
  { context: 'render', id: 'invalidate-in-render', direct: true },
  { context: 'client', id: 'invalidate-in-client', direct: true },
  { context: 'cached-function', id: 'invalidate-in-cached-function', direct: true },
  { context: 'proxy', id: 'invalidate-in-proxy', direct: false },
  { context: 'pages-api', id: 'invalidate-in-pages-api', direct: false },
  { context: 'instrumentation', id: 'invalidate-in-instrumentation', direct: false },
]

const rightPlaces: ReadonlySet<Context> = new Set(['server-action', 'route-handler'])
const invalidating = new Set([
  'revalidateTag',
  'updateTag',
  'revalidatePath',
  'refresh',
  'unstable_expireTag',
  'unstable_expirePath',
])

/** What follows from who can run a line, beyond the rewrites. */
export function findingsOf(input: PlanInput, decisions: readonly Decision[]): Finding[] {
  const invalidations = input.sites.filter(({ site }) => invalidating.has(site.api) && site.shape === 'call')
  return [
    ...invalidations.flatMap(wrongPlace),
    ...invalidations.flatMap((traced) => misuse(traced, decisions)),
    ...mixedProfiles(input),
    ...input.sites.flatMap((traced) => unknownProfile(input, traced)),
    ...appFindings(input, decisions),
    ...placementFindings(input),
    ...tagFindings(input, decisions),
    ...inlineTagFindings(input, decisions),
    ...recordWithoutListFindings(input, decisions),
    ...staleAfterActionFindings(input),
  ]
}

function wrongPlace({ site, evidence, contexts }: TracedSite): Finding[] {
  // A chain of hand-overs tells nothing new where the line is known to run in a place that is right.
  const hasRightPlace = contexts.some((context) => rightPlaces.has(context))
  return wrongPlaces.flatMap(({ context, id, direct }) => {
    const found = evidence.find((e) => e.context === context)
    if (!found || (!found.direct && (direct || (hasRightPlace && context !== 'pages-api')))) return []
    const start = found.steps[0]
    const from =
      start && start.file !== site.file
        ? ` It is reached from ${start.file}:${start.line} (${start.symbol}).`
        : ''
    const can = found.direct ? 'can' : 'may'
    const finding = makeFinding(id, site, { message: `${site.api} ${can} run in ${place(context)}.${from}` })
    // Where a value was handed on, only a person can tell whether the line is really run there.
    return [found.direct ? finding : { ...finding, severity: 'warning' }]
  })
}

function misuse(traced: TracedSite, decisions: readonly Decision[]): Finding[] {
  const { site } = traced
  if (site.api !== 'updateTag' && site.api !== 'refresh') return []
  const contexts = misusedIn(traced)
  const isFixed = decisions.some(
    (d) => d.action === 'rewrite' && d.file === site.file && d.line === site.line && d.column === site.column,
  )
  if (contexts.length === 0 || isFixed) return []
  const message = `${list(contexts.map(place))} can run this ${site.api}, which throws there.`
  return [
    makeFinding('update-tag-outside-action', site, { message: message[0]?.toUpperCase() + message.slice(1) }),
  ]
}

/** Two lifetimes for one tag in one function: the stale-while-revalidate one is applied last (docs/next16.md, 2). */
function mixedProfiles({ sites }: PlanInput): Finding[] {
  return sites.flatMap(({ site }) => {
    if (site.api !== 'revalidateTag' || site.arguments.length !== 2 || isExpireNow(site.arguments[1]?.node))
      return []
    const other = sameTagCalls(sites, site).find(
      ({ api, arguments: given }) =>
        api === 'updateTag' ||
        (api === 'revalidateTag' && (given.length === 1 || isExpireNow(given[1]?.node))),
    )
    if (!other) return []
    const message = `${site.text} undoes ${other.text} in line ${other.line}: for one tag, the profile wins over the immediate expiry.`
    return [makeFinding('mixed-profile', site, { message })]
  })
}

function unknownProfile(input: PlanInput, { site }: TracedSite): Finding[] {
  const profile = site.arguments[1]?.node
  if (site.api !== 'revalidateTag' || site.shape !== 'call' || !profile || !ts.isStringLiteralLike(profile))
    return []
  if (isKnownProfile(profile.text, input.workspace.appOf(site.file))) return []
  const message = `The profile "${profile.text}" is neither built in nor declared under cacheLife in next.config: nothing is invalidated.`
  return [makeFinding('unknown-profile', site, { message })]
}

/** Once per app that has something to change. */
function appFindings({ workspace }: PlanInput, decisions: readonly Decision[]): Finding[] {
  const rewrites = decisions.filter(({ action }) => action === 'rewrite')
  return workspace.apps.flatMap((app) => {
    const own = rewrites.filter(({ file, evidence }) =>
      [file, ...evidence.flat().map((step) => step.file)].some((f) => workspace.appOf(f) === app),
    )
    if (own.length === 0) return []
    const found: Finding[] = []
    const manifest = { file: app.dir === '' ? 'package.json' : `${app.dir}/package.json`, line: 1, column: 1 }
    if (app.nextMajor !== null && app.nextMajor < 16) {
      const name = app.dir === '' ? 'This app' : app.dir
      const message = `${name} is on next ${app.next}; the migrated code needs Next.js 16.`
      found.push(makeFinding('next-version', manifest, { message }))
    }
    if (app.customCacheHandler && own.some(({ after }) => after?.includes('expire: 0'))) {
      found.push(makeFinding('custom-cache-handler', { ...manifest, file: app.configFile ?? manifest.file }))
    }
    return found
  })
}
