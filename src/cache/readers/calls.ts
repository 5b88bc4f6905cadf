import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { bare, lineOf } from '../../graph/syntax.js'
import type { FileModel, Unit } from '../../graph/types.js'
import { sourceOf } from '../request/sources.js'
import { follow } from '../values/follow.js'
import { type External, lookFrom } from '../values/place.js'
import type { Client } from './clients.js'
import { nodeIndex } from './index-file.js'
import { isRead, isSilent, packageOf } from './packages.js'
import { isAwaited, isInnerCall, isPassive, namesOf } from './positions.js'
import { fetchRead, readAt } from './reads.js'
import type { Region } from './region.js'

/** What a call means, as far as its callee tells. */
export type Callee =
  /** A function of the tree. */
  | { kind: 'unit'; unit: Unit }
  | { kind: 'api'; name: string }
  | { kind: 'fetch' }
  | { kind: 'external'; external: External }
  | { kind: 'client'; client: Client }
  | { kind: 'unknown' }

export function calleeOf(
  graph: Graph,
  clientOf: (unit: Unit) => Client | null,
  model: FileModel,
  callee: ts.Expression,
): Callee {
  const plain = bare(callee)
  if (isGlobalFetch(model, plain)) return { kind: 'fetch' }
  for (const { path, how } of nodeIndex(model).referencesAt(callee)) {
    if (how !== 'call' && how !== 'new') continue
    const landing = land(graph, path, model.file)
    if (landing?.exact && landing.unit.kind === 'api') return { kind: 'api', name: landing.unit.name }
    if (landing?.exact && landing.unit.kind === 'function') return { kind: 'unit', unit: landing.unit }
    const client = landing && !landing.exact ? clientOf(landing.unit) : null
    if (client) return { kind: 'client', client }
  }
  const { external } = follow(lookFrom(graph, callee), { node: callee, frame: null })
  return external ? { kind: 'external', external } : { kind: 'unknown' }
}

function isGlobalFetch(model: FileModel, node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.name.text === 'fetch' && /^(?:globalThis|global)$/.test(node.expression.getText())
  return ts.isIdentifier(node) && node.text === 'fetch' && model.declarationOf(node) === null
}

/** Notes what a call outside the tree reads, and whether it makes the page dynamic. */
export function noteExternal(
  graph: Graph,
  region: Region,
  node: ts.CallExpression,
  callee: Callee,
  sure: boolean,
): void {
  const at = { file: region.file, line: lineOf(node.getSourceFile(), node.getStart()) }
  if (isPassive(node)) return
  if (callee.kind === 'client') {
    if (!isInnerCall(node) && !isSilent(namesOf(node.expression)?.at(-1) ?? ''))
      noteRead(graph, region, node, callee.client.kind)
    return
  }
  if (callee.kind === 'unknown') {
    if (!isInnerCall(node) && isAwaited(node) && looksLikeData(node.expression))
      region.reads.push(readAt(node, 'uncached', node.expression.getText()))
    return
  }
  if (callee.kind !== 'external') return
  const { external } = callee
  const source = sourceOf(external)
  if (source === 'session')
    region.marks.push({ ...at, why: `a session of ${external.specifier}`, sure: sure && isAwaited(node) })
  else if (source) region.marks.push({ ...at, why: `${source}()`, sure })
  const kind = packageOf(external)
  if (kind === 'caller')
    region.gaps.push({ ...at, why: `${external.specifier} calls what cannot be followed` })
  if (isInnerCall(node)) return
  if (kind === 'request' && isAwaited(node) && source === null)
    region.marks.push({ ...at, why: `${external.specifier} may read the request`, sure: false })
  if (kind === 'other' && isAwaited(node)) {
    region.reads.push({ ...readAt(node, 'uncached', node.expression.getText()), cached: 'unknown' })
    region.marks.push({ ...at, why: `${external.specifier} may read the request`, sure: false })
  }
  if (isRead(kind, external)) noteRead(graph, region, node, kind)
}

/** SDKs take the options of `fetch` among their arguments. */
function noteRead(graph: Graph, region: Region, node: ts.CallExpression, kind: string): void {
  const options = node.arguments.find(isFetchOptions)
  if (kind === 'content' && options) {
    const { read } = fetchRead(graph, { node, options, frame: null, at: null })
    region.reads.push(read)
    return
  }
  const cached = kind === 'content' ? 'unknown' : false
  region.reads.push({ ...readAt(node, 'uncached', node.expression.getText()), cached })
}

function isFetchOptions(argument: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.some(({ name }) => name && /^(?:next|cache)$/.test(name.getText()))
  )
}

const dataName =
  /^(?:prisma|db|database|knex|supabase|mongo|sql|sanity|payload|convex|redis|repositor(?:y|ies)|\w*(?:Prisma|Db|Database|Supabase|Repository))$/

/** `ctx.prisma.post.findMany()`: nothing says where it comes from, but its name. */
function looksLikeData(callee: ts.Expression): boolean {
  return (
    namesOf(callee)
      ?.slice(0, -1)
      .some((name) => dataName.test(name)) ?? false
  )
}
