import { ts } from '@ts-morph/common'
import type { Directive } from './types.js'

export type FunctionNode = ts.FunctionLikeDeclaration

/** The expression under parentheses, casts, `satisfies`, `!` and `await`. */
export function bare(node: ts.Expression): ts.Expression {
  let current = node
  for (;;) {
    if (
      ts.isParenthesizedExpression(current) ||
      ts.isAsExpression(current) ||
      ts.isSatisfiesExpression(current) ||
      ts.isTypeAssertionExpression(current) ||
      ts.isNonNullExpression(current) ||
      ts.isAwaitExpression(current)
    ) {
      current = current.expression
    } else if (isFrozen(current)) {
      const frozen = current.arguments[0]
      if (!frozen) return current
      current = frozen
    } else return current
  }
}

/** `Object.freeze(x)` and `Object.seal(x)` give x. */
function isFrozen(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    node.arguments.length === 1 &&
    ts.isPropertyAccessExpression(node.expression) &&
    ts.isIdentifier(node.expression.expression) &&
    node.expression.expression.text === 'Object' &&
    (node.expression.name.text === 'freeze' || node.expression.name.text === 'seal')
  )
}

/** The outermost node that is still the same expression: up through parentheses, casts, `!` and `await`. */
export function dressed(node: ts.Node): ts.Node {
  let current = node
  while (
    current.parent &&
    (ts.isParenthesizedExpression(current.parent) ||
      ts.isAsExpression(current.parent) ||
      ts.isSatisfiesExpression(current.parent) ||
      ts.isTypeAssertionExpression(current.parent) ||
      ts.isNonNullExpression(current.parent) ||
      ts.isAwaitExpression(current.parent) ||
      (isFrozen(current.parent) && current.parent.arguments[0] === current))
  ) {
    current = current.parent
  }
  return current
}

/** `ts.forEachChild`, but `a + b + c + ...` is one node with many operands: long ones would exhaust the stack. */
export function eachChild(node: ts.Node, visit: (child: ts.Node) => void): void {
  if (!ts.isBinaryExpression(node) || !ts.isBinaryExpression(node.left)) return ts.forEachChild(node, visit)
  const operands: ts.Expression[] = []
  let left: ts.Expression = node
  for (; ts.isBinaryExpression(left); left = left.left) operands.push(left.right)
  visit(left)
  for (const operand of operands.reverse()) visit(operand)
}

export function isFunction(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isSetAccessorDeclaration(node)
  )
}

/** A static member name; null for computed ones. */
export function memberName(name: ts.PropertyName | undefined): string | null {
  if (!name) return null
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text
  if (ts.isPrivateIdentifier(name)) return name.text
  if (ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression)) return name.expression.text
  return null
}

export function isStatic(node: ts.ClassElement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.StaticKeyword)
  )
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
}

/** The cache or boundary directive at the top of a file or function body; the last one that is known wins. */
export function directiveOf(statements: readonly ts.Statement[]): Directive | null {
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return null
    const text = statement.expression.text
    if (text === 'use server' || text === 'use client') return text
    if (text === 'use cache' || text.startsWith('use cache:')) return 'use cache'
  }
  return null
}

export function functionDirective(node: FunctionNode): Directive | null {
  return node.body && ts.isBlock(node.body) ? directiveOf(node.body.statements) : null
}

export function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1
}

/**
 * The string of `import('x')` and `require('x')`; a prefix with a star where only its start is known
 * (`` import(`./jobs/${name}`) ``, `require.context('./jobs')`); null for any other call.
 */
export function importedBy(call: ts.CallExpression): string | null {
  const [argument] = call.arguments
  if (!argument) return null
  const { expression: callee } = call
  const isRequire = ts.isIdentifier(callee) && callee.text === 'require'
  if (callee.kind === ts.SyntaxKind.ImportKeyword || isRequire) return knownStart(argument)
  const isContext = ts.isPropertyAccessExpression(callee) && callee.getText() === 'require.context'
  return isContext && ts.isStringLiteralLike(argument) ? `${argument.text}/*` : null
}

function knownStart(argument: ts.Expression): string | null {
  if (ts.isStringLiteralLike(argument)) return argument.text
  if (ts.isTemplateExpression(argument)) return argument.head.text === '' ? null : `${argument.head.text}*`
  let left = argument
  while (ts.isBinaryExpression(left)) left = left.left
  return left !== argument && ts.isStringLiteralLike(left) && left.text !== '' ? `${left.text}*` : null
}

/** `Promise<X>`, `Readonly<X>` and unions with null give X. */
export function bareType(type: ts.TypeNode): ts.TypeNode {
  if (ts.isParenthesizedTypeNode(type)) return bareType(type.type)
  if (ts.isUnionTypeNode(type)) {
    const real = type.types.filter(
      (t) =>
        t.kind !== ts.SyntaxKind.UndefinedKeyword &&
        !(ts.isLiteralTypeNode(t) && t.literal.kind === ts.SyntaxKind.NullKeyword),
    )
    return real.length === 1 && real[0] ? bareType(real[0]) : type
  }
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
    const wraps = ['Promise', 'Readonly', 'Awaited', 'NonNullable'].includes(type.typeName.text)
    const [inner] = type.typeArguments ?? []
    if (wraps && inner) return bareType(inner)
  }
  return type
}

const returned = new WeakMap<ts.Node, readonly ts.Expression[]>()

/** The expressions that a function returns, closures inside it apart. */
export function returnExpressions(node: ts.FunctionLikeDeclaration): readonly ts.Expression[] {
  // The same function is asked again for each of its calls.
  const known = returned.get(node)
  if (known) return known
  const found = findReturned(node)
  returned.set(node, found)
  return found
}

function findReturned({ body }: ts.FunctionLikeDeclaration): ts.Expression[] {
  if (!body) return []
  if (!ts.isBlock(body)) return [body as ts.Expression]
  const found: ts.Expression[] = []
  const visit = (child: ts.Node): void => {
    if (isFunction(child) || ts.isClassLike(child)) return
    if (ts.isReturnStatement(child) && child.expression) found.push(child.expression)
    eachChild(child, visit)
  }
  visit(body)
  return found
}
