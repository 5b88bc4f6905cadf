import type { Verdict } from '../decision.js'
import type { TracedSite } from '../input.js'
import type { Choice } from '../invalidation.js'
import { invalidatedAs as asRevalidateTag } from '../revalidate-tag.js'
import { invalidatedAs as asStableName } from '../stable-names.js'
import type { Decision } from '../types.js'

/** The forms that a call may take by choice, in the order in which they are offered. */
const forms = new Map<string, Omit<Choice, 'rule' | 'reason'>>([
  ['expire-0', { to: { name: 'revalidateTag', profile: { expire: 0 } }, semantics: 'preserved' }],
  ['max', { to: { name: 'revalidateTag', profile: { name: 'max' } }, semantics: 'changed' }],
  ['updateTag', { to: { name: 'updateTag', profile: null }, semantics: 'changed' }],
])

/** Which forms help against what stands in the way. Beside a call with 'max', any other would be undone by it. */
const offered: Record<string, string[]> = {
  mixed: ['expire-0', 'max', 'updateTag'],
  'mixed-profile': ['max'],
  'unknown-profile': ['expire-0', 'max'],
}

export function formsFor(rule: string): string[] {
  return offered[rule] ?? []
}

export function choiceOfForm(word: string): Choice | null {
  const form = forms.get(word)
  return form ? { ...form, rule: 'configured', reason: 'A person decided so.' } : null
}

/** What follows for readers of the cache. */
export function effectOf(word: string): string {
  if (word === 'expire-0') return 'As before: the next reader gets fresh data.'
  if (word === 'max') return 'The next reader may still get the old data once.'
  return 'As before in Server Actions. Throws where anything else runs it.'
}

/** A call site of an API that expires tags, in the form that was chosen. */
export function invalidated({ transform }: Decision, { site }: TracedSite, choice: Choice): Verdict | null {
  if (transform === 'revalidate-tag') return asRevalidateTag(site, choice)
  return transform === 'stable-names' ? asStableName(site, choice) : null
}
