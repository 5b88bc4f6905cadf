import type { CallSite } from '../cache/call-sites.js'
import type { CacheApi } from '../graph/next-cache.js'
import { decide, review, type Verdict } from './decision.js'
import type { PlanInput, Planned, Planner, TracedSite } from './input.js'
import { type Choice, chooseInvalidation } from './invalidation.js'
import { planMovedSettings } from './next-config/moved-settings.js'
import { planPagesRevalidate } from './pages-revalidate.js'
import { escapes, isMock, rewrite } from './revalidate-tag.js'

const id = 'stable-names'

/** The old names that only changed their spelling (docs/next16.md, 4). */
const renamed: Partial<Record<CacheApi, string>> = {
  unstable_expirePath: 'revalidatePath',
  unstable_cacheTag: 'cacheTag',
  unstable_cacheLife: 'cacheLife',
}

/** `unstable_` names, settings that left `experimental`, and deep imports of the cache API. */
export const planStableNames: Planner = (input): Planned => {
  const names = input.sites.flatMap((traced) => {
    const verdict = verdictOf(input, traced)
    return verdict ? [decide(id, traced, verdict)] : []
  })
  const settings = planMovedSettings(id, input)
  const decisions = [...names, ...settings.decisions, ...planPagesRevalidate(id, input)]
  return { decisions, findings: settings.findings }
}

function verdictOf(input: PlanInput, traced: TracedSite): Verdict | null {
  const { site } = traced
  if (isMock(traced)) return null
  if (site.api === 'unstable_expireTag') return expireTag(input, traced)
  // Who imports from a module of the project keeps the name that the module gives.
  if (site.viaBarrel) return null
  const name = renamed[site.api]
  if (name) return rename(traced, name, `${site.api} is called ${name} in Next.js 16.`)
  const isOtherTransforms = ['revalidateTag', 'updateTag', 'refresh'].includes(site.api)
  if (site.deep && !isOtherTransforms)
    return rename(traced, site.api, `next/cache exports ${site.api} itself.`)
  return null
}

function rename({ site }: TracedSite, name: string, reason: string): Verdict {
  return {
    action: 'rewrite',
    after: site.text.replace(site.api, name),
    semantics: 'preserved',
    rule: 'renamed',
    reason,
    edit: { kind: 'rename', at: site.name, to: { name } },
  }
}

/** `unstable_expireTag(a, b)` expired every tag at once: the same rule as for one-argument `revalidateTag`. */
function expireTag(input: PlanInput, traced: TracedSite): Verdict {
  const { site } = traced
  if (site.shape === 'reexport') {
    return review(
      'stored-reference',
      'unstable_expireTag is gone in Next.js 16; export what its users should call instead.',
    )
  }
  const escaped = escapes(site)
  if (escaped) return escaped
  if (site.shape === 'call' && site.arguments.some(({ spread }) => spread)) {
    return review('spread-argument', 'The tags are spread; call the function once per tag.')
  }
  if (site.shape === 'call' && site.arguments.length === 0) {
    return review('no-argument', 'It is called without a tag, which does nothing in any version.')
  }
  return invalidatedAs(site, chooseInvalidation(input, traced))
}

/** The verdict for an `unstable_expireTag` that takes a form. */
export function invalidatedAs(site: CallSite, choice: Choice | Verdict): Verdict {
  const verdict = rewrite(site, choice)
  if (site.arguments.length < 2 || verdict.edit?.kind !== 'call') return verdict
  if (!site.statement)
    return review('several-tags', 'Several tags in an expression; call the function once per tag.')
  const after = site.arguments
    .map(({ text }) =>
      rewriteOne(
        verdict,
        site.arguments.map((a) => a.text),
        text,
      ),
    )
    .join('\n')
  return { ...verdict, after, edit: { ...verdict.edit, kind: 'call-per-argument' } }
}

function rewriteOne(verdict: Verdict, all: string[], one: string): string {
  return (verdict.after ?? '').replace(all.join(', '), one)
}
