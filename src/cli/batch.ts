import { resolve } from 'node:path'
import { readManifest } from '../batch/manifest/index.js'
import { runBatch } from '../batch/run.js'
import type { Result } from '../batch/types.js'
import { foldFleet } from '../report/fleet/fold.js'
import { fleetJson } from '../report/fleet/formats.js'
import type { Fleet } from '../report/fleet/types.js'
import { fleetHeadline } from '../report/fleet/words.js'
import { oneLine } from '../report/one-line.js'
import { count, shellQuote } from '../report/words.js'
import type { BatchRequest } from './batch-command.js'
import { readManifestText } from './batch-manifest.js'
import { batchProgress } from './batch-progress.js'
import { defaultConcurrency, limitsOf, settingsOf } from './batch-settings.js'
import { movedFleet, prepareFleetReports, writeFleetReports } from './fleet-reports.js'
import { signalCode } from './interrupt.js'
import type { Io } from './io.js'
import { colorsFor, emit, OutputError } from './io.js'
import type { ReportFile } from './report-files.js'

/** How many repositories that failed are named at the end; the reports name all. */
const shownFailures = 20

/**
 * `retag batch <repos>`: the same work on many repositories, each in a process of its own.
 *
 * @returns the exit code: 3 where a repository failed or took too long
 */
export async function batch(
  { manifest, flags, choices }: Extract<BatchRequest, { command: 'batch' }>,
  io: Io,
): Promise<number> {
  const reports = prepareFleetReports(flags.report ?? [], io.cwd)
  const out = resolve(io.cwd, flags.out)
  const limits = limitsOf(flags)
  const { settings, notes } = await settingsOf(flags, choices, io)
  const entries = readManifest({
    ...(await readManifestText(manifest, io)),
    head: flags.branch,
    trust: settings.trust,
  })
  const concurrency = limits.concurrency ?? defaultConcurrency(limits.memory)
  for (const note of notes) await emit(io.stderr, `${note}\n`)
  const stop = new AbortController()
  const end = (signal: NodeJS.Signals): void => stop.abort(new Stopped(signal))
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  const progress = batchProgress(io, entries.length, concurrency)
  try {
    const results = await runBatch({
      ...{ entries, settings, out, program: ownProgram(), env: io.env, signal: stop.signal },
      limits: { ...limits, concurrency },
      resume: flags.resume === true,
      events: progress,
    })
    progress.stop()
    return await tell(results, { out, shown: flags.out, reports, json: flags.json === true }, io)
  } catch (error) {
    progress.stop()
    if (!(error instanceof Stopped)) throw outputProblem(error, flags.out)
    await emit(
      io.stderr,
      `Interrupted: ${progress.done()} of ${count(entries.length, 'repository', 'repositories')} had ended. The same command with --resume goes on.\n`,
    )
    return signalCode(error.signal)
  } finally {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}

/** What the system refuses in the output folder is no mistake of ours. */
function outputProblem(error: unknown, shown: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error
  const remedy = 'Mend that, then use --resume, or choose another place.'
  return new OutputError(`--out: ${shown} cannot be written (${code}). ${remedy}`)
}

/** Thrown where a signal ended the run; what had ended by then is in the journal. */
class Stopped extends Error {
  override name = 'Stopped'
  readonly signal: 'SIGINT' | 'SIGTERM'

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`)
    this.signal = signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM'
  }
}

/** This program as it was started, so that a child is the same one. */
function ownProgram(): string[] {
  return [process.execPath, ...process.execArgv, process.argv[1] ?? '']
}

interface Telling {
  out: string
  shown: string
  reports: ReturnType<typeof prepareFleetReports>
  json: boolean
}

async function tell(
  results: readonly Result[],
  { out, shown, reports, json }: Telling,
  io: Io,
): Promise<number> {
  const fleet = foldFleet(results)
  const own = (format: 'html' | 'json'): ReportFile<'html' | 'json'> => ({
    format,
    file: resolve(out, `fleet.${format}`),
    shown: `${shown}/fleet.${format}`,
  })
  await emit(io.stderr, summaryText(fleet, io))
  writeFleetReports([own('html'), own('json'), ...reports], fleet, out)
  await emit(io.stderr, `\nAll of them: ${shellQuote(`${shown}/fleet.html`)}\n`)
  if (json) await emit(io.stdout, fleetJson(movedFleet(fleet, out, io.cwd)))
  return fleet.counts.failed + fleet.counts['timed-out'] > 0 ? 3 : 0
}

function summaryText(fleet: Fleet, io: Io): string {
  const { red, bold } = colorsFor(io.stderr, io.env)
  const bad = fleet.repositories.filter(({ outcome }) => outcome === 'failed' || outcome === 'timed-out')
  const lines = bad
    .slice(0, shownFailures)
    .map(({ name, outcome, reason }) => `  ${red(outcome)} ${oneLine(name, 100)}: ${reason ?? ''}\n`)
  const more = bad.length > shownFailures ? `  and ${bad.length - shownFailures} more\n` : ''
  return `\n${bold(fleetHeadline(fleet))}.\n${lines.join('')}${more}`
}
