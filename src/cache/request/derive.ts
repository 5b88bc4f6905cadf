import { ts } from '@ts-morph/common'
import { bare, isFunction, memberName, returnExpressions } from '../../graph/syntax.js'
import { bindingOf, type Key, type ParameterBinding } from '../values/binding.js'
import { writtenTo } from '../values/changes.js'
import { follow, keyAt, step } from '../values/follow.js'
import { type Frame, modelOf, nested, type Place, spend } from '../values/place.js'
import { deriveCall } from './calls.js'
import { parameterOrigin } from './parameters.js'
import { sourceOf } from './sources.js'
import { type Derive, firstOf, further, type Search, startOf, symbolOf, type Trace } from './trail.js'

/** Whether some members of what an expression gives come from the request; all of it where no members are named. */
export const derive: Derive = (search, place, members) =>
  spend(search) ? nested(search, () => answer(search, place, members), null) : null

const answer: Derive = (search, place, members) => {
  const node = ts.isExpression(place.node) ? bare(place.node) : place.node
  if (place.rest) return firstOf(place.rest, (given) => given && derive(search, given, members.slice(1)))
  if (place.frame) return read(search, node, place.frame, members)
  const answers = search.known.get(node) ?? new Map<string, Trace | null>()
  search.known.set(node, answers)
  const key = members.join('\n')
  const known = answers.get(key)
  if (known !== undefined) return known
  answers.set(key, null)
  const found = read(search, node, null, members)
  answers.set(key, found)
  return found
}

function read(search: Search, node: ts.Node, frame: Frame | null, members: readonly Key[]): Trace | null {
  const inner = (child: ts.Node | undefined, taken: readonly Key[] = []): Trace | null =>
    child ? derive(search, { node: child, frame }, taken) : null
  if (ts.isIdentifier(node)) return named(search, node, frame, members)
  if (ts.isPropertyAccessExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const held = step(search, { node, frame })
      return held && derive(search, held, members)
    }
    return inner(node.expression, [node.name.text, ...members])
  }
  if (ts.isElementAccessExpression(node)) {
    const key = keyAt(search, { node: node.argumentExpression, frame }) ?? '[]'
    return inner(node.expression, [key, ...members]) ?? inner(node.argumentExpression)
  }
  if (ts.isCallExpression(node)) return deriveCall(search, node, frame, members)
  if (ts.isNewExpression(node)) return firstOf(node.arguments ?? [], (argument) => inner(argument))
  if (ts.isObjectLiteralExpression(node)) return ofObject(search, node, frame, members)
  if (ts.isArrayLiteralExpression(node)) return ofArray(search, node, frame, members)
  if (ts.isSpreadElement(node)) return inner(node.expression, members)
  if (ts.isConditionalExpression(node))
    return inner(node.whenTrue, members) ?? inner(node.whenFalse, members) ?? inner(node.condition)
  if (ts.isBinaryExpression(node)) return ofBinary(search, node, frame, members)
  if (ts.isTemplateExpression(node)) return firstOf(node.templateSpans, (span) => inner(span.expression))
  if (ts.isTaggedTemplateExpression(node)) return inner(node.template)
  if (ts.isPrefixUnaryExpression(node)) return inner(node.operand)
  // A function that is handed on: what it will return.
  if (isFunction(node)) return asClient(firstOf(returnExpressions(node), (result) => inner(result)))
  return null
}

/** Whoever gets a function that reads the request can read it for as long as it lives. */
function asClient(found: Trace | null): Trace | null {
  return found && { ...found, isClient: true }
}

function ofBinary(
  search: Search,
  node: ts.BinaryExpression,
  frame: Frame | null,
  members: readonly Key[],
): Trace | null {
  const kind = node.operatorToken.kind
  const right = derive(search, { node: node.right, frame }, members)
  const isOnlyRight = kind === ts.SyntaxKind.CommaToken || kind === ts.SyntaxKind.EqualsToken
  return right ?? (isOnlyRight ? null : derive(search, { node: node.left, frame }, members))
}

function ofObject(
  search: Search,
  node: ts.ObjectLiteralExpression,
  frame: Frame | null,
  [key, ...rest]: readonly Key[],
): Trace | null {
  const isAny = key === undefined || key === '[]'
  return firstOf([...node.properties].reverse(), (property) => {
    if (ts.isSpreadAssignment(property))
      return derive(search, { node: property.expression, frame }, isAny ? [] : [key, ...rest])
    const name = memberName(property.name)
    if (!isAny && name !== null && name !== String(key)) return null
    if (ts.isShorthandPropertyAssignment(property))
      return derive(search, { node: property.name, frame }, rest)
    return derive(
      search,
      { node: ts.isPropertyAssignment(property) ? property.initializer : property, frame },
      rest,
    )
  })
}

function ofArray(
  search: Search,
  node: ts.ArrayLiteralExpression,
  frame: Frame | null,
  members: readonly Key[],
): Trace | null {
  const [key, ...rest] = members
  const spread = node.elements.findIndex((element) => ts.isSpreadElement(element))
  const isOne = typeof key === 'number' && (spread === -1 || key < spread)
  const elements = isOne ? node.elements.slice(key, key + 1) : node.elements
  return firstOf(elements, (element) =>
    derive(search, { node: element, frame }, ts.isSpreadElement(element) ? members : rest),
  )
}

function named(
  search: Search,
  name: ts.Identifier,
  frame: Frame | null,
  members: readonly Key[],
): Trace | null {
  const model = modelOf(search, name)
  const binding = model && bindingOf(model, name)
  if (!model || !binding) return null
  if (binding.kind === 'import') {
    // `{ cookies }` hands the function on; whoever gets it reads them.
    const { external } = follow(search, { node: name, frame })
    const source = external && sourceOf(external)
    return source ? asClient(startOf(source, name, symbolOf(name))) : null
  }
  const written = (): Trace | null =>
    firstOf(writtenTo(model, name), (value) => derive(search, { node: value, frame }, []))
  if (binding.kind === 'parameter') {
    const found = ofParameter(search, binding, frame, members) ?? written()
    return further(found, binding.parameter, symbolOf(binding.parameter.name))
  }
  if (binding.kind !== 'variable') return null
  // The value of a module is made before any request.
  if (model.scopeOf(name) === model.source) return null
  const { declaration, path } = binding
  const taken = [...path, ...members]
  const loop = declaration.parent.parent
  const held: Place | null =
    declaration.initializer && !isFunction(bare(declaration.initializer))
      ? { node: declaration.initializer, frame }
      : null
  const found =
    (held && derive(search, held, taken)) ??
    (ts.isForOfStatement(loop) ? derive(search, { node: loop.expression, frame }, ['[]', ...taken]) : null) ??
    written()
  return further(found, declaration, name.text)
}

function ofParameter(
  search: Search,
  binding: ParameterBinding,
  frame: Frame | null,
  members: readonly Key[],
): Trace | null {
  const { parameter, index, path } = binding
  const taken = [...path, ...members]
  for (let own = frame; own; own = own.outer) {
    if (own.of !== binding.function) continue
    const given = parameter.dotDotDotToken ? own.given.slice(index) : [own.given[index]]
    const inside = parameter.dotDotDotToken ? taken.slice(1) : taken
    return firstOf(given, (place) => (place ? derive(search, place, inside) : null))
  }
  return parameterOrigin(search, binding, taken)
}
