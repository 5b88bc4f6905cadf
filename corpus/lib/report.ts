import { schemaVersion } from '../../src/plan/types.js'
import type { Report } from '../../src/report/json.js'

export type { Report, ReportedDecision } from '../../src/report/json.js'

/**
 * Reads the stdout of `retag --json`.
 *
 * @throws Error with one line when the text is no report of the schema version that this run knows.
 */
export function readReport(text: string): Report {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(
      `stdout is no JSON (${(error as Error).message}); it starts with ${JSON.stringify(text.slice(0, 60))}`,
    )
  }
  if (typeof value !== 'object' || value === null) throw new Error('stdout is JSON, but no report')
  const report = value as Partial<Report>
  if (report.schemaVersion !== schemaVersion) {
    throw new Error(`the report has schemaVersion ${report.schemaVersion}, expected ${schemaVersion}`)
  }
  for (const field of ['apps', 'decisions', 'findings', 'failures'] as const) {
    if (!Array.isArray(report[field])) throw new Error(`the report has no list "${field}"`)
  }
  if (typeof report.counts !== 'object') throw new Error('the report has no "counts"')
  return report as Report
}
