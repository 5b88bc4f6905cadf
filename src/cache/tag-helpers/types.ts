import type { ts } from '@ts-morph/common'
import type { Unit } from '../../graph/types.js'
import type { Texts } from '../values/types.js'

/** `all`: everything of its kind; `list`: many, also those of one parent; `record`: one. */
export type Level = 'all' | 'list' | 'record'

export interface HelperParameter {
  name: string
  /** As the helper writes it; null without a type. */
  type: string | null
  optional: boolean
}

/** A function, constant or member of the tree that makes a tag. */
export interface TagHelper {
  file: string
  /** As others call it, from the exported name on: `invoiceTags.record`. The local name where it is private. */
  exportName: string
  /** Null for members of enums, which are no units. */
  unit: Unit | null
  /** The function, or the expression that is the tag. */
  node: ts.Node
  /** Null for constants, which are not called. */
  parameters: HelperParameter[] | null
  /** The tags that it makes; its parameters are holes. */
  texts: Texts
  /** `textKey` of the one string that it makes; null where there are several, or some that are not known. */
  key: string | null
  /** Other helpers that make the same string, as `file#name`. */
  aliases: string[]
  /** What the tag is about, in the singular, as the repository spells it: `invoice`, `formTemplate`. */
  entity: string
  level: Level
  exported: boolean
  async: boolean
  /** False where other code cannot or should not call it; `why` says the reason, half a sentence. */
  usable: boolean
  why: string
}

/** What a repository's own tag is written with: an inline string or template. Expressions stand for the holes. */
export interface OwnText {
  parts: (string | ts.Expression)[]
}

export type TagSide = 'attach' | 'invalidate'

/** One tag, where it is written. */
export interface WrittenTag {
  /** `cacheTag`, `unstable_cache`, `fetch`, `revalidateTag`, ... */
  api: string
  side: TagSide
  /** File and start of the call (or of the `next` option) that gets it. */
  callFile: string
  callStart: number
  tag: Tag
}

export type Tag =
  /** A string that is written here. `text` is null where it is put together in a way that cannot be written again. */
  | { kind: 'inline'; node: ts.Expression; text: OwnText | null; texts: Texts | null }
  /** It comes from something with a name in a module: a helper. */
  | { kind: 'named'; node: ts.Expression; declared: ts.Node }
  /** Anything else; `texts` is what is known of it. */
  | { kind: 'other'; node: ts.Expression; texts: Texts | null }
