import type { ts } from '@ts-morph/common'
import type { FileModel } from '../../graph/types.js'
import type { CallSite } from '../call-sites.js'

/** A project's own function around `unstable_cache` that hands its callback, keys and options on unchanged. */
export interface Wrapper {
  /** As people call it: `unstable_cache` of `lib/unstable-cache.ts`. */
  name: string
  /** The `unstable_cache(...)` in it. */
  site: CallSite
  /** True where it puts React `cache()` around. */
  memoised: boolean
}

/** The function that is cached. */
export type Callback =
  | { kind: 'inline'; node: ts.ArrowFunction | ts.FunctionExpression }
  /** A name or member of a function that stands elsewhere. */
  | { kind: 'reference'; node: ts.Expression }
  /** Anything else: no argument, a spread, a call that makes the function. */
  | { kind: 'other'; node: ts.Expression | null }

/** What the options or a property of them say: an expression, nothing, or something that cannot be told. */
export type Setting =
  | { kind: 'given'; node: ts.Expression; text: string }
  | { kind: 'absent' }
  | { kind: 'unclear'; why: string }

export type Position =
  /** `const name = unstable_cache(...)` or `export default unstable_cache(...)` at the top of a module. */
  | { kind: 'constant'; statement: ts.VariableStatement | ts.ExportAssignment; name: string }
  /** `unstable_cache(...)(args)`. */
  | { kind: 'invoked'; invocation: ts.CallExpression }
  /** `const name = unstable_cache(...)` in a function, where `name` is only ever called. */
  | { kind: 'local'; statement: ts.VariableStatement; name: string; calls: ts.CallExpression[] }
  /** Anywhere else: the function is a value. */
  | { kind: 'value' }

/** One use of `unstable_cache`, or of a wrapper around it. */
export interface CachedCall {
  site: CallSite
  model: FileModel
  call: ts.CallExpression
  wrapper: Wrapper | null
  callback: Callback
  keys: Setting
  tags: Setting
  revalidate: Setting
  position: Position
  /** The innermost function around the call, null at the top of the module. */
  enclosing: ts.FunctionLikeDeclaration | null
}
