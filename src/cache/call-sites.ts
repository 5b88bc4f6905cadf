import { ts } from '@ts-morph/common'
import type { Graph } from '../graph/graph.js'
import { type CacheApi, isDeepNextCache } from '../graph/next-cache.js'
import { bare, dressed, importedBy, lineOf } from '../graph/syntax.js'
import { type FileModel, isUnit, type Reference, type Unit } from '../graph/types.js'
import type { Range } from '../plan/types.js'

/**
 * How a cache API is used. `call`: `revalidateTag(x)`; `callback`: `tags.forEach(revalidateTag)`; `injected`: handed to
 * other code, or the type of what is handed in; `stored`: kept under another name; `reexport`: `export { x } from`.
 */
export type Shape = 'call' | 'callback' | 'injected' | 'stored' | 'reexport'

export interface Argument extends Range {
  text: string
  spread: boolean
  node: ts.Expression
}

/** One use of an API of next/cache, resolved by binding. */
export interface CallSite extends Range {
  api: CacheApi
  shape: Shape
  file: string
  /** 1-based. */
  line: number
  /** 1-based, UTF-16 code units. */
  column: number
  /** Source text of the call, or of the reference. */
  text: string
  arguments: Argument[]
  /** The identifier that names the API (`revalidateTag` in `cache.revalidateTag`). */
  name: Range
  /** True when the call is a statement of its own (or awaited as one). */
  statement: boolean
  /** True when the name comes from a module of the project that exports the API again. */
  viaBarrel: boolean
  /** True when it comes from a path below next/dist. */
  deep: boolean
  /** The unit in which it stands. */
  owner: Unit
  node: ts.Node
}

/** Every use of one API in the tree, in the order of files and positions. */
export function callSites(graph: Graph, api: CacheApi): CallSite[] {
  const unit = graph.api(api)
  if (!unit) return []
  const found = new Map<ts.Node, CallSite>()
  for (const use of referencesTo(graph, unit)) {
    const model = graph.model(use.reference.from.file)
    const site = model ? siteOf(model, use, api) : null
    if (!site) continue
    const known = found.get(site.node)
    // A call is also a chain in value position; the call says more.
    if (!known || (known.shape !== 'call' && known.shape !== 'callback')) found.set(site.node, site)
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
}

interface Use {
  reference: Reference
  viaBarrel: boolean
  /** False for `revalidateTag.bind`, and where the whole module is handed on. */
  exact: boolean
}

/** References to a unit, also by the names under which project modules export it again. */
function referencesTo(graph: Graph, unit: Unit, viaBarrel = false, seen = new Set<Unit>()): Use[] {
  if (seen.has(unit)) return []
  seen.add(unit)
  return graph.arrows(unit).flatMap(({ reference, exact }) => {
    const use = { reference, viaBarrel, exact }
    return isReexport(reference) ? [use, ...referencesTo(graph, reference.from, true, seen)] : [use]
  })
}

function isReexport({ how, from, node }: Reference): boolean {
  return how === 'alias' && (from.node === null || isExportSpecifier(node))
}

function isExportSpecifier(node: ts.Node): boolean {
  return [node, node.parent].some(
    (found) => !!found && (ts.isExportSpecifier(found) || ts.isExportAssignment(found)),
  )
}

function siteOf(model: FileModel, { reference, viaBarrel, exact }: Use, api: CacheApi): CallSite | null {
  const { source } = model
  const { node, from, how } = reference
  if (!exact && isResult(reference)) return null
  const outer = dressed(node)
  const call =
    how === 'call' && ts.isCallExpression(outer.parent) && outer.parent.expression === outer
      ? outer.parent
      : null
  const shape = exact && !isIndirect(node) ? shapeOf(model, reference, call) : 'stored'
  if (shape === null) return null
  const whole = call ?? node
  const start = whole.getStart(source)
  const { character } = source.getLineAndCharacterOfPosition(start)
  const named = lastName(node)
  return {
    api,
    shape,
    file: model.file,
    start,
    end: whole.end,
    line: lineOf(source, start),
    column: character + 1,
    text: source.text.slice(start, whole.end),
    arguments: call ? call.arguments.map((argument) => argumentOf(source, argument)) : [],
    name: { start: named.getStart(source), end: named.end },
    statement: call !== null && ts.isExpressionStatement(dressed(call).parent),
    viaBarrel,
    deep: 'specifier' in reference.path.root && isDeepNextCache(reference.path.root.specifier),
    owner: from,
    node: whole,
  }
}

/** `unstable_cache(load)()`: what a call gives is another thing than what was called, which has a reference of its own. */
function isResult({ path: { root, members } }: Reference): boolean {
  // `const { unstable_cache } = require('next/cache')` makes a unit of its own.
  const isImported = !isUnit(root) || (root.alias !== null && !isUnit(root.alias.root))
  return isImported && members.includes('()')
}

/** `revalidateTag.call(null, tag)`: the arguments are not those of the API. */
function isIndirect(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && /^(?:bind|call|apply)$/.test(node.name.text)
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

function shapeOf(model: FileModel, reference: Reference, call: ts.CallExpression | null): Shape | null {
  const { how, node } = reference
  if (how === 'type') return isTypeOfInjected(node) ? 'injected' : null
  if (isReexport(reference)) return 'reexport'
  if (call) return isDirectName(model, node) ? 'call' : 'stored'
  if (isIterationCallback(node) && isDirectName(model, node)) return 'callback'
  return isHandedOn(node) ? 'injected' : 'stored'
}

/** `constructor(private expire: typeof revalidateTag)`; a type that only mentions the function calls nothing. */
function isTypeOfInjected(node: ts.Node): boolean {
  for (let holder = node.parent; ts.isTypeNode(holder) || ts.isTypeElement(holder); holder = holder.parent) {
    if (ts.isParameter(holder.parent) || ts.isPropertyDeclaration(holder.parent)) return true
  }
  return false
}

/** An argument, also inside an object: whoever gets it calls it. */
function isHandedOn(node: ts.Node): boolean {
  let value = dressed(node)
  while (ts.isPropertyAssignment(value.parent) || ts.isShorthandPropertyAssignment(value.parent)) {
    value = dressed(value.parent.parent)
  }
  const { parent } = value
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== value
}

/** `tags.forEach(revalidateTag)`, `tags.map(revalidateTag)`. */
function isIterationCallback(node: ts.Node): boolean {
  const argument = dressed(node)
  const call = argument.parent
  if (!ts.isCallExpression(call) || call.arguments[0] !== argument) return false
  const callee = call.expression
  return ts.isPropertyAccessExpression(callee) && ['forEach', 'map'].includes(callee.name.text)
}

/** Whether the name comes straight from an import, `require` or `import()`, not from a variable in between. */
function isDirectName(model: FileModel, node: ts.Node): boolean {
  let root = bare(node as ts.Expression)
  while (ts.isPropertyAccessExpression(root)) root = bare(root.expression)
  if (ts.isCallExpression(root)) return importedBy(root) !== null
  if (!ts.isIdentifier(root)) return false
  const declaration = model.declarationOf(root)
  if (declaration?.kind === 'import') return true
  if (declaration?.kind === 'unit') {
    const alias = declaration.unit.node
    return !!alias && ts.isExpression(alias) && isImportCall(alias)
  }
  return declaration?.kind === 'alias' && isImportCall(declaration.of)
}

function isImportCall(expression: ts.Expression): boolean {
  const call = bare(expression)
  return ts.isCallExpression(call) && importedBy(call) !== null
}

function lastName(node: ts.Node): ts.Node {
  if (ts.isExportSpecifier(node)) return node.propertyName ?? node.name
  const inner = ts.isExpression(node) ? bare(node) : node
  return ts.isPropertyAccessExpression(inner) ? inner.name : inner
}
