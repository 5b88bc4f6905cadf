import type { Graph } from '../../../graph/graph.js'
import type { PlanInput } from '../../input.js'
import type { Decision, Finding } from '../../types.js'
import { attachedTags } from './attached.js'
import { deadFetchFindings, deadTagFindings } from './dead.js'
import { createDeadFetches, type Dead } from './dead-fetches.js'
import { invalidatedTags } from './invalidated.js'
import { readerlessFindings, writerlessFindings } from './orphans.js'
import type { Attached, Invalidated, Side } from './types.js'

/**
 * Tags of which one side is missing: invalidated and carried by nothing, or carried by what no cache holds. Both sides
 * are read in the whole tree, also where only a part of it is selected.
 */
export function tagFindings(input: PlanInput, decisions: readonly Decision[]): Finding[] {
  const { workspace, graph } = input
  const invalidated = invalidatedTags(workspace, graph)
  const attached = attachedTags(workspace, graph)
  let find: ReturnType<typeof createDeadFetches> | null = null
  const deadOf = ({ fetch }: Attached): Dead | null => {
    if (!fetch) return null
    find ??= createDeadFetches(input)
    return find(fetch)
  }
  // What is never stored is told where it stands; its tags are no orphans beside.
  const alive = { ...attached, known: attached.known.filter((one) => !deadOf(one)) }
  return [
    ...readerlessFindings(input, attached, invalidated),
    ...writerlessFindings(input, alive, withRewrittenPaths(graph, invalidated, decisions)),
    ...deadFetchFindings(input, attached, deadOf),
    ...deadTagFindings(input, attached, invalidated, deadOf),
  ]
}

/** Where a path becomes tags in this run, those are invalidated afterwards; which ones, the edit knows. */
function withRewrittenPaths(
  graph: Graph,
  invalidated: Side<Invalidated>,
  decisions: readonly Decision[],
): Side<Invalidated> {
  const rewritten = decisions.filter(
    ({ transform, action }) => transform === 'revalidate-path' && action === 'rewrite',
  )
  const places = rewritten.flatMap(({ file }) => graph.model(file)?.source ?? [])
  return { ...invalidated, open: [...invalidated.open, ...places] }
}
