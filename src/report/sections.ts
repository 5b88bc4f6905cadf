import type { Decision, Failure, Finding, Plan, Severity } from '../plan/types.js'
import type { Colors } from './colors.js'
import { headOfCode, visible } from './one-line.js'
import { clause } from './rewrites.js'
import { count } from './words.js'
import { unbroken, wrap } from './wrap.js'

/** How text is laid out; every section is an array of paragraphs. */
export interface Layout {
  width: number
  colors: Colors
}

const shownPlaces = 8
const shownReviews = 12
const shownPerReason = 6
const shownReasons = 4
const shownApps = 6

/** `5 calls stay as they are: ...`, by reason. */
export function keptSection(kept: readonly Decision[], { width, colors }: Layout): string[] {
  if (kept.length === 0) return []
  const reasons = new Map<string, number>()
  for (const { reason } of kept) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const stay = kept.length === 1 ? 'stays as it is' : 'stay as they are'
  const head = `${colors.bold(count(kept.length, 'call'))} ${stay}`
  const [only] = reasons.keys()
  if (reasons.size === 1 && only !== undefined) return [wrap(`${head}: ${clause(only)}.`, width)]
  const rows = [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const digits = String(rows[0]?.[1] ?? 0).length
  const lines = rows
    .slice(0, shownReasons)
    .map(([reason, number]) => wrap(clause(reason), width, `  ${String(number).padStart(digits)}  `))
  return [[`${head}:`, ...lines, ...more(rows.length - shownReasons, 'reason', colors)].join('\n')]
}

/** The decisions that a person must take, by reason. */
export function reviewSection(reviews: readonly Decision[], layout: Layout): string[] {
  if (reviews.length === 0) return []
  const { colors, width } = layout
  const byReason = new Map<string, Decision[]>()
  for (const review of reviews) {
    byReason.set(review.reason, [...(byReason.get(review.reason) ?? []), review])
  }
  let left = shownReviews
  const blocks = [...byReason].flatMap(([reason, members]) => {
    const shown = members.slice(0, Math.min(left, shownPerReason))
    left -= shown.length
    return shown.length === 0 ? [] : [wrap(reason, width, '  '), ...placeRows(shown, layout)]
  })
  const hidden = reviews.length - (shownReviews - left)
  const head = `${colors.yellow(colors.bold(count(reviews.length, 'place')))} ${reviews.length === 1 ? 'needs' : 'need'} a person:`
  return [[head, ...blocks, ...more(hidden, 'place', colors)].join('\n')]
}

function placeRows(decisions: readonly Decision[], { width, colors }: Layout): string[] {
  const places = decisions.map(({ file, line }) => `${file}:${line}`)
  const column = Math.min(Math.max(...places.map((place) => place.length)), width - 30)
  return decisions.map(({ before }, index) => {
    const place = (places[index] ?? '').padEnd(column)
    const room = width - place.length - 6
    return `    ${colors.cyan(place)}${room < 12 ? '' : `  ${colors.dim(shorten(before, room))}`}`
  })
}

/** Findings: errors first, then warnings and notes; one block per kind of finding. */
export function findingSections(findings: readonly Finding[], layout: Layout): string[] {
  const severities: Severity[] = ['error', 'warning', 'note']
  return severities.flatMap((severity) => {
    const some = findings.filter((finding) => finding.severity === severity)
    if (some.length === 0) return []
    const ids = [...new Set(some.map(({ id }) => id))].sort()
    const blocks = ids.map((id) =>
      findingBlock(
        some.filter((finding) => finding.id === id),
        layout,
      ),
    )
    return [
      [`${severityColor(severity, layout.colors)(count(some.length, severity))}:`, ...blocks].join('\n'),
    ]
  })
}

function findingBlock(findings: Finding[], { width, colors }: Layout): string {
  const [first] = findings
  if (first === undefined) throw new Error('a block has at least one finding')
  const sameMessage = findings.every(({ message }) => message === first.message)
  const sameHelp = findings.every(({ help }) => help === first.help)
  const head = sameMessage
    ? wrap(`${colors.bold(first.id)}: ${first.message}`, width, '  ', '    ')
    : `  ${colors.bold(first.id)}`
  const places = findings.slice(0, shownPlaces).map((finding) => {
    const place = colors.cyan(unbroken(`${finding.file}:${finding.line}`))
    const texts = [sameMessage ? '' : finding.message, sameHelp ? '' : finding.help].filter(
      (text) => text !== '',
    )
    return texts.length === 0
      ? wrap(place, width, '    ')
      : wrap(`${place} ${texts.join(' ')}`, width, '    ', '      ')
  })
  const rest = more(findings.length - shownPlaces, 'place', colors).map((line) => `  ${line}`)
  const help = sameHelp && first.help !== '' ? [wrap(first.help, width, '    ')] : []
  return [head, ...places, ...rest, ...help].join('\n')
}

/** Files that could not be handled. */
export function failureSection(failures: readonly Failure[], { width, colors }: Layout): string[] {
  if (failures.length === 0) return []
  const lines = failures.map(({ file, message }) =>
    wrap(`${colors.cyan(unbroken(file))}: ${message}`, width, '  ', '    '),
  )
  const were = failures.length === 1 ? 'was left as it is' : 'were left as they are'
  return [
    [`${colors.red(colors.bold(count(failures.length, 'file')))} failed and ${were}:`, ...lines].join('\n'),
  ]
}

/** `Next.js apps: apps/web (15.5.8), apps/docs (16.0.1)`, or `Next.js 16.0.1` for a single app at the root. */
export function appSection(apps: Plan['apps'], { width, colors }: Layout): string[] {
  const [first, second] = apps
  if (first === undefined) return []
  if (second === undefined && first.dir === '') {
    return [colors.dim(`Next.js ${first.next ?? '(version unknown)'}`)]
  }
  const names = apps
    .slice(0, shownApps)
    .map(({ dir, next }) => unbroken(`${dir === '' ? '.' : dir} (${next ?? 'version unknown'})`))
  const rest = apps.length > shownApps ? [`and ${apps.length - shownApps} more`] : []
  const noun = apps.length === 1 ? 'Next.js app' : 'Next.js apps'
  return [colors.dim(wrap(`${noun}: ${[...names, ...rest].join(', ')}`, width))]
}

function more(number: number, noun: string, colors: Colors): string[] {
  return number > 0 ? [colors.dim(`  and ${count(number, `more ${noun}`)}; see --json`)] : []
}

function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  const color = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity]
  return (text) => color(colors.bold(text))
}

/** Source text on one line, cut to a width. */
export function shorten(code: string, width: number): string {
  const line = visible(headOfCode(code).replaceAll(/\s+/g, ' '))
  return line.length <= width ? line : `${line.slice(0, width - 3)}...`
}
