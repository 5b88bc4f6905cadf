import type { Context } from '../context/types.js'

/** A second argument of `revalidateTag`: `'max'`, another profile name, or `'expire-0'` for `{ expire: 0 }`. */
export type ProfileName = string

/** What stands in retag.config.*. Every field is optional; unknown fields are refused by name. */
export interface RetagConfig {
  /** ProfileName for call sites outside Server Actions: one for all, or by glob (first match wins). Default `max`. */
  profiles?: Record<string, ProfileName>
  /** Contexts that no graph can see: glob of files to the context in which their exports run. */
  contexts?: Record<string, Context>
  /** Globs of files that are neither analysed as call sites nor changed. */
  ignore?: string[]
  /** Names or `file#name` of tag helpers (used by later transforms). */
  tagHelpers?: string[]
  /** Route to tag helper calls (used by later transforms). */
  paths?: Record<string, string | string[]>
  /** Globs of paths that are resources (used by later transforms). */
  resources?: string[]
}

/** The choices of one run, after flags and config are merged. */
export interface Choices {
  /** Transform ids to run; all when empty. */
  transforms: string[]
  skip: string[]
  /** `max`, `expire-0` or a profile name. */
  profile: ProfileName
  /** First match wins; globs relative to the root. */
  profiles: { glob: string; profile: ProfileName }[]
  /** What happens to call sites that an action and a non-action can reach. */
  mixed: 'expire-0' | 'max' | 'review'
  /** Rewrite `updateTag` that a non-action can reach to `revalidateTag(tag, { expire: 0 })`. */
  fixMisuse: boolean
  contexts: { glob: string; context: Context }[]
}

export const defaultChoices: Choices = {
  transforms: [],
  skip: [],
  profile: 'max',
  profiles: [],
  mixed: 'expire-0',
  fixMisuse: false,
  contexts: [],
}
