import type { Plan } from '../../plan/types.js'
import type { Mode } from '../json.js'
import { groupRewrites, type RewriteGroup } from '../rewrites.js'
import { count } from '../words.js'

/** The summary in plain words. */
export interface SummaryWords {
  headline: string
  /** Sentences below it: what needs a person, what stays, what was found. */
  sentences: string[]
  groups: RewriteGroup[]
}

/** What was decided, told as the terminal tells it. */
export function summaryWords(plan: Plan, mode: Mode): SummaryWords {
  const groups = groupRewrites(plan.decisions, mode === 'apply' ? 'did' : 'would')
  const total = groups.reduce((sum, { number }) => sum + number, 0)
  return { headline: headline(plan, mode, total), sentences: sentences(plan), groups }
}

function headline({ counts, decisions }: Plan, mode: Mode, total: number): string {
  if (decisions.length === 0)
    return `No call that Next.js 16 wants changed, in ${count(counts.selected, 'file')}.`
  if (total === 0) return 'Nothing that retag can rewrite on its own.'
  const verb = mode === 'apply' ? 'changed' : 'would change'
  return `retag ${verb} ${count(total, 'place')} in ${count(counts.changed, 'file')}.`
}

function sentences({ decisions, findings, failures }: Plan): string[] {
  const reviews = decisions.filter(({ action }) => action === 'review').length
  const kept = decisions.filter(({ action }) => action === 'keep').length
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const rest = findings.length - errors
  return [
    reviews === 0 ? '' : `${count(reviews, 'place')} ${reviews === 1 ? 'needs' : 'need'} a person.`,
    kept === 0 ? '' : `${count(kept, 'call')} ${kept === 1 ? 'stays as it is' : 'stay as they are'}.`,
    errors === 0 ? '' : `${count(errors, 'error')} found that no rewrite mends.`,
    rest === 0 ? '' : `${count(rest, errors === 0 ? 'finding' : 'other finding')} to know about.`,
    failures.length === 0
      ? ''
      : `${count(failures.length, 'file')} failed and ${failures.length === 1 ? 'was' : 'were'} left alone.`,
  ].filter((sentence) => sentence !== '')
}
