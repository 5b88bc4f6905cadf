import type { Text } from '../../cache/values/types.js'

/** Words that say whose or how many, not what. */
const general = new Set(
  'a all by cache count data detail for get global id item key list of org organization private public tag team tenant the user'.split(
    ' ',
  ),
)

/** The words of a name or tag, in lower case and singular: `platform-accounts` and `PlatformAccount` are alike. */
export function wordsIn(text: string): Set<string> {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g)
  return new Set((words ?? []).map(singular))
}

/** What a tag is about, by its known words; general ones count only where there are no others. */
export function subjectOf({ parts }: Text): Set<string> {
  const words = wordsIn(parts.filter((part) => typeof part === 'string').join(' '))
  const special = [...words].filter((word) => !general.has(word))
  return special.length > 0 ? new Set(special) : words
}

/** Whether a name speaks of a subject: all its words, since `challenge` is not `challenge-submissions`. */
export function speaksOf(name: ReadonlySet<string>, subject: ReadonlySet<string>): boolean {
  return subject.size > 0 && [...subject].every((word) => name.has(word))
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
