import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { bare } from '../../graph/syntax.js'
import { bindingOf } from './binding.js'
import { constantAt } from './constants.js'
import { keysOf, valuesOf } from './entries.js'
import { argumentsOf, follow, resultsOf, step } from './follow.js'
import { type Look, lookFrom, maxDepth, modelOf, type Place } from './place.js'
import { textsAt } from './texts.js'
import type { TextList } from './types.js'

/** The places of the elements of a list. `exact`: one for one, in their order. */
export interface Elements {
  places: Place[]
  complete: boolean
  exact: boolean
}

/**
 * The strings that the elements of an array (or set) may be: literals with spreads, conditions, `.filter`, `.map`,
 * `.concat`, `Object.values` and `Object.keys` of constants, variables, and functions of the tree that return arrays.
 * Null where nothing is known of it.
 */
export function listOf(graph: Graph, expression: ts.Expression): TextList | null {
  const look = lookFrom(graph, expression)
  const elements = elementsAt(look, { node: expression, frame: null })
  if (!elements) return null
  const texts = elements.places.map((place) => textsAt(look, place))
  return {
    // An element that is null or false makes no text.
    items: texts
      .filter((found) => found !== null && found.texts.length > 0)
      .filter((found) => found !== null),
    complete: elements.complete && texts.every((found) => found?.complete ?? false),
  }
}

/** The elements of what a place holds; null where it is no list, or an unknown one. */
export function elementsAt(look: Look, place: Place, depth = 0): Elements | null {
  if (place.rest) return allOf(place.rest)
  if (depth > maxDepth || !ts.isExpression(place.node)) return null
  const node = bare(place.node)
  const { frame } = place
  const inner = (child: ts.Node): Elements | null => elementsAt(look, { node: child, frame }, depth + 1)
  if (ts.isArrayLiteralExpression(node)) return literal(look, node, place, depth)
  if (ts.isConditionalExpression(node)) {
    const condition = constantAt(look, { node: node.condition, frame }, depth)
    if (condition) return inner(condition.value ? node.whenTrue : node.whenFalse)
    return either([inner(node.whenTrue), inner(node.whenFalse)])
  }
  if (ts.isBinaryExpression(node)) {
    const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    return either(isAnd ? [inner(node.right)] : [inner(node.left), inner(node.right)])
  }
  if (ts.isNewExpression(node)) {
    const [given] = node.arguments ?? []
    return node.expression.getText() === 'Set' && given ? inexact(inner(given)) : null
  }
  if (ts.isCallExpression(node)) return called(look, node, place, depth)
  const started = ts.isIdentifier(node) ? changedStart(look, node) : null
  if (started) {
    const start = inner(started)
    return start && { ...start, complete: false, exact: false }
  }
  const next = step(look, { ...place, node })
  return next && elementsAt(look, next, depth + 1)
}

function allOf(given: (Place | null)[]): Elements {
  const places = given.filter((place) => place !== null)
  const complete = places.length === given.length
  return { places, complete, exact: complete }
}

/** What a list that is changed later was made with. */
function changedStart(look: Look, name: ts.Identifier): ts.Expression | null {
  const model = modelOf(look, name)
  const binding = model && bindingOf(model, name)
  if (binding?.kind !== 'variable' || binding.path.length > 0) return null
  return step(look, { node: name, frame: null }) ? null : (binding.declaration.initializer ?? null)
}

function literal(look: Look, node: ts.ArrayLiteralExpression, { frame }: Place, depth: number): Elements {
  const found: Elements = { places: [], complete: true, exact: true }
  for (const element of node.elements) {
    if (!ts.isSpreadElement(element)) {
      found.places.push({ node: element, frame })
      continue
    }
    const spread = elementsAt(look, { node: element.expression, frame }, depth + 1)
    found.places.push(...(spread?.places ?? []))
    found.complete = found.complete && (spread?.complete ?? false)
    found.exact = found.exact && (spread?.exact ?? false)
  }
  return found
}

function either(all: (Elements | null)[]): Elements | null {
  const known = all.filter((elements) => elements !== null)
  if (known.length === 0) return null
  return {
    places: known.flatMap(({ places }) => places),
    complete: known.length === all.length && known.every(({ complete }) => complete),
    exact: all.length === 1 && known.every(({ exact }) => exact),
  }
}

function inexact(elements: Elements | null): Elements | null {
  return elements && { ...elements, exact: false }
}

const fewer = new Set('filter slice sort reverse toSorted toReversed flat values'.split(' '))

function called(look: Look, node: ts.CallExpression, place: Place, depth: number): Elements | null {
  const { frame } = place
  const callee = follow(look, { node: node.expression, frame })
  const results = resultsOf(look, callee, argumentsOf(node, frame))
  if (results) return either(results.map((result) => elementsAt(look, result, depth + 1)))
  const { expression } = node
  if (!ts.isPropertyAccessExpression(expression)) return null
  const method = expression.name.text
  const [first] = node.arguments
  const given = first && { node: first, frame }
  const receiver: Place = { node: expression.expression, frame }
  const owner = expression.expression.getText()
  if (owner === 'Object' && given) {
    if (method === 'freeze') return elementsAt(look, given, depth + 1)
    if (method === 'values') return valuesOf(look, follow(look, given))
    return method === 'keys' ? keysOf(look, follow(look, given)) : null
  }
  if (owner === 'Array' && given && (method === 'from' || method === 'of'))
    return method === 'of' ? allOf(argumentsOf(node, frame)) : mapped(look, given, node.arguments[1], depth)
  if (fewer.has(method)) return inexact(elementsAt(look, receiver, depth + 1))
  if (method === 'concat') return concatenated(look, node, receiver, depth)
  return method === 'map' || method === 'flatMap' ? mapped(look, receiver, first, depth, method) : null
}

function concatenated(look: Look, node: ts.CallExpression, receiver: Place, depth: number): Elements | null {
  const parts = [receiver, ...argumentsOf(node, receiver.frame)].map((place): Elements => {
    const found = place && elementsAt(look, place, depth + 1)
    if (found || !place) return found ?? { places: [], complete: false, exact: false }
    return { places: [place], complete: true, exact: true }
  })
  const all = either(parts)
  return all && { ...all, exact: parts.every(({ exact }) => exact) }
}

/** `.map(f)`: what f returns for each element; for elements that are not known, what it returns for any. */
function mapped(
  look: Look,
  list: Place,
  callback: ts.Expression | undefined,
  depth: number,
  method = 'map',
): Elements | null {
  const elements = elementsAt(look, list, depth + 1)
  if (!callback) return elements
  const callee = follow(look, { node: callback, frame: list.frame })
  const isTold = elements?.complete ?? false
  const given = elements?.places ?? []
  const calls: (Place | null)[][] = [...given.map((place) => [place]), ...(isTold ? [] : [[null]])]
  const results = calls.map((one) => resultsOf(look, callee, one))
  if (results.some((found) => !found || found.length === 0)) return null
  const places = results.flatMap((found) => found ?? [])
  const exact = isTold && elements?.exact === true && results.every((found) => found?.length === 1)
  if (method === 'map') return { places, complete: true, exact }
  const flat = either(places.map((place) => elementsAt(look, place, depth + 1)))
  return flat && { ...flat, exact: false }
}
