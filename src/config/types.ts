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
  /** Names or `file#name` of the only tag helpers that count, where not all that are found do. */
  tagHelpers?: string[]
  /** Route (its URL or folder) to tag helper calls: `file#name(arguments)`, or `file#name` for a constant. */
  paths?: Record<string, string | string[]>
  /** Globs of URLs that are resources: their `revalidatePath` stays. */
  resources?: string[]
  /** What a person answered about places that retag cannot decide: written by `retag --interactive`. */
  decisions?: Record<string, string>
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
  /** Which `unstable_cache` entries become `'use cache'` functions: those with request data in their key, or every one. */
  unstableCache: 'cookies' | 'all'
  /** The setting that `next-config` adds where `'use cache'` is not switched on yet. */
  useCacheFlag: 'useCache' | 'cacheComponents' | 'none'
  /** Collect inline tags into tag helpers: the transform `tag-helpers`, which otherwise runs only when it is named. */
  createTagHelpers: boolean
  /** Names or `file#name` of the only tag helpers that count; all that are found when empty. */
  tagHelpers: string[]
  /** Routes (as in the config) and the tag helper calls that `revalidatePath` of them becomes. */
  paths: { route: string; helpers: string[] }[]
  /** Globs of paths that are resources, whose `revalidatePath` stays. */
  resources: string[]
  /** Replace `revalidatePath` by `refresh()` where the page is dynamic and reads nothing from a cache. */
  refresh: boolean
  /** Answers about places that wait for a person, by the key of the place; files count from the root. */
  decisions: Record<string, string>
}

export const defaultChoices: Choices = {
  transforms: [],
  skip: [],
  profile: 'max',
  profiles: [],
  mixed: 'expire-0',
  fixMisuse: false,
  contexts: [],
  unstableCache: 'cookies',
  useCacheFlag: 'useCache',
  createTagHelpers: false,
  tagHelpers: [],
  paths: [],
  resources: [],
  refresh: false,
  decisions: {},
}
