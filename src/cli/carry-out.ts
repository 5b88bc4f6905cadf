import type { ApplyResult, PlanResult } from '../index.js'
import type { Plan } from '../plan/types.js'
import { annotations } from '../report/annotations.js'
import { withApplied } from '../report/applied.js'
import { colorPatch } from '../report/color-patch.js'
import { patchReport } from '../report/formats.js'
import type { RouteRow } from '../report/html/types.js'
import type { Mode } from '../report/json.js'
import { jsonReport } from '../report/json.js'
import type { Tense } from '../report/rewrites.js'
import { summary } from '../report/terminal.js'
import { count } from '../report/words.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import { writeCommand } from './command-text.js'
import type { Engine } from './engine.js'
import type { Threshold } from './fail-on.js'
import { exceeded } from './fail-on.js'
import { signalCode, uninterrupted } from './interrupt.js'
import type { Io } from './io.js'
import { canAsk, colorsFor, emit, widthOf } from './io.js'
import type { MigrateFlags } from './program.js'
import { confirm } from './prompt.js'
import type { ReportFile } from './report-files.js'
import { requireReportPlaces, writeReports } from './report-files.js'
import { reportInput } from './report-input.js'
import { noGit, requireWayBack } from './safety.js'

/** Everything that one run that may write needs to tell its story. */
export interface Run {
  io: Io
  argv: string[]
  flags: Pick<MigrateFlags, 'print' | 'json' | 'yes' | 'force'>
  mode: Mode
  reports: ReportFile[]
  failOn: Threshold[]
  notes: string[]
  /** True once the person has read the plan and agreed. */
  agreed: boolean
  /** True where there is no git that could bring the old text back. */
  needsForce: boolean
}

/** What is decided, and the tree that it is about. */
export interface Work {
  result: PlanResult
  workspace: Workspace
  apply: Engine['apply']
  /** Of the tree as it was; undefined where no report wants them. */
  routes?: RouteRow[] | undefined
}

/**
 * A run as the flags have it, before anything is known of the tree.
 *
 * @throws UsageError where two things want stdout
 */
export function newRun(
  argv: string[],
  flags: Run['flags'] & Pick<MigrateFlags, 'dryRun' | 'dry' | 'check'>,
  io: Io,
  rest: Pick<Run, 'reports' | 'failOn'>,
): Run {
  if (flags.json && flags.print) {
    throw new UsageError(
      '--json and --print both want stdout. Use --report json=<file> together with --print.',
    )
  }
  return { io, argv, flags, mode: modeOf(flags, io), ...rest, notes: [], agreed: false, needsForce: false }
}

function modeOf(flags: Pick<MigrateFlags, 'dryRun' | 'dry' | 'check'>, io: Io): Mode {
  if (flags.check) return 'check'
  return flags.dryRun || flags.dry || isDryByEnvironment(io) ? 'dry-run' : 'apply'
}

/** True where `DRY_RUN` asks that nothing be written. */
export function isDryByEnvironment({ env }: Pick<Io, 'env'>): boolean {
  // Whatever does not plainly say no: to write against somebody's wish is the worse mistake.
  return !/^(|0|false|no|off)$/i.test(env.DRY_RUN?.trim() ?? '')
}

/**
 * Does what was decided, or only shows it: asks, writes, tells, reports.
 *
 * @returns the exit code
 */
export async function carryOut(run: Run, work: Work): Promise<number> {
  const { result, workspace } = work
  const { git } = workspace
  requireReportPlaces(run.reports, workspace, run.flags.force === true)
  run.needsForce = git === null
  if (run.mode !== 'apply') {
    if (git === null) run.notes.push(`${noGit(workspace.root)}: writing will need --force.`)
    if (run.flags.print) await printDiff(run, work)
    if (isDryByEnvironment(run.io)) run.notes.push('DRY_RUN is set in the environment.')
    return await finish(run, work, 'would')
  }
  const files = result.changes.map(({ file }) => file)
  if (files.length === 0) return await finish(run, work, 'did')
  if (!run.flags.force) requireWayBack(files, git, workspace.root)
  if (git === null) run.notes.push(`${noGit(workspace.root)}, so retag cannot undo this for you.`)
  if (run.flags.print) await printDiff(run, work)
  if (!run.flags.yes && canAsk(run.io)) {
    await emit(run.io.stderr, `${summaryText(run, result.plan, 'will')}\n`)
    if (!(await confirm(run.io, `Write these changes to ${count(files.length, 'file')}?`))) {
      await emit(run.io.stderr, 'Nothing was written.\n')
      return await report({ ...run, mode: 'dry-run' }, work)
    }
    run.agreed = true
    await emit(run.io.stderr, '\n')
  }
  return await write(run, work)
}

async function write(run: Run, work: Work): Promise<number> {
  const { result } = work
  const { result: applied, signal } = await uninterrupted((): ApplyResult => work.apply(result))
  if (signal !== null) {
    const number = count(applied.written.length, 'file')
    await emit(run.io.stderr, `Interrupted: ${number} had been written, each of them whole.\n`)
    return signalCode(signal)
  }
  const failed = new Set(applied.failures.map(({ file }) => file))
  const changes = result.changes.filter(({ file }) => !failed.has(file))
  const plan = withApplied(result.plan, applied.failures)
  return await finish(run, { ...work, result: { ...result, plan, changes } }, 'did')
}

async function finish(run: Run, work: Work, tense: Tense): Promise<number> {
  const { plan } = work.result
  await emit(run.io.stderr, summaryText(run, plan, tense))
  const code = await report(run, work)
  return plan.failures.length > 0 ? 3 : code
}

/** Writes what was asked for beside the summary; tells whether a threshold is exceeded. */
async function report(run: Run, { result, workspace, routes }: Work): Promise<number> {
  const { io, reports, flags, mode } = run
  const { plan, changes } = result
  if (reports.length > 0) writeReports(reports, reportInput(plan, changes, mode, workspace, routes))
  if (flags.json) await emit(io.stdout, jsonReport(plan, mode))
  if (io.env.GITHUB_ACTIONS === 'true') await emit(io.stderr, annotations(plan, mode))
  const reasons = exceeded(run.failOn, plan, changes.length)
  if (reasons.length > 0) await emit(io.stderr, reasons.map((reason) => `--fail-on ${reason}\n`).join(''))
  const isChanged = mode === 'check' && changes.length > 0
  return reasons.length > 0 || isChanged ? 1 : 0
}

async function printDiff({ io, mode }: Run, { result, workspace }: Work): Promise<void> {
  const input = reportInput(result.plan, result.changes, mode, workspace)
  await emit(io.stdout, colorPatch(patchReport(input), colorsFor(io.stdout, io.env)))
}

function summaryText({ io, argv, flags, notes, agreed, needsForce }: Run, plan: Plan, tense: Tense): string {
  return summary(plan, {
    tense,
    width: widthOf(io.stderr),
    colors: colorsFor(io.stderr, io.env),
    writeCommand: writeCommand(argv, needsForce),
    diffShown: flags.print,
    notes,
    brief: agreed,
  })
}
