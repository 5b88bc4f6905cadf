import { packageVersion } from '../../config/package-root.js'
import { type Fleet, type FleetRepository, fleetVersion, outcomes } from './types.js'

/**
 * Makes one report of the rows of many repositories.
 *
 * @param rows in any order; names may repeat
 */
export function foldFleet(rows: readonly FleetRepository[]): Fleet {
  const repositories = rows
    .map(plainRow)
    .sort((a, b) => compare(a.name, b.name) || compare(a.branch ?? '', b.branch ?? ''))
  const number = Object.fromEntries(
    outcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<(typeof outcomes)[number], number>
  return {
    schemaVersion: fleetVersion,
    tool: { name: 'retag', version: packageVersion() },
    counts: { repositories: rows.length, ...number },
    repositories,
    findings: foldFindings(rows),
  }
}

/** In a fixed order of keys, and without what a journal knows besides. */
function plainRow(row: FleetRepository): FleetRepository {
  const { name, outcome, reason, labels, base, branch, commit, pullRequest, digest, reports } = row
  return { name, outcome, reason, labels, base, branch, commit, pullRequest, digest, reports }
}

function foldFindings(rows: readonly FleetRepository[]): Fleet['findings'] {
  const folded = new Map<string, Fleet['findings'][number]>()
  for (const { id, severity, count } of rows.flatMap(({ digest }) => digest?.findings ?? [])) {
    const known = folded.get(id)
    if (known === undefined) folded.set(id, { id, severity, count, repositories: 1 })
    else {
      known.count += count
      known.repositories += 1
    }
  }
  return [...folded.values()].sort(
    (a, b) => b.repositories - a.repositories || b.count - a.count || compare(a.id, b.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
