import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { bare } from '../../graph/syntax.js'
import { constantOf } from '../values/index.js'
import type { OwnText } from './types.js'

/**
 * A string as this very code writes it: literals, templates and sums of them, constants put in. What is not constant
 * stands as its expression, exactly as written. Null for anything else, and for sums that may add numbers.
 */
export function ownTextOf(graph: Graph, expression: ts.Expression): OwnText | null {
  const node = unwrapped(expression)
  if (ts.isStringLiteralLike(node)) return text(node.text)
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.flatMap(({ expression: hole, literal }) => [
      partOf(graph, hole),
      text(literal.text),
    ])
    return [text(node.head.text), ...spans].reduce(joined)
  }
  return isSum(node) ? sumOf(graph, node) : null
}

/** Without parentheses and casts; what is awaited is another value. */
function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node) ? node : bare(node)
}

function text(value: string): OwnText {
  return { parts: value === '' ? [] : [value] }
}

function partOf(graph: Graph, hole: ts.Expression): OwnText {
  const constant = constantOf(graph, hole)
  return constant ? text(String(constant.value)) : { parts: [hole] }
}

function joined(a: OwnText, b: OwnText): OwnText {
  const last = a.parts.at(-1)
  const [first, ...rest] = b.parts
  if (typeof last !== 'string' || typeof first !== 'string') return { parts: [...a.parts, ...b.parts] }
  return { parts: [...a.parts.slice(0, -1), last + first, ...rest] }
}

/** `a + b` adds text only where one of the first two operands is text. */
function sumOf(graph: Graph, node: ts.BinaryExpression): OwnText | null {
  const operands: ts.Expression[] = []
  let left: ts.Expression = node
  for (; isSum(left); left = unwrapped(left.left)) operands.unshift(left.right)
  const all = [left, ...operands]
  const isText = (operand: ts.Expression): boolean => {
    const plain = unwrapped(operand)
    if (ts.isTemplateExpression(plain)) return true
    return typeof constantOf(graph, operand)?.value === 'string'
  }
  if (!all.slice(0, 2).some(isText)) return null
  return all.map((operand) => ownTextOf(graph, operand) ?? partOf(graph, operand)).reduce(joined)
}

function isSum(node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
}

/** The same for texts that differ only in what fills their holes; comparable with `textKey`. */
export function ownTextKey({ parts }: OwnText): string {
  return parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('')
}

/** The expressions of the holes, in their order. */
export function holesOf({ parts }: OwnText): ts.Expression[] {
  return parts.filter((part) => typeof part !== 'string')
}
