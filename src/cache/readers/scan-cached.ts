import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { isFunction } from '../../graph/syntax.js'
import type { FileModel, Unit } from '../../graph/types.js'
import { argumentsOf, follow } from '../values/follow.js'
import { type Frame, lookFrom } from '../values/place.js'
import { isParameter } from './given.js'
import { nodeIndex } from './index-file.js'
import { outermostFunction } from './positions.js'
import { unstableCacheRead } from './reads.js'
import { emptyRegion, type OpenEntry, type Region } from './region.js'

/** The scan of one unit in progress, as far as entries of `unstable_cache` need it. */
export interface Scanning {
  graph: Graph
  model: FileModel
  start: Unit
  /** Callbacks that a cached function owns: the code around them does not run them. */
  claimed: Set<ts.Node>
  walkChildren(node: ts.Node, region: Region, sure: boolean): void
  edges(node: ts.Node, region: Region, sure: boolean): void
}

/** Notes the entry of an `unstable_cache(...)`, or that the function around it is a wrapper of it. */
export function noteCachedCall(scanning: Scanning, node: ts.CallExpression, region: Region): void {
  const { graph, model, start } = scanning
  const [callback, , options] = node.arguments
  const name = nameFor(node, start)
  const of = outermostFunction(node, start.node ?? node)
  if (of && callback && isGivenFunction(scanning, callback, of)) {
    region.wrappers.push({
      of,
      callback,
      read: (frame, at, own) => unstableCacheRead(graph, { node, options, frame, at, name: own }).read,
    })
    return
  }
  const { read } = unstableCacheRead(graph, { node, options, frame: null, at: null, name })
  const inside = emptyRegion(model.file)
  region.entries.push({ read, inside })
  if (callback)
    fill(scanning, inside, follow(lookFrom(graph, node), { node: callback, frame: null }).node, callback)
}

/** Whether a callback is a parameter of the function around it, or does nothing but call one. */
function isGivenFunction({ graph, model }: Scanning, callback: ts.Expression, of: ts.Node): boolean {
  const look = lookFrom(graph, callback)
  if (isParameter(look, { node: callback, frame: null })) return true
  if (!isFunction(callback)) return false
  const visit = (node: ts.Node): boolean => {
    const callee = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression : null
    if (callee && model.scopeOf(callee) === of && isParameter(look, { node: callee, frame: null }))
      return true
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
  }
  return visit(callback)
}

/** What runs when an entry is filled: the code of the callback where it stands here, else what it names. */
function fill(scanning: Scanning, inside: Region, callback: ts.Node, written: ts.Node): void {
  const { graph, model, start, claimed, walkChildren, edges } = scanning
  const own = [callback, written].find(isFunction)
  if (own && own.getSourceFile() === model.source && contains(start.node, own)) {
    claimed.add(own)
    walkChildren(own, inside, true)
    return
  }
  claimed.add(written)
  const unit = isFunction(callback) ? unitOf(graph, callback) : null
  if (unit) inside.edges.push({ unit, how: 'call', sure: true, line: unit.line, call: null })
  else walkChildren(written, inside, true)
  edges(written, inside, true)
}

/** Notes the entry that a call of a wrapper makes. */
export function noteWrapped(
  scanning: Scanning,
  { of, callback, read }: OpenEntry,
  node: ts.CallExpression,
  region: Region,
): void {
  const frame: Frame = { of, given: argumentsOf(node, null), outer: null, depth: 1 }
  const inside = emptyRegion(region.file)
  region.entries.push({ read: read(frame, node, nameFor(node, scanning.start)), inside })
  const given = isFunction(callback)
    ? node.arguments.find((argument) => isFunction(argument))
    : follow(lookFrom(scanning.graph, node), { node: callback, frame }).node
  if (given) fill(scanning, inside, given, given)
}

function nameFor(node: ts.Node, start: Unit): string {
  for (let current = node.parent; current && current !== start.node?.parent; current = current.parent)
    if (ts.isVariableDeclaration(current) && ts.isIdentifier(current.name)) return current.name.text
  return start.name
}

function contains(outer: ts.Node | null, inner: ts.Node): boolean {
  return outer !== null && inner.pos >= outer.pos && inner.end <= outer.end
}

function unitOf(graph: Graph, node: ts.Node): Unit | null {
  const model = graph.model(node.getSourceFile().fileName)
  return (model && nodeIndex(model).unitAt(node)) ?? null
}

export function mentionsCache(graph: Graph, file: string): boolean {
  return graph.model(file)?.source.text.includes('unstable_cache') ?? false
}
