import type { Range } from '../plan/types.js'
import type { Target } from './draft.js'

/** What a target writes. */
export type NameOf = (target: Target) => string

/** One prepared edit. Names are settled between preparing and writing, when the needs of the whole file are known. */
export interface Step {
  /** The part whose new text a report shows. */
  range: Range
  write(nameOf: NameOf): void
}
