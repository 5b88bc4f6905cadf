import type { Plan, Severity } from '../../plan/types.js'

export const fleetVersion = 1

/** How a repository ended. Every repository of a fleet has exactly one. */
export const outcomes = ['changed', 'needs-review', 'clean', 'skipped', 'failed', 'timed-out'] as const

export type Outcome = (typeof outcomes)[number]

/** What a report says, in numbers: what a table of many repositories shows of one. */
export interface Digest {
  /** Versions of Next.js as the apps write them; null where none is written. */
  next: (string | null)[]
  files: { selected: number; changed: number; failed: number }
  decisions: { rewrite: number; keep: number; review: number }
  /** Rewrites that change the behaviour. */
  changedBehaviour: number
  /** Sorted by id. */
  findings: FindingCount[]
}

export interface FindingCount {
  id: string
  severity: Severity
  count: number
}

/** One row of a fleet. */
export interface FleetRepository {
  name: string
  outcome: Outcome
  /** One line; null where there is nothing to say. */
  reason: string | null
  labels: string[]
  /** The commit that was looked at; null where it is not known. */
  base: string | null
  branch: string | null
  commit: string | null
  pullRequest: string | null
  /** Null where nothing was analysed. */
  digest: Digest | null
  /** Reports of this repository; paths count from the folder of the fleet report. */
  reports: { json: string | null; html: string | null; markdown: string | null }
}

/** The reports of many repositories as one; `schema/fleet.schema.json` describes it. No clock and no host name. */
export interface Fleet {
  schemaVersion: typeof fleetVersion
  tool: Plan['tool']
  /** `repositories` is the sum of the others. */
  counts: { repositories: number } & Record<Outcome, number>
  /** Sorted by name. */
  repositories: FleetRepository[]
  /** Over all repositories, the most frequent first. */
  findings: (FindingCount & { repositories: number })[]
}
