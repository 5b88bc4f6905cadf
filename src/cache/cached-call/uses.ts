import { ts } from '@ts-morph/common'
import { eachChild } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'

/** One place where code uses a local name that is declared outside of it. */
export interface Use {
  root: ts.Identifier
  /** The node whose scope declares the name. */
  scope: ts.Node
  /** The widest read that starts at the name: `session.user.id`, `store.get('plan')?.value`; the name itself otherwise. */
  node: ts.Expression
  /** The read as it is compared: without `?.` and `!`. */
  path: string
  /** False where the value as a whole is used, a method of it included. */
  narrow: boolean
  /** It is assigned to or changed by a method, or a part of it is. */
  written: boolean
  /** It is called. */
  called: boolean
}

/**
 * The local names that a piece of code uses but does not declare; names of the module are not among them.
 *
 * @param code the callback, or an expression beside it
 */
export function usesOf(model: FileModel, code: ts.Node): Use[] {
  const found: Use[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isRead(node)) {
      const scope = model.scopeOf(node)
      if (scope && !ts.isSourceFile(scope) && !isInside(scope, code)) found.push(asUse(node, scope))
    }
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return visitTypes(node)
    eachChild(node, visit)
  }
  /** Of types only `typeof x` names a value. */
  const visitTypes = (node: ts.Node): void => {
    if (ts.isTypeQueryNode(node)) return visit(leftmost(node.exprName))
    ts.forEachChild(node, visitTypes)
  }
  visit(code)
  return found
}

function isInside(scope: ts.Node, code: ts.Node): boolean {
  return scope.pos >= code.pos && scope.end <= code.end
}

function leftmost(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : leftmost(name.left)
}

/** True for an identifier that stands for a value, not for a member, a key or a label. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if (ts.isJsxAttribute(parent) || ts.isJsxNamespacedName(parent)) return false
  if (ts.isQualifiedName(parent) || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent))
    return ts.isQualifiedName(parent) && parent.left === node
  const isDeclared =
    (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isFunctionLike(parent)) &&
    parent.name === node
  return !isDeclared
}

function asUse(root: ts.Identifier, scope: ts.Node): Use {
  const node = widest(root)
  const outer = node.parent
  const called = node === root && ts.isCallExpression(outer) && outer.expression === node
  const isQuery = ts.isTypeQueryNode(outer) || ts.isQualifiedName(outer)
  const narrow = node !== root && !isQuery
  return {
    root,
    scope,
    node,
    path: pathText(node),
    narrow,
    written: isWritten(node) || isChanged(node),
    called,
  }
}

/** Members are followed while they are only read; a method keeps what it is called on. */
function widest(root: ts.Identifier): ts.Expression {
  let current: ts.Expression = root
  for (;;) {
    const { parent } = current
    const isMember = ts.isPropertyAccessExpression(parent) && parent.expression === current
    const isElement =
      ts.isElementAccessExpression(parent) &&
      parent.expression === current &&
      ts.isStringLiteralLike(parent.argumentExpression)
    if (isMember || isElement) {
      const called = parent.parent
      const isMethod = ts.isCallExpression(called) && called.expression === parent
      if (isMethod && !isGetter(parent, called)) return current
      current = isMethod ? called : parent
    } else if (ts.isNonNullExpression(parent)) current = parent
    else return bareEnd(current)
  }
}

/** `store.get('plan')`: a read by a constant name, as cookies and headers have it. */
function isGetter(callee: ts.Expression, call: ts.CallExpression): boolean {
  const [name, more] = call.arguments
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'get' &&
    name !== undefined &&
    more === undefined &&
    ts.isStringLiteralLike(name)
  )
}

/** A `!` at the end is no part of what is read. */
function bareEnd(node: ts.Expression): ts.Expression {
  return ts.isNonNullExpression(node) ? bareEnd(node.expression) : node
}

export function pathText(node: ts.Expression): string {
  return node
    .getText()
    .replace(/\?\.(?=\[)/g, '')
    .replace(/\?\./g, '.')
    .replace(/!(?=[.[)]|$)/g, '')
    .replace(/\s+/g, '')
}

function isWritten(node: ts.Expression): boolean {
  const { parent } = node
  if (ts.isBinaryExpression(parent) && parent.left === node)
    return (
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return (
      parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken
    )
  return ts.isDeleteExpression(parent)
}

const changing = new Set(
  'push pop shift unshift splice sort reverse fill copyWithin set add delete clear append'.split(' '),
)

/** `seen.push(id)`, `Object.assign(seen, more)`. */
function isChanged(node: ts.Expression): boolean {
  const { parent } = node
  if (ts.isCallExpression(parent))
    return parent.expression.getText() === 'Object.assign' && parent.arguments[0] === node
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    changing.has(parent.name.text) &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  )
}
