import type { EvidenceStep } from '../context/types.js'
import type { Decision, Plan } from '../plan/types.js'

export type Mode = 'dry-run' | 'apply' | 'check'

/** A decision as reports show it: without the edit, which is retag's own business. */
export type ReportedDecision = Omit<Decision, 'edit'>

/** The report of one run; `schema/report.schema.json` describes the same shape. */
export type Report = Omit<Plan, 'files' | 'decisions'> & { mode: Mode; decisions: ReportedDecision[] }

/** The public view of a plan: fixed key order, lists sorted by file, line, column. */
export function toReport(plan: Plan, mode: Mode): Report {
  return {
    schemaVersion: plan.schemaVersion,
    tool: { name: plan.tool.name, version: plan.tool.version },
    root: plan.root,
    mode,
    apps: plan.apps
      .map(({ dir, next, router }) => ({ dir, next, router: [...router].sort() }))
      .sort((a, b) => compare(a.dir, b.dir)),
    counts: {
      selected: plan.counts.selected,
      parsed: plan.counts.parsed,
      changed: plan.counts.changed,
      unchanged: plan.counts.unchanged,
      skipped: plan.counts.skipped,
      failed: plan.counts.failed,
    },
    decisions: plan.decisions.map(toReportedDecision).sort(byPlace),
    findings: plan.findings
      .map(({ id, severity, file, line, column, message, help, url }) => ({
        id,
        severity,
        file,
        line,
        column,
        message,
        help,
        url,
      }))
      .sort(byPlace),
    failures: plan.failures
      .map(({ file, message }) => ({ file, message }))
      .sort((a, b) => compare(a.file, b.file) || compare(a.message, b.message)),
    ...(plan.verification === undefined ? {} : { verification: plan.verification }),
  }
}

/** The report as text: JSON, indented by two, one newline at the end. */
export function jsonReport(plan: Plan, mode: Mode): string {
  return `${JSON.stringify(toReport(plan, mode), null, 2)}\n`
}

function toReportedDecision(decision: Decision): ReportedDecision {
  return {
    id: decision.id,
    transform: decision.transform,
    file: decision.file,
    line: decision.line,
    column: decision.column,
    api: decision.api,
    action: decision.action,
    before: decision.before,
    after: decision.after,
    contexts: decision.contexts,
    reach: decision.reach,
    semantics: decision.semantics,
    rule: decision.rule,
    reason: decision.reason,
    evidence: decision.evidence.map((chain) => chain.map(toStep)),
  }
}

function toStep({ file, line, symbol }: EvidenceStep): EvidenceStep {
  return { file, line, symbol }
}

interface Placed {
  id: string
  file: string
  line: number
  column: number
}

function byPlace(a: Placed, b: Placed): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.id, b.id)
}

/** By code unit: the same on every machine and in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
