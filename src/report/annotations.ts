import type { Plan } from '../plan/types.js'
import type { Mode } from './json.js'
import { headOfCode, oneLine, visible } from './one-line.js'
import { count } from './words.js'

type Kind = 'error' | 'warning' | 'notice'

interface Annotation {
  kind: Kind
  file: string
  line: number | null
  column: number | null
  title: string
  message: string
}

/**
 * GitHub shows ten annotations of each kind for a step:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
const mostOfAKind = 10

/**
 * Workflow commands that GitHub Actions shows beside the lines of a pull request: errors first, then what needs a
 * person, then notes and, where nothing was written, what would change.
 *
 * @returns one command a line, or an empty text
 */
export function annotations(plan: Plan, mode: Mode): string {
  const all = [
    ...failures(plan),
    ...findings(plan),
    ...reviews(plan),
    ...(mode === 'apply' ? [] : rewrites(plan)),
  ]
  const kinds: Kind[] = ['error', 'warning', 'notice']
  const isCut = kinds.some((kind) => all.filter((one) => one.kind === kind).length > mostOfAKind)
  // The last line, which tells what is missing, is a notice too.
  const room = (kind: Kind): number => (isCut && kind === 'notice' ? mostOfAKind - 1 : mostOfAKind)
  const shown = kinds.flatMap((kind) => all.filter((one) => one.kind === kind).slice(0, room(kind)))
  const lines = shown.map(command)
  if (isCut) lines.push(`::notice title=retag::${data(summary(all, shown.length))}`)
  return lines.map((line) => `${line}\n`).join('')
}

function summary(all: readonly Annotation[], shown: number): string {
  const number = (kind: Kind): number => all.filter((one) => one.kind === kind).length
  const parts = [
    count(number('error'), 'error'),
    count(number('warning'), 'warning'),
    count(number('notice'), 'notice'),
  ]
  return `${parts.join(', ')}; ${shown} of them shown here. --report markdown=<file> lists more, json=<file> all.`
}

function failures(plan: Plan): Annotation[] {
  return plan.failures.map(({ file, message }) => ({
    kind: 'error',
    file,
    line: null,
    column: null,
    title: 'retag: failed',
    message,
  }))
}

function findings(plan: Plan): Annotation[] {
  return plan.findings.map(({ id, severity, file, line, column, message, help }) => ({
    kind: severity === 'note' ? 'notice' : severity,
    file,
    line,
    column,
    title: `retag: ${id}`,
    message: `${message} ${help}`,
  }))
}

function reviews(plan: Plan): Annotation[] {
  return plan.decisions
    .filter(({ action }) => action === 'review')
    .map(({ file, line, column, transform, before, reason }) => ({
      kind: 'warning',
      file,
      line,
      column,
      title: `retag: ${transform} needs a person`,
      message: `${oneLine(headOfCode(before), 200)}\n${reason}`,
    }))
}

function rewrites(plan: Plan): Annotation[] {
  return plan.decisions
    .filter(({ action }) => action === 'rewrite')
    .map(({ file, line, column, transform, before, after, reason }) => ({
      kind: 'notice',
      file,
      line,
      column,
      title: `retag: ${transform}`,
      message: `${oneLine(headOfCode(before), 200)}\nwould become\n${oneLine(headOfCode(after ?? ''), 200)}\n${reason}`,
    }))
}

function command({ kind, file, line, column, title, message }: Annotation): string {
  const place = line === null ? '' : `,line=${line}${column === null ? '' : `,col=${column}`}`
  return `::${kind} file=${property(file)}${place},title=${property(title)}::${data(message)}`
}

/** Each line for itself, so that the line ends of a message stay what they are. */
function data(text: string): string {
  return encoded(text.split('\n').map((line) => oneLine(line, 2000)))
}

function property(text: string): string {
  return encoded(text.split('\n').map(visible)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function encoded(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll('%', '%25')).join('%0A')
}
