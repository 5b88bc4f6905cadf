import type { ConversionResult } from './conversions.js'
import { type Column, table } from './table.js'

/** Two tables: what became of the uses in each repository, and why the rest was left for a person. */
export function conversionTables(results: readonly ConversionResult[]): string {
  const rows = [...results, total(results)]
  const keys = [...new Set(results.flatMap(({ numbers }) => Object.keys(numbers ?? {})))].sort()
  const of = (start: string) => keys.filter((key) => key.startsWith(start))
  const number = (key: string, head: string): Column<ConversionResult> => ({
    head,
    cell: ({ numbers }) => (numbers ? (numbers[key] ?? 0) : '-'),
    right: true,
  })
  const sum = (wanted: readonly string[], head: string): Column<ConversionResult> => ({
    head,
    cell: ({ numbers }) => (numbers ? wanted.reduce((found, key) => found + (numbers[key] ?? 0), 0) : '-'),
    right: true,
  })
  const name: Column<ConversionResult> = { head: 'repository', cell: (row) => row.name }
  const forms = table(
    [
      name,
      number('uses', 'uses'),
      number('users', 'of wrappers'),
      sum(of('rewrite '), 'converted'),
      ...of('rewrite ').map((key) => number(key, key.slice('rewrite '.length))),
      sum(of('keep '), 'kept'),
      sum(of('review '), 'review'),
      number('gated', 'gated'),
      number('findings', 'findings'),
      number('changedFiles', 'files'),
      number('changedLines', 'lines'),
      { head: 's', cell: (row) => row.seconds.toFixed(2), right: true },
      {
        head: 'checks',
        cell: ({ problems }) => (problems.length === 0 ? 'ok' : `${problems.length} failed`),
      },
    ],
    rows,
  )
  const left = rows.filter(({ numbers }) => of('review ').some((key) => (numbers?.[key] ?? 0) > 0))
  const reasons = table([name, ...of('review ').map((key) => number(key, key.slice('review '.length)))], left)
  return `${forms}\n\nLeft for a person, by rule:\n\n${reasons}`
}

function total(results: readonly ConversionResult[]): ConversionResult {
  const numbers: Record<string, number> = {}
  for (const row of results)
    for (const [key, value] of Object.entries(row.numbers ?? {})) numbers[key] = (numbers[key] ?? 0) + value
  return {
    name: `${results.length} repositories`,
    numbers,
    seconds: results.reduce((sum, row) => sum + row.seconds, 0),
    problems: results.flatMap(({ problems }) => problems),
  }
}
