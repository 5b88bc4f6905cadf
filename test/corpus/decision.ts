import type { Report, ReportedDecision } from '../../corpus/lib/report.js'
import { schemaVersion } from '../../src/plan/types.js'

/** A decision of the report that turns `revalidateTag('a')` of an action into `updateTag('a')`, but for `changes`. */
export function decision(changes: Partial<ReportedDecision> = {}): ReportedDecision {
  const { file = 'a.ts', line = 1, column = 1, transform = 'revalidate-tag' } = changes
  return {
    id: `${transform}:${file}:${line}:${column}`,
    transform,
    file,
    line,
    column,
    api: 'revalidateTag',
    action: 'rewrite',
    before: "revalidateTag('a')",
    after: "updateTag('a')",
    contexts: ['server-action'],
    reach: 'action-only',
    semantics: 'preserved',
    rule: 'action-only',
    reason: 'Only server actions reach it.',
    evidence: [[{ file, line, symbol: 'save' }]],
    ...changes,
  }
}

export function report(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion,
    tool: { name: 'retag', version: '0.0.0' },
    root: '.',
    mode: 'dry-run',
    apps: [],
    counts: { selected: 0, parsed: 0, changed: 0, unchanged: 0, skipped: 0, failed: 0 },
    decisions: [],
    findings: [],
    failures: [],
    ...changes,
  }
}
