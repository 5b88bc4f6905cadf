import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { bare, eachChild, isFunction } from '../../graph/syntax.js'
import { makeFinding } from '../catalogue.js'
import type { Finding } from '../types.js'
import { runningAround } from './closures.js'
import type { Invalidation } from './invalidations.js'
import { navigationName, navigationOf, neverNavigates } from './navigation.js'
import { placeOf } from './place.js'

/**
 * redirect and its like, called in a `try` whose `catch` keeps what they throw, in a function that invalidates: the
 * cache is emptied, and nobody is sent on.
 */
export function swallowedRedirectFindings(graph: Graph, invalidations: readonly Invalidation[]): Finding[] {
  const functions = new Set(
    invalidations.flatMap(({ owner }) => {
      const around = runningAround(owner).filter(({ kind }) => kind === 'function')
      return around.at(-1)?.node ?? []
    }),
  )
  const found = new Map<ts.Node, Finding>()
  for (const node of functions) {
    if (neverNavigates(node.getSourceFile())) continue
    for (const call of callsInTry(node)) {
      const name = navigationOf(graph, call)
      const keeper = name === null ? null : keeperOf(graph, call)
      if (name !== null && keeper) found.set(call, findingAt(call, name, keeper))
    }
  }
  return [...found.values()]
}

function findingAt(call: ts.CallExpression, name: string, keeper: ts.CatchClause): Finding {
  const message = `${name} leaves by throwing, and the catch in line ${placeOf(keeper).line} does not throw it on: the cache is invalidated, but ${name} has no effect.`
  return makeFinding('redirect-swallowed', placeOf(call), { message })
}

function callsInTry(node: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (child: ts.Node, inside: boolean): void => {
    if (inside && ts.isCallExpression(child)) found.push(child)
    eachChild(child, (next) => visit(next, inside || (ts.isTryStatement(child) && next === child.tryBlock)))
  }
  visit(node, false)
  return found
}

/** The innermost `catch` that keeps what is thrown at a node; null where all throw it on, and where a closure throws it. */
function keeperOf(graph: Graph, call: ts.CallExpression): ts.CatchClause | null {
  for (let node: ts.Node = call; node.parent && !isFunction(node); node = node.parent) {
    const around = node.parent
    if (!ts.isTryStatement(around) || around.tryBlock !== node || !around.catchClause) continue
    if (!throwsOn(graph, around.catchClause) && !repeats(graph, around.catchClause, call))
      return around.catchClause
  }
  return null
}

/** `throw error`, `unstable_rethrow(error)`, a function of the tree that throws what it gets. */
function throwsOn(graph: Graph, clause: ts.CatchClause): boolean {
  const name = clause.variableDeclaration?.name
  if (!name || !ts.isIdentifier(name)) return false
  const isError = (node: ts.Expression): boolean => {
    const inner = bare(node)
    return ts.isIdentifier(inner) && inner.text === name.text
  }
  return contains(clause.block, (node) => {
    if (ts.isThrowStatement(node)) return isError(node.expression)
    return ts.isCallExpression(node) && node.arguments.some(isError) && rethrows(graph, node)
  })
}

function rethrows(graph: Graph, call: ts.CallExpression): boolean {
  if (/rethrow|Promise\.reject$/i.test(call.expression.getText())) return true
  if (navigationName(graph, call.expression) === 'unstable_rethrow') return true
  const file = call.getSourceFile().fileName
  const path = graph.model(file)?.referenceAt(call.expression)?.path
  const handler = path && land(graph, path, file)
  const body = handler?.exact ? handler.unit.node : null
  return !!body && contains(body, (node) => ts.isThrowStatement(node) || isRethrow(node))
}

function isRethrow(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /rethrow$/.test(node.expression.getText())
}

/** A catch that makes the same call again: nothing is lost. */
function repeats(graph: Graph, clause: ts.CatchClause, call: ts.CallExpression): boolean {
  const name = navigationOf(graph, call)
  const given = argumentText(call)
  return contains(
    clause.block,
    (node) => ts.isCallExpression(node) && navigationOf(graph, node) === name && argumentText(node) === given,
  )
}

/** Without white space, since the two calls may be indented differently. */
function argumentText({ arguments: given }: ts.CallExpression): string {
  return given.map((one) => one.getText().replace(/\s+/g, '')).join()
}

function contains(root: ts.Node, test: (node: ts.Node) => boolean): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    found ||= test(node)
    if (!found) eachChild(node, visit)
  }
  visit(root)
  return found
}
