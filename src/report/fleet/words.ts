import { list } from '../../context/words.js'
import { count } from '../words.js'
import type { Fleet, Outcome } from './types.js'

/** Outcomes as headings and column names. */
export const outcomeWords: Record<Outcome, string> = {
  changed: 'Changed',
  'needs-review': 'Needs review',
  clean: 'Nothing to change',
  skipped: 'Skipped',
  failed: 'Failed',
  'timed-out': 'Timed out',
}

/** `300 repositories: 210 changed, 12 need review, ...` */
export function fleetHeadline({ counts }: Fleet): string {
  const parts: [number, string][] = [
    [counts.changed, 'changed'],
    [counts['needs-review'], counts['needs-review'] === 1 ? 'needs review' : 'need review'],
    [counts.clean, 'with nothing to change'],
    [counts.skipped, 'skipped'],
    [counts.failed, 'failed'],
    [counts['timed-out'], 'timed out'],
  ]
  const shown = parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number.toLocaleString('en-US')} ${what}`)
  return `${count(counts.repositories, 'repository', 'repositories')}: ${shown.length === 0 ? 'none' : list(shown)}`
}

/** What was decided in all of them together. */
export function fleetSentences({ repositories }: Fleet): string[] {
  const digests = repositories.flatMap(({ digest }) => (digest === null ? [] : [digest]))
  const sum = (of: (digest: (typeof digests)[number]) => number): number =>
    digests.reduce((total, digest) => total + of(digest), 0)
  const rewrites = sum(({ decisions }) => decisions.rewrite)
  const changed = sum(({ changedBehaviour }) => changedBehaviour)
  const reviews = sum(({ decisions }) => decisions.review)
  const files = sum((digest) => digest.files.changed)
  return [
    `${count(rewrites, 'rewrite')} in ${count(files, 'file')}${changed > 0 ? `, ${changed.toLocaleString('en-US')} of them with changed behaviour` : ''}.`,
    ...(reviews > 0 ? [`${count(reviews, 'place')} for a person to decide.`] : []),
  ]
}
