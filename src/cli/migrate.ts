import type { ApplyResult, PlanResult } from '../index.js'
import type { Plan } from '../plan/types.js'
import { withApplied } from '../report/applied.js'
import { colorPatch, patchText } from '../report/diff.js'
import type { Mode } from '../report/json.js'
import { jsonReport } from '../report/json.js'
import type { Tense } from '../report/rewrites.js'
import { summary } from '../report/terminal.js'
import { count } from '../report/words.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import { writeCommand } from './command-text.js'
import type { Engine } from './engine.js'
import { readFileList } from './files-from.js'
import { signalCode, uninterrupted } from './interrupt.js'
import type { Io } from './io.js'
import { canAsk, colorsFor, emit, widthOf } from './io.js'
import type { MigrateFlags } from './program.js'
import { confirm } from './prompt.js'
import type { ReportFile } from './report-files.js'
import { prepareReports, writeReports } from './report-files.js'
import { noGit, requireWayBack } from './safety.js'
import { absolutePaths, prepare } from './setup.js'

const utf8Mark = Buffer.from('\uFEFF')

/** Everything that one run of `retag [path...]` needs to tell its story. */
interface Run {
  io: Io
  argv: string[]
  flags: MigrateFlags
  mode: Mode
  reports: ReportFile[]
  notes: string[]
  /** True once the person has read the plan and agreed. */
  agreed: boolean
  /** True where there is no git that could bring the old text back. */
  needsForce: boolean
}

/**
 * `retag [path...]`: plan, show, ask, write, tell.
 *
 * @returns the exit code.
 */
export async function migrate(
  argv: string[],
  paths: string[],
  flags: MigrateFlags,
  io: Io,
  engine?: Engine,
): Promise<number> {
  if (flags.json && flags.print) {
    throw new UsageError(
      '--json and --print both want stdout. Use --report json=<file> together with --print.',
    )
  }
  const run: Run = {
    io,
    argv,
    flags,
    mode: modeOf(flags, io),
    reports: prepareReports(flags.report ?? [], io.cwd),
    notes: [],
    agreed: false,
    needsForce: false,
  }
  const { include, exclude } = flags
  const filesFrom = flags.filesFrom === undefined ? undefined : await readFileList(flags.filesFrom, io)
  const prepared = await prepare(
    { paths: absolutePaths(paths, io.cwd), include, exclude, filesFrom },
    flags,
    io,
    engine,
  )
  const { result } = prepared
  const { workspace } = prepared.analysis
  const { git } = workspace
  run.needsForce = git === null
  if (run.mode !== 'apply') {
    if (git === null) run.notes.push(`${noGit(workspace.root)}: writing will need --force.`)
    return await finishUnwritten(run, result, workspace)
  }
  const files = result.changes.map(({ file }) => file)
  if (files.length === 0) return await finish(run, result.plan, 'did')
  if (!flags.force) requireWayBack(files, git, workspace.root)
  if (git === null) run.notes.push(`${noGit(workspace.root)}, so retag cannot undo this for you.`)
  if (flags.print) await printDiff(run, result, workspace)
  if (!flags.yes && canAsk(io)) {
    await emit(io.stderr, `${summaryText(run, result.plan, 'will')}\n`)
    if (!(await confirm(io, `Write these changes to ${count(files.length, 'file')}?`))) {
      await emit(io.stderr, 'Nothing was written.\n')
      await report({ ...run, mode: 'dry-run' }, result.plan)
      return 0
    }
    run.agreed = true
    await emit(io.stderr, '\n')
  }
  return await write(run, result, prepared.engine)
}

function modeOf(flags: MigrateFlags, io: Io): Mode {
  if (flags.check) return 'check'
  return flags.dryRun || flags.dry || isDryByEnvironment(io) ? 'dry-run' : 'apply'
}

function isDryByEnvironment({ env }: Io): boolean {
  // Whatever does not plainly say no: to write against somebody's wish is the worse mistake.
  return !/^(|0|false|no|off)$/i.test(env.DRY_RUN?.trim() ?? '')
}

async function finishUnwritten(run: Run, result: PlanResult, workspace: Workspace): Promise<number> {
  if (run.flags.print) await printDiff(run, result, workspace)
  if (isDryByEnvironment(run.io)) run.notes.push('DRY_RUN is set in the environment.')
  const code = await finish(run, result.plan, 'would')
  return code === 0 && run.mode === 'check' && result.changes.length > 0 ? 1 : code
}

async function write(run: Run, result: PlanResult, engine: Engine): Promise<number> {
  const { result: applied, signal } = await uninterrupted((): ApplyResult => engine.apply(result))
  if (signal !== null) {
    const number = count(applied.written.length, 'file')
    await emit(run.io.stderr, `Interrupted: ${number} had been written, each of them whole.\n`)
    return signalCode(signal)
  }
  return await finish(run, withApplied(result.plan, applied.failures), 'did')
}

async function finish(run: Run, plan: Plan, tense: Tense): Promise<number> {
  await emit(run.io.stderr, summaryText(run, plan, tense))
  await report(run, plan)
  return plan.failures.length > 0 ? 3 : 0
}

async function report(run: Run, plan: Plan): Promise<void> {
  writeReports(run.reports, plan, run.mode)
  if (run.flags.json) await emit(run.io.stdout, jsonReport(plan, run.mode))
}

async function printDiff({ io }: Run, { changes }: PlanResult, workspace: Workspace): Promise<void> {
  // Changes hold no byte order mark; a patch must, or it does not fit the file.
  const asOnDisk = changes.map(({ file, before, after }) => {
    const mark = workspace.bytes(file)?.subarray(0, 3).equals(utf8Mark) ? '\uFEFF' : ''
    return { file, before: mark + before, after: mark + after }
  })
  await emit(io.stdout, colorPatch(patchText(asOnDisk), colorsFor(io.stdout, io.env)))
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
