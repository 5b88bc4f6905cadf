import type { Report, ReportedDecision } from './report.js'

/** What a rewrite became, by the text that it leaves. */
export type Kind =
  | 'updateTag'
  | 'max'
  | 'expire0'
  | 'otherProfile'
  | 'renames'
  | 'conversions'
  | 'testDoubles'

/** Numbers of one repository: nothing here names a file or shows code, so they may be recorded. */
export type Numbers = Record<
  | Kind
  | 'callSites'
  | 'kept'
  | 'review'
  | 'mixed'
  | 'unreached'
  | 'findings'
  | 'failed'
  | 'changedFiles'
  | 'changedLines',
  number
>

/** Decides by text, not by the name of the rule, so that a wrong rule shows up as a wrong count. */
export function kindOf(decision: Pick<ReportedDecision, 'transform' | 'api' | 'after'>): Kind {
  if (decision.transform === 'test-doubles') return 'testDoubles'
  if (/^(unstable-cache|next-config)$/.test(decision.transform)) return 'conversions'
  if (!/^(revalidateTag|updateTag|unstable_expireTag)$/.test(decision.api)) return 'renames'
  const after = decision.after ?? ''
  if (/,\s*\{\s*expire:\s*0,?\s*\}\s*,?\s*\)/.test(after)) return 'expire0'
  if (/,\s*(['"`])max\1\s*,?\s*\)/.test(after)) return 'max'
  if (/updateTag\w*\s*(\?\.)?\(/i.test(after)) return 'updateTag'
  if (/,\s*(['"`])[\w-]+\1\s*,?\s*\)/.test(after)) return 'otherProfile'
  return 'renames'
}

/** `changed` is what the disk shows after the run, not what the report claims. */
export function countReport(report: Report, changed: { files: number; lines: number }): Numbers {
  const rewrites = report.decisions.filter((decision) => decision.action === 'rewrite')
  const ofKind = (kind: Kind) => rewrites.filter((decision) => kindOf(decision) === kind).length
  const having = (test: (decision: ReportedDecision) => boolean) => report.decisions.filter(test).length
  return {
    callSites: report.decisions.length,
    updateTag: ofKind('updateTag'),
    max: ofKind('max'),
    expire0: ofKind('expire0'),
    otherProfile: ofKind('otherProfile'),
    renames: ofKind('renames'),
    conversions: ofKind('conversions'),
    testDoubles: ofKind('testDoubles'),
    kept: having((decision) => decision.action === 'keep'),
    review: having((decision) => decision.action === 'review'),
    mixed: having((decision) => decision.reach === 'mixed'),
    unreached: having((decision) => decision.reach === 'unreached'),
    findings: report.findings.length,
    failed: report.failures.length,
    changedFiles: changed.files,
    changedLines: changed.lines,
  }
}

/** Calls of `revalidatePath` by action and rule. */
export function countPaths(
  decisions: readonly Pick<ReportedDecision, 'transform' | 'action' | 'rule'>[],
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { transform, action, rule } of decisions) {
    if (transform !== 'revalidate-path') continue
    const key = `${action} ${rule}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

export function sum(all: readonly Numbers[]): Numbers {
  const total = { ...zero }
  for (const numbers of all) {
    for (const key of Object.keys(total) as (keyof Numbers)[]) total[key] += numbers[key]
  }
  return total
}

const zero: Numbers = {
  callSites: 0,
  updateTag: 0,
  max: 0,
  expire0: 0,
  otherProfile: 0,
  renames: 0,
  conversions: 0,
  testDoubles: 0,
  kept: 0,
  review: 0,
  mixed: 0,
  unreached: 0,
  findings: 0,
  failed: 0,
  changedFiles: 0,
  changedLines: 0,
}
