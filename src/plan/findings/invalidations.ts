import type { ts } from '@ts-morph/common'
import { type CallSite, callSites } from '../../cache/call-sites.js'
import type { Graph } from '../../graph/graph.js'
import type { CacheApi } from '../../graph/next-cache.js'
import { dressed, lineOf } from '../../graph/syntax.js'
import type { Reference, Unit } from '../../graph/types.js'
import { calledFor } from './closures.js'

/** What takes something out of the cache; `refresh` only renders again. */
export const invalidatingApis = [
  'revalidateTag',
  'updateTag',
  'revalidatePath',
  'unstable_expireTag',
  'unstable_expirePath',
] as const satisfies readonly CacheApi[]

/** A place that invalidates when it runs: a call of the API, or of a function of the tree that leads to one. */
export interface Invalidation {
  file: string
  /** 1-based. */
  line: number
  /** 1-based, UTF-16 code units. */
  column: number
  /** The call; for `tags.forEach(revalidateTag)` the reference. */
  node: ts.Node
  /** For people: `updateTag`, or `` `expirePosts` (updateTag in lib/posts.ts:4) ``. */
  what: string
  /** The unit in which it stands. */
  owner: Unit
}

/** Every such place of the tree: the calls of the API first, then what calls them, step by step upwards. */
export function invalidationsOf(graph: Graph): Invalidation[] {
  const found = invalidatingApis
    .flatMap((api) => callSites(graph, api))
    .filter(({ shape }) => shape === 'call' || shape === 'callback')
    .map((site) => ({ at: atSite(site), site }))
  const seen = new Set<Unit>()
  // The list grows while it is walked: a call of a function that invalidates is such a place itself.
  for (const { at, site } of found) {
    const called = calledFor(at.owner)
    if (!called) continue
    for (const reference of callsOf(graph, called, seen)) found.push({ at: atCall(reference, site), site })
  }
  return found.map(({ at }) => at)
}

/** Plain calls of a unit, also by the names under which modules export it again. Each unit is asked once. */
function callsOf(graph: Graph, unit: Unit, seen: Set<Unit>): Reference[] {
  if (seen.has(unit)) return []
  seen.add(unit)
  return graph.arrows(unit).flatMap(({ reference, exact }) => {
    if (!exact) return []
    if (reference.how === 'call') return [reference]
    const isName = reference.how === 'alias' && reference.from.kind !== 'function'
    return isName ? callsOf(graph, reference.from, seen) : []
  })
}

function atSite({ file, line, column, node, owner, api }: CallSite): Invalidation {
  return { file, line, column, node, owner, what: api }
}

function atCall({ node, from }: Reference, site: CallSite): Invalidation {
  const source = node.getSourceFile()
  const start = node.getStart(source)
  const { character } = source.getLineAndCharacterOfPosition(start)
  return {
    file: from.file,
    line: lineOf(source, start),
    column: character + 1,
    node: dressed(node).parent,
    what: `${shown(node)} (${site.api} in ${site.file}:${site.line})`,
    owner: from,
  }
}

function shown(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, '')
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}
