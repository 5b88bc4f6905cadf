import type { Decision, Failure, Plan } from '../plan/types.js'

/**
 * The plan after it was applied: files that could not be written count as failed, not as changed, and their rewrites
 * wait for a person.
 */
export function withApplied(plan: Plan, failures: readonly Failure[]): Plan {
  if (failures.length === 0) return plan
  const messages = new Map(failures.map(({ file, message }) => [file, message]))
  return {
    ...plan,
    counts: {
      ...plan.counts,
      changed: plan.counts.changed - messages.size,
      failed: plan.counts.failed + messages.size,
    },
    decisions: plan.decisions.map((decision) => {
      const message = messages.get(decision.file)
      return message === undefined || decision.action !== 'rewrite' ? decision : notWritten(decision, message)
    }),
    failures: [...plan.failures, ...failures],
  }
}

function notWritten(decision: Decision, message: string): Decision {
  const reason = `The file could not be written: ${message}.`
  return {
    ...decision,
    action: 'review',
    after: null,
    edit: null,
    semantics: null,
    rule: 'not-written',
    reason,
  }
}

/** True for a decision that only waits because its file failed; the failure says why. */
export function isFailed({ rule }: Pick<Decision, 'rule'>): boolean {
  return rule === 'not-edited' || rule === 'not-written'
}
