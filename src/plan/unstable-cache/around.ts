import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import { listOf, sameText, wholeText } from '../../cache/values/index.js'
import type { Text } from '../../cache/values/types.js'
import type { Graph } from '../../graph/graph.js'
import type { Unit } from '../../graph/types.js'
import type { Tools } from './index.js'
import { cachedIn, entriesAround } from './nested.js'
import { type Refusal, refuse } from './refusals.js'

/**
 * Why an entry that runs inside of another one has to stay. A nested `unstable_cache` never reads its own entry, so
 * the outer one's tags refresh all of it; a `'use cache'` function does read its own (docs/next16.md, 9). Tags that
 * both have make no difference.
 */
export function innerEntryRefusal(
  tools: Tools,
  uses: readonly CachedCall[],
  inner: CachedCall,
): Refusal | null {
  const { graph } = tools.input
  const around: (CachedCall | Unit)[] = uses.filter(
    (outer) => outer !== inner && cachedIn(tools, uses, outer).includes(inner),
  )
  around.push(...entriesAround(tools, inner))
  const own = tagsOf(graph, inner)
  const other = around.find((outer) => !('site' in outer) || !isCovered(own, tagsOf(graph, outer)))
  if (!other) return null
  const { file, line } = 'site' in other ? other.site : other
  return refuse(
    'inner-entry',
    `it runs inside of the entry at ${file}:${line}, whose tags would no longer refresh what this one holds; give this one the same tags, or take the cache off one of the two`,
  )
}

/** Fixed tags; null where not all of them can be told. */
function tagsOf(graph: Graph, { tags }: CachedCall): Text[] | null {
  if (tags.kind === 'absent') return []
  if (tags.kind === 'unclear') return null
  const list = listOf(graph, tags.node)
  if (!list?.complete) return null
  const texts = list.items.map(({ texts: [text, more], complete }) => (complete && !more ? text : undefined))
  return texts.every((text) => text !== undefined) ? texts : null
}

/** Whether the inner entry carries every tag of the outer one, by its very text. */
function isCovered(own: Text[] | null, outer: Text[] | null): boolean {
  if (!own || !outer) return false
  return outer.every((tag) => wholeText(tag) !== null && own.some((one) => sameText(one, tag)))
}

/** `fetch(url, { next: { revalidate: 60 } })` and `false`: an entry of its own, which the tags around it do not reach. */
export function ownFetchOf(graph: Graph, call: ts.CallExpression): { tags: string[] } | null {
  const options = call.arguments[1]
  const model = graph.model(call.getSourceFile().fileName)
  const isFetch =
    ts.isIdentifier(call.expression) &&
    call.expression.text === 'fetch' &&
    model?.scopeOf(call.expression) === null
  const next = isFetch && options ? property(options, 'next') : null
  const revalidate = next && property(next, 'revalidate')
  if (!next || !revalidate) return null
  const isKept = revalidate.kind === ts.SyntaxKind.FalseKeyword || revalidate.getText() !== '0'
  const tags = property(next, 'tags')
  const list = tags && ts.isArrayLiteralExpression(tags) ? tags.elements.map((one) => one.getText()) : []
  return isKept ? { tags: list } : null
}

function property(node: ts.Expression, name: string): ts.Expression | null {
  if (!ts.isObjectLiteralExpression(node)) return null
  for (const one of node.properties)
    if (ts.isPropertyAssignment(one) && one.name.getText() === name) return one.initializer
  return null
}
