import { ts } from '@ts-morph/common'
import type { Unit } from '../../graph/types.js'
import { makeFinding } from '../catalogue.js'
import { sameTagCalls } from '../conflicts.js'
import type { PlanInput } from '../input.js'
import { isExpireNow } from '../invalidation.js'
import { isKnownProfile } from '../profiles.js'
import type { Finding } from '../types.js'
import { calledFor, runningAround } from './closures.js'

/**
 * Stale-while-revalidate in a Server Action: the person who acted sees the old value once (docs/next16.md, 2). Silent
 * beside refresh(), which renders with the new one, and in what runs after the response.
 */
export function staleAfterActionFindings({ sites, workspace }: PlanInput): Finding[] {
  const refreshed = new Set<Unit>(
    sites.flatMap(({ site }) => (site.api === 'refresh' ? runningAround(site.owner) : [])),
  )
  return sites.flatMap(({ site, reach }): Finding[] => {
    const profile = site.arguments[1]
    const isStale =
      site.api === 'revalidateTag' && site.shape === 'call' && profile && !isExpireNow(profile.node)
    if (!isStale || reach !== 'action-only' || !calledFor(site.owner)) return []
    if (runningAround(site.owner).some((unit) => refreshed.has(unit))) return []
    // A second call for the tag, or a profile that is not known, is a finding of its own.
    if (sameTagCalls(sites, site).length > 0) return []
    const { node } = profile
    if (ts.isStringLiteralLike(node) && !isKnownProfile(node.text, workspace.appOf(site.file))) return []
    const tag = site.arguments[0]?.text ?? 'the tag'
    const message = `With ${profile.text} the person who acts is shown the old data of ${tag} once more.`
    return [
      makeFinding('stale-after-action', site, {
        message,
        help: `Write updateTag(${tag}) where the result is shown at once; keep it where it may lag.`,
      }),
    ]
  })
}
