import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { packageSchema } from '../../config/package-root.js'
import type { Report } from '../json.js'
import { oneLine } from '../one-line.js'
import { digestOf, outcomeOf } from './digest.js'
import { type Fleet, type FleetRepository, fleetVersion } from './types.js'

/** A file with a report of one repository, or with a fleet report. */
export interface ReportText {
  /** As the person wrote it. */
  file: string
  text: string
}

/**
 * The rows of some reports. A file that is no report becomes a row that failed: one broken job must not hide the others.
 *
 * @returns in the order of the files; report paths are the file names as given, those of a fleet as they stand in it
 */
export function rowsOf(files: readonly ReportText[]): { file: string; rows: FleetRepository[] }[] {
  const validators = { fleet: validator('fleet'), report: validator('report') }
  const read = files.map(({ file, text }) => ({ file, value: parse(text) }))
  const names = read.map(({ file, value }) => nameOf(file, value))
  return read.map(({ file, value }, index) => {
    const own = names[index] ?? file
    const name = names.indexOf(own) === names.lastIndexOf(own) ? own : file
    const kind = isRecord(value) && Array.isArray(value.repositories) ? 'fleet' : 'report'
    const wrong = problem(value, kind, validators[kind])
    if (wrong !== null) return { file, rows: [brokenRow(name, wrong)] }
    return { file, rows: kind === 'fleet' ? (value as Fleet).repositories : [rowOf(name, value as Report)] }
  })
}

type Check = (value: unknown) => OutputUnit[]

function validator(name: 'fleet' | 'report'): Check {
  const made = new Validator(packageSchema(name), '7', true)
  return (value) => made.validate(value).errors
}

function problem(value: unknown, kind: 'fleet' | 'report', check: Check): string | null {
  if (!isRecord(value)) return 'It is no valid JSON; it may be cut off.'
  if (kind === 'report' && !Array.isArray(value.decisions)) return 'It is no report of retag.'
  if (value.schemaVersion !== fleetVersion) {
    return `It has the schema version ${String(value.schemaVersion)}, but this retag reads ${fleetVersion}.`
  }
  if (kind === 'report' && !('mode' in value))
    return 'It is a plan. Name the report that --report json=<file> writes.'
  const error = check(value).at(-1)
  return error === undefined
    ? null
    : `It is no report of retag: ${oneLine(`${error.instanceLocation} ${error.error}`, 200)}`
}

/** Text that is no JSON is null. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What batch writes names the repository; elsewhere the file does, or the folder of a file that is just called report. */
function nameOf(file: string, value: unknown): string {
  const root = isRecord(value) && typeof value.root === 'string' ? value.root : '/'
  if (!/^(?:[\\/]|[a-z]:)/i.test(root)) return root
  const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  const stem = (parts.at(-1) ?? file).replace(/\.json$/i, '')
  const folder = parts.at(-2)
  return /^(?:retag[-_.]?)?(?:report)?$/i.test(stem) && folder !== undefined && folder !== '..'
    ? folder
    : stem
}

function rowOf(name: string, report: Report): FleetRepository {
  const digest = digestOf(report)
  return { ...emptyRow(name), ...outcomeOf(digest), digest }
}

function brokenRow(name: string, reason: string): FleetRepository {
  return { ...emptyRow(name), outcome: 'failed', reason }
}

function emptyRow(name: string): FleetRepository {
  return {
    name,
    outcome: 'failed',
    reason: null,
    labels: [],
    base: null,
    branch: null,
    commit: null,
    pullRequest: null,
    digest: null,
    reports: { json: null, html: null, markdown: null },
  }
}
