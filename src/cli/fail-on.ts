import type { Plan } from '../plan/types.js'
import { count } from '../report/words.js'
import { UsageError } from '../workspace/types.js'

const thresholds = ['error', 'review', 'changed'] as const

/** What makes a run end with exit code 1: findings that are errors, places for a person, files that change. */
export type Threshold = (typeof thresholds)[number]

/**
 * Reads the values of `--fail-on`; each may be a list with commas.
 *
 * @throws UsageError for an unknown one
 */
export function parseThresholds(values: readonly string[]): Threshold[] {
  const names = values.flatMap((value) => value.split(',').map((name) => name.trim()))
  return [...new Set(names.map(knownThreshold))]
}

function knownThreshold(name: string): Threshold {
  const known = thresholds.find((threshold) => threshold === name)
  if (known !== undefined) return known
  throw new UsageError(`--fail-on knows no "${name}". Valid: ${thresholds.join(', ')}.`)
}

/**
 * The thresholds that a plan exceeds, each with what exceeds it: `error: 3 errors`.
 *
 * @param changed number of files that change
 */
export function exceeded(wanted: readonly Threshold[], plan: Plan, changed: number): string[] {
  const numbers: Record<Threshold, [number, string]> = {
    error: [plan.findings.filter(({ severity }) => severity === 'error').length, 'error'],
    review: [plan.decisions.filter(({ action }) => action === 'review').length, 'place to review'],
    changed: [changed, 'file to change'],
  }
  return wanted.flatMap((threshold) => {
    const [number, noun] = numbers[threshold]
    if (number === 0) return []
    return `${threshold}: ${count(
      number,
      noun,
      noun.replace(/^\w+/, (word) => `${word}s`),
    )}`
  })
}
