import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { targets } from '../../graph/resolve/targets.js'
import { dressed, importedBy, isFunction, lineOf } from '../../graph/syntax.js'
import { type FileModel, isUnit, type Path, type Unit } from '../../graph/types.js'
import { calleeOf, noteExternal } from './calls.js'
import { createClients } from './clients.js'
import { nodeIndex } from './index-file.js'
import { packageOf } from './packages.js'
import { eachRun, outermostFunction } from './positions.js'
import { fetchMark, fetchRead, readAt } from './reads.js'
import { type Edge, emptyRegion, type Region } from './region.js'
import { mentionsCache, noteCachedCall, noteWrapped, type Scanning } from './scan-cached.js'

const maxNames = 10

/** What the code of a unit does, remembered: many routes share it. */
export type Scan = (unit: Unit) => Region

export function createScan(graph: Graph): Scan {
  const regions = new Map<Unit, Region>()
  const clientOf = createClients(graph)

  const scan: Scan = (unit) => {
    const known = regions.get(unit)
    if (known) return known
    const region = emptyRegion(unit.file, unit.node)
    regions.set(unit, region)
    const model = graph.model(unit.file)
    if (!model) return region
    if (!unit.node || ts.isExportSpecifier(unit.node) || ts.isNamespaceExport(unit.node)) {
      if (unit.alias)
        for (const target of targets(graph, unit.alias, unit.file, 'alias'))
          region.edges.push({ unit: target.unit, how: 'alias', sure: true, line: unit.line, call: null })
      return region
    }
    const body = isCached(model, unit) ? cachedBody(region, unit) : region
    walker(model, unit).walk(unit.node, body, true)
    return region
  }

  /** The inside of a `'use cache'` function; the entry is noted in the region around it. */
  const cachedBody = (region: Region, unit: Unit): Region => {
    const inside = emptyRegion(unit.file)
    region.entries.push({ read: readAt(unit.node as ts.Node, 'use-cache', unit.name, unit), inside })
    return inside
  }

  const walker = (model: FileModel, start: Unit) => {
    const index = nodeIndex(model)
    /** Callbacks that a cached function owns. */
    const claimed = new Set<ts.Node>()

    const walk = (node: ts.Node, region: Region, sure: boolean): void => {
      if (ts.isTypeNode(node) || claimed.has(node)) return
      const unit = index.unitAt(node)
      if (unit && unit !== start && node !== start.node) {
        if (!unit.nested || unit.directive === 'use server') return
        if (unit.directive === 'use cache') return walkChildren(node, cachedBody(region, unit), true)
      }
      if (ts.isCallExpression(node)) call(node, region, sure)
      if (ts.isTaggedTemplateExpression(node)) tagged(node, region)
      if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) element(node, region)
      edges(node, region, sure)
      walkChildren(node, region, sure && !(isFunction(node) && unit !== start && isCallback(node, start)))
    }
    const walkChildren = (node: ts.Node, region: Region, sure: boolean): void =>
      eachRun(node, (child, runs) => walk(child, region, sure && runs))

    const edges = (node: ts.Node, region: Region, sure: boolean): void => {
      for (const { path, how, line, from } of index.referencesAt(node)) {
        if (how === 'type' || how === 'extends' || isCaller(node)) continue
        const { parent } = dressed(node)
        const isCallee = how === 'call' && ts.isCallExpression(parent) && parent.expression === dressed(node)
        for (const { unit: named, exact } of targets(graph, path, from.file, how)) {
          const unit = behindNames(graph, named)
          if (unit.kind === 'api' || unit === start) continue
          const used = isBind(path) ? 'value' : how
          const edge: Edge = { unit, how: used, sure, line, call: isCallee && exact ? parent : null }
          region.edges.push(edge)
        }
      }
    }

    const call = (node: ts.CallExpression, region: Region, sure: boolean): void => {
      const at = { file: model.file, line: lineOf(model.source, node.getStart(model.source)) }
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        if (importedBy(node) === null)
          region.gaps.push({ ...at, why: 'it imports a file by a computed name' })
        return
      }
      if (isCaller(node.expression))
        region.gaps.push({ ...at, why: 'what a router calls for it cannot be followed' })
      const callee = calleeOf(graph, clientOf, model, node.expression)
      if (callee.kind === 'fetch') fetched(node, region, sure)
      else if (callee.kind === 'api') api(callee.name, node, region, sure, at)
      else if (callee.kind === 'unit' && mentionsCache(graph, callee.unit.file))
        for (const wrapper of scan(callee.unit).wrappers) noteWrapped(scanning, wrapper, node, region)
      else if (callee.kind !== 'unit') noteExternal(graph, region, node, callee, sure)
    }

    const fetched = (node: ts.CallExpression, region: Region, sure: boolean): void => {
      const options = node.arguments[1]
      const made = fetchRead(graph, { node, options, frame: null, at: null })
      const of = made.open ? outermostFunction(node, start.node ?? node) : null
      if (of)
        region.open.push({
          of,
          read: (frame, at) => fetchRead(graph, { node, options, frame, at }),
        })
      if (of) return
      region.reads.push(made.read)
      const mark = fetchMark(made, sure)
      if (mark) region.marks.push(mark)
    }

    const api = (
      name: string,
      node: ts.CallExpression,
      region: Region,
      sure: boolean,
      at: { file: string; line: number },
    ): void => {
      if (name === 'unstable_noStore') region.marks.push({ ...at, why: 'unstable_noStore()', sure })
      if (name === 'cacheTag' || name === 'unstable_cacheTag') region.tagCalls.push(node)
      if (name === 'cacheLife' || name === 'unstable_cacheLife') region.lifeCalls.push(node)
      if (name === 'unstable_cache') noteCachedCall(scanning, node, region)
    }

    const tagged = (node: ts.TaggedTemplateExpression, region: Region): void => {
      const callee = calleeOf(graph, clientOf, model, node.tag)
      const isData =
        callee.kind === 'client' ||
        (callee.kind === 'external' && /postgres|neon|pg|sql|prisma/i.test(callee.external.specifier))
      if (isData) region.reads.push(readAt(node, 'uncached', node.tag.getText()))
    }

    /** A component of a package that reads data itself. */
    const element = (node: ts.JsxOpeningLikeElement, region: Region): void => {
      for (const { path } of index.referencesAt(node.tagName)) {
        if (isUnit(path.root) || graph.resolveModule(path.root.specifier, model.file) !== null) continue
        const kind = packageOf(path.root)
        if (kind !== 'content' && kind !== 'database' && kind !== 'caller') continue
        const line = lineOf(model.source, node.getStart(model.source))
        region.gaps.push({
          file: model.file,
          line,
          why: `a component of ${path.root.specifier} may read data`,
        })
      }
    }

    const scanning: Scanning = { graph, model, start, claimed, walkChildren, edges }
    return { walk }
  }

  return scan
}

/** `save.bind(null, id)` hands the function on, nothing runs. */
function isBind({ members }: Path): boolean {
  return members.at(-1) === 'bind'
}

/** The unit behind names that export it again: a call of those is a call of it. */
function behindNames(graph: Graph, unit: Unit): Unit {
  let current = unit
  for (let depth = 0; depth < maxNames && current.alias; depth++) {
    const isName = !current.node || ts.isExportSpecifier(current.node) || ts.isIdentifier(current.node)
    const landing = isName ? land(graph, current.alias, current.file) : null
    if (!landing?.exact || landing.instance) break
    current = landing.unit
  }
  return current
}

/** A function that makes callers of an API: what those run, only the router knows. */
function isCaller(node: ts.Node): boolean {
  const { text } = node.getSourceFile()
  return (
    ts.isExpression(node) &&
    /\bcreateCaller(?:Factory)?$/.test(text.slice(Math.max(0, node.end - 24), node.end))
  )
}

/** All exports of a file with the directive are cached functions. */
function isCached(model: FileModel, unit: Unit): boolean {
  if (unit.directive === 'use cache') return true
  if (model.directive !== 'use cache' || unit.kind !== 'function' || unit.nested) return false
  return [...model.exports.values()].includes(unit)
}

/** Callbacks run as often as somebody calls them; the function that a value is made with runs with it. */
function isCallback(node: ts.Node, start: Unit): boolean {
  const { parent } = dressed(node)
  const isArgument = ts.isCallExpression(parent) && parent.expression !== dressed(node)
  return isArgument && !(start.kind === 'value' && dressed(parent) === dressed(start.node ?? parent))
}
