import type { ts } from '@ts-morph/common'
import type { Declaration } from './scopes.js'

export type Directive = 'use server' | 'use client' | 'use cache'

/**
 * A piece of code that runs as one and that something can refer to: the node of the graph.
 * `module`: the statements of a file; `value`: the initialiser of a variable, property or default export;
 * `object` and `class`: containers whose members are units of their own.
 */
export type UnitKind = 'module' | 'function' | 'value' | 'object' | 'class' | 'api'

export interface Unit {
  /** Unique in the tree: `<file>#<offset>` (or a name, where no code stands behind it). */
  id: string
  file: string
  /** For people: `POST`, `linkCache.expire`, `(module)`. */
  name: string
  kind: UnitKind
  /** Null for units without code of their own (re-exports, the APIs of next/cache). */
  node: ts.Node | null
  /** 1-based. */
  line: number
  /** The unit around it; null for modules. */
  parent: Unit | null
  /** The object or class that it is a member of. */
  container: Unit | null
  /** True when it runs as part of `parent` (closures, callbacks), false when only a reference reaches it. */
  nested: boolean
  directive: Directive | null
  /** Members of objects and classes; instance members are keyed `#name`. */
  members: Map<string, Unit>
  /** What a value stands for, when it is only another name for something. */
  alias: Path | null
  /** What a call of the function gives, when that is another unit. */
  returns: Path | null
  /** What a class extends. */
  base: Path | null
  /** True when an object spreads others, so that unknown members may come from there. */
  open: boolean
}

/** A name from another module; `name` is `default`, `*` for the whole namespace, or the exported name. */
export interface ImportRoot {
  specifier: string
  name: string
}

/**
 * A chain such as `cache.tag.byId`. Special members: `#` (an instance of the class), `()` (the result of a call),
 * `[]` (a member that only run time knows).
 */
export interface Path {
  root: Unit | ImportRoot
  members: string[]
  /** Another way to read the chain: what a variable was given, beside what its type says. */
  or?: Path | null
}

/**
 * call, new: it runs here. value: it is handed on. alias: the unit that owns the reference is another name for it.
 * jsx: handed on as an attribute. cached: handed to unstable_cache. extends: the base of a class. type: `typeof x`.
 */
export type How = 'call' | 'new' | 'value' | 'alias' | 'jsx' | 'cached' | 'extends' | 'type'

export interface Reference {
  /** The unit whose code refers. */
  from: Unit
  path: Path
  how: How
  /** The whole chain, `cache.revalidate` in `cache.revalidate(x)`. */
  node: ts.Node
  /** 1-based. */
  line: number
  /** What the value is registered with: `bus` in `bus.on('paid', handler)`. Who uses that may run the value. */
  receiver?: Path
}

/** The name under which `module.exports = ...` is exported; Node.js calls it so too. */
export const wholeModule = 'module.exports'

export interface FileModel {
  file: string
  source: ts.SourceFile
  directive: Directive | null
  module: Unit
  /** All units with code, the module first. */
  units: Unit[]
  /** Exported name to unit; every export has one, re-exports a `value` with an alias. */
  exports: Map<string, Unit>
  /** Specifiers of `export * from`. */
  stars: string[]
  references: Reference[]
  /** The reference that a chain is, where one was recorded. */
  referenceAt(node: ts.Node): Reference | null
  /** What a name means where it stands; null for globals. */
  declarationOf(name: ts.Identifier): Declaration | null
  /** The node whose scope declares a name (a function, block or the file); null for globals and types. */
  scopeOf(name: ts.Identifier): ts.Node | null
  /** As `scopeOf`, for a name that need not stand at the node. */
  scopeAt(name: string, at: ts.Node): ts.Node | null
  /** The first syntax error, null for a clean file. */
  syntaxError: string | null
}

export function isUnit(root: Unit | ImportRoot): root is Unit {
  return 'kind' in root
}
