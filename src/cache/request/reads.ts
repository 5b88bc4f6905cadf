import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { eachChild, functionDirective, isFunction } from '../../graph/syntax.js'
import { follow } from '../values/follow.js'
import { lookFrom, type Place } from '../values/place.js'
import { functionsOf } from './calls.js'
import { sourceOf } from './sources.js'
import { stepAt, symbolOf } from './trail.js'
import type { RequestOrigin } from './types.js'

/** A search through this many functions is no longer about one cached function. */
const maxFunctions = 600

/** Answers of earlier questions, by function. */
export type Reads = Map<ts.Node, RequestOrigin | null>

/** Whether running a node reads the request; steps lead from the reading back to the node. */
export function readsRequest(graph: Graph, known: Reads, node: ts.Node): RequestOrigin | null {
  const visited = new Set<ts.Node>()
  const start = isFunction(node) ? node : namedFunction(graph, node)
  const found = visit(graph, known, visited, start)
  // Where nothing was found at all, nothing that was looked at reads the request.
  if (!found && visited.size <= maxFunctions) for (const one of visited) known.set(one, null)
  return found
}

/** What a name stands for, where that is a function. */
function namedFunction(graph: Graph, node: ts.Node): ts.Node {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return node
  const [fn] = functionsOf(lookFrom(graph, node), follow(lookFrom(graph, node), { node, frame: null }))
  return fn?.node ?? node
}

function visit(graph: Graph, known: Reads, visited: Set<ts.Node>, start: ts.Node): RequestOrigin | null {
  const answer = known.get(start)
  if (answer !== undefined) return answer
  if (visited.has(start) || visited.size > maxFunctions) return null
  visited.add(start)
  const later: { fn: ts.Node; at: ts.Node; symbol: string }[] = []
  let found: RequestOrigin | null = null
  const walk = (node: ts.Node): void => {
    if (found || ts.isTypeNode(node)) return
    // A Server Action that is made here runs later, on its own.
    if (node !== start && isFunction(node) && functionDirective(node) === 'use server') return
    for (const { place, at, symbol, isCall } of runBy(graph, node)) {
      const source = isCall && place.external ? sourceOf(place.external) : null
      if (source) {
        found = { source, steps: [stepAt(at, `${symbol}()`)] }
        return
      }
      for (const fn of functionsOf(lookFrom(graph, node), place)) later.push({ fn: fn.node, at, symbol })
    }
    eachChild(node, walk)
  }
  walk(start)
  for (const { fn, at, symbol } of later) {
    if (found) break
    const inner = fn === start ? null : visit(graph, known, visited, fn)
    if (inner) found = { ...inner, steps: [...inner.steps, stepAt(at, symbol)] }
  }
  if (found) known.set(start, found)
  return found
}

interface Run {
  place: Place
  at: ts.Node
  symbol: string
  isCall: boolean
}

/** What a node runs: the callee of a call, functions that it hands on by name, the component of an element. */
function runBy(graph: Graph, node: ts.Node): Run[] {
  const run = (expression: ts.Node, isCall: boolean): Run => ({
    place: follow(lookFrom(graph, node), { node: expression, frame: null }),
    at: node,
    symbol: symbolOf(expression),
    isCall,
  })
  if (ts.isCallExpression(node)) {
    const handed = node.arguments.filter(
      (argument) => ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument),
    )
    return [run(node.expression, true), ...handed.map((argument) => run(argument, false))]
  }
  if (ts.isNewExpression(node)) {
    const made = run(node.expression, true)
    const own = ts.isClassLike(made.place.node)
      ? made.place.node.members.find((member) => ts.isConstructorDeclaration(member))
      : undefined
    return own ? [{ ...made, place: { node: own, frame: null } }] : []
  }
  return ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node) ? [run(node.tagName, true)] : []
}
