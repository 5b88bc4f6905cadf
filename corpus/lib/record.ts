import { readFileSync, writeFileSync } from 'node:fs'

/** Counts under their names. */
export type Counts = Readonly<Record<string, number>>

/** Recorded numbers by `owner/name`, and by `owner/name, unstable-cache` for the run that converts every use. */
export type Recorded = Record<string, Counts>

export function readRecorded(file: string): Recorded {
  return JSON.parse(readFileSync(file, 'utf8')) as Recorded
}

/** Repositories that did not run this time keep their numbers; names are sorted. */
export function mergeRecorded(recorded: Recorded, now: ReadonlyMap<string, Counts>): Recorded {
  const merged = new Map<string, Counts>([...Object.entries(recorded), ...now])
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One line per repository, so that a change of numbers reads well in a diff. */
export function recordedText(recorded: Recorded): string {
  const lines = Object.entries(recorded).map(
    ([name, numbers]) => `  ${JSON.stringify(name)}: ${JSON.stringify(numbers)}`,
  )
  return lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`
}

export function writeRecorded(file: string, recorded: Recorded): void {
  writeFileSync(file, recordedText(recorded))
}

/** `updateTag 12 -> 14` for each number that moved; one line of its own where nothing is recorded yet. */
export function differences(before: Counts | undefined, now: Counts): string[] {
  if (before === undefined) return ['not recorded yet']
  const moved: string[] = []
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)])) {
    const [old, is] = [before[key], now[key]]
    if (old !== is) moved.push(`${key} ${old ?? '-'} -> ${is ?? '-'}`)
  }
  return moved
}
