import type { PlanInput, TracedSite } from '../input.js'
import {
  argumentOffers,
  type OpenQuestion,
  type OpenVerdict,
  type PathAnswer,
} from '../revalidate-path/answer.js'
import { pathVerdict } from '../revalidate-path/index.js'
import { createWorld, type World } from '../revalidate-path/world.js'
import { choiceOfForm, effectOf, formsFor } from './invalidation.js'

/** One step of an answer about a `revalidatePath`, as it can be offered. */
export interface PathOffer {
  word: string
  label: string
  /** What follows where the rewrite itself does not say it. */
  effect: string
}

export interface PathChoices {
  verdict(traced: TracedSite, words: readonly string[]): OpenVerdict | null
  offers(traced: TracedSite, verdict: OpenVerdict): PathOffer[]
}

/** The choices about paths; the routes of the apps are looked at when they are asked for. */
export function pathChoices(input: PlanInput): PathChoices {
  let made: World | null = null
  const world = (): World => {
    made ??= createWorld(input)
    return made
  }
  return {
    verdict(traced, words) {
      const answer = readWords(words)
      return answer && pathVerdict(world(), traced, answer).verdict
    },
    offers: (traced, { open, rule }) => [
      ...(open ? offersOf(world(), traced, open) : []),
      ...formsFor(rule).map((word) => ({ word, label: '', effect: effectOf(word) })),
    ],
  }
}

function offersOf(world: World, { site }: TracedSite, open: OpenQuestion): PathOffer[] {
  if (open.kind === 'entity')
    return [{ word: 'use-tag', label: '', effect: 'The tag is meant, whatever it is called.' }]
  if (open.kind === 'page')
    return open.pages.map(({ file, pattern }) => ({
      word: `page:${file}`,
      label: `It means ${pattern} (${file})`,
      effect: '',
    }))
  return argumentOffers(world, site, open.parameter).map((text) => ({
    word: `${open.name}=${text}`,
    label: `${open.parameter} is ${text}`,
    effect: '',
  }))
}

/** Null for a word that means nothing here. */
function readWords(words: readonly string[]): PathAnswer | null {
  const given = new Map<string, string>()
  const answer: PathAnswer = { page: null, isTagMeant: false, arguments: given, form: null }
  for (const word of words) {
    const [, name, text] = /^([\w$.]+)=(.+)$/s.exec(word) ?? []
    if (word === 'use-tag') answer.isTagMeant = true
    else if (word.startsWith('page:')) answer.page = word.slice('page:'.length)
    else if (name !== undefined && text !== undefined) given.set(name, text)
    else {
      answer.form = choiceOfForm(word)
      if (!answer.form) return null
    }
  }
  return answer
}
