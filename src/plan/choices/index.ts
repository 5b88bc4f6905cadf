import type { PlanInput, TracedSite } from '../input.js'
import type { OpenVerdict } from '../revalidate-path/answer.js'
import type { Decision } from '../types.js'
import { extended, readAnswer } from './answer.js'
import { commented } from './comment.js'
import { choiceOfForm, effectOf, formsFor, invalidated } from './invalidation.js'
import { decisionKey } from './key.js'
import { type PathOffer, pathChoices } from './path.js'
import type { ReviewChoice, ReviewItem, TypedChoice } from './types.js'

export type { ReviewChoice, ReviewItem, TypedChoice } from './types.js'

/** What can be answered about places that wait for a person, and what follows from an answer. */
export interface ReviewChoices {
  /** The decision after an answer; null where the answer does not fit the place. It may still be a review: of the next question. */
  answered(decision: Decision, answer: string): Decision | null
  /** The question that a review asks; `before` is what was answered about the place already. */
  item(decision: Decision, before?: string): ReviewItem
}

/** Only what retag can do is offered: a rewrite that it can write, or to leave the place in one of two ways. */
export function reviewChoices(input: PlanInput): ReviewChoices {
  const paths = pathChoices(input)

  const answered = (decision: Decision, answer: string): Decision | null => {
    const { words, reason } = readAnswer(answer)
    const [word = ''] = words
    if (words.length === 1 && word === 'keep') return kept(decision, reason)
    if (words.length === 1 && word === 'comment') return commented(input.graph, decision, reason)
    const traced = tracedOf(input, decision)
    if (!traced) return null
    if (decision.transform === 'revalidate-path') {
      const verdict = paths.verdict(traced, words)
      return verdict && isOther(verdict, decision) ? withVerdict(decision, verdict) : null
    }
    const choice = words.length === 1 && formsFor(decision.rule).includes(word) ? choiceOfForm(word) : null
    const verdict = choice && invalidated(decision, traced, choice)
    return verdict?.action === 'rewrite' ? withVerdict(decision, verdict) : null
  }

  const choiceOf = (decision: Decision, key: string, offer: Omit<PathOffer, 'word'>): ReviewChoice | null => {
    const next = answered(decision, key)
    return next && { key, ...words(next, offer), after: next.after, edit: next.edit }
  }

  const item = (decision: Decision, before?: string): ReviewItem => {
    const key = decisionKey(input.graph, decision)
    const saved = before ?? input.choices.decisions[key] ?? null
    // An answer that led to another question is part of the answer to that.
    const base = saved !== null && answered(decision, saved) ? null : saved
    const traced = tracedOf(input, decision)
    const path = decision.transform === 'revalidate-path' && traced ? pathQuestion(traced, base) : null
    const offers =
      path?.offers ?? formsFor(decision.rule).map((word) => ({ word, label: '', effect: effectOf(word) }))
    const found = offers.flatMap(
      (offer) => choiceOf(decision, extended(path?.base ?? null, offer.word), offer) ?? [],
    )
    const last = [
      choiceOf(decision, 'keep', { label: 'Leave it, and do not ask again', effect: 'Nothing is written.' }),
      choiceOf(decision, 'comment', { label: 'Leave it, with a comment that says so', effect: '' }),
    ].flatMap((choice) => choice ?? [])
    return {
      key,
      decisions: [decision],
      choices: [...found, ...last],
      typed: path?.typed ?? null,
      choiceOf: (answer) => choiceOf(decision, answer, { label: '', effect: '' }),
      next(answer) {
        const after = answered(decision, answer)
        return after?.action === 'review' ? item(after, answer) : null
      },
    }
  }

  /** What is asked about a path, after what was answered before. */
  const pathQuestion = (
    traced: TracedSite,
    saved: string | null,
  ): { base: string | null; offers: PathOffer[]; typed: TypedChoice | null } => {
    const before = saved === null ? null : paths.verdict(traced, readAnswer(saved).words)
    const base = before ? saved : null
    const verdict = before ?? paths.verdict(traced, [])
    if (!verdict) return { base, offers: [], typed: null }
    return { base, offers: paths.offers(traced, verdict), typed: typedOf(verdict, base) }
  }

  return { answered, item }
}

function typedOf({ open }: OpenVerdict, base: string | null): TypedChoice | null {
  if (open?.kind !== 'argument') return null
  return {
    what: `${open.parameter} of ${open.helper}`,
    name: open.parameter,
    keyOf: (text) => extended(base, `${open.name}=${text.trim()}`),
  }
}

/**
 * Carries out what was answered before, by the config or in this run. An answer that does not fit any more is named, and
 * the place goes on waiting.
 */
export function withAnswers(input: PlanInput, decisions: Decision[]): Decision[] {
  const { decisions: answers } = input.choices
  if (Object.keys(answers).length === 0) return decisions
  const choices = reviewChoices(input)
  return decisions.map((decision) => {
    if (decision.action !== 'review') return decision
    const answer = answers[decisionKey(input.graph, decision)]
    if (answer === undefined) return decision
    const next = choices.answered(decision, answer)
    return (
      next ?? {
        ...decision,
        reason: `${decision.reason} The answer ${JSON.stringify(answer)} of the config does not fit here any more.`,
      }
    )
  })
}

/** The questions of a plan, by file and line. What failed is no question. */
export function reviewItems(input: PlanInput, decisions: readonly Decision[]): ReviewItem[] {
  const choices = reviewChoices(input)
  const items = new Map<string, ReviewItem>()
  for (const decision of decisions) {
    if (decision.action !== 'review' || decision.rule === 'not-edited' || decision.rule === 'not-written')
      continue
    const key = decisionKey(input.graph, decision)
    const known = items.get(key)
    if (known) known.decisions.push(decision)
    else items.set(key, choices.item(decision))
  }
  return [...items.values()]
}

function kept(decision: Decision, reason: string): Decision {
  const said =
    reason === ''
      ? 'A person decided that it stays as it is.'
      : `A person decided that it stays as it is: ${reason}`
  return {
    ...decision,
    action: 'keep',
    after: null,
    semantics: null,
    rule: 'configured',
    reason: said,
    edit: null,
  }
}

function withVerdict(
  decision: Decision,
  { action, after, semantics, rule, reason, edit }: OpenVerdict,
): Decision {
  return { ...decision, action, after, semantics, rule, reason, edit }
}

/** The reason of a decision may go on to say that an answer did not fit. */
function isOther(verdict: OpenVerdict, { rule, reason }: Decision): boolean {
  return verdict.rule !== rule || !reason.startsWith(verdict.reason)
}

/** What a choice says of itself, and where that is nothing, what follows from it. */
function words(
  next: Decision,
  { label, effect }: Omit<PathOffer, 'word'>,
): Pick<ReviewChoice, 'label' | 'effect'> {
  const after = next.after ?? ''
  if (next.action === 'review') return { label, effect: `Then it asks on: ${next.reason}` }
  if (next.action === 'keep') return { label, effect: effect || `It stays as it is: ${next.reason}` }
  if (label === '') return { label: after, effect }
  return { label, effect: effect || `Writes ${after}` }
}

function tracedOf({ sites }: PlanInput, { file, line, column, api }: Decision): TracedSite | undefined {
  return sites.find(
    ({ site }) => site.file === file && site.line === line && site.column === column && site.api === api,
  )
}
