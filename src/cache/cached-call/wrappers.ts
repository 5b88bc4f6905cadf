import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { bare, lineOf } from '../../graph/syntax.js'
import type { FileModel, Unit } from '../../graph/types.js'
import { outermost } from '../../graph/units.js'
import type { Argument, CallSite } from '../call-sites.js'
import type { CachedCall, Wrapper } from './types.js'

/** A function of the project that hands its own callback to `unstable_cache`. */
export interface FoundWrapper {
  unit: Unit
  /** Null where it does more than hand its parameters on. */
  transparent: Wrapper | null
}

/**
 * The wrapper that a use stands in: its callback is a parameter of the function around it. Null for any other use.
 */
export function wrapperOf(cached: CachedCall): FoundWrapper | null {
  const { model, enclosing, callback } = cached
  const given = callback.node
  if (!enclosing || !given || !usesParameter(model, given, enclosing)) return null
  const unit = model.units.find(({ node }) => node === enclosing)
  if (!unit) return null
  return { unit: outermost(unit), transparent: transparentWrapper(cached, enclosing, outermost(unit)) }
}

/** Whether the callback is, or calls, a function that came in as a parameter. */
function usesParameter(
  model: FileModel,
  given: ts.Expression,
  enclosing: ts.FunctionLikeDeclaration,
): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && model.scopeOf(node) === enclosing) {
      if ((isCalled(node) || node === given) && isParameter(enclosing, node.text)) found = true
    }
    if (!found) ts.forEachChild(node, visit)
  }
  visit(localFunction(model, given) ?? given)
  return found
}

/** `const wrap = async () => fn()` in the function around it, handed on by name. */
function localFunction(model: FileModel, given: ts.Expression): ts.Node | null {
  const declaration = ts.isIdentifier(given) ? model.declarationOf(given) : null
  const unit = declaration?.kind === 'unit' ? declaration.unit : null
  return unit?.kind === 'function' && unit.parent?.kind === 'function' ? unit.node : null
}

/** `fn()` and `options.fn()`. */
function isCalled(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isCallExpression(parent)) return parent.expression === node
  const isFunctionMember =
    ts.isPropertyAccessExpression(parent) &&
    /^(?:fn|func|function|callback|cb|fetcher|loader|query|queryFn)$/.test(parent.name.text)
  return isFunctionMember && ts.isCallExpression(parent.parent) && parent.parent.expression === parent
}

function isParameter(enclosing: ts.FunctionLikeDeclaration, name: string): boolean {
  return enclosing.parameters.some(({ name: own }) => ts.isIdentifier(own) && own.text === name)
}

/** `(callback, keys, options) => cache(unstable_cache(callback, keys, options))`, and nothing else. */
function transparentWrapper(
  { site, call }: CachedCall,
  enclosing: ts.FunctionLikeDeclaration,
  unit: Unit,
): Wrapper | null {
  const names = enclosing.parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : null))
  const isHandedOn = call.arguments.every(
    (argument, index) => ts.isIdentifier(argument) && argument.text === names[index],
  )
  if (!isHandedOn || names.length !== call.arguments.length) return null
  const result = returned(enclosing)
  if (!result) return null
  const inner = bare(result)
  if (inner === call) return { name: unit.name, site, memoised: false }
  const isMemo =
    ts.isCallExpression(inner) && inner.expression.getText() === 'cache' && inner.arguments[0] === call
  return isMemo ? { name: unit.name, site, memoised: true } : null
}

function returned({ body }: ts.FunctionLikeDeclaration): ts.Expression | null {
  if (!body) return null
  if (!ts.isBlock(body)) return body as ts.Expression
  const [statement, more] = body.statements
  return statement && !more && ts.isReturnStatement(statement) ? (statement.expression ?? null) : null
}

/** The calls of a wrapper, as call sites of `unstable_cache` that go through it. */
export function wrapperCalls(graph: Graph, { unit, transparent }: FoundWrapper): CallSite[] {
  if (!transparent) return []
  const found = new Map<ts.Node, CallSite>()
  for (const { reference, exact } of graph.arrows(unit)) {
    const call = reference.node.parent
    if (!exact || reference.how !== 'call' || !call || !ts.isCallExpression(call)) continue
    if (call.expression !== reference.node) continue
    found.set(call, siteOf(call, reference.from))
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
}

function siteOf(call: ts.CallExpression, owner: Unit): CallSite {
  const source = call.getSourceFile()
  const start = call.getStart(source)
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression
  return {
    api: 'unstable_cache',
    shape: 'call',
    file: owner.file,
    start,
    end: call.end,
    line: lineOf(source, start),
    column: source.getLineAndCharacterOfPosition(start).character + 1,
    text: source.text.slice(start, call.end),
    arguments: call.arguments.map((node) => argumentOf(source, node)),
    name: { start: name.getStart(source), end: name.end },
    statement: false,
    viaBarrel: true,
    deep: false,
    owner,
    node: call,
  }
}

function argumentOf(source: ts.SourceFile, node: ts.Expression): Argument {
  const start = node.getStart(source)
  return {
    start,
    end: node.end,
    text: source.text.slice(start, node.end),
    spread: ts.isSpreadElement(node),
    node,
  }
}
