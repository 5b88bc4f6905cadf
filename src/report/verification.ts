import type { TypeProblem, Verification } from '../apply/verify/types.js'
import { count } from './words.js'

/** Names that are shown before the rest is only counted. */
const shown = 3

/** What the type check said, as sentences for the summary. */
export function verificationNotes(verification: Verification): string[] {
  const { configs, rolledBack, added } = verification
  return [
    configs.length === 0 ? 'Types: nothing was checked.' : numbers(verification),
    ...(rolledBack.length > 0 ? [takenBack(rolledBack.length)] : []),
    ...added.map((problem) => `New and left as it is: ${shownProblem(problem)}.`),
    ...bundled(verification),
    ...unresolved(verification),
    ...unchecked(verification),
  ]
}

function numbers({ before, after, added, rolledBack }: Verification): string {
  const number = (value: number): string => value.toLocaleString('en-US')
  const prevented = rolledBack.reduce((sum, { errors }) => sum + errors.length, 0)
  const kept = prevented > 0 ? ` (${number(prevented)} prevented)` : ''
  return `Type errors: ${number(before)} before, ${number(after)} after; ${number(added.length)} new${kept}.`
}

function takenBack(number: number): string {
  const were = number === 1 ? 'was taken back and waits' : 'were taken back and wait'
  return `${count(number, 'edit')} ${were} for a person, so that no new type error comes in.`
}

function shownProblem({ file, line, code, message }: TypeProblem): string {
  return `${file}:${line} ${code} ${message.split('\n')[0]?.replace(/\.$/, '')}`
}

function bundled({ configs }: Verification): string[] {
  const own = configs.filter(({ compiler }) => compiler === 'retag')
  const [first] = own
  if (first === undefined) return []
  return [
    `No TypeScript 5 or later is installed there: checked with ${first.typescript}, which retag brings.`,
  ]
}

function unresolved({ configs }: Verification): string[] {
  const names = [...new Set(configs.flatMap((config) => config.unresolved))].sort()
  if (names.length === 0) return []
  const were = `${count(names.length, 'import')} could not be resolved (${some(names)})`
  return [
    `${were}, so what depends on ${names.length === 1 ? 'it' : 'them'} was not checked. Install the dependencies and run again to check all.`,
  ]
}

function unchecked({ unchecked: list }: Verification): string[] {
  const reasons = new Map<string, string[]>()
  for (const { file, reason } of list) reasons.set(reason, [...(reasons.get(reason) ?? []), file])
  return [...reasons].map(([reason, files]) => `Not checked: ${some(files)}: ${reason.replace(/\.$/, '')}.`)
}

function some(names: readonly string[]): string {
  const rest = names.length > shown ? [`${names.length - shown} more`] : []
  return [...names.slice(0, shown), ...rest].join(', ')
}
