import { list } from '../../context/words.js'
import { findings as catalogue } from '../../plan/catalogue.js'
import { prose } from '../markdown/escape.js'
import { fill } from '../markdown/fill.js'
import { type Fleet, type FleetRepository, outcomes } from './types.js'
import { fleetHeadline, fleetSentences, outcomeWords } from './words.js'

/** GitHub takes 65,536 characters for a comment, and a megabyte for the summary of a job. */
const mostCharacters = 60_000

/**
 * The fleet in GitHub's Markdown: summary, what needs somebody, most frequent findings, then everything else.
 *
 * @param room most UTF-16 code units of the text; what has no room is named at the end
 */
export function fleetMarkdown(fleet: Fleet, room = mostCharacters): string {
  const head = `## retag: ${prose(fleetHeadline(fleet))}\n\n${fleetSentences(fleet).map(prose).join(' ')}\n${countTable(fleet)}`
  const urgent = ['failed', 'timed-out', 'needs-review'] as const
  const rest = outcomes.filter((outcome) => !urgent.some((one) => one === outcome))
  const part = (outcome: (typeof outcomes)[number], share: number) => ({
    heading: `### ${outcomeWords[outcome]}`,
    items: fleet.repositories.filter((row) => row.outcome === outcome).map(item),
    share,
    noun: 'repository',
    plural: 'repositories',
  })
  const { text, leftOut } = fill(
    [
      ...urgent.map((outcome) => part(outcome, 0.4)),
      {
        heading: '### Findings',
        items: findingItems(fleet),
        share: 0.6,
        noun: 'finding',
        plural: 'findings',
      },
      ...rest.map((outcome) => part(outcome, outcome === 'skipped' ? 1 : 0.6)),
    ],
    room - head.length - 400,
  )
  const tail =
    leftOut.length === 0
      ? ''
      : `\n---\n\nThis report is cut. Left out: ${list(leftOut)}. The formats html, json and csv show all.\n`
  return `${head}${text}${tail}`
}

function countTable({ counts }: Fleet): string {
  const shown = outcomes.filter((outcome) => counts[outcome] > 0)
  if (shown.length === 0) return ''
  const head = shown.map((outcome) => outcomeWords[outcome])
  return `\n| ${head.join(' | ')} | All |\n|${'---:|'.repeat(head.length + 1)}\n| ${shown.map((outcome) => counts[outcome].toLocaleString('en-US')).join(' | ')} | ${counts.repositories.toLocaleString('en-US')} |\n`
}

function item({ name, reason, digest, pullRequest, reports }: FleetRepository): string {
  const address = pullRequest ?? reports.html ?? reports.json
  const shown = address !== null && isPlain(address) ? `[${prose(name)}](${address})` : prose(name)
  const files = digest?.files.changed ?? 0
  const facts = [
    ...(files > 0 ? [`${files.toLocaleString('en-US')} ${files === 1 ? 'file' : 'files'} changed`] : []),
    ...(reason === null ? [] : [reason]),
  ]
  return `- ${shown}${facts.length === 0 ? '' : `: ${prose(facts.join('; '))}`}`
}

/** Nothing that could end the link, and no transport but that of the web. */
function isPlain(address: string): boolean {
  return /^(?:https:\/\/)?[\w./#%+~-]+$/.test(address)
}

function findingItems({ findings }: Fleet): string[] {
  return findings.map(({ id, severity, count, repositories }) => {
    const title = catalogue.find((one) => one.id === id)?.title
    const places = `${count.toLocaleString('en-US')} in ${repositories.toLocaleString('en-US')} ${repositories === 1 ? 'repository' : 'repositories'}`
    return `- ${severity} **${prose(id)}**, ${places}${title === undefined ? '' : `<br>${prose(title)}`}`
  })
}
