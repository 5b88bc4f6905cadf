import type { Decision, Edit } from '../types.js'

/** One way to decide a place that waits for a person; plain data. */
export interface ReviewChoice {
  /** The answer as `decisions` of the config takes it: `keep`, `max`, `taskTags.list.teamId=session.teamId`. */
  key: string
  /** What is chosen, in a few words or as code. */
  label: string
  /** What follows, in one sentence. */
  effect: string
  /** How the place reads afterwards; null where nothing is written. */
  after: string | null
  /** What would be written; null where nothing is. */
  edit: Edit | null
}

/** A value that a person may type where none of the choices has it. */
export interface TypedChoice {
  /** What is asked for: `teamId of taskTags.list(teamId)`. */
  what: string
  /** `teamId` */
  name: string
  /** The answer with the text that was typed. */
  keyOf(text: string): string
}

/** One question. The same text in the same function is one question, and one answer holds for all of its places. */
export interface ReviewItem {
  /** Names the place without line numbers; see {@link decisionKey}. */
  key: string
  /** Never empty; by line. */
  decisions: [Decision, ...Decision[]]
  choices: ReviewChoice[]
  typed: TypedChoice | null
  /** What an answer means here; null where it does not fit. */
  choiceOf(answer: string): ReviewChoice | null
  /** The question that an answer leaves open; null where it settles the place. */
  next(answer: string): ReviewItem | null
}
