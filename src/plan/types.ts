import type { Context, EvidenceStep, Reach } from '../context/types.js'

export const schemaVersion = 1

export type Action = 'rewrite' | 'keep' | 'review'
export type Severity = 'error' | 'warning' | 'note'

/**
 * What happens to one call site. The first block is the public report, the last one (`site`, `edit`) is what the edit
 * needs; both are plain data, so that a plan can be stored and applied later.
 */
export interface Decision {
  /** Stable within one tree: `<transform>:<file>:<line>:<column>`. */
  id: string
  transform: string
  file: string
  /** 1-based. */
  line: number
  /** 1-based, in UTF-16 code units. */
  column: number
  /** The API as `next/cache` names it: `revalidateTag`, `unstable_expireTag`, `updateTag`, ... */
  api: string
  action: Action
  /** Source text of the call site. */
  before: string
  /** Source text afterwards; null for keep and review. */
  after: string | null
  contexts: Context[]
  reach: Reach
  semantics: 'preserved' | 'changed' | null
  /** Short stable name of the rule that decided, e.g. `action-only`, `out-of-band`, `mixed`, `unreached`, `two-arguments`. */
  rule: string
  /** One sentence for a person. */
  reason: string
  /** One chain per context, entry point first. */
  evidence: EvidenceStep[][]
  /** What to edit; null for keep and review. */
  edit: Edit | null
}

/** Offsets are UTF-16 code units into the text without byte order mark. */
export interface Range {
  start: number
  end: number
}

/**
 * An edit names what to do, not the text: the transform finds the node at `at` with jscodeshift and edits by range.
 * Imports are derived from the edits: what the file newly needs is added, what became unused is removed.
 */
export type Edit =
  /**
   * A call `callee(args)` of `next/cache`: change the function and/or its second argument. Casts around the callee go.
   * `dropLine` is a whole line that goes with it: the `@ts-expect-error` above.
   */
  | { kind: 'call'; at: Range; to: CacheCall; dropLine?: Range }
  /** `unstable_expireTag(a, b)`: one call per argument (statement position only; otherwise a review). */
  | { kind: 'call-per-argument'; at: Range; to: CacheCall }
  /** A function passed as callback, `tags.forEach(revalidateTag)`: becomes `(tag) => updateTag(tag)`. `at` is the reference. */
  | { kind: 'callback'; at: Range; to: CacheCall }
  /** A reference or import specifier that only changes its name or module (`unstable_cacheTag` to `cacheTag`). `at` is the identifier. */
  | { kind: 'rename'; at: Range; to: { name: string } }
  /** Adds a member to a mock factory's object; `at` is the object literal. */
  | { kind: 'add-mock-member'; at: Range; member: string; like: string }
  /** Moves an assertion to another mock: `at` is the reference to the mock inside `expect(...)`. */
  | { kind: 'assertion'; at: Range; member: string; extraArgument: string | null }

export interface CacheCall {
  /** `updateTag`, `revalidateTag`, `revalidatePath`, `cacheTag`, ... as `next/cache` exports it. */
  name: string
  /** Source text of a second argument to append, e.g. `{ expire: 0 }`; a profile name is given bare in `profile`. */
  profile: Profile | null
}

/** A profile name (quoted in the file's own style when written) or the object form. */
export type Profile = { name: string } | { expire: 0 }

export interface Finding {
  /** Stable finding id, e.g. `update-tag-outside-action`. */
  id: string
  severity: Severity
  file: string
  line: number
  column: number
  message: string
  /** What to do about it, one or two sentences. */
  help: string
  /** Page that explains it. */
  url: string
}

export interface Failure {
  file: string
  message: string
}

export interface AppSummary {
  dir: string
  next: string | null
  router: ('app' | 'pages')[]
}

/** A file that the plan changes: hash of what was read, so that apply can refuse a stale one. */
export interface PlannedFile {
  file: string
  /** SHA-256 of the bytes on disk, hex. */
  hash: string
}

export interface Counts {
  selected: number
  parsed: number
  changed: number
  unchanged: number
  skipped: number
  failed: number
}

/** Everything that is known after planning: serialisable, no clock, no host name; lists sorted by file, line, column. */
export interface Plan {
  schemaVersion: typeof schemaVersion
  tool: { name: 'retag'; version: string }
  root: string
  apps: AppSummary[]
  counts: Counts
  files: PlannedFile[]
  decisions: Decision[]
  findings: Finding[]
  failures: Failure[]
}

/** New text of one file, still in memory. */
export interface FileChange {
  file: string
  before: string
  after: string
  /** Ids of the decisions whose edits were made. */
  decisions: string[]
}
