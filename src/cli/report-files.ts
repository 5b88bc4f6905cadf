import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plan } from '../plan/types.js'
import type { Mode } from '../report/json.js'
import { jsonReport } from '../report/json.js'
import { UsageError } from '../workspace/types.js'
import { OutputError } from './io.js'

/** The report formats, each a pure function from the plan to the text of the file. */
const formats = { json: jsonReport } satisfies Record<string, (plan: Plan, mode: Mode) => string>

export interface ReportFile {
  format: keyof typeof formats
  /** Absolute. */
  file: string
}

/**
 * Reads the values of `--report` and makes sure that the files can be written, before anything else is done.
 *
 * @param values as given: `<format>=<file>`.
 * @throws UsageError for an unknown format, a missing file name, or a folder in its place.
 */
export function prepareReports(values: string[], cwd: string): ReportFile[] {
  return values.map((value) => {
    const [name = '', ...rest] = value.split('=')
    const shown = rest.join('=')
    const format = knownFormat(name)
    if (shown === '') {
      throw new UsageError(
        `--report ${value} names no file. Write --report ${name}=<file>, or --json for stdout.`,
      )
    }
    const file = resolve(cwd, shown)
    writing(shown, UsageError, () => mkdirSync(dirname(file), { recursive: true }))
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`--report: ${shown} is a folder. Name a file in it.`)
    }
    return { format, file }
  })
}

/**
 * Writes the prepared reports.
 *
 * @throws OutputError where one cannot be written; by then the files of the tree may have been changed
 */
export function writeReports(reports: ReportFile[], plan: Plan, mode: Mode): void {
  for (const { format, file } of reports) {
    writing(file, OutputError, () => writeFileSync(file, formats[format](plan, mode)))
  }
}

function knownFormat(name: string): keyof typeof formats {
  const valid = Object.keys(formats) as (keyof typeof formats)[]
  const known = valid.find((format) => format === name)
  if (known !== undefined) return known
  throw new UsageError(`--report knows no format "${name}". Valid: ${valid.join(', ')}, as in json=<file>.`)
}

function writing(shown: string, Problem: typeof UsageError | typeof OutputError, write: () => void): void {
  try {
    write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new Problem(`--report: ${shown} cannot be written (${code}). Choose another place.`)
  }
}
