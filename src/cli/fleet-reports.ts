import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { type FleetFormat, fleetFormats } from '../report/fleet/formats.js'
import type { Fleet, FleetRepository } from '../report/fleet/types.js'
import { OutputError } from './io.js'
import { prepareReports, type ReportFile, writing } from './report-files.js'

const names = Object.keys(fleetFormats) as FleetFormat[]

/**
 * Reads the values of `--report` for a fleet; see {@link prepareReports}.
 *
 * @throws UsageError for an unknown format, or a file that cannot be written
 */
export function prepareFleetReports(values: string[], cwd: string): ReportFile<FleetFormat>[] {
  return prepareReports(values, cwd, names)
}

/**
 * Writes fleet reports; links to single reports are made relative to each of them.
 *
 * @param folder absolute; the paths in the fleet count from there
 * @throws OutputError where one cannot be written
 */
export function writeFleetReports(reports: ReportFile<FleetFormat>[], fleet: Fleet, folder: string): void {
  for (const { format, file, shown } of reports) {
    const text = fleetFormats[format](movedFleet(fleet, folder, dirname(file)))
    writing(shown, '--report', OutputError, () => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    })
  }
}

/** The same fleet with paths that count from another folder. */
export function movedFleet(fleet: Fleet, from: string, to: string): Fleet {
  return { ...fleet, repositories: fleet.repositories.map((row) => movedRow(row, from, to)) }
}

/** The same row with paths that count from another folder. */
export function movedRow(row: FleetRepository, from: string, to: string): FleetRepository {
  const move = (path: string | null): string | null =>
    path === null ? null : relative(to, resolve(from, path)).split(sep).join('/')
  const { json, html, markdown } = row.reports
  return { ...row, reports: { json: move(json), html: move(html), markdown: move(markdown) } }
}
