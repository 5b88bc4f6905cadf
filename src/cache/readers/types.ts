import type { ts } from '@ts-morph/common'
import type { EvidenceStep } from '../../context/types.js'
import type { Unit } from '../../graph/types.js'
import type { Route } from '../routes/types.js'
import type { Texts } from '../values/types.js'

/** `uncached`: a database, an SDK, a file, an HTTP client: data that no cache of Next.js holds. */
export type ReadKind = 'use-cache' | 'unstable_cache' | 'fetch' | 'uncached'

export interface ReadTag {
  texts: Texts
  /** Where the tag is written; null for a value without one. */
  expression: ts.Expression | null
  /** Source text of the expression. */
  text: string
}

/** One place where data is read. A read inside a cached function belongs to that function's entry, not to itself. */
export interface Read {
  file: string
  /** 1-based. */
  line: number
  /** 1-based, UTF-16 code units. */
  column: number
  kind: ReadKind
  /** For people: the name of the cached function, or the call. */
  what: string
  /** Whether a data cache holds it; `unknown` where options or a package decide that cannot be read. */
  cached: boolean | 'unknown'
  tags: ReadTag[]
  /** False where it may carry other tags too. */
  complete: boolean
  /** Seconds, false for never; null where nothing is said, `unknown` where it cannot be told. */
  revalidate: number | false | null | 'unknown'
  /** What `cacheLife` was given, as written. */
  life: string | null
  /** The function that is cached, where it has a unit. */
  unit: Unit | null
  node: ts.Node
  /** True for a fetch without options of its own, which `fetchCache` of a segment decides about. */
  plain: boolean
}

export interface RouteRead extends Read {
  /** From the file of the route to the read. */
  chain: EvidenceStep[]
}

/** A place that the walk could not look behind. */
export interface Gap {
  file: string
  line: number
  why: string
}

export interface Rendering {
  kind: 'static' | 'dynamic' | 'unknown'
  /** Half a sentence. */
  why: string
  /** Where that stands; null where it follows from what is not there. */
  file: string | null
  line: number | null
}

/** What one route reads, and when it is rendered. */
export interface RouteReads {
  route: Route
  reads: RouteRead[]
  rendering: Rendering
  /** Empty where `reads` is all that the route reads. */
  incomplete: Gap[]
  /** Every file that takes part on the server, and the client files that those render; sorted. */
  files: string[]
}

/** Something that makes a route dynamic where it runs; `sure` is false where it may not run, or may not do so. */
export interface Mark {
  file: string
  line: number
  why: string
  sure: boolean
}
