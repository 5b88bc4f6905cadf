import type { Range } from '../plan/types.js'
import type { Target } from './draft.js'
import type { Part } from './text-parts.js'

/** What a target writes. */
export type NameOf = (target: Target) => string

/** One prepared edit. Names are settled between preparing and writing, when the needs of the whole file are known. */
export interface Step {
  /** The part whose new text a report shows. */
  range: Range
  /** What a report shows instead, where the new text stands in no range of the old one. */
  shown?: string | (() => readonly Part[])
  write(nameOf: NameOf): void
}
