import { ts } from '@ts-morph/common'
import type { ImportRoot, Unit } from './types.js'

/** What a name in a scope stands for. */
export type Declaration =
  | { kind: 'unit'; unit: Unit; members: string[] }
  | { kind: 'import'; root: ImportRoot }
  /** Another name for an expression, with the members that a destructuring took. */
  | { kind: 'alias'; of: ts.Expression; members: string[]; type?: ts.TypeNode }
  /** A value of an annotated type. */
  | { kind: 'typed'; type: ts.TypeNode; members: string[] }
  | { kind: 'opaque' }

export type Scopes = Map<ts.Node, Map<string, Declaration>>

export function declare(scopes: Scopes, scope: ts.Node, name: string, declaration: Declaration): void {
  const names = scopes.get(scope)
  if (!names) scopes.set(scope, new Map([[name, declaration]]))
  // A function and its overloads, an interface and its class: the one with code wins.
  else if (!names.has(name) || names.get(name)?.kind === 'opaque') names.set(name, declaration)
}

/** The declaration that a name means at a node, null for globals. */
export function lookup(scopes: Scopes, name: string, at: ts.Node): Declaration | null {
  for (let node: ts.Node | undefined = at.parent; node; node = node.parent) {
    const found = scopes.get(node)?.get(name)
    if (found) return found
  }
  return null
}

/** The node whose scope declares the name that is meant at a node, null for globals. */
export function scopeOfName(scopes: Scopes, name: string, at: ts.Node): ts.Node | null {
  for (let node: ts.Node | undefined = at.parent; node; node = node.parent) {
    if (scopes.get(node)?.has(name)) return node
  }
  return null
}

/** The scope that `let`, `const`, functions and classes of this node belong to. */
export function blockScope(node: ts.Node): ts.Node {
  let current = node.parent
  while (!isScope(current)) current = current.parent
  return current
}

/** The scope that `var` belongs to. */
export function functionScope(node: ts.Node): ts.Node {
  let current = node.parent
  while (!ts.isFunctionLike(current) && !ts.isSourceFile(current) && !ts.isModuleBlock(current))
    current = current.parent
  return current
}

function isScope(node: ts.Node): boolean {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isFunctionLike(node) ||
    ts.isForStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isCaseBlock(node) ||
    ts.isCatchClause(node) ||
    ts.isModuleBlock(node) ||
    ts.isClassStaticBlockDeclaration(node)
  )
}
