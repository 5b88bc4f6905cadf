import { ts } from '@ts-morph/common'
import { commonJsTarget } from '../declare/modules.js'
import { dressed } from '../syntax.js'

export function isUsing(node: ts.VariableDeclaration): boolean {
  return (node.parent.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using
}

/** `x = y` and `x.y = z`; a pattern is no such target. */
export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false
  return !ts.isObjectLiteralExpression(node.left) && !ts.isArrayLiteralExpression(node.left)
}

/** `x.f.bind(x)`: only `f` is handed on. */
export function isBoundToItself({ expression: callee, arguments: [first] }: ts.CallExpression): boolean {
  if (!first || !ts.isPropertyAccessExpression(callee) || !/^(?:bind|call|apply)$/.test(callee.name.text))
    return false
  const method = callee.expression
  return ts.isPropertyAccessExpression(method) && method.expression.getText() === first.getText()
}

/** `exports.x = y` at the top of a file names y; it runs nothing. */
export function isCommonJsExport(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && ts.isSourceFile(node.parent.parent) && commonJsTarget(node) !== null
}

/** Whether a function can be called by a name: a declaration, a method, or the value of a variable or property. */
export function isNamed(node: ts.FunctionLikeDeclaration): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return true
  const { parent } = dressed(node)
  return (
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
  )
}

export function isIntrinsic(name: ts.JsxTagNameExpression): boolean {
  return ts.isIdentifier(name) && /^[a-z]/.test(name.text)
}

export function isPartOfChain(node: ts.Node): boolean {
  const outer = dressed(node)
  const parent = outer.parent
  if (!parent) return false
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === outer
  return ts.isCallExpression(parent) && parent.expression === outer
}

export function isDiscarded(node: ts.Node): boolean {
  const { parent } = dressed(node)
  return !parent || ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)
}

export function isJsxAttribute(node: ts.Node): boolean {
  return (
    !!node.parent &&
    ts.isJsxExpression(node.parent) &&
    !!node.parent.parent &&
    ts.isJsxAttribute(node.parent.parent)
  )
}

/** False for identifiers that only name something: members, declarations, labels, specifiers. */
export function isValuePosition(node: ts.Identifier): boolean {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isJsxAttribute(parent)) return false
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)) return false
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false
  if (ts.isExportAssignment(parent) || ts.isMetaProperty(parent)) return false
  const named = parent as ts.Node & { name?: ts.Node }
  return named.name !== node
}
