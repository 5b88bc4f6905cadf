import type { Choices, PlanResult } from '../../index.js'
import type { ReviewItem } from '../../plan/choices/types.js'
import { question } from '../../report/question.js'
import { UsageError } from '../../workspace/types.js'
import { canAsk, colorsFor, emit, type Io, widthOf } from '../io.js'
import type { Prepared } from '../setup.js'
import { ask } from './ask.js'

/** What a person decided, and the plan that follows from it. */
export interface Decided {
  result: PlanResult
  /** By the key of the place, as the config takes them; without those that the config had already. */
  answers: Record<string, string>
}

/**
 * Refuses `--interactive` where nobody could answer.
 *
 * @throws UsageError without a terminal
 */
export function requirePerson(io: Io): void {
  if (canAsk(io)) return
  throw new UsageError(
    '--interactive asks questions, and there is no terminal to answer at. Run it in one, or use `retag plan` and edit the plan.',
  )
}

/**
 * Asks about every place that waits for a person, one by one, and plans anew with the answers: what follows from them
 * (mocks of tests, the setting of next.config) is decided with them. Writes nothing.
 *
 * @throws Interrupted on Ctrl-C
 */
export async function decideReviews(prepared: Prepared, io: Io): Promise<Decided> {
  const { analysis, engine } = prepared
  const { reviews } = await import('../../plan/reviews.js')
  const answers: Record<string, string> = {}
  const seen = new Set<string>()
  let { result } = prepared
  for (;;) {
    const choices: Choices = { ...prepared.choices, decisions: { ...prepared.choices.decisions, ...answers } }
    const open = reviews(analysis, result.plan, choices).filter(({ key }) => !seen.has(key))
    if (open.length === 0) break
    for (const { key } of open) seen.add(key)
    const round = await askAll(prepared, open, io)
    Object.assign(answers, round.answers)
    if (Object.keys(round.answers).length > 0)
      result = engine.plan(analysis, { ...choices, decisions: { ...choices.decisions, ...round.answers } })
    if (round.stopped) break
  }
  await emit(io.stderr, seen.size === 0 ? 'Nothing waits for a person.\n\n' : '\n')
  return { result, answers }
}

interface Round {
  answers: Record<string, string>
  stopped: boolean
}

async function askAll(prepared: Prepared, items: readonly ReviewItem[], io: Io): Promise<Round> {
  const answers: Record<string, string> = {}
  const done = new Set<string>()
  for (const [index, first] of items.entries()) {
    let item: ReviewItem | null = done.has(first.key) ? null : first
    while (item !== null) {
      const later = items.slice(index + 1).filter((other) => !done.has(other.key) && isSameKind(other, first))
      await emit(io.stderr, `\n${shown(prepared, item, `${index + 1} of ${items.length}`, io)}\n`)
      const reply = await ask(io, item, item === first ? later : [])
      if (reply.kind === 'stop') return { answers, stopped: true }
      const meant = reply.kind === 'kind' ? [item, ...later] : [item]
      for (const { key } of meant) {
        done.add(key)
        if (reply.answer !== null) answers[key] = reply.answer
      }
      item = reply.kind === 'one' && reply.answer !== null ? item.next(reply.answer) : null
    }
  }
  return { answers, stopped: false }
}

function isSameKind({ decisions: [a] }: ReviewItem, { decisions: [b] }: ReviewItem): boolean {
  return a.transform === b.transform && a.rule === b.rule
}

function shown({ analysis }: Prepared, item: ReviewItem, position: string, io: Io): string {
  const { rows } = io.stderr as { rows?: number }
  const room = (rows ?? 24) - item.choices.length - 8
  return question(item, {
    position,
    width: widthOf(io.stderr),
    colors: colorsFor(io.stderr, io.env),
    height: Math.max(room, 10),
    lineOf: (file, line) => analysis.workspace.text(file)?.split(/\r?\n/)[line - 1] ?? null,
  })
}
