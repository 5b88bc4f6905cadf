import { type Numbers, sum } from './count.js'
import type { RepositoryResult } from './repository.js'
import { type Column, table } from './table.js'

const heads: [keyof Numbers, string][] = [
  ['callSites', 'sites'],
  ['updateTag', 'updateTag'],
  ['max', "'max'"],
  ['expire0', 'expire:0'],
  ['otherProfile', 'profile'],
  ['renames', 'renamed'],
  ['conversions', 'use cache'],
  ['testDoubles', 'doubles'],
  ['kept', 'kept'],
  ['review', 'review'],
  ['mixed', 'mixed'],
  ['unreached', 'unreached'],
  ['findings', 'findings'],
  ['failed', 'failed'],
  ['changedFiles', 'files'],
  ['changedLines', 'lines'],
]

const columns: Column<RepositoryResult>[] = [
  { head: 'repository', cell: (row) => row.name },
  { head: '1-arg', cell: (row) => row.oneArgument, right: true },
  ...heads.map(([key, head]) => ({
    head,
    cell: (row: RepositoryResult) => row.numbers?.[key] ?? '-',
    right: true,
  })),
  { head: 's', cell: (row) => row.seconds.toFixed(2), right: true },
  { head: 'MB', cell: (row) => row.megabytes ?? '-', right: true },
  { head: 'checks', cell: (row) => (row.problems.length === 0 ? 'ok' : `${row.problems.length} failed`) },
]

/** One row per repository and a last one for all: counts and seconds add up, memory is the largest. */
export function resultTable(results: readonly RepositoryResult[]): string {
  const all: RepositoryResult = {
    name: `${results.length} repositories`,
    numbers: sum(results.flatMap(({ numbers }) => numbers ?? [])),
    seconds: results.reduce((total, row) => total + row.seconds, 0),
    megabytes: Math.max(0, ...results.map((row) => row.megabytes ?? 0)),
    paths: {},
    oneArgument: results.reduce((total, row) => total + row.oneArgument, 0),
    problems: results.flatMap((row) => row.problems),
  }
  return table(columns, [...results, all])
}
