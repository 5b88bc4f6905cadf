import type { ts } from '@ts-morph/common'
import type { Scopes } from '../scopes.js'
import type { FileModel, Unit, UnitKind } from '../types.js'

/** What the first walk over a file finds beside its units; paths (aliases) are filled in by the second. */
export interface Declarations {
  scopes: Scopes
  unitOf: Map<ts.Node, Unit>
  /** Units that may be another name for an expression. */
  aliasOf: Map<Unit, ts.Expression>
  /** Units that hold an instance of an annotated type. */
  typeOf: Map<Unit, ts.TypeNode>
}

/** Where a new unit stands. */
export interface Position {
  name: string
  /** The unit around it. */
  owner: Unit
  /** True when it runs as part of `owner`. */
  nested: boolean
  /** The object or class that it is a member of. */
  container: Unit | null
}

/** The first walk in progress: handed to the functions that declare one kind of syntax each. */
export interface Walk extends Declarations {
  model: FileModel
  /** Exports of names, looked up when all names are known: `export { x }`. */
  exportedNames: { name: string; local: ts.Identifier }[]
  /** Object literals that a function returns and that can be reached by the function's name. */
  products: Set<ts.Node>
  add(node: ts.Node, kind: UnitKind, position: Position): Unit
  /** The unit of an initialiser. */
  value(init: ts.Expression, position: Position): Unit
  visit(node: ts.Node, owner: Unit): void
  visitChildren(node: ts.Node, owner: Unit): void
}
