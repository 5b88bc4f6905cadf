import type { PlanResult } from '../../index.js'
import { editPlan } from '../../plan/edit-plan.js'
import type { Decision, FileChange } from '../../plan/types.js'
import type { Workspace } from '../../workspace/types.js'
import type { RolledBack, TypeProblem } from './types.js'

/** Lays out texts that are edited anew, as the first ones were. */
export type Format = (changes: FileChange[]) => Promise<FileChange[]>

/**
 * The same plan without some of its decisions: their files are edited anew.
 *
 * @param rolledBack what is taken back, with the errors that are the reason
 */
export async function withoutDecisions(
  { plan, changes }: PlanResult,
  rolledBack: readonly RolledBack[],
  workspace: Workspace,
  format: Format,
): Promise<PlanResult> {
  if (rolledBack.length === 0) return { plan, changes }
  const reasons = new Map(rolledBack.map(({ decision, errors }) => [decision, reasonOf(errors)]))
  const taken = plan.decisions.filter(({ id }) => reasons.has(id))
  const files = new Set(taken.map(({ file }) => file))
  const left = plan.decisions
    .filter(({ file }) => files.has(file))
    .map((decision) => takenBack(decision, reasons.get(decision.id)))
  const edited = editPlan(workspace, left, [], () => {})
  const anew = new Map((await format(edited.changes)).map((change) => [change.file, change]))
  const decided = new Map(edited.decisions.map((decision) => [decision.id, decision]))
  const kept = changes.flatMap((change) => (files.has(change.file) ? (anew.get(change.file) ?? []) : change))
  const changed = new Set(kept.map(({ file }) => file))
  const { counts } = plan
  const failed = counts.failed + edited.failures.length
  return {
    changes: kept,
    plan: {
      ...plan,
      counts: {
        ...counts,
        changed: changed.size,
        failed,
        unchanged: counts.unchanged + counts.changed - changed.size - edited.failures.length,
      },
      files: plan.files.filter(({ file }) => changed.has(file)),
      decisions: plan.decisions.map((decision) => decided.get(decision.id) ?? decision),
      failures: [...plan.failures, ...edited.failures].sort((a, b) => (a.file < b.file ? -1 : 1)),
    },
  }
}

function takenBack(decision: Decision, reason: string | undefined): Decision {
  if (reason === undefined) return decision
  return {
    ...decision,
    action: 'review',
    after: null,
    edit: null,
    semantics: null,
    rule: 'verify-failed',
    reason,
  }
}

function reasonOf(errors: readonly TypeProblem[]): string {
  const [first] = errors
  if (first === undefined) return 'It goes with an edit that the type check made retag take back.'
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  const [message = ''] = first.message.split('\n')
  const said = /[.!?]$/.test(message) ? message : `${message}.`
  return `The edit would make a type error that is not there now: ${first.file}, ${first.code}: ${said.slice(0, -1)}${rest}.`
}
