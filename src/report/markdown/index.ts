import { list } from '../../context/words.js'
import type { Plan } from '../../plan/types.js'
import { summaryWords } from '../html/words.js'
import type { Mode } from '../json.js'
import { prose } from './escape.js'
import { fill } from './fill.js'
import { changedFiles, failureItems, findingItems, reviewItems } from './parts.js'
import { decisionTable } from './table.js'

/** GitHub takes 65,536 characters for the text of a pull request; a person may want to add some. */
const mostCharacters = 60_000

/**
 * The report as the text of a pull request, in GitHub's Markdown: summary, table of decisions, what a person has to
 * look at as a list to tick off, findings, files with what becomes what.
 *
 * @param room most UTF-16 code units of the text; what has no room is named at the end
 */
export function markdownReport(plan: Plan, mode: Mode, room = mostCharacters): string {
  const head = `${summary(plan, mode)}${decisionTable(plan.decisions)}`
  const errors = findingItems(plan.findings.filter(({ severity }) => severity === 'error'))
  const others = findingItems(plan.findings.filter(({ severity }) => severity !== 'error'))
  const reserved = 500
  const { text, leftOut } = fill(
    [
      {
        heading: '### Failed',
        items: failureItems(plan.failures),
        share: 0.2,
        noun: 'failed file',
        plural: 'failed files',
      },
      { heading: '### Errors', items: errors, share: 0.4, noun: 'error', plural: 'errors' },
      {
        heading: '### To review',
        items: reviewItems(plan.decisions),
        share: 0.6,
        noun: 'place to review',
        plural: 'places to review',
      },
      { heading: '### Findings', items: others, share: 0.5, noun: 'finding', plural: 'findings' },
      {
        heading: '### Changed files',
        items: changedFiles(plan.decisions),
        share: 1,
        noun: 'changed file',
        plural: 'changed files',
      },
    ],
    room - head.length - reserved,
  )
  return `${head}${text}${tail(leftOut)}`
}

function summary(plan: Plan, mode: Mode): string {
  const { headline, sentences, groups } = summaryWords(plan, mode)
  const rows = groups.map(({ headline: what, why, effect, changed }) => {
    const told = effect === '' ? '' : ` ${changed ? `**${prose(effect)}**` : prose(effect)}`
    return `- **${prose(what)}**: ${prose(why)}.${told}`
  })
  const paragraph = [headline, ...sentences].map(prose).join(' ')
  const names = plan.apps.map(
    ({ dir, next }) => `${dir === '' ? '' : `${dir} on `}Next.js ${next ?? '(version unknown)'}`,
  )
  const shownNames = names.length > 10 ? [...names.slice(0, 10), `${names.length - 10} more`] : names
  const label = names.length === 1 ? 'App' : 'Apps'
  const about = names.length === 0 ? '' : `${label}: ${prose(`${list(shownNames)}.`)} `
  const shownRows = rows.slice(0, 30)
  return `## retag: cache invalidation for Next.js 16\n\n${about}${paragraph}\n${shownRows.length === 0 ? '' : `\n${shownRows.join('\n')}\n`}`
}

function tail(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return ''
  return `\n---\n\nThis report is cut to fit a pull request. Left out: ${list(leftOut)}. \`--report html=<file>\` and \`--report json=<file>\` show all.\n`
}
