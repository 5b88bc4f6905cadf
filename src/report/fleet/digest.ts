import type { Report } from '../json.js'
import { count } from '../words.js'
import type { Digest, FindingCount, Outcome } from './types.js'

/** A report in numbers. */
export function digestOf({ apps, counts, decisions, findings }: Report): Digest {
  const number = (action: string): number => decisions.filter((one) => one.action === action).length
  return {
    next: apps.map(({ next }) => next),
    files: { selected: counts.selected, changed: counts.changed, failed: counts.failed },
    decisions: { rewrite: number('rewrite'), keep: number('keep'), review: number('review') },
    changedBehaviour: decisions.filter((one) => one.action === 'rewrite' && one.semantics === 'changed')
      .length,
    findings: countFindings(findings),
  }
}

function countFindings(findings: Report['findings']): FindingCount[] {
  const counts = new Map<string, FindingCount>()
  for (const { id, severity } of findings) {
    const known = counts.get(id)
    if (known === undefined) counts.set(id, { id, severity, count: 1 })
    else known.count++
  }
  return [...counts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * How a repository ended that was analysed. Whatever a person must look at makes it `needs-review`, also where the rest
 * was changed: places to decide, files that failed, findings that are errors.
 */
export function outcomeOf(digest: Digest): {
  outcome: Extract<Outcome, 'changed' | 'clean' | 'needs-review'>
  reason: string | null
} {
  const { files, decisions, findings } = digest
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .reduce((sum, one) => sum + one.count, 0)
  const reasons = [
    ...(decisions.review > 0 ? [count(decisions.review, 'place to review', 'places to review')] : []),
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(files.failed > 0 ? [count(files.failed, 'file that failed', 'files that failed')] : []),
  ]
  if (reasons.length > 0) return { outcome: 'needs-review', reason: reasons.join(', ') }
  return { outcome: files.changed > 0 ? 'changed' : 'clean', reason: null }
}
