import { ts } from '@ts-morph/common'
import { eachChild } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import type { Position } from './types.js'

/** Where the result of `unstable_cache(...)` goes. */
export function positionOf(model: FileModel, call: ts.CallExpression): Position {
  const { parent } = call
  if (ts.isCallExpression(parent) && parent.expression === call)
    return { kind: 'invoked', invocation: parent }
  if (ts.isExportAssignment(parent) && !parent.isExportEquals)
    return { kind: 'constant', statement: parent, name: '' }
  if (ts.isVariableDeclaration(parent) && parent.initializer === call) return declared(model, parent)
  return { kind: 'value' }
}

function declared(model: FileModel, declaration: ts.VariableDeclaration): Position {
  const list = declaration.parent
  if (!ts.isVariableDeclarationList(list)) return { kind: 'value' }
  const statement = list.parent
  const isOwn = ts.isVariableStatement(statement) && list.declarations.length === 1
  const isConst = (list.flags & ts.NodeFlags.Const) !== 0
  // The type of an annotated constant is a contract that a declaration cannot carry.
  if (!isOwn || !isConst || declaration.type || !ts.isIdentifier(declaration.name)) return { kind: 'value' }
  const name = declaration.name.text
  if (ts.isSourceFile(statement.parent)) return { kind: 'constant', statement, name }
  const calls = onlyCalled(model, declaration.name)
  return calls ? { kind: 'local', statement, name, calls } : { kind: 'value' }
}

/** The calls of a local name; null where it is used in any other way. */
function onlyCalled(model: FileModel, name: ts.Identifier): ts.CallExpression[] | null {
  const scope = model.scopeOf(name)
  if (!scope) return null
  const calls: ts.CallExpression[] = []
  let isOnlyCalled = true
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name && model.scopeOf(node) === scope) {
      const { parent } = node
      if (ts.isCallExpression(parent) && parent.expression === node) calls.push(parent)
      else if (!isLabel(node)) isOnlyCalled = false
    }
    eachChild(node, visit)
  }
  visit(scope)
  return isOnlyCalled && calls.length > 0 ? calls : null
}

/** A word that is not the name: `x.load`, `{ load: 1 }`. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name === node
  return ts.isTypeReferenceNode(parent)
}
