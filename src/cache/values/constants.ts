import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { step } from './follow.js'
import { type Look, lookFrom, maxDepth, modelOf, type Place } from './place.js'
import type { Constant } from './types.js'

/** A constant value; wrapped, since `undefined` is one. */
export interface ConstantValue {
  value: Constant
}

/**
 * The value that an expression always has: literals, arithmetic, templates, `const` names of this and other files,
 * members of constant objects, enums and classes, and what plain functions return for constant arguments.
 * Null where only run time knows it: environment variables, `let`, anything that is assigned to or changed.
 */
export function constantOf(graph: Graph, expression: ts.Expression): ConstantValue | null {
  return constantAt(lookFrom(graph, expression), { node: expression, frame: null })
}

/** {@link constantOf}, with parameters as given. */
export function constantAt(look: Look, place: Place, depth = 0): ConstantValue | null {
  if (place.text !== undefined) return { value: place.text }
  if (depth > maxDepth) return null
  const { node, frame } = place
  const inner = (child: ts.Node): ConstantValue | null => constantAt(look, { node: child, frame }, depth + 1)
  if (ts.isStringLiteralLike(node)) return { value: node.text }
  if (ts.isNumericLiteral(node)) return { value: Number(node.text) }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { value: true }
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { value: false }
  if (node.kind === ts.SyntaxKind.NullKeyword) return { value: null }
  if (ts.isVoidExpression(node)) return { value: undefined }
  if (ts.isTemplateExpression(node)) return template(node, inner)
  if (ts.isPrefixUnaryExpression(node)) return unary(node, inner)
  if (ts.isBinaryExpression(node)) return binary(node, inner)
  if (ts.isConditionalExpression(node)) {
    const condition = inner(node.condition)
    return condition && inner(condition.value ? node.whenTrue : node.whenFalse)
  }
  if (ts.isEnumMember(node)) return enumValue(node, inner)
  const known = globalValue(look, node)
  if (known) return known
  const next = step(look, place)
  return next && constantAt(look, next, depth + 1)
}

type Inner = (child: ts.Node) => ConstantValue | null

function template(node: ts.TemplateExpression, inner: Inner): ConstantValue | null {
  let text = node.head.text
  for (const span of node.templateSpans) {
    const value = inner(span.expression)
    if (!value) return null
    text += String(value.value) + span.literal.text
  }
  return { value: text }
}

function unary({ operator, operand }: ts.PrefixUnaryExpression, inner: Inner): ConstantValue | null {
  const value = inner(operand)
  if (!value) return null
  if (operator === ts.SyntaxKind.ExclamationToken) return { value: !value.value }
  if (typeof value.value !== 'number') return null
  if (operator === ts.SyntaxKind.MinusToken) return { value: -value.value }
  return operator === ts.SyntaxKind.PlusToken ? value : null
}

const arithmetic: Partial<Record<ts.SyntaxKind, (a: number, b: number) => number>> = {
  [ts.SyntaxKind.MinusToken]: (a, b) => a - b,
  [ts.SyntaxKind.AsteriskToken]: (a, b) => a * b,
  [ts.SyntaxKind.SlashToken]: (a, b) => a / b,
  [ts.SyntaxKind.PercentToken]: (a, b) => a % b,
  [ts.SyntaxKind.AsteriskAsteriskToken]: (a, b) => a ** b,
}

function binary(node: ts.BinaryExpression, inner: Inner): ConstantValue | null {
  const operator = node.operatorToken.kind
  const left = inner(node.left)
  if (!left) return null
  if (operator === ts.SyntaxKind.BarBarToken) return left.value ? left : inner(node.right)
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return left.value ? inner(node.right) : left
  if (operator === ts.SyntaxKind.QuestionQuestionToken)
    return left.value === null || left.value === undefined ? inner(node.right) : left
  const right = inner(node.right)
  if (!right) return null
  const [a, b] = [left.value, right.value]
  if (operator === ts.SyntaxKind.PlusToken && (typeof a === 'string' || typeof b === 'string'))
    return { value: String(a) + String(b) }
  if (typeof a !== 'number' || typeof b !== 'number') return null
  if (operator === ts.SyntaxKind.PlusToken) return { value: a + b }
  const compute = arithmetic[operator]
  return compute ? { value: compute(a, b) } : null
}

/** A member without a value counts on from the one before it. */
function enumValue(member: ts.EnumMember, inner: Inner): ConstantValue | null {
  if (member.initializer) return inner(member.initializer)
  const { members } = member.parent
  const before = members[members.indexOf(member) - 1]
  if (!before) return { value: 0 }
  const value = inner(before)
  return typeof value?.value === 'number' ? { value: value.value + 1 } : null
}

const globals = new Map<string, Constant>([
  ['undefined', undefined],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['Number.POSITIVE_INFINITY', Number.POSITIVE_INFINITY],
  ['Number.MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER],
])

function globalValue(look: Look, node: ts.Node): ConstantValue | null {
  const root = ts.isPropertyAccessExpression(node) ? node.expression : node
  if (!ts.isIdentifier(root)) return null
  const text = root === node ? root.text : `${root.text}.${(node as ts.PropertyAccessExpression).name.text}`
  if (!globals.has(text) || modelOf(look, root)?.declarationOf(root)) return null
  return { value: globals.get(text) }
}
