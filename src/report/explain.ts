import type { EvidenceStep } from '../context/types.js'
import { contextWords } from '../context/words.js'
import type { Decision, Finding } from '../plan/types.js'
import type { Layout } from './sections.js'
import { shorten } from './sections.js'
import { unbroken, wrap } from './wrap.js'

/** What stands on the line that a person asks about. */
export interface Explained {
  decisions: readonly Decision[]
  findings: readonly Finding[]
}

export interface ExplainOptions extends Layout {
  /** Text of a line (1-based) of a file of the tree, undefined when there is none. */
  sourceLine(file: string, line: number): string | undefined
}

/** Why a line is decided as it is: for each decision the rule, the reason, and every way that leads to it. */
export function explanation({ decisions, findings }: Explained, options: ExplainOptions): string {
  const blocks = [
    ...decisions.map((decision) => decisionBlock(decision, options)),
    ...findings.map((finding) => findingBlock(finding, options)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function decisionBlock(decision: Decision, options: ExplainOptions): string {
  const { colors, width } = options
  const place = `${decision.file}:${decision.line}:${decision.column}`
  const row = (name: string, text: string): string => wrap(text, width, `  ${colors.dim(name.padEnd(10))}`)
  return [
    `${colors.bold(colors.cyan(place))}  ${decision.api}`,
    ...sourceRow(decision, options, 2),
    '',
    row('decision', outcome(decision, options)),
    row('rule', `${decision.rule} (${decision.transform})`),
    row('why', decision.reason),
    ...(isUnused(decision) ? [] : [row('runs in', runsIn(decision))]),
    ...(isUnused(decision) && decision.evidence.length === 0 ? [] : ['', ...evidenceRows(decision, options)]),
  ].join('\n')
}

/** Nobody calls a setting or what is new. */
function isUnused({ transform, file, contexts }: Decision): boolean {
  if (contexts.length > 0) return false
  return ['next-config', 'tag-helpers'].includes(transform) || /(?:^|\/)next\.config\.\w+$/.test(file)
}

function outcome(decision: Decision, { colors }: ExplainOptions): string {
  if (decision.action === 'keep') return 'stays as it is'
  if (decision.action === 'review') return colors.yellow('needs a person')
  const effect = decision.semantics === 'changed' ? colors.yellow('behaviour changes') : 'behaviour preserved'
  const after = unbroken(shorten(decision.after ?? '', 90))
  return `becomes ${colors.green(after)}, ${effect}`
}

function runsIn({ contexts, reach }: Decision): string {
  const words = contextWords(contexts)
  return words === '' ? `nothing that was found (${reach})` : `${words} (${reach})`
}

function evidenceRows(decision: Decision, options: ExplainOptions): string[] {
  if (decision.evidence.length === 0) {
    return ['  No chain of calls leads here from an entry point of Next.js, a test or a script.']
  }
  return decision.evidence.flatMap((chain, index) => [
    ...(index > 0 ? [''] : []),
    `  ${options.colors.bold(chainName(decision, index))}`,
    ...chain.flatMap((step, depth) => stepRows(step, depth, options)),
  ])
}

/** One chain per context, in the same order; a cached entry has one more, which is the way of a cookie into its key. */
function chainName({ evidence, contexts, transform }: Decision, index: number): string {
  if (isKeyChain({ evidence, contexts, transform }, index)) return 'the key comes from'
  if (transform === 'next-config') return 'needed by'
  // Where the numbers do not fit, a chain stands without a name.
  const named = evidence.length >= contexts.length
  return (named && contexts[index]) || 'reached from'
}

/** True for the chain of an `unstable_cache` entry that leads from the request to its key, not from an entry point. */
export function isKeyChain(
  { evidence, contexts, transform }: Pick<Decision, 'evidence' | 'contexts' | 'transform'>,
  index: number,
): boolean {
  return transform === 'unstable-cache' && index === contexts.length && index === evidence.length - 1
}

function stepRows(step: EvidenceStep, depth: number, options: ExplainOptions): string[] {
  const arrow = depth === 0 ? '' : '-> '
  const indent = depth === 0 ? 4 : 6
  const place = options.colors.cyan(`${step.file}:${step.line}`)
  return [
    `${' '.repeat(indent)}${arrow}${place} ${options.colors.bold(step.symbol)}`,
    ...sourceRow(step, options, indent + arrow.length + 2),
  ]
}

function sourceRow(
  { file, line }: { file: string; line: number },
  { sourceLine, width, colors }: ExplainOptions,
  indent: number,
): string[] {
  const text = sourceLine(file, line)?.trim()
  if (text === undefined || text === '') return []
  return [`${' '.repeat(indent)}${colors.dim(shorten(text, width - indent))}`]
}

function findingBlock(finding: Finding, options: ExplainOptions): string {
  const { colors, width } = options
  const color = { error: colors.red, warning: colors.yellow, note: colors.cyan }[finding.severity]
  return [
    `${colors.bold(colors.cyan(`${finding.file}:${finding.line}:${finding.column}`))}  ${color(finding.severity)} ${finding.id}`,
    wrap(finding.message, width, '  '),
    wrap(finding.help, width, '  '),
    `  ${colors.dim(finding.url)}`,
  ].join('\n')
}
