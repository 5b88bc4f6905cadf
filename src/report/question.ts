import { contextWords, place } from '../context/words.js'
import type { ReviewItem } from '../plan/choices/types.js'
import type { Decision } from '../plan/types.js'
import { isKeyChain } from './explain.js'
import { visible } from './one-line.js'
import type { Layout } from './sections.js'
import { count, shellQuote } from './words.js'
import { unbroken, wrap } from './wrap.js'

export interface QuestionOptions extends Layout {
  /** `3 of 12`. */
  position: string
  /** How many lines the question may take, its choices not counted. */
  height: number
  /** Text of a line (1-based) of a file of the tree, null when there is none. */
  lineOf(file: string, line: number): string | null
}

const longestCall = 6
const shownChains = 4

/** One place that waits for a person: its code with the call marked, why it waits, and who can run it. */
export function question({ decisions }: ReviewItem, options: QuestionOptions): string {
  const { colors, width, position } = options
  const [decision, ...others] = decisions
  const head = `${colors.bold(colors.yellow(`Review ${position}`))}  ${colors.dim(`${decision.transform}: ${decision.rule}`)}`
  const place = colors.bold(colors.cyan(visible(`${decision.file}:${decision.line}`)))
  const why = wrap(visible(decision.reason), width)
  const also = others.map(({ line }) => line)
  const same =
    also.length === 0
      ? []
      : [
          wrap(
            `The same again on ${also.length === 1 ? 'line' : 'lines'} ${also.join(', ')}; one answer holds for all.`,
            width,
          ),
        ]
  const chains = chainRows(decision, options)
  const used = [head, place, why, ...same, ...chains].join('\n').split('\n').length + 4
  const code = codeRows(decision, options, options.height - used)
  return `${[head, '', place, ...code, '', why, ...same, ...chains].join('\n')}\n`
}

/** The lines of the call and, where there is room, lines around it. */
function codeRows(
  { file, line, column, before }: Decision,
  { lineOf, colors, width }: QuestionOptions,
  room: number,
): string[] {
  const length = before.split('\n').length
  const last = line + Math.min(length, longestCall) - 1
  const around = room >= length + 6 ? 2 : 1
  const numbers = range(Math.max(line - around - 1, 1), last + around)
  const texts = numbers.map(
    (number) => [number, lineOf(file, number)?.replaceAll('\t', '  ') ?? null] as const,
  )
  const known = texts.filter((one): one is readonly [number, string] => one[1] !== null)
  const isShown = ([number, text]: readonly [number, string]): boolean =>
    number === line || text.trim() !== ''
  const shown = known.slice(known.findIndex(isShown), known.findLastIndex(isShown) + 1)
  const margin = Math.min(
    ...shown
      .filter(([, text]) => text.trim() !== '')
      .map(([, text]) => text.length - text.trimStart().length),
  )
  const digits = String(last + around).length
  const room2 = width - digits - 6
  return shown.flatMap(([number, text]) => {
    const isCall = number >= line && number <= last
    const gutter = `${isCall ? colors.yellow('>') : ' '} ${colors.dim(String(number).padStart(digits))}  `
    const code = cut(visible(text.slice(margin)), room2)
    const row = `  ${gutter}${isCall ? code : colors.dim(code)}`
    if (number !== line) return [row.trimEnd()]
    return [
      row.trimEnd(),
      ...caretRow(lineOf(file, line) ?? '', column, before, margin, digits, room2, colors),
    ]
  })
}

function caretRow(
  source: string,
  column: number,
  before: string,
  margin: number,
  digits: number,
  room: number,
  colors: Layout['colors'],
): string[] {
  // A row of marks only fits where what is shown is what stands there.
  if (visible(source.replaceAll('\t', '')) !== source.replaceAll('\t', '')) return []
  const lead = source.slice(0, column - 1).replaceAll('\t', '  ').length - margin
  const first = (before.split('\n')[0] ?? '').replaceAll('\t', '  ')
  const length = Math.min(first.length, room - lead)
  if (lead < 0 || length < 1) return []
  return [`${' '.repeat(digits + 6 + lead)}${colors.yellow('^'.repeat(length))}`]
}

/** Each chain on as few lines as it needs; the first ones, where there are many. */
function chainRows(decision: Decision, { width, colors, height }: QuestionOptions): string[] {
  const { evidence, contexts } = decision
  if (evidence.length === 0)
    return contexts.length === 0 ? [] : [wrap(`Runs in ${contextWords(contexts)}.`, width)]
  const shown = evidence.slice(0, height < 20 ? 2 : shownChains)
  const rows = shown.map((chain, index) => {
    const context = contexts[index]
    const name = isKeyChain(decision, index)
      ? 'The key comes from'
      : context
        ? `From ${place(context)}`
        : 'Reached from'
    const steps = chain.map(({ file, line, symbol }) =>
      unbroken(`${colors.cyan(visible(`${file}:${line}`))} ${visible(symbol)}`),
    )
    return wrap(`${colors.bold(`${name}:`)} ${steps.join(' -> ')}`, width, '', '  ')
  })
  const hidden = evidence.length - shown.length
  const more = `and ${count(hidden, 'more way')}: npx retag explain ${shellQuote(`${decision.file}:${decision.line}`)}`
  return hidden > 0 ? [...rows, colors.dim(wrap(visible(more), width))] : rows
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 3)}...`
}
