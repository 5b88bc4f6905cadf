import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import type { Unit } from '../../graph/types.js'
import { lookFrom } from '../values/place.js'
import { openReads } from './open-reads.js'
import type { Entry, Region } from './region.js'
import type { Scan } from './scan.js'
import { addTag, type Tags, tagsAt } from './tags.js'
import type { Gap, Read } from './types.js'

/** A cached function with all its tags, and the entries that its filling reads beside it. */
export interface Filled {
  read: Read
  /** Cached reads inside it: they keep their old value when only the outer one is invalidated. */
  nested: Read[]
  gaps: Gap[]
}

/** What runs when an entry is filled; tags of what it reads reach a `'use cache'` entry too (docs/next16.md, interplay). */
export function createEntries(graph: Graph, scan: Scan): (entry: Entry) => Filled {
  const known = new Map<Entry, Filled>()

  const fill = (entry: Entry): Filled => {
    const found = known.get(entry)
    if (found) return found
    const filled: Filled = { read: entry.read, nested: [], gaps: [] }
    known.set(entry, filled)
    const isOuter = entry.read.kind === 'use-cache'
    const tags: Tags = { tags: [...entry.read.tags], complete: entry.read.complete, open: false }
    let life = entry.read.life
    for (const { region, called } of regionsIn(graph, scan, entry.inside)) {
      for (const call of region.tagCalls) addTags(graph, tags, call)
      for (const call of region.lifeCalls) life ??= call.arguments[0]?.getText() ?? null
      filled.gaps.push(...region.gaps)
      for (const read of [...region.reads, ...openReads(scan, region, called).map(({ read }) => read)]) {
        // A package may call cacheTag itself.
        if (isOuter && read.cached === 'unknown') tags.complete = false
        if (read.kind !== 'fetch' || !isOuter) continue
        takeTags(tags, read)
        if (read.cached !== false) filled.nested.push(read)
      }
      for (const inner of region.entries) {
        // Next.js runs an unstable_cache inside another one without a cache of its own.
        if (!isOuter && inner.read.kind === 'unstable_cache') continue
        const below = fill(inner)
        if (isOuter) takeTags(tags, below.read)
        filled.nested.push(below.read, ...below.nested)
        filled.gaps.push(...below.gaps)
      }
    }
    filled.read = { ...entry.read, tags: tags.tags, complete: tags.complete, life }
    return filled
  }
  return fill
}

function takeTags(tags: Tags, read: Read): void {
  tags.tags.push(...read.tags)
  tags.complete &&= read.complete
}

function addTags(graph: Graph, tags: Tags, call: ts.CallExpression): void {
  const look = lookFrom(graph, call)
  for (const argument of call.arguments) {
    if (!ts.isSpreadElement(argument)) {
      addTag(look, tags, { node: argument, frame: null })
      continue
    }
    const spread = tagsAt(look, [{ node: argument.expression, frame: null }])
    tags.tags.push(...spread.tags)
    tags.complete &&= spread.complete
  }
}

/** The code that runs inside an entry, other entries apart. */
function* regionsIn(graph: Graph, scan: Scan, start: Region): Generator<{ region: Region; called: boolean }> {
  const seen = new Set<Unit>()
  const queue = [{ region: start, called: false }]
  for (let next = queue.shift(); next; next = queue.shift()) {
    yield next
    for (const { unit, call } of next.region.edges) {
      if (seen.has(unit) || graph.directive(unit.file) === 'use client') continue
      seen.add(unit)
      queue.push({ region: scan(unit), called: call !== null })
    }
  }
}
