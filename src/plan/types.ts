import type { Verification } from '../apply/verify/types.js'
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
  | UseCacheEdit
  | ConfigEdit
  /**
   * `revalidatePath(path)` becomes one call or several. A statement becomes several; of `return revalidatePath(path)`
   * the last one is returned; anywhere else there is room for one call only.
   */
  | { kind: 'path-tags'; at: Range; calls: TagCall[]; imports: ProjectImport[] }
  /** An expression becomes another text, which may name what the file has to import: a tag becomes a call of its helper. */
  | { kind: 'replace-expression'; at: Range; text: string; imports: ProjectImport[] }
  /** An object gets more members behind the others, in its layout; each is source text: `list: () => 'posts'`. */
  | { kind: 'add-members'; at: Range; members: string[] }
  /** Text that goes in between, such as declarations at the end of a module; its line ends are those of the file. */
  | { kind: 'insert-text'; at: Range; text: string }
  /** The file is new; `text` is all of it. */
  | { kind: 'create-file'; text: string }

/** A call of `next/cache` whose first argument is source text. */
export interface TagCall {
  to: CacheCall
  argument: string
}

/**
 * A named import from a module of the project. The edit names it as the module exports it; where the file knows it
 * under another name, or that name is taken, the text is written with the local name.
 */
export interface ProjectImport {
  name: string
  /** The specifier, as this file writes it. */
  from: string
}

/** A change of a settings object such as that of next.config. */
export type ConfigEdit =
  /** Adds a setting as the last one; `at` is the object literal, `path` the names down to the value. */
  | { kind: 'add-setting'; at: Range; path: string[]; value: string }
  /** Moves a setting to the object around the one that holds it; `at` is the property. An object left empty goes. */
  | { kind: 'lift-setting'; at: Range; name: string }
  /** An expression or a name becomes another text. */
  | { kind: 'replace'; at: Range; text: string }

/**
 * `unstable_cache(fn, keys, options)` becomes an async function with `'use cache'`. All texts are source text in the
 * words of the file; the transform lays them out in the file's style.
 */
export interface UseCacheEdit {
  kind: 'use-cache'
  /** The call `unstable_cache(...)` (or that of a wrapper around it). */
  at: Range
  /**
   * Where the function goes.
   * `declaration`: the statement `const name = unstable_cache(...)` becomes `async function name(...) {...}`.
   * `arrow`: the call becomes an `async (...) => {...}` where it stands.
   * `hoisted`: a function above the top-level statement around it; `replace` becomes `call`.
   * `fold`: the function around it does nothing but call it: it becomes the cached function itself.
   */
  form: 'declaration' | 'arrow' | 'hoisted' | 'fold'
  /** Name of the function; of no use for `arrow` and `fold`. */
  name: string
  /** `<T>`, or empty. Of no use for `fold`. */
  typeParameters: string
  /** One text each, with type and default: `limit = 4`, `orgId: string`. Of no use for `fold`. */
  parameters: string[]
  /** Null where the type is left to be inferred, and for `fold`. */
  returnType: string | null
  body: CachedBody
  /** Parts of the body that are written otherwise: `session.user.id` becomes `userId`. */
  replacements: (Range & { text: string })[]
  /** Value of `revalidate` in `cacheLife`: `3600`, `Infinity`, `REVALIDATE`. */
  revalidate: string
  /** Arguments of `cacheTag`; without any it is not called. */
  tags: string[]
  /**
   * `hoisted`: the expression (the call, or its immediate invocation) that becomes `call`; `fold`: the statement or
   * expression body that becomes the body; `declaration`: the statement; `arrow`: the call.
   */
  replace: Range
  /** What stands in the place of `replace` for `hoisted`; null where the statement `replace` goes altogether. */
  call: string | null
  /** Calls of a local name that now take more arguments, for `hoisted`: offset of the closing parenthesis. */
  calls: { at: number; arguments: string[] }[]
}

/** The body of the callback: a block, an expression that is returned, or a call that is written anew. */
export type CachedBody =
  | ({ kind: 'block' } & Range)
  | ({ kind: 'expression' } & Range)
  | { kind: 'call'; text: string }

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
  /** What the type check said, where one was asked for. */
  verification?: Verification
}

/** New text of one file, still in memory. */
export interface FileChange {
  file: string
  before: string
  after: string
  /** Ids of the decisions whose edits were made. */
  decisions: string[]
}
