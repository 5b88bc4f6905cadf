import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { foldFleet } from '../report/fleet/fold.js'
import { fleetJson } from '../report/fleet/formats.js'
import { type ReportText, rowsOf } from '../report/fleet/merge.js'
import type { FleetRepository } from '../report/fleet/types.js'
import { fleetHeadline } from '../report/fleet/words.js'
import { UsageError } from '../workspace/types.js'
import type { MergeFlags } from './batch-command.js'
import { movedRow, prepareFleetReports, writeFleetReports } from './fleet-reports.js'
import type { Io } from './io.js'
import { emit } from './io.js'

/**
 * `retag report merge <files...>`: one report over many, from whatever engine ran retag.
 *
 * @returns the exit code: 3 where a repository failed, or a file is no report
 * @throws UsageError for a file that is not there, and where nothing is to be written
 */
export async function mergeReports(files: string[], flags: MergeFlags, io: Io): Promise<number> {
  const reports = prepareFleetReports(flags.report ?? [], io.cwd)
  if (reports.length === 0 && !flags.json) {
    throw new UsageError(
      'Nothing says where the report goes. Use --report html=<file>, or --json for stdout.',
    )
  }
  const own = new Set(reports.map(({ file }) => file))
  const found = files
    .flatMap((file) => filesOf(file, io.cwd))
    .filter((file) => !own.has(resolve(io.cwd, file)))
  const texts = [...new Set(found)].map((file): ReportText => ({ file, text: read(file, io.cwd) }))
  const rows = rowsOf(texts).flatMap(({ file, rows: some }) => some.map((row) => placed(row, file, io.cwd)))
  const fleet = foldFleet(rows)
  await emit(io.stderr, `${fleetHeadline(fleet)}.\n`)
  writeFleetReports(reports, fleet, io.cwd)
  if (flags.json) await emit(io.stdout, fleetJson(fleet))
  return fleet.counts.failed + fleet.counts['timed-out'] > 0 ? 3 : 0
}

/** The JSON files of a folder; of the output folder of batch only its fleet report, which has all the others in it. */
function filesOf(file: string, cwd: string): string[] {
  if (statSync(resolve(cwd, file), { throwIfNoEntry: false })?.isDirectory() !== true) return [file]
  const names = readdirSync(resolve(cwd, file)).filter((name) => name.endsWith('.json'))
  const some = names.includes('fleet.json') ? ['fleet.json'] : names.sort()
  if (some.length > 0) return some.map((name) => join(file, name))
  throw new UsageError(`${file} holds no JSON file. Name files that --report json=<file> has written.`)
}

function read(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new UsageError(`${file} ${why}. Name files that --report json=<file> has written.`)
  }
}

/** Paths of a fleet count from its folder; a report of its own links to itself, or to the HTML beside it. */
function placed(row: FleetRepository, file: string, cwd: string): FleetRepository {
  const absolute = resolve(cwd, file)
  const hasOwn = Object.values(row.reports).some((path) => path !== null)
  if (hasOwn || row.digest === null) return movedRow(row, dirname(absolute), cwd)
  const html = absolute.replace(/\.json$/i, '.html')
  const beside = html !== absolute && statSync(html, { throwIfNoEntry: false })?.isFile() === true
  return movedRow(
    { ...row, reports: { json: absolute, html: beside ? html : null, markdown: null } },
    cwd,
    cwd,
  )
}
