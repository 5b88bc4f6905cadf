import type { RepositoryResult } from './repository.js'
import { type Column, table } from './table.js'

/** Calls of `revalidatePath` by what was decided and why, one column a reason, most frequent first. */
export function pathTable(results: readonly RepositoryResult[]): string {
  const rows = results.filter(({ paths }) => Object.keys(paths).length > 0)
  const all = { name: `${rows.length} repositories`, paths: sum(rows.map(({ paths }) => paths)) }
  const reasons = Object.keys(all.paths).sort((a, b) => (all.paths[b] ?? 0) - (all.paths[a] ?? 0))
  const count = (reason: string): Column<Pick<RepositoryResult, 'name' | 'paths'>> => ({
    head: reason,
    cell: ({ paths }) => paths[reason] ?? 0,
    right: true,
  })
  const columns = [{ head: 'repository', cell: ({ name }: { name: string }) => name }, ...reasons.map(count)]
  return table(columns, [...rows, all])
}

function sum(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const counts of all)
    for (const [reason, number] of Object.entries(counts)) total[reason] = (total[reason] ?? 0) + number
  return total
}
