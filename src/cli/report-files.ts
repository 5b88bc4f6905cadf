import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Format, ReportInput } from '../report/formats.js'
import { formats } from '../report/formats.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import { OutputError } from './io.js'
import { requireReportPlace } from './report-place.js'

export interface ReportFile<Name extends string = Format> {
  format: Name
  /** Absolute. */
  file: string
  /** As the person wrote it. */
  shown: string
}

/**
 * Reads the values of `--report` and makes sure that the files can be written, before anything else is done. Leaves
 * nothing behind.
 *
 * @param values as given: `<format>=<file>`.
 * @param valid the formats that there are.
 * @throws UsageError for an unknown format, a missing or repeated file name, or a place that cannot be written.
 */
export function prepareReports(values: string[], cwd: string): ReportFile[]
export function prepareReports<Name extends string>(
  values: string[],
  cwd: string,
  valid: readonly Name[],
): ReportFile<Name>[]
export function prepareReports(
  values: string[],
  cwd: string,
  valid: readonly string[] = Object.keys(formats),
): ReportFile<string>[] {
  const reports = values.map((value): ReportFile<string> => {
    const [name = '', ...rest] = value.split('=')
    const shown = rest.join('=')
    const format = knownFormat(name, valid)
    if (shown === '') {
      throw new UsageError(
        `--report ${value} names no file. Write --report ${name}=<file>, or --json for stdout.`,
      )
    }
    return { format, file: resolve(cwd, shown), shown }
  })
  for (const [index, { file, shown }] of reports.entries()) {
    if (reports.findIndex((other) => other.file === file) !== index) {
      throw new UsageError(`--report: ${shown} is named twice. Give each report a file of its own.`)
    }
    probe(file, shown, '--report')
  }
  return reports
}

/**
 * Keeps reports out of the tree that is looked at; see {@link requireReportPlace}.
 *
 * @throws UsageError naming the first report that would land there
 */
export function requireReportPlaces(reports: ReportFile[], workspace: Workspace, force: boolean): void {
  for (const { file, shown } of reports) requireReportPlace(file, shown, workspace, force)
}

/**
 * Writes the prepared reports.
 *
 * @throws OutputError where one cannot be written; by then the files of the tree may have been changed
 */
export function writeReports(reports: ReportFile[], input: ReportInput): void {
  for (const { format, file, shown } of reports) {
    const text = formats[format](input)
    writing(shown, '--report', OutputError, () => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    })
  }
}

/**
 * Makes sure that a file can be written, and leaves nothing behind.
 *
 * @param file absolute
 * @param flag what the message begins with
 * @throws UsageError where it cannot
 */
export function probe(file: string, shown: string, flag: string): void {
  writing(shown, flag, UsageError, () => {
    const there = statSync(file, { throwIfNoEntry: false })
    if (there?.isDirectory()) throw new UsageError(`${flag}: ${shown} is a folder. Name a file in it.`)
    if (there === undefined) return probeNew(file)
    // A pipe or a device is what it is; opening it to see would disturb its reader.
    if (there.isFile()) closeSync(openSync(file, 'r+'))
  })
}

function probeNew(file: string): void {
  const created = mkdirSync(dirname(file), { recursive: true })
  try {
    closeSync(openSync(file, 'wx'))
    rmSync(file)
  } finally {
    if (created !== undefined) removeEmpty(dirname(file), created)
  }
}

/** Removes the folders from `folder` up to `last`, which were made a moment ago. */
function removeEmpty(folder: string, last: string): void {
  rmdirSync(folder)
  if (folder !== last && folder !== dirname(folder)) removeEmpty(dirname(folder), last)
}

function knownFormat(name: string, valid: readonly string[]): string {
  const known = valid.find((format) => format === name)
  if (known !== undefined) return known
  throw new UsageError(`--report knows no format "${name}". Valid: ${valid.join(', ')}, as in json=<file>.`)
}

/** Runs something that writes a file; what the system refuses becomes one line. */
export function writing(
  shown: string,
  flag: string,
  Problem: typeof UsageError | typeof OutputError,
  write: () => void,
): void {
  try {
    write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new Problem(`${flag}: ${shown} cannot be written (${code}). Choose another place.`)
  }
}
