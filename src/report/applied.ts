import type { Failure, Plan } from '../plan/types.js'

/** The plan after it was applied: files that could not be written count as failed, not as changed. */
export function withApplied(plan: Plan, failures: readonly Failure[]): Plan {
  if (failures.length === 0) return plan
  const files = new Set(failures.map(({ file }) => file))
  return {
    ...plan,
    counts: {
      ...plan.counts,
      changed: plan.counts.changed - files.size,
      failed: plan.counts.failed + files.size,
    },
    failures: [...plan.failures, ...failures],
  }
}
