import type { Decision, FileChange } from '../../plan/types.js'
import { nearest, widening } from './blame.js'
import type { Sources } from './imports.js'
import type { TypeProblem } from './types.js'

/** How often the types may be checked again in search of a cause. */
const patience = 12

export interface Search {
  /** Errors that the edits have added. */
  problems: readonly TypeProblem[]
  decisions: readonly Decision[]
  changes: readonly FileChange[]
  sources: Sources
  /** The errors that are still new once these decisions are taken back. */
  without(dropped: ReadonlySet<string>): Promise<TypeProblem[]>
}

/**
 * Finds the decisions whose edits cause errors: first the nearest to each error. Where that is not it, more and more
 * of them are taken back until the errors are gone, and then as many as possible are made again.
 *
 * @returns ids of the decisions to take back
 */
export async function findCulprits(search: Search): Promise<Set<string>> {
  const { problems, decisions, changes, sources } = search
  let checks = 0
  const cleanWithout = async (ids: Iterable<string>): Promise<boolean> => {
    checks++
    return (await search.without(new Set(ids))).length === 0
  }
  const suspects = new Set(problems.flatMap((problem) => nearest(problem, decisions, changes)?.id ?? []))
  if (suspects.size > 0 && (await cleanWithout(suspects))) return suspects
  let dropped = [...suspects]
  for (const step of widening(problems, decisions, sources)) {
    const wider = [...new Set([...dropped, ...step.map(({ id }) => id)])]
    if (wider.length === dropped.length) continue
    dropped = wider
    if (await cleanWithout(dropped)) return new Set(await fewest(dropped))
  }
  return new Set(dropped)

  /** Leaves out ever smaller parts of the list, as long as the errors stay away. */
  async function fewest(ids: string[]): Promise<string[]> {
    let needed = ids
    for (let size = Math.ceil(ids.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < needed.length && checks < patience; ) {
        const rest = [...needed.slice(0, at), ...needed.slice(at + size)]
        if (rest.length > 0 && (await cleanWithout(rest))) needed = rest
        else at += size
      }
    }
    return needed
  }
}
