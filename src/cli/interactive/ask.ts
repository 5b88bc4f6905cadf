import type { ReviewChoice, ReviewItem, TypedChoice } from '../../plan/choices/types.js'
import { oneLine } from '../../report/one-line.js'
import { Interrupted } from '../interrupt.js'
import { type Io, widthOf } from '../io.js'

/** What a person said to one question. `answer` null leaves the place for now. */
export type Reply =
  | { kind: 'one'; answer: string | null }
  | { kind: 'kind'; answer: string | null }
  | { kind: 'stop' }

type Menu = { choice: string } | 'typed' | 'later' | 'kind' | 'stop'

/**
 * Asks about one place.
 *
 * @param others the questions of the same kind that would come later
 * @throws Interrupted on Ctrl-C
 */
export async function ask(io: Io, item: ReviewItem, others: readonly ReviewItem[]): Promise<Reply> {
  const number = others.length + 1
  for (;;) {
    const [offers, leaving] = parted(item.choices)
    const picked = await pick<Menu>(io, 'What should become of it?', [
      ...offers.map((choice) => option(io, choice)),
      ...(item.typed ? [{ value: 'typed' as const, label: typedLabel(item.typed, offers.length) }] : []),
      { value: 'later', label: 'Leave it for now' },
      ...leaving.map((choice) => option(io, choice)),
      ...(others.length > 0
        ? [{ value: 'kind' as const, label: `One answer for all ${number} of this kind` }]
        : []),
      { value: 'stop', label: 'Stop asking, keep what is decided' },
    ])
    if (picked === 'stop') return { kind: 'stop' }
    if (picked === 'later') return { kind: 'one', answer: null }
    if (picked === 'typed') {
      const answer = await typedAnswer(io, item)
      if (answer !== null) return { kind: 'one', answer }
    } else if (picked === 'kind') {
      const reply = await askKind(io, item, others)
      if (reply) return reply
    } else return { kind: 'one', answer: await withReason(io, picked.choice) }
  }
}

/** What would be written, and the ways to leave a place. */
function parted(choices: readonly ReviewChoice[]): [ReviewChoice[], ReviewChoice[]] {
  const isLeft = ({ key }: ReviewChoice): boolean => key === 'keep' || key === 'comment'
  return [choices.filter((choice) => !isLeft(choice)), choices.filter(isLeft)]
}

function typedLabel({ name }: TypedChoice, offers: number): string {
  return offers === 0 ? `Type what ${name} is` : `${name} is something else, which I type`
}

/** Choices that fit all places; null to go back. */
async function askKind(io: Io, item: ReviewItem, others: readonly ReviewItem[]): Promise<Reply | null> {
  const fitting = item.choices.filter(({ key }) =>
    others.every((other) => other.choices.some((one) => one.key === key)),
  )
  const [offers, leaving] = parted(fitting)
  const picked = await pick<Menu | 'back'>(io, `And for all ${others.length + 1}?`, [
    ...offers.map((choice) => option(io, choice, sharedLabel(choice))),
    { value: 'later', label: 'Leave them for now' },
    ...leaving.map((choice) => option(io, choice, sharedLabel(choice))),
    { value: 'back', label: 'Back to the one' },
  ])
  if (picked === 'later') return { kind: 'kind', answer: null }
  if (typeof picked === 'string') return null
  return { kind: 'kind', answer: await withReason(io, picked.choice) }
}

/** What is code of the one place is a form for all of them. */
function sharedLabel({ key, label }: ReviewChoice): string {
  const forms: Record<string, string> = {
    'expire-0': 'revalidateTag(tag, { expire: 0 })',
    max: "revalidateTag(tag, 'max')",
    updateTag: 'updateTag(tag)',
    keep: 'Leave them, and do not ask again',
    comment: 'Leave them, with a comment that says so',
  }
  return forms[key] ?? label
}

function option(io: Io, { key, label, effect }: ReviewChoice, shown = label) {
  const width = widthOf(io.stderr) - 6
  // The hint goes on behind the label; both come from the analysed code.
  return {
    value: { choice: key },
    label: oneLine(shown, width),
    hint: oneLine(effect, 2 * width - shown.length),
  }
}

async function typedAnswer(io: Io, { typed, choiceOf }: ReviewItem): Promise<string | null> {
  if (!typed) return null
  const prompts = await import('@clack/prompts')
  const text = await prompts.text({
    message: `${oneLine(typed.what)}:`,
    placeholder: 'a name in scope, such as post.id; empty to go back',
    validate: (value = '') =>
      value.trim() === '' || choiceOf(typed.keyOf(value))
        ? undefined
        : 'That is no name in scope here. Type a name, or names with dots between.',
    input: io.stdin,
    output: io.stderr,
  })
  if (prompts.isCancel(text)) throw new Interrupted('interrupted at the question')
  return text === undefined || text.trim() === '' ? null : typed.keyOf(text)
}

/** A comment says why. */
async function withReason(io: Io, answer: string): Promise<string> {
  if (answer !== 'comment') return answer
  const prompts = await import('@clack/prompts')
  const reason = await prompts.text({
    message: 'Why does it stay? The comment says so.',
    placeholder: 'may be left empty',
    input: io.stdin,
    output: io.stderr,
  })
  if (prompts.isCancel(reason)) throw new Interrupted('interrupted at the question')
  return reason === undefined || reason.trim() === '' ? answer : `${answer} -- ${reason.trim()}`
}

interface MenuOption<Value> {
  value: Value
  label: string
  hint?: string
}

/** A list to choose from; it begins on what changes nothing, so that nobody decides by a slip of Enter. */
async function pick<Value extends Menu | 'back'>(
  io: Io,
  message: string,
  options: MenuOption<Value>[],
): Promise<Value> {
  const prompts = await import('@clack/prompts')
  const at = options.findIndex(({ value }) => value === 'later')
  const picked = await prompts.select<number>({
    message,
    options: options.map(({ label, hint }, value) => ({ value, label, ...(hint ? { hint } : {}) })),
    initialValue: Math.max(at, 0),
    input: io.stdin,
    output: io.stderr,
  })
  if (prompts.isCancel(picked)) throw new Interrupted('interrupted at the question')
  const found = options[picked]
  if (found === undefined) throw new Error(`the list has no entry ${picked}`)
  return found.value
}
