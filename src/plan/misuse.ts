import type { Context } from '../context/types.js'
import type { TracedSite } from './input.js'

/** Contexts in which `updateTag` and `refresh` throw however the line was reached; in the proxy they do nothing. */
const throwing: ReadonlySet<Context> = new Set([
  'route-handler',
  'script',
  'pages-api',
  'instrumentation',
  'proxy',
])

/** Contexts in which they throw, and where only a plain call shows that the line really runs there. */
const throwingWhenDirect: ReadonlySet<Context> = new Set(['render', 'cached-function', 'client'])

/** The contexts outside Server Actions that can run an `updateTag` or `refresh`. */
export function misusedIn({ evidence }: TracedSite): Context[] {
  return evidence
    .filter(({ context, direct }) => throwing.has(context) || (direct && throwingWhenDirect.has(context)))
    .map(({ context }) => context)
}

export function isMisused(traced: TracedSite): boolean {
  return misusedIn(traced).length > 0
}
