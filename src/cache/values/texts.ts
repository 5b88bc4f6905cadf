import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { bare } from '../../graph/syntax.js'
import { constantAt } from './constants.js'
import { valuesOf } from './entries.js'
import { argumentsOf, follow, resultsOf, step } from './follow.js'
import { holeAt, isOwn } from './holes.js'
import { elementsAt } from './lists.js'
import { loopOf } from './loops.js'
import { type Look, lookFrom, maxDepth, type Place } from './place.js'
import { constantText, eachWithEach, either, holeText, isOpen, plainText } from './text.js'
import type { Texts } from './types.js'

/**
 * The strings that an expression may give: literals, templates, concatenations, conditions, and what functions of the
 * tree return, with their parameters replaced by what this code gives them. What is not known is a hole. Null for
 * what is no string: objects, arrays, functions. `texts` is empty for `null`, `undefined` and booleans.
 */
export function textsOf(graph: Graph, expression: ts.Expression): Texts | null {
  return textsAt(lookFrom(graph, expression), { node: expression, frame: null })
}

const nothing: Texts = { texts: [], complete: true }

/** {@link textsOf}, with parameters as given. */
export function textsAt(look: Look, place: Place, depth = 0): Texts | null {
  const found = read(look, place, depth)
  // The caller's own words say more than what they lead to, as long as that holds no text.
  const [first, other] = found?.texts ?? []
  return first && !other && isOpen(first) && isOwn(look, place) ? openAt(look, place) : found
}

function openAt(look: Look, place: Place): Texts {
  return { texts: [holeText(holeAt(look, place))], complete: true }
}

function read(look: Look, place: Place, depth: number): Texts | null {
  const constant = constantAt(look, place, depth)
  if (constant) {
    const isText = typeof constant.value === 'string' || typeof constant.value === 'number'
    return isText ? { texts: [constantText(constant.value)], complete: true } : nothing
  }
  if (depth > maxDepth || !ts.isExpression(place.node)) return openAt(look, place)
  const node = bare(place.node)
  const { frame } = place
  const inner = (child: ts.Node): Place => ({ node: child, frame })
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<Texts>(
      (before, { expression, literal }) =>
        eachWithEach(eachWithEach(before, pieces(look, inner(expression), depth)), {
          texts: [plainText(literal.text)],
          complete: true,
        }),
      { texts: [plainText(node.head.text)], complete: true },
    )
  }
  if (ts.isConditionalExpression(node)) {
    const condition = constantAt(look, inner(node.condition), depth)
    if (condition) return textsAt(look, inner(condition.value ? node.whenTrue : node.whenFalse), depth + 1)
    return oneOf(look, [inner(node.whenTrue), inner(node.whenFalse)], depth)
  }
  if (ts.isBinaryExpression(node)) return binary(look, node, place, depth)
  if (ts.isCallExpression(node)) return called(look, node, place, depth)
  if (isNoText(node)) return null
  const looped = ts.isIdentifier(node) ? loopOf(look, { node, frame }) : null
  const values = looped ? elementsAt(look, looped, depth + 1)?.places : anyMember(look, node, place)
  if (values && values.length > 0) return oneOf(look, values, depth)
  const next = step(look, { ...place, node })
  return next ? textsAt(look, next, depth + 1) : openAt(look, place)
}

function isNoText(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassExpression(node) ||
    ts.isRegularExpressionLiteral(node)
  )
}

/** What a place adds to a longer text; always something. */
function pieces(look: Look, place: Place, depth: number): Texts {
  const constant = constantAt(look, place, depth)
  if (constant) return { texts: [constantText(constant.value)], complete: true }
  const found = textsAt(look, place, depth + 1)
  return found && found.texts.length > 0 ? found : openAt(look, place)
}

function oneOf(look: Look, places: Place[], depth: number): Texts {
  return either(...places.map((place) => textsAt(look, place, depth + 1) ?? nothing))
}

function binary(look: Look, node: ts.BinaryExpression, place: Place, depth: number): Texts {
  const inner = (child: ts.Node): Place => ({ node: child, frame: place.frame })
  const kind = node.operatorToken.kind
  if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken)
    return oneOf(look, [inner(node.left), inner(node.right)], depth)
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return oneOf(look, [inner(node.right)], depth)
  if (kind !== ts.SyntaxKind.PlusToken) return openAt(look, place)
  const operands: ts.Expression[] = []
  let left: ts.Expression = node
  for (; isSum(left); left = bare(left.left)) operands.unshift(left.right)
  const found = [left, ...operands].map((operand) => pieces(look, inner(operand), depth))
  // `page + 1` is a number; one part that is text makes it a text.
  const isText = [left, ...operands].some((operand, index) => {
    if (typeof constantAt(look, inner(operand), depth)?.value === 'number') return false
    return found[index]?.texts.some((text) => !isOpen(text))
  })
  return isText ? found.reduce(eachWithEach) : openAt(look, place)
}

function isSum(node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
}

const sameText = new Set('toString toLocaleString valueOf trim normalize toLowerCase toUpperCase'.split(' '))
const conversions = new Set(['String', 'encodeURIComponent', 'encodeURI'])

function called(look: Look, node: ts.CallExpression, place: Place, depth: number): Texts {
  const { frame } = place
  const { expression: callee } = node
  const results = resultsOf(look, follow(look, { node: callee, frame }), argumentsOf(node, frame))
  if (results) return results.length > 0 ? oneOf(look, results, depth) : openAt(look, place)
  const [first] = node.arguments
  if (ts.isIdentifier(callee) && conversions.has(callee.text) && first)
    return pieces(look, { node: first, frame }, depth)
  if (!ts.isPropertyAccessExpression(callee)) return openAt(look, place)
  const receiver: Place = { node: callee.expression, frame }
  const method = callee.name.text
  if (sameText.has(method)) return changeCase(pieces(look, receiver, depth), method)
  if (method === 'concat' && first) {
    const given = node.arguments.map((argument) => pieces(look, { node: argument, frame }, depth))
    return [pieces(look, receiver, depth), ...given].reduce(eachWithEach)
  }
  return (method === 'join' && join(look, receiver, first, depth)) || openAt(look, place)
}

function changeCase(found: Texts, method: string): Texts {
  if (method !== 'toLowerCase' && method !== 'toUpperCase') return found
  const change = (part: string): string =>
    method === 'toLowerCase' ? part.toLowerCase() : part.toUpperCase()
  const texts = found.texts.map(({ parts }) => ({
    parts: parts.map((part) => (typeof part === 'string' ? change(part) : part)),
  }))
  return { ...found, texts }
}

function join(look: Look, list: Place, separator: ts.Expression | undefined, depth: number): Texts | null {
  const elements = elementsAt(look, list, depth + 1)
  if (!elements?.exact || !elements.complete || elements.places.length === 0) return null
  const between = separator ? constantAt(look, { node: separator, frame: list.frame }) : { value: ',' }
  if (typeof between?.value !== 'string') return null
  const comma: Texts = { texts: [plainText(between.value)], complete: true }
  return elements.places
    .map((place) => pieces(look, place, depth))
    .reduce((before, after) => eachWithEach(eachWithEach(before, comma), after))
}

/** `TAGS[kind]` is one of the members of a constant object. */
function anyMember(look: Look, node: ts.Expression, place: Place): Place[] | null {
  if (!ts.isElementAccessExpression(node) || step(look, { ...place, node })) return null
  const holder = follow(look, { node: node.expression, frame: place.frame })
  const values = valuesOf(look, holder) ?? elementsAt(look, holder)
  return values?.complete ? values.places : null
}
