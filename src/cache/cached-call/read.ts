import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { isFunction } from '../../graph/syntax.js'
import type { CallSite } from '../call-sites.js'
import { keysOf, readOptions } from './options.js'
import { positionOf } from './position.js'
import type { CachedCall, Callback, Wrapper } from './types.js'

/**
 * Reads one call of `unstable_cache`, or of a wrapper that hands its arguments on; null where it is no call.
 *
 * @param wrapper the wrapper that is called, null for `unstable_cache` itself
 */
export function readCachedCall(graph: Graph, site: CallSite, wrapper: Wrapper | null): CachedCall | null {
  const model = graph.model(site.file)
  if (!model || site.shape !== 'call' || !ts.isCallExpression(site.node)) return null
  const call = site.node
  const [callback, keys, options] = call.arguments
  return {
    site,
    model,
    call,
    wrapper,
    callback: callbackOf(callback),
    keys: keysOf(graph, model, keys),
    ...readOptions(graph, model, options),
    position: positionOf(model, call),
    enclosing: enclosingFunction(call),
  }
}

function callbackOf(given: ts.Expression | undefined): Callback {
  const node = given && plain(given)
  if (!node || ts.isSpreadElement(node)) return { kind: 'other', node: null }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { kind: 'inline', node }
  return isName(node) ? { kind: 'reference', node } : { kind: 'other', node }
}

/** Without parentheses and casts, which say nothing about what runs. */
function plain(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
    return plain(node.expression)
  return ts.isAsExpression(node) ? plain(node.expression) : node
}

/** `getUser`, `service.getUser`. */
function isName(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return isName(node.expression)
  return ts.isIdentifier(node)
}

export function enclosingFunction(node: ts.Node): ts.FunctionLikeDeclaration | null {
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) return current
  return null
}

/** Whether the use stands in a callback of another one, where converting both would tear the text apart. */
export function standsIn(inner: CachedCall, outer: CachedCall): boolean {
  const { callback } = outer
  return (
    inner !== outer &&
    inner.model === outer.model &&
    callback.kind === 'inline' &&
    inner.call.pos >= callback.node.pos &&
    inner.call.end <= callback.node.end
  )
}
