import type { Report, ReportedDecision } from './report.js'

/** What a rewrite became, by the text that it leaves. */
export type Kind = 'updateTag' | 'max' | 'expire0' | 'otherProfile' | 'renames' | 'testDoubles'

/** Numbers of one repository: nothing here names a file or shows code, so they may be recorded. */
export interface Numbers extends Record<Kind, number> {
  callSites: number
  kept: number
  review: number
  mixed: number
  unreached: number
  findings: number
  failed: number
  changedFiles: number
  changedLines: number
}

/** Decides by text, not by the name of the rule, so that a wrong rule shows up as a wrong count. */
export function kindOf(decision: Pick<ReportedDecision, 'transform' | 'api' | 'after'>): Kind {
  if (decision.transform === 'test-doubles') return 'testDoubles'
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
