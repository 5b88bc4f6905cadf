import type { FormatMode } from '../apply/format/types.js'
import { formatModes } from '../apply/format/types.js'
import { ProcessError } from '../apply/run-node.js'
import type { VerifyResult } from '../apply/verify/index.js'
import type { PlanResult } from '../index.js'
import type { FileChange } from '../plan/types.js'
import { verificationNotes } from '../report/verification.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import type { Run } from './carry-out.js'
import type { Io } from './io.js'
import { progressBar } from './progress.js'

/** What happens to the new texts before they are shown or written. */
export interface TextChoices {
  format: FormatMode
  verify: boolean
}

/** Reads `--format`; `auto` when absent. @throws UsageError for an unknown value */
export function parseFormat(value = 'auto'): FormatMode {
  const known = formatModes.find((mode) => mode === value)
  if (known !== undefined) return known
  throw new UsageError(`--format knows no "${value}". Valid: ${formatModes.join(', ')}.`)
}

/**
 * Formats the new texts, then checks their types if that is wanted; what there is to say goes to the run's notes.
 *
 * @throws UsageError where the types cannot be checked and something would be written
 */
export async function finishTexts(
  run: Pick<Run, 'io' | 'mode' | 'notes'>,
  { result, workspace }: { result: PlanResult; workspace: Workspace },
  { format, verify }: TextChoices,
): Promise<PlanResult> {
  if (result.changes.length === 0) return result
  // Loaded late: neither is needed to refuse a wrong flag, or for a tree with nothing to change.
  const { formatChanges } = await import('../apply/format/index.js')
  const first = await formatChanges(workspace, result.changes, format)
  run.notes.push(...first.notes)
  const formatted = { ...result, changes: first.changes }
  if (!verify) return formatted
  const again = async (changes: FileChange[]): Promise<FileChange[]> =>
    (await formatChanges(workspace, changes, format)).changes
  try {
    const verified = await checked(run.io, formatted, workspace, again)
    run.notes.push(...verificationNotes(verified.verification))
    return { ...verified.result, plan: { ...verified.result.plan, verification: verified.verification } }
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error
    const problem = `The types could not be checked: ${error.message.replace(/\.$/, '')}.`
    if (run.mode === 'apply') throw new UsageError(`${problem} Run without --verify to write all the same.`)
    run.notes.push(problem)
    return formatted
  }
}

async function checked(
  io: Io,
  result: PlanResult,
  workspace: Workspace,
  format: (changes: FileChange[]) => Promise<FileChange[]>,
): Promise<VerifyResult> {
  const { verify } = await import('../apply/verify/index.js')
  const bar = progressBar(io)
  try {
    // How many runs it takes is not known before: each new error may lead to another.
    const onCheck = (done: number): void => bar.update({ phase: 'checking types', done, total: done + 1 })
    return await verify(result, { workspace, format, onCheck })
  } finally {
    bar.stop()
  }
}
