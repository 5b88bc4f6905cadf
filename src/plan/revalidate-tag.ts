import type { Argument, CallSite } from '../cache/call-sites.js'
import { decide, keep, review, type Verdict } from './decision.js'
import type { PlanInput, Planned, Planner, TracedSite } from './input.js'
import { type Choice, chooseInvalidation } from './invalidation.js'
import { isMisused } from './misuse.js'
import { withoutSilencer } from './silenced.js'
import type { Edit, Profile } from './types.js'

const id = 'revalidate-tag'

/** One-argument `revalidateTag`, and what already has a Next 16 form. */
export const planRevalidateTag: Planner = (input): Planned => {
  const decisions = input.sites.flatMap((traced) => {
    const { api } = traced.site
    if (api !== 'revalidateTag' && api !== 'updateTag' && api !== 'refresh') return []
    if (traced.site.shape === 'reexport' || isMock(traced)) return []
    return [
      decide(id, traced, api === 'revalidateTag' ? revalidateTag(input, traced) : stable(input, traced)),
    ]
  })
  return { decisions, findings: [] }
}

/** What a test says about a mock is the business of test-doubles. */
export function isMock({ evidence, site }: TracedSite): boolean {
  if (site.shape === 'call' || site.shape === 'callback') return false
  return evidence.some(({ context, steps }) => context === 'test' && steps[0]?.file === site.file)
}

function revalidateTag(input: PlanInput, traced: TracedSite): Verdict {
  const { site } = traced
  const escaped = escapes(site)
  if (escaped) return escaped
  if (site.shape === 'call' && site.arguments.some(({ spread }) => spread)) {
    return review(
      'spread-argument',
      'The arguments are spread, so how many there are is not known before run time.',
    )
  }
  if (site.arguments.length >= 2 && !isUndefined(site.arguments[1]))
    return keep('two-arguments', 'It already has its second argument.')
  if (site.shape === 'call' && site.arguments.length === 0)
    return review('no-argument', 'It is called without a tag, which does nothing in any version.')
  return invalidatedAs(site, chooseInvalidation(input, traced))
}

/** The verdict for a one-argument call that takes a form. */
export function invalidatedAs(site: CallSite, choice: Choice | Verdict): Verdict {
  return withoutSilencer(site, rewrite(site, choice))
}

/** `revalidateTag(tag, undefined)` was written for a type checker; it means one argument. */
function isUndefined(argument: Argument | undefined): boolean {
  return /^(?:undefined(?:$|!$|\s+as\s)|void 0$)/.test(argument?.text ?? '')
}

/** The function leaves the place where its calls can be seen. */
export function escapes({ shape, api }: CallSite): Verdict | null {
  if (shape === 'injected') {
    return review(
      'injected',
      `${api} is handed to other code that calls it; add the second argument where it is called.`,
    )
  }
  if (shape !== 'stored') return null
  return review('stored-reference', `${api} is not called by its own name here, so its calls cannot be told.`)
}

function stable(input: PlanInput, traced: TracedSite): Verdict {
  const { site } = traced
  if (!isMisused(traced))
    return keep(
      `already-${site.api === 'updateTag' ? 'update-tag' : 'refresh'}`,
      'It is the Next.js 16 form already.',
    )
  if (
    !input.choices.fixMisuse ||
    site.api !== 'updateTag' ||
    (site.shape !== 'call' && site.shape !== 'callback')
  ) {
    return keep('misuse', `${site.api} throws outside a Server Action; see the finding.`)
  }
  return rewrite(site, {
    to: { name: 'revalidateTag', profile: { expire: 0 } },
    semantics: 'preserved',
    rule: 'misuse',
    reason:
      'It can run outside a Server Action, where updateTag throws; { expire: 0 } does the same everywhere.',
  })
}

/** The verdict and edit for a choice; shared by the transforms that expire tags. */
export function rewrite(site: CallSite, choice: Choice | Verdict): Verdict {
  if ('action' in choice) return choice
  const { to, semantics, rule, reason } = choice
  const kind = site.shape === 'callback' ? 'callback' : 'call'
  const edit: Edit = { kind, at: { start: site.start, end: site.end }, to }
  return { action: 'rewrite', after: callText(site, to.name, to.profile), semantics, rule, reason, edit }
}

/** How the call will read; the edit replaces it by the text that it really wrote. */
function callText(site: CallSite, name: string, profile: Profile | null): string {
  const second = profile === null ? '' : `, ${'expire' in profile ? '{ expire: 0 }' : `'${profile.name}'`}`
  if (site.shape === 'callback') return `(tag) => ${name}(tag${second})`
  const tags = site.arguments.filter((argument) => !isUndefined(argument))
  return `${name}(${tags.map(({ text }) => text).join(', ')}${second})`
}
