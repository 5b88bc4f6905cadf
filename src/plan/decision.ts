import type { TracedSite } from './input.js'
import type { Decision } from './types.js'

/** The part of a decision that a rule chooses. */
export type Verdict = Pick<Decision, 'action' | 'after' | 'semantics' | 'rule' | 'reason' | 'edit'>

export function keep(rule: string, reason: string): Verdict {
  return { action: 'keep', after: null, semantics: null, rule, reason, edit: null }
}

export function review(rule: string, reason: string): Verdict {
  return { action: 'review', after: null, semantics: null, rule, reason, edit: null }
}

/** A decision about one call site, with the evidence that the rules saw. */
export function decide(transform: string, traced: TracedSite, verdict: Verdict): Decision {
  const { site } = traced
  return {
    id: `${transform}:${site.file}:${site.line}:${site.column}`,
    transform,
    file: site.file,
    line: site.line,
    column: site.column,
    api: site.api,
    action: verdict.action,
    before: site.text,
    after: verdict.after,
    contexts: traced.contexts,
    reach: traced.reach,
    semantics: verdict.semantics,
    rule: verdict.rule,
    reason: verdict.reason,
    evidence: traced.evidence.map(({ steps }) => steps),
    edit: verdict.edit,
  }
}
