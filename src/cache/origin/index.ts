import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { bare, dressed, type FunctionNode, isFunction, returnExpressions } from '../../graph/syntax.js'
import { type FileModel, isUnit, type Unit } from '../../graph/types.js'
import { bindingOf, type Key, type ParameterBinding } from '../values/binding.js'
import { isChanged } from '../values/changes.js'
import { constantOf } from '../values/index.js'

/**
 * What a value is, as far as it can be told: two values with one origin are the same in one request. `root` is a
 * parameter of the route (`param:id`), a call (`lib/session.ts#120()`), a name of a package or a constant; `members`
 * are read off it.
 */
export interface Origin {
  root: string
  members: string[]
}

/** Where a route hands its parameters in: the props of these functions hold `params`. */
export interface RouteEntries {
  /** Files that the route reaches; callers elsewhere say nothing of it. */
  files: ReadonlySet<string>
  /** Page, layouts and their metadata functions. */
  isEntry(node: FunctionNode): boolean
}

const noRoute: RouteEntries = { files: new Set(), isEntry: () => false }
const maxDepth = 24

/**
 * Follows a value back through names, members, parameters and returned values.
 *
 * @param route whose callers count; without one, only the function itself is looked at
 * @returns null where it cannot be told, or where callers disagree
 */
export function valueOrigin(
  graph: Graph,
  expression: ts.Expression,
  route: RouteEntries = noRoute,
): Origin | null {
  return originOf({ graph, route }, expression, 0)
}

export function sameOrigin(a: Origin, b: Origin): boolean {
  return a.root === b.root && a.members.join('.') === b.members.join('.')
}

interface Search {
  graph: Graph
  route: RouteEntries
}

function originOf(search: Search, expression: ts.Expression, depth: number): Origin | null {
  if (depth > maxDepth) return null
  const node = bare(expression)
  const model = search.graph.model(node.getSourceFile().fileName)
  if (!model) return null
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node))
    return { root: `"${node.text}"`, members: [] }
  if (ts.isIdentifier(node)) return ofName(search, model, node, depth)
  if (ts.isPropertyAccessExpression(node))
    return member(originOf(search, node.expression, depth + 1), [node.name.text])
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return member(originOf(search, node.expression, depth + 1), [node.argumentExpression.text])
  if (ts.isCallExpression(node)) return ofCall(search, model, node, depth)
  if (ts.isTemplateExpression(node)) return ofTemplate(search, node, depth)
  return null
}

function member(origin: Origin | null, members: readonly Key[]): Origin | null {
  if (!origin) return null
  const all = [...origin.members, ...members.map(String)]
  if (all.includes('[]')) return null
  // What a route gets is `props.params.id`.
  if (origin.root === 'props' && all[0] === 'params' && all[1] !== undefined)
    return { root: `param:${all[1]}`, members: all.slice(2) }
  return { root: origin.root, members: all }
}

/** `` `${id}` `` is id as text. */
function ofTemplate(search: Search, node: ts.TemplateExpression, depth: number): Origin | null {
  const [span, more] = node.templateSpans
  const isBare = span && !more && node.head.text === '' && span.literal.text === ''
  return isBare ? originOf(search, span.expression, depth + 1) : null
}

function ofName(search: Search, model: FileModel, name: ts.Identifier, depth: number): Origin | null {
  const constant = constantOf(search.graph, name)
  if (constant && typeof constant.value === 'string') return { root: `"${constant.value}"`, members: [] }
  const binding = bindingOf(model, name)
  if (!binding || isChanged(model, name)) return null
  if (binding.kind === 'variable') {
    const { initializer } = binding.declaration
    return initializer ? member(originOf(search, initializer, depth + 1), binding.path) : null
  }
  if (binding.kind === 'parameter') return ofParameter(search, binding, depth)
  if (binding.kind === 'value') return null
  const unit = model.referenceAt(name)?.path.root
  if (unit && isUnit(unit)) return { root: unit.id, members: [] }
  return unit ? { root: `${unit.specifier}#${unit.name}`, members: [] } : null
}

function ofParameter(search: Search, binding: ParameterBinding, depth: number): Origin | null {
  if (search.route.isEntry(binding.function))
    return binding.index === 0 ? member({ root: 'props', members: [] }, binding.path) : null
  const given = callersOf(search, binding)
  if (given === null) return own(binding)
  const origins = given.map((one) => member(originOf(search, one.node, depth + 1), one.path))
  const [first] = origins
  return first && origins.every((origin) => origin && sameOrigin(origin, first)) ? first : null
}

/** A parameter of the function that is asked about stands for itself. */
function own({ function: node, index, path }: ParameterBinding): Origin | null {
  const root = `${node.getSourceFile().fileName}#${node.pos}(${index})`
  return member({ root, members: [] }, path)
}

/** What callers on the route hand to a parameter; null where none of them is. */
function callersOf(
  search: Search,
  { function: node, index, path }: ParameterBinding,
): { node: ts.Expression; path: Key[] }[] | null {
  const { graph, route } = search
  const model = graph.model(node.getSourceFile().fileName)
  const unit = model?.units.find((one) => one.node === node)
  if (!unit) return null
  const given: { node: ts.Expression; path: Key[] }[] = []
  for (const { reference } of arrowsTo(graph, unit)) {
    if (!route.files.has(reference.from.file)) continue
    const { parent } = dressed(reference.node)
    if (parent && ts.isCallExpression(parent)) {
      const argument = parent.arguments[index]
      if (argument && !ts.isSpreadElement(argument)) given.push({ node: argument, path })
    }
    if (parent && (ts.isJsxOpeningElement(parent) || ts.isJsxSelfClosingElement(parent))) {
      const value = attribute(parent, path[0])
      if (value) given.push({ node: value, path: path.slice(1) })
    }
  }
  return given.length > 0 ? given : null
}

/** Calls of a function, also through `cache(fn)` and other names for it. */
function arrowsTo(graph: Graph, unit: Unit): ReturnType<Graph['arrows']> {
  const direct = graph.arrows(unit)
  const parent = unit.node && dressed(unit.node).parent
  const isWrapped = !!parent && ts.isCallExpression(parent)
  return isWrapped && unit.parent && unit.parent.kind === 'value'
    ? [...direct, ...graph.arrows(unit.parent)]
    : direct
}

function attribute(
  element: ts.JsxOpeningElement | ts.JsxSelfClosingElement,
  name: Key | undefined,
): ts.Expression | null {
  for (const one of element.attributes.properties) {
    if (!ts.isJsxAttribute(one) || one.name.getText() !== name) continue
    const { initializer } = one
    if (initializer && ts.isStringLiteral(initializer)) return initializer
    return initializer && ts.isJsxExpression(initializer) ? (initializer.expression ?? null) : null
  }
  return null
}

/** `String(id)` is id; `use(params)` is params; a function that returns one value is that value. */
function ofCall(search: Search, model: FileModel, node: ts.CallExpression, depth: number): Origin | null {
  const callee = bare(node.expression)
  const [first] = node.arguments
  if (ts.isIdentifier(callee) && first && /^(?:String|use)$/.test(callee.text))
    return originOf(search, first, depth + 1)
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'toString')
    return originOf(search, callee.expression, depth + 1)
  const path = model.referenceAt(node.expression)?.path
  if (!path) return null
  const landing = land(search.graph, path, model.file)
  const called = landing?.exact ? landing.unit : null
  if (called?.node && isFunction(called.node)) return ofFunction(search, called.node, node, called.id, depth)
  if (isUnit(path.root)) return null
  const given = givenText(search, node, depth)
  return given === null
    ? null
    : { root: `${path.root.specifier}#${path.root.name}.${path.members.join('.')}(${given})`, members: [] }
}

function ofFunction(
  search: Search,
  called: FunctionNode,
  node: ts.CallExpression,
  id: string,
  depth: number,
): Origin | null {
  const [returned, more] = returnExpressions(called)
  const inner =
    returned && !more && called.parameters.length === 0 ? originOf(search, returned, depth + 1) : null
  if (inner) return inner
  const given = givenText(search, node, depth)
  return given === null ? null : { root: `${id}(${given})`, members: [] }
}

/** Calls with the same arguments give the same in one request. */
function givenText(search: Search, node: ts.CallExpression, depth: number): string | null {
  const texts = node.arguments.map((argument) => {
    const origin = originOf(search, argument, depth + 1)
    return origin && [origin.root, ...origin.members].join('.')
  })
  return texts.every((text) => text !== null) ? texts.join() : null
}
