import { editFile } from '../apply/edit-file.js'
import { EditError } from '../apply/errors.js'
import type { Workspace } from '../workspace/types.js'
import type { Decision, Failure, FileChange } from './types.js'

export interface EditedPlan {
  /** The decisions with the text that was really written in `after`. */
  decisions: Decision[]
  changes: FileChange[]
  failures: Failure[]
}

/**
 * Makes the edits of all decisions, in memory. A file that cannot be edited keeps its text and is reported; one that
 * failed before is not tried.
 */
export function editPlan(
  workspace: Workspace,
  decisions: readonly Decision[],
  failures: readonly Failure[],
  onProgress: (done: number, total: number) => void,
): EditedPlan {
  const edited: EditedPlan = { decisions: [], changes: [], failures: [] }
  const files = groupByFile(decisions)
  let done = 0
  for (const [file, own] of files) {
    onProgress(done++, files.size)
    const failure = failures.find((failed) => failed.file === file)
    if (failure) edited.decisions.push(...own.map((decision) => notEdited(decision, failure.message)))
    else if (own.some(({ edit }) => edit?.kind === 'create-file')) create(workspace, file, own, edited)
    else if (own.some(({ edit }) => edit !== null)) edit(workspace, file, own, edited)
    else edited.decisions.push(...own)
  }
  return edited
}

function edit(workspace: Workspace, file: string, decisions: Decision[], edited: EditedPlan): void {
  const before = workspace.text(file) ?? ''
  try {
    const { text, after } = editFile(file, before, decisions)
    edited.decisions.push(...decisions.map((d) => ({ ...d, after: after.get(d.id) ?? d.after })))
    const made = decisions.filter(({ edit }) => edit !== null).map(({ id }) => id)
    if (text !== before) edited.changes.push({ file, before, after: text, decisions: made })
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    edited.failures.push({ file, message: error.reason })
    edited.decisions.push(...decisions.map((decision) => notEdited(decision, `It ${error.reason}.`)))
  }
}

/** A file that is there is never written over, whatever it holds. */
function create(workspace: Workspace, file: string, decisions: Decision[], edited: EditedPlan): void {
  const made = decisions.flatMap(({ id, edit }) =>
    edit?.kind === 'create-file' ? [{ id, text: edit.text }] : [],
  )
  const [first, other] = made
  if (!first || other || workspace.files.includes(file)) {
    const reason = 'is there already; move it away and run again'
    edited.failures.push({ file, message: reason })
    edited.decisions.push(...decisions.map((decision) => notEdited(decision, `It ${reason}.`)))
    return
  }
  edited.decisions.push(...decisions)
  edited.changes.push({ file, before: '', after: first.text, decisions: [first.id] })
}

function notEdited(decision: Decision, problem: string): Decision {
  if (!decision.edit) return decision
  const reason = `The file could not be edited. ${problem}`
  return {
    ...decision,
    action: 'review',
    after: null,
    edit: null,
    semantics: null,
    rule: 'not-edited',
    reason,
  }
}

function groupByFile(decisions: readonly Decision[]): Map<string, Decision[]> {
  const files = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const own = files.get(decision.file)
    if (own) own.push(decision)
    else files.set(decision.file, [decision])
  }
  return files
}
