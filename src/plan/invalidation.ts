import { ts } from '@ts-morph/common'
import type { CallSite } from '../cache/call-sites.js'
import type { Context, Reach } from '../context/types.js'
import { list, place } from '../context/words.js'
import { sameTagCalls } from './conflicts.js'
import { review, type Verdict } from './decision.js'
import type { PlanInput, TracedSite } from './input.js'
import { isKnownProfile, profileFor } from './profiles.js'
import type { CacheCall, Profile } from './types.js'

/** What the table of docs/how-it-decides.md says for a call that expires one tag at once. */
export interface Choice {
  to: CacheCall
  semantics: 'preserved' | 'changed'
  rule: string
  reason: string
}

const expireNow: Profile = { expire: 0 }
const neverAllowed: readonly Context[] = ['render', 'client', 'cached-function']

/** Picks the function and profile by who can run the line; a verdict where no rewrite is right. */
export function chooseInvalidation(input: PlanInput, traced: TracedSite): Choice | Verdict {
  const { site, contexts, reach } = traced
  const real = contexts.filter((context) => context !== 'test')
  const isNeverAllowed = real.length > 0 && real.every((context) => neverAllowed.includes(context))
  if (isNeverAllowed && !traced.evidence.some(({ direct, context }) => direct && context !== 'test')) {
    return {
      to: { name: 'revalidateTag', profile: expireNow },
      semantics: 'preserved',
      rule: 'handed-on',
      reason: `It is handed on in ${list(real.map(place))}, and who runs it then cannot be told: { expire: 0 } does everywhere what it did before.`,
    }
  }
  if (isNeverAllowed) {
    const [only] = real
    const rule =
      real.length === 1 && only ? `${only === 'cached-function' ? 'cached' : only}-only` : 'never-allowed'
    return {
      action: 'keep',
      after: null,
      semantics: null,
      edit: null,
      rule,
      reason: `Only ${list(real.map(place))} can run this line, where every form throws; see the finding.`,
    }
  }
  const pair = conflictingProfile(input, site)
  if (pair && reach === 'action-only') {
    return review(
      'mixed-profile',
      `${pair} in the same function would undo updateTag for this tag; decide which of the two is meant.`,
    )
  }
  if (reach === 'action-only') {
    return {
      to: { name: 'updateTag', profile: null },
      semantics: 'preserved',
      rule: 'action-only',
      reason: `${whoActs(contexts)}, so the person who acts sees the change at once.`,
    }
  }
  if (reach === 'mixed') return mixed(input, traced)
  return outOfBand(input, traced)
}

/** Other contexts may reach the line too: every form throws there, so they do not decide. */
function whoActs(contexts: TracedSite['contexts']): string {
  const isAlone = contexts.every((context) => context === 'server-action' || context === 'test')
  return `Only Server Actions can run this line${isAlone ? '' : ' without an error'}`
}

function mixed(input: PlanInput, { contexts }: TracedSite): Choice | Verdict {
  const others = contexts.filter((context) => context === 'route-handler' || context === 'script').map(place)
  const who = `A ${list(['Server Action', ...others])} can run this line`
  if (input.choices.mixed === 'review')
    return review('mixed', `${who}: outside the action updateTag would throw.`)
  if (input.choices.mixed === 'max') {
    return {
      to: { name: 'revalidateTag', profile: { name: 'max' } },
      semantics: 'changed',
      rule: 'mixed',
      reason: `${who}; --mixed max was chosen, so the person who acts may see the old value once.`,
    }
  }
  return {
    to: { name: 'revalidateTag', profile: expireNow },
    semantics: 'preserved',
    rule: 'mixed',
    reason: `${who}: updateTag would throw outside the action, 'max' would hide the change from the person who acts.`,
  }
}

function outOfBand(input: PlanInput, traced: TracedSite): Choice | Verdict {
  const { site, contexts, reach } = traced
  const profile = profileFor(site.file, input.choices)
  const app = input.workspace.appOf(site.file)
  if ('name' in profile && !isKnownProfile(profile.name, app)) {
    return review(
      'unknown-profile',
      `The profile "${profile.name}" is neither built in nor in this app's next.config; the call would hang.`,
    )
  }
  const { rule, who } = rowOf(reach, contexts)
  const isImmediate = 'expire' in profile
  return {
    to: { name: 'revalidateTag', profile },
    semantics: isImmediate ? 'preserved' : 'changed',
    rule,
    reason: isImmediate
      ? `${who}; { expire: 0 } expires the tag at once, as before.`
      : `${who}: the next visitor may see the old value once while it is refreshed in the background${endpointHint(input, traced)}.`,
  }
}

function rowOf(reach: Reach, contexts: TracedSite['contexts']): { rule: string; who: string } {
  if (reach === 'unreached')
    return { rule: 'unreached', who: 'No entry point was found that can run this line' }
  for (const context of ['pages-api', 'instrumentation', 'proxy'] as const) {
    if (contexts.includes(context) && contexts.every((c) => c === context || c === 'test')) {
      return { rule: context, who: `Only ${place(context)} can run this line` }
    }
  }
  return { rule: 'out-of-band', who: `No Server Action can run this line, only ${list(contexts.map(place))}` }
}

/** Who calls an endpoint that purges or changes something often looks at the result at once. */
function endpointHint({ workspace }: PlanInput, { site, evidence }: TracedSite): string {
  const isPurge = /webhook|revalidat|purge|invalidat/i.test(site.file)
  if (isPurge) return '; for a webhook or purge endpoint --profile expire-0 keeps the immediate effect'
  const isShown = evidence.some(({ steps: [entry] }) => {
    const changes = ['PUT', 'PATCH', 'DELETE'].includes(entry?.symbol ?? '')
    return changes || (entry !== undefined && /\bredirect\(/.test(workspace.text(entry.file) ?? ''))
  })
  if (!isShown) return ''
  return '; where a page of the app shows the result at once, --profile expire-0 keeps the immediate effect'
}

/** A call for the same tag in the same function with a stale-while-revalidate profile. */
function conflictingProfile(input: PlanInput, site: CallSite): string | null {
  const other = sameTagCalls(input.sites, site).find(
    ({ api, arguments: given }) =>
      api === 'revalidateTag' && given.length === 2 && !isExpireNow(given[1]?.node),
  )
  return other?.text ?? null
}

/** `{ expire: 0 }`, by syntax. */
export function isExpireNow(node: ts.Expression | undefined): boolean {
  return (
    !!node &&
    ts.isObjectLiteralExpression(node) &&
    node.properties.length === 1 &&
    node.properties.every(
      (p) => ts.isPropertyAssignment(p) && p.name.getText() === 'expire' && p.initializer.getText() === '0',
    )
  )
}
