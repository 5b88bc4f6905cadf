import type { ts } from '@ts-morph/common'
import type { CallSite } from '../../../cache/call-sites.js'
import type { Text } from '../../../cache/values/types.js'

/** A tag that is given to cached data, or taken out of the cache. */
export interface TagAt {
  text: Text
  /** Where it is written: the call of the API, of fetch, or of the function of the tree that hands the tag on. */
  at: ts.Node
}

export interface Attached extends TagAt {
  /** The options of fetch that hold it; null for `cacheTag` and `unstable_cache`. */
  fetch: FetchOptions | null
}

export interface Invalidated extends TagAt {
  site: CallSite
}

/** Options of fetch, or of a client that hands them on to fetch. */
export interface FetchOptions {
  object: ts.ObjectLiteralExpression
  /** The direct call of the global fetch that gets them; null for a client. */
  call: ts.CallExpression | null
}

/** One side, as far as the source tells. */
export interface Side<T> {
  known: T[]
  /** Places that may mean any tag. */
  open: ts.Node[]
}
