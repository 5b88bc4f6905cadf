import type { Decision, Finding, Plan } from '../plan/types.js'
import { isFailed } from './applied.js'
import type { RewriteGroup, Tense } from './rewrites.js'
import { groupRewrites } from './rewrites.js'
import type { Layout } from './sections.js'
import { appSection, failureSection, findingSections, keptSection, reviewSection } from './sections.js'
import { count, shellQuote } from './words.js'
import { unbroken, wrap } from './wrap.js'

export interface SummaryOptions extends Layout {
  tense: Tense
  /** The command that writes the changes, shown after a dry run or a check: `npx retag src`. */
  writeCommand: string
  /** True when the diff was printed, so that nobody need be told how to see it. */
  diffShown?: boolean
  /** Sentences that the command line adds, such as why nothing is written. */
  notes?: string[]
  /** True when the person has just read the plan (and said yes): only what is new is told. */
  brief?: boolean
}

/** The closing summary for people: what became what and why, what needs a person, what to run next. */
export function summary(plan: Plan, options: SummaryOptions): string {
  if (options.brief) return briefSummary(plan, options)
  const kept = plan.decisions.filter(({ action }) => action === 'keep')
  const reviews = plan.decisions.filter((one) => one.action === 'review' && !isFailed(one))
  const versions = plan.findings.filter(({ id }) => id === 'next-version')
  const findings = plan.findings.filter(({ id }) => id !== 'next-version')
  const paragraphs = [
    ...appSection(plan.apps, options),
    ...rewriteSection(plan, options),
    ...keptSection(kept, options),
    ...reviewSection(reviews, options),
    ...findingSections(findings, options),
    ...failureSection(plan.failures, options),
    ...versionSection(versions, options),
    ...(options.notes ?? []).map((note) => wrap(note, options.width)),
    ...nextSteps(plan, options),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** One paragraph for all apps: what to do is the same for each. */
function versionSection(versions: readonly Finding[], { width, colors }: SummaryOptions): string[] {
  const [first] = versions
  if (first === undefined) return []
  const messages = versions.map(({ message }) => message).join(' ')
  return [wrap(`${colors.yellow('Next.js version:')} ${messages} ${first.help}`, width)]
}

function briefSummary(plan: Plan, options: SummaryOptions): string {
  const written = `${options.colors.green('Done:')} ${count(plan.counts.changed, 'file')} changed.`
  const paragraphs = [written, ...failureSection(plan.failures, options), ...nextSteps(plan, options)]
  return `${paragraphs.join('\n\n')}\n`
}

function rewriteSection(plan: Plan, options: SummaryOptions): string[] {
  const groups = groupRewrites(plan.decisions, options.tense)
  if (groups.length === 0) return [wrap(nothingToRewrite(plan), options.width)]
  const total = groups.reduce((sum, { number }) => sum + number, 0)
  const digits = Math.max(...groups.map(({ number }) => number.toLocaleString('en-US').length))
  const places = options.colors.bold(count(total, 'place'))
  const files = options.colors.bold(count(plan.counts.changed, 'file'))
  const head = {
    would: `retag would change ${places} in ${files}:`,
    will: `retag is about to change ${places} in ${files}:`,
    did: `retag changed ${places} in ${files}:`,
  }[options.tense]
  return [
    [wrap(head, options.width), ...groups.map((group) => groupLines(group, digits, options))].join('\n'),
  ]
}

function groupLines(group: RewriteGroup, digits: number, { width, colors }: SummaryOptions): string {
  const missing = digits - group.number.toLocaleString('en-US').length
  const indent = ' '.repeat(digits + 3)
  const first = `  ${' '.repeat(missing)}`
  const lines = wrap(`${colors.bold(group.headline)}: ${group.why}.`, width, first, indent)
  if (group.effect === '') return lines
  const effect = wrap(group.effect, width, indent)
  return [lines, group.changed ? colors.yellow(effect) : colors.dim(effect)].join('\n')
}

function nothingToRewrite({ decisions, counts }: Plan): string {
  if (decisions.length === 0) {
    const searched = count(counts.selected, 'file')
    return `Nothing to do: in ${searched} retag found no call that Next.js 16 wants changed.`
  }
  if (decisions.every(({ action }) => action === 'keep')) return 'Nothing to change.'
  if (decisions.every((one) => one.action === 'keep' || isFailed(one))) return 'Nothing was changed.'
  return 'Nothing that retag can rewrite on its own.'
}

function nextSteps(plan: Plan, { tense, writeCommand, diffShown, width }: SummaryOptions): string[] {
  const example = mostTelling(plan.decisions)
  if (example === undefined) return []
  const explain = unbroken(`npx retag explain ${shellQuote(`${example.file}:${example.line}`)}`)
  const rewrites = plan.decisions.some(({ action }) => action === 'rewrite')
  if (!rewrites) return [wrap(`For the evidence behind a line run ${explain}.`, width)]
  const evidence = `For the evidence behind any line: ${explain}`
  if (tense === 'did') {
    return [`${wrap('Next: run your type check and your tests.', width)}\n${wrap(evidence, width)}`]
  }
  if (tense === 'will') return [wrap(evidence, width)]
  const write = `To write these changes: ${unbroken(writeCommand)}`
  return [
    [
      wrap(`Nothing was written.${diffShown ? '' : ' Add --print to see the diff.'}`, width),
      wrap(write, width),
      wrap(evidence, width),
    ].join('\n'),
  ]
}

/** The decision whose evidence is most worth a look: where worlds meet, then what a person must see, then any rewrite. */
function mostTelling(decisions: readonly Decision[]): Decision | undefined {
  return (
    decisions.find(({ action, reach }) => action === 'rewrite' && reach === 'mixed') ??
    decisions.find(({ action }) => action === 'review') ??
    decisions.find(({ action }) => action === 'rewrite') ??
    decisions[0]
  )
}
