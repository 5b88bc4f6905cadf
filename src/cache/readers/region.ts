import type { ts } from '@ts-morph/common'
import type { How, Unit } from '../../graph/types.js'
import type { Frame } from '../values/place.js'
import type { Options } from './reads.js'
import type { Gap, Mark, Read } from './types.js'

/** A reference from the code of a region to a unit. */
export interface Edge {
  unit: Unit
  how: How
  /** True where it runs whenever the region does. */
  sure: boolean
  line: number
  /** The call, where it is one whose arguments are those of the unit. */
  call: ts.CallExpression | null
}

/** A read whose options come from a parameter: each caller makes another read of it. */
export interface OpenRead {
  /** The function whose parameter it is. */
  of: ts.Node
  /** The read for what a caller gave; `open` where that is in turn a parameter. */
  read(frame: Frame | null, at: ts.Node | null): Options
}

/** An `unstable_cache` whose callback is a parameter: a wrapper, each call of which makes an entry. */
export interface OpenEntry {
  of: ts.Node
  callback: ts.Expression
  read(frame: Frame | null, at: ts.CallExpression, name: string): Read
}

/** A cached function, with the code that runs when it is filled. */
export interface Entry {
  read: Read
  inside: Region
}

/** What the code of one unit does, closures inside it included; cached functions are apart. */
export interface Region {
  file: string
  /** The node of the unit; null for names without code, and for the insides of cached functions. */
  owner: ts.Node | null
  reads: Read[]
  open: OpenRead[]
  entries: Entry[]
  wrappers: OpenEntry[]
  edges: Edge[]
  marks: Mark[]
  gaps: Gap[]
  /** Calls of `cacheTag` and `cacheLife`: for the cached function around them. */
  tagCalls: ts.CallExpression[]
  lifeCalls: ts.CallExpression[]
}

export function emptyRegion(file: string, owner: ts.Node | null = null): Region {
  return {
    file,
    owner,
    reads: [],
    open: [],
    entries: [],
    wrappers: [],
    edges: [],
    marks: [],
    gaps: [],
    tagCalls: [],
    lifeCalls: [],
  }
}
