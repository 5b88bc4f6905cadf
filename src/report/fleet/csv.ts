import { visible } from '../one-line.js'
import type { Fleet, FleetRepository } from './types.js'

const columns: [string, (row: FleetRepository) => string | number | null][] = [
  ['repository', ({ name }) => name],
  ['outcome', ({ outcome }) => outcome],
  ['reason', ({ reason }) => reason],
  ['labels', ({ labels }) => labels.join(' ')],
  [
    'next',
    ({ digest }) => (digest === null ? null : digest.next.map((version) => version ?? 'unknown').join(' ')),
  ],
  ['files_changed', ({ digest }) => digest?.files.changed ?? null],
  ['files_failed', ({ digest }) => digest?.files.failed ?? null],
  ['rewrites', ({ digest }) => digest?.decisions.rewrite ?? null],
  ['changed_behaviour', ({ digest }) => digest?.changedBehaviour ?? null],
  ['kept', ({ digest }) => digest?.decisions.keep ?? null],
  ['to_review', ({ digest }) => digest?.decisions.review ?? null],
  ['findings', ({ digest }) => digest?.findings.map(({ id, count }) => `${id}:${count}`).join(' ') ?? null],
  ['base', ({ base }) => base],
  ['branch', ({ branch }) => branch],
  ['commit', ({ commit }) => commit],
  ['pull_request', ({ pullRequest }) => pullRequest],
  ['report', ({ reports }) => reports.html ?? reports.json],
]

/** One row for each repository (RFC 4180: commas, CRLF, doubled quotes). */
export function fleetCsv({ repositories }: Fleet): string {
  const rows = [
    columns.map(([name]) => name),
    ...repositories.map((row) => columns.map(([, value]) => value(row))),
  ]
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = visible(value)
  // A spreadsheet takes what begins so for a formula, also behind blanks, and some in full width.
  const safe = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return /[",]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe
}
