import type { Text } from '../values/types.js'
import type { Level } from './types.js'

/** Words that say how many or what for, not what. */
const glue = new Set(
  'a all by cache cached data detail details for get global id ids item items key list of public tag tags the'.split(
    ' ',
  ),
)

/** What names one record of its kind. */
const identity = new Set(['id', 'slug', 'handle', 'uuid', 'key', 'code', 'number'])

/** The words of a name in their own spelling, split at changes of case and at everything that is no letter. */
export function wordsOf(name: string): string[] {
  return (
    name
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .match(/[\p{L}\d]+/gu) ?? []
  )
}

export function singular(word: string): string {
  if (/[^aeiou]ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zzes)$/i.test(word)) return word.slice(0, -2)
  return word.length > 3 && /[^s]s$/i.test(word) && !/(?:us|is|news|series|cms)$/i.test(word)
    ? word.slice(0, -1)
    : word
}

function isPlural(word: string): boolean {
  return singular(word) !== word
}

/** `formTemplate` of `form` and `template`. */
export function camelCase(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const lower = word === word.toUpperCase() ? word.toLowerCase() : word
      const [first = '', ...rest] = lower
      return (index === 0 ? first.toLowerCase() : first.toUpperCase()) + rest.join('')
    })
    .join('')
}

/** What a tag is about: its words as written, and those in the singular that make its name. */
export interface Subject {
  /** In the singular, lower case, for comparing. */
  words: string[]
  /** As the tag writes them. */
  spelled: string[]
  plural: boolean
}

/**
 * The subject of a tag: the words of its fixed parts without those that only name what fills a hole (`org` in
 * `` `org-${orgId}-invoices` ``, `post` in `` `post-comments-${postId}` ``) and without such as `list` and `tag`,
 * unless nothing else is left.
 */
export function subjectOf(text: Text): Subject {
  const all = fixedWords(text)
  const real = all.filter(({ word }) => !glue.has(word.toLowerCase()))
  const others = real.filter((one) => !one.attached)
  const named = others.every((one) => one.owner) ? real : others
  const last = named.at(-1)
  // Many of something that hang on one of something else are named by themselves.
  const own = last && isPlural(last.word) ? named.filter((one) => !one.owner) : named
  const spelled = [own, named, real, all].find((list) => list.length > 0) ?? []
  return {
    words: spelled.map(({ word }) => plainWord(word)),
    spelled: spelled.map(({ word }) => word),
    plural: isPlural(spelled.at(-1)?.word ?? ''),
  }
}

interface FixedWord {
  word: string
  /** A hole is called like it. */
  owner: boolean
  /** It stands right before that hole, and something else before or behind. */
  attached: boolean
}

function fixedWords({ parts }: Text): FixedWord[] {
  const holes = new Set(
    parts.flatMap((part) => (typeof part === 'string' ? [] : wordsOf(part.name).map(plainWord))),
  )
  return parts.flatMap((part, index) => {
    if (typeof part !== 'string') return []
    const next = parts[index + 1]
    const fills = next === undefined || typeof next === 'string' ? [] : wordsOf(next.name).map(plainWord)
    const words = wordsOf(part)
    return words.map((word, at) => ({
      word,
      owner: holes.has(plainWord(word)),
      attached: at === words.length - 1 && words.length + index > 0 && fills.includes(plainWord(word)),
    }))
  })
}

/** Words that say nothing beside an entity. */
const neutral = new Set('a all cache cached for get global key list of tag tags the'.split(' '))

/** What a tag says beyond the first words of its subject, as it spells it: `featured`, `public`, `data`. */
export function qualifierOf(text: Text, entity: readonly string[]): string[] {
  const rest = [...entity]
  return fixedWords(text).flatMap(({ word, attached, owner }) => {
    const index = rest.indexOf(plainWord(word))
    if (index !== -1) rest.splice(index, 1)
    return index !== -1 || attached || owner || neutral.has(word.toLowerCase()) ? [] : [word]
  })
}

function plainWord(word: string): string {
  return singular(word.toLowerCase())
}

/** The entity's name: singular, camel case, letters as the tag has them. */
export function entityName({ spelled }: Subject): string {
  const plain = spelled.map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word))
  return camelCase(plain.map((word, index) => (index === plain.length - 1 ? singular(word) : word)))
}

export function levelOf(text: Text, subject: Subject): Level {
  const holes = text.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]))
  if (holes.length === 0) {
    const words = text.parts.flatMap((part) => (typeof part === 'string' ? wordsOf(part) : []))
    return words.some((word) => /^(?:all|global)$/i.test(word)) ? 'all' : 'list'
  }
  return holes.some((name) => namesRecord(name, subject)) ? 'record' : 'list'
}

/** `id`, `invoice.id`, `invoiceId` for an invoice; `orgId` names something else, unless the tag says `invoice-`. */
function namesRecord(name: string, subject: Subject): boolean {
  const last = name.split('.').at(-1) ?? name
  const words = wordsOf(last).map((word) => word.toLowerCase())
  const rest = words.filter((word) => !identity.has(word)).map(plainWord)
  if (rest.length === 0) {
    const owner = wordsOf(name.split('.').at(-2) ?? '').map(plainWord)
    const isOwn = owner.length === 0 || owner.some((word) => subject.words.includes(word))
    return isOwn || !subject.plural
  }
  return rest.every((word) => subject.words.includes(word)) || !subject.plural
}
