import type { Context, Reach } from './types.js'

/** Contexts in which `revalidateTag` works but `updateTag` throws (docs/next16.md, 1). */
const outOfBand: ReadonlySet<Context> = new Set(['route-handler', 'script'])

/** The row of the decision table that a set of contexts belongs to (docs/how-it-decides.md). */
export function reachOf(contexts: readonly Context[]): Reach {
  if (contexts.length === 0) return 'unreached'
  if (!contexts.includes('server-action')) return 'non-action'
  return contexts.some((context) => outOfBand.has(context)) ? 'mixed' : 'action-only'
}
