import { ts } from '@ts-morph/common'
import { bare, importedBy, isFunction, returnExpressions } from '../../graph/syntax.js'
import { bindingOf, isConstant, type Key } from './binding.js'
import { isChanged } from './changes.js'
import { imported } from './exports.js'
import { inside, memberOf } from './members.js'
import { type Frame, type Look, maxCalls, maxDepth, modelOf, nested, type Place, spend } from './place.js'

/** Follows names, members and calls as far as they lead; gives the place itself where they lead nowhere. */
export function follow(look: Look, place: Place): Place {
  return nested(look, () => followAll(look, place), place)
}

function followAll(look: Look, place: Place): Place {
  let current = place
  for (let depth = 0; depth < maxDepth; depth++) {
    const next = step(look, current)
    if (!next) break
    current = next
  }
  return current
}

/** One step towards the value: what a name was given, what a member holds, what a plain function returns. */
export function step(look: Look, place: Place): Place | null {
  const { node, frame } = place
  if (place.external || place.rest || place.text !== undefined || !spend(look)) return null
  if (ts.isShorthandPropertyAssignment(node)) return named(look, node.name, frame)
  if (!ts.isExpression(node)) return null
  const plain = bare(node)
  if (plain !== node) return { node: plain, frame }
  if (ts.isIdentifier(node)) return named(look, node, frame)
  if (ts.isPropertyAccessExpression(node))
    return memberOf(look, follow(look, { node: node.expression, frame }), node.name.text)
  if (ts.isElementAccessExpression(node)) {
    const key = keyAt(look, { node: node.argumentExpression, frame })
    return key === null ? null : memberOf(look, follow(look, { node: node.expression, frame }), key)
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) {
    const holder = holderOf(node)
    return holder && { node: holder, frame }
  }
  if (ts.isCallExpression(node)) return called(look, node, frame)
  if (ts.isNewExpression(node)) {
    const made = follow(look, { node: node.expression, frame })
    return made.external ? outside(made, node, '#') : null
  }
  return null
}

/** A literal key, or a constant name for one. */
export function keyAt(look: Look, place: Place): Key | null {
  const { node, text } = follow(look, place)
  if (text !== undefined) return text
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isNumericLiteral(node)) return Number(node.text)
  const value = ts.isEnumMember(node) ? node.initializer : undefined
  return value && ts.isStringLiteralLike(value) ? value.text : null
}

function called(look: Look, node: ts.CallExpression, frame: Frame | null): Place | null {
  const specifier = importedBy(node)
  if (specifier !== null) return imported(look, { specifier, name: '*' }, node, frame)
  const callee = follow(look, { node: node.expression, frame })
  if (callee.external) return outside(callee, node, '()')
  const results = resultsOf(look, callee, argumentsOf(node, frame))
  return results?.length === 1 ? (results[0] ?? null) : null
}

function outside(place: Place, node: ts.Node, member: string): Place | null {
  const { external } = place
  if (!external) return null
  return { node, frame: null, external: { ...external, members: [...external.members, member] } }
}

/** What a function of the tree returns for some arguments, one place per `return`; null where it is no such function. */
export function resultsOf(look: Look, callee: Place, given: (Place | null)[]): Place[] | null {
  const { node, frame: outer } = callee
  if (!isFunction(node) || node.asteriskToken || !node.body) return null
  const depth = (given.find((place) => place?.frame)?.frame?.depth ?? outer?.depth ?? 0) + 1
  if (depth > maxCalls || !spend(look)) return null
  const frame: Frame = { of: node, given, outer, depth }
  return returnExpressions(node).map((expression) => ({ node: expression, frame }))
}

/** The arguments of a call; those behind a spread are not told. */
export function argumentsOf(
  call: ts.CallExpression | ts.NewExpression,
  frame: Frame | null,
): (Place | null)[] {
  const given = call.arguments ?? []
  const spread = given.findIndex((argument) => ts.isSpreadElement(argument))
  const told = given
    .slice(0, spread === -1 ? undefined : spread)
    .map((node): Place | null => ({ node, frame }))
  return spread === -1 ? told : [...told, ...given.slice(spread).map(() => null)]
}

function named(look: Look, name: ts.Identifier, frame: Frame | null): Place | null {
  const model = modelOf(look, name)
  const binding = model && bindingOf(model, name)
  if (!model || !binding) return null
  if (binding.kind === 'import')
    return isChanged(model, name) ? null : imported(look, binding.root, name, frame)
  if (binding.kind === 'node') return { node: binding.node, frame }
  if (binding.kind === 'value') return inside(look, { node: binding.expression, frame }, binding.path)
  if (isChanged(model, name)) return null
  if (binding.kind === 'variable') {
    const { initializer } = binding.declaration
    if (!initializer || !isConstant(binding.declaration)) return null
    const held = inside(look, { node: initializer, frame }, binding.path)
    return held ?? null
  }
  const own = frameOf(frame, binding.function)
  if (!own) return null
  const { parameter, index, path, fallback } = binding
  if (parameter.dotDotDotToken) {
    const rest: Place = { node: parameter, frame: own, rest: own.given.slice(index) }
    return inside(look, rest, path)
  }
  const given = own.given[index]
  const whole: Place | null =
    given === undefined && parameter.initializer
      ? { node: parameter.initializer, frame: own }
      : (given ?? null)
  const taken = whole && inside(look, whole, path)
  if (taken || !fallback) return taken
  return isKnownObject(look, whole) ? { node: fallback, frame: own } : null
}

function isKnownObject(look: Look, place: Place | null): boolean {
  return place !== null && ts.isObjectLiteralExpression(follow(look, place).node)
}

function frameOf(frame: Frame | null, node: ts.Node): Frame | null {
  for (let own = frame; own; own = own.outer) if (own.of === node) return own
  return null
}

/** The object or class that `this` stands for. */
function holderOf(node: ts.Node): ts.Node | null {
  for (let current = node.parent; current; current = current.parent) {
    if (ts.isPropertyDeclaration(current) || ts.isClassStaticBlockDeclaration(current)) return current.parent
    if (!isFunction(current) || ts.isArrowFunction(current)) continue
    const { parent } = current
    if (ts.isClassLike(parent) || ts.isObjectLiteralExpression(parent)) return parent
    return ts.isPropertyAssignment(parent) ? parent.parent : null
  }
  return null
}
