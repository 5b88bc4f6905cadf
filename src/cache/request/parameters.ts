import { ts } from '@ts-morph/common'
import { dressed, isFunction } from '../../graph/syntax.js'
import type { Reference } from '../../graph/types.js'
import { type Key, type ParameterBinding, variableAround } from '../values/binding.js'
import { argumentsOf, follow } from '../values/follow.js'
import { listAround } from '../values/loops.js'
import { type Frame, modelOf, type Place } from '../values/place.js'
import { sourceOf } from './sources.js'
import { firstOf, further, type Search, startOf, symbolOf, type Trace } from './trail.js'

/** Functions with more callers are tools; what each of them hands in says little about one value. */
const maxCallers = 60
/** To find the callers, all files that import the function are read; of a library that is the whole tree. */
const maxImporters = 300
/** What tests hand in is made up. */
const testFile = /(?:^|\/)(?:__tests__|__mocks__|e2e)\/|\.(?:test|spec|stories)\.\w+$/

/** Whether some caller hands a parameter something of the request. */
export function parameterOrigin(
  search: Search,
  binding: ParameterBinding,
  members: readonly Key[],
): Trace | null {
  return fromCallback(search, binding, members) ?? fromCallers(search, binding, members)
}

/** A function that is an argument itself: what the call around it hands to it. */
function fromCallback(search: Search, binding: ParameterBinding, members: readonly Key[]): Trace | null {
  const outer = dressed(binding.function)
  const call = outer.parent
  if (!ts.isCallExpression(call) || call.expression === outer) return null
  const list = listAround(binding)
  if (list) return search.derive(search, { node: list, frame: null }, ['[]', ...members])
  const { expression } = call
  const callee = follow(search, { node: expression, frame: null })
  const source = callee.external && sourceOf(callee.external)
  if (source && binding.index === 0) return startOf(source, call, `${symbolOf(expression)}()`)
  if (isFunction(callee.node)) return fromReceiver(search, callee, call, binding, members)
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'then')
    return search.derive(search, { node: expression.expression, frame: null }, members)
  // `cache(async (token) => ...)`: whoever calls the result calls the function.
  return firstOf(callsOfResult(search, call), (later) =>
    fromArguments(search, later, later.arguments, binding, members),
  )
}

/** A function of the tree that takes a callback: the arguments with which it calls that. */
function fromReceiver(
  search: Search,
  receiver: Place,
  call: ts.CallExpression,
  binding: ParameterBinding,
  members: readonly Key[],
): Trace | null {
  const { node } = receiver
  const at = call.arguments.indexOf(dressed(binding.function) as ts.Expression)
  const name = isFunction(node) ? node.parameters[at]?.name : undefined
  const depth = (receiver.frame?.depth ?? 0) + 1
  const frame: Frame = { of: node, given: argumentsOf(call, null), outer: receiver.frame, depth }
  return firstOf(name && ts.isIdentifier(name) ? callsOf(search, node, name) : [], (inner) => {
    const given = inner.arguments[binding.index]
    return given ? search.derive(search, { node: given, frame }, members) : null
  })
}

/** Calls, inside a node, of what a name declares. */
function callsOf(search: Search, within: ts.Node, name: ts.Identifier): ts.CallExpression[] {
  const model = modelOf(search, name)
  const declared = model?.declarationOf(name)
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) && ts.isIdentifier(node.expression)
    if (isCall && node.expression.text === name.text && model?.declarationOf(node.expression) === declared)
      found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(within)
  return found
}

/** Where the result of a call is called: at once, or under the name that it was given. */
function callsOfResult(search: Search, call: ts.CallExpression): ts.CallExpression[] {
  const outer = dressed(call)
  if (ts.isCallExpression(outer.parent) && outer.parent.expression === outer) return [outer.parent]
  const variable = variableAround(call)
  const model = modelOf(search, call)
  if (!model || !variable || !ts.isIdentifier(variable.name)) return []
  const scope = model.scopeOf(variable.name)
  if (scope && scope !== model.source) return callsOf(search, scope, variable.name)
  const unit = model.units.find(({ node }) => node === variable.initializer)
  return unit ? search.graph.arrows(unit).flatMap(({ reference }) => callBy(reference) ?? []) : []
}

function callBy({ node }: Reference): ts.CallExpression | null {
  const outer = dressed(node)
  const { parent } = outer
  return parent && ts.isCallExpression(parent) && parent.expression === outer ? parent : null
}

function fromCallers(search: Search, binding: ParameterBinding, members: readonly Key[]): Trace | null {
  const unit = modelOf(search, binding.function)?.units.find(({ node }) => node === binding.function)
  if (!unit || search.graph.imports.importers(unit.file).length > maxImporters) return null
  const arrows = search.graph.arrows(unit).filter(({ reference }) => !testFile.test(reference.from.file))
  if (arrows.length > maxCallers) return null
  return firstOf(arrows, ({ reference, exact }) => {
    const { node, how, from } = reference
    if (!exact && how !== 'cached' && how !== 'value') return null
    if (ts.isJsxOpeningLikeElement(node.parent)) return fromProps(search, node.parent, binding, members)
    const call = how === 'new' && ts.isNewExpression(node.parent) ? node.parent : callBy(reference)
    if (call) return fromArguments(search, call, call.arguments ?? [], binding, members)
    // `cache(load)`: whoever calls the result calls the function.
    const wrapper = dressed(node).parent
    if (!ts.isCallExpression(wrapper) || from.node === binding.function) return null
    return firstOf(callsOfResult(search, wrapper), (later) =>
      fromArguments(search, later, later.arguments, binding, members),
    )
  })
}

function fromArguments(
  search: Search,
  call: ts.CallExpression | ts.NewExpression,
  given: readonly ts.Expression[],
  { index, parameter }: ParameterBinding,
  members: readonly Key[],
): Trace | null {
  const spread = given.findIndex((argument) => ts.isSpreadElement(argument))
  const isHidden = spread !== -1 && spread <= index
  const isRest = parameter.dotDotDotToken !== undefined
  const wanted = isHidden ? given.slice(spread) : given.slice(index, isRest ? undefined : index + 1)
  const found = firstOf(wanted, (argument) =>
    search.derive(
      search,
      { node: argument, frame: null },
      isHidden ? [] : isRest ? members.slice(1) : members,
    ),
  )
  return further(found, call, symbolOf(call.expression))
}

/** `<Greeting name={user.name} />`: the props are the first parameter. */
function fromProps(
  search: Search,
  element: ts.JsxOpeningLikeElement,
  { index }: ParameterBinding,
  members: readonly Key[],
): Trace | null {
  if (index !== 0) return null
  const [prop, ...rest] = members
  const found = firstOf(element.attributes.properties, (attribute) => {
    if (ts.isJsxSpreadAttribute(attribute))
      return search.derive(search, { node: attribute.expression, frame: null }, members)
    if (prop !== undefined && attribute.name.getText() !== String(prop)) return null
    const value = attribute.initializer
    const held = value && ts.isJsxExpression(value) ? value.expression : undefined
    return held ? search.derive(search, { node: held, frame: null }, rest) : null
  })
  return further(found, element, symbolOf(element.tagName))
}
