import { ts } from '@ts-morph/common'
import { bare, isFunction } from '../../graph/syntax.js'
import type { Key } from '../values/binding.js'
import { argumentsOf, follow, resultsOf } from '../values/follow.js'
import type { Frame, Look, Place } from '../values/place.js'
import { sourceOf } from './sources.js'
import { firstOf, further, type Search, startOf, symbolOf, type Trace } from './trail.js'

/** Whether the result of a call comes from the request. */
export function deriveCall(
  search: Search,
  node: ts.CallExpression,
  frame: Frame | null,
  members: readonly Key[],
): Trace | null {
  const { expression, arguments: given } = node
  const inner = (child: ts.Node, taken: readonly Key[] = []): Trace | null =>
    search.derive(search, { node: child, frame }, taken)
  const callee = follow(search, { node: expression, frame })
  const source = callee.external && sourceOf(callee.external)
  if (source && source !== 'connection') return startOf(source, node, `${symbolOf(expression)}()`)
  const [first] = given
  // The elements of `Promise.all([session(), posts()])` are told apart.
  if (first && /^Promise\.(?:all|allSettled|race|any|resolve)$/.test(expression.getText()))
    return inner(first, members)
  const functions = functionsOf(search, callee)
  const returned = firstOf(functions, (fn) =>
    firstOf(resultsOf(search, fn, argumentsOf(node, frame)) ?? [], (result) =>
      search.derive(search, result, members),
    ),
  )
  if (returned) return further(returned, node, symbolOf(expression))
  const receiver = ts.isPropertyAccessExpression(expression) ? inner(expression.expression) : null
  const handed = (argument: ts.Expression): Trace | null => {
    const origin = ofCallback(inner(argument), argument)
    // What a function of the tree fetches with a client was looked at above.
    return origin?.isClient && functions.length > 0 ? null : lookedUp(origin, expression)
  }
  return further(askedOf(receiver, expression) ?? firstOf(given, handed), node, symbolOf(expression))
}

const identity = /auth|user|session|claims|token|cookie|header/i

/** What a method gives: a part of what it is called on, but of a client only what says who the visitor is. */
function askedOf(receiver: Trace | null, callee: ts.Expression): Trace | null {
  if (!receiver?.isClient) return receiver
  return identity.test(membersIn(callee).join('.')) ? { ...receiver, isClient: false } : null
}

/** `['auth', 'getUser']` of `db.auth.getUser`; what stands before the last call does not belong to it. */
function membersIn(callee: ts.Expression): string[] {
  const members: string[] = []
  let chain = bare(callee)
  for (; ts.isPropertyAccessExpression(chain); chain = bare(chain.expression))
    members.unshift(chain.name.text)
  return members
}

// From the token to the visitor is one look-up; what a second one finds is data like any other.
const maxLookups = 1
const changesForm =
  /hash|digest|update|verify|decode|decrypt|encrypt|unseal|sign|parse|stringify|encode|escape|normali[sz]e|concat/i
const combines = new Set(
  'String Number Boolean atob btoa from fromEntries entries keys values assign freeze includes join push map filter'.split(
    ' ',
  ),
)
const makes = /^create[A-Z]/

/** What a callback gives becomes part of the result; it is not kept to be called later. */
function ofCallback(found: Trace | null, argument: ts.Expression): Trace | null {
  return found && isFunction(bare(argument)) ? { ...found, isClient: false } : found
}

/** What an unknown function makes of an argument: another form of it, or what it looks up with it. */
function lookedUp(argument: Trace | null, callee: ts.Expression): Trace | null {
  if (!argument || argument.isClient) return argument
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
  if (changesForm.test(name) || combines.has(name) || makes.test(name)) return argument
  return argument.lookups < maxLookups ? { ...argument, lookups: argument.lookups + 1 } : null
}

/** The functions that a call runs: the callee, or those that a wrapper such as `cache(fn)` of React was given. */
export function functionsOf(look: Look, callee: Place): Place[] {
  if (isFunction(callee.node)) return [callee]
  if (!ts.isCallExpression(callee.node)) return []
  return callee.node.arguments
    .map((argument) => follow(look, { node: argument, frame: callee.external ? null : callee.frame }))
    .filter(({ node }) => isFunction(node))
}
