import { ts } from '@ts-morph/common'
import type { CallSite } from '../../cache/call-sites.js'
import { dressed } from '../../graph/syntax.js'
import type { TracedSite } from '../input.js'

/** Source texts of the tags that the same function invalidates anyway. */
export function tagsBeside(sites: readonly TracedSite[], { owner, start }: CallSite): Set<string> {
  const own = sites.filter(
    ({ site }) => site.owner === owner && site.start !== start && site.shape === 'call',
  )
  return new Set(
    own.flatMap(({ site }) =>
      site.api === 'revalidateTag' || site.api === 'updateTag' ? (site.arguments[0]?.text ?? []) : [],
    ),
  )
}

/** A path that this run replaces, with the tags in its place. */
export interface Replaced {
  site: CallSite
  texts: readonly string[]
}

/** Tags of replaced paths that are sure to be invalidated before a call of the same function runs. */
export function tagsBefore(replaced: readonly Replaced[], site: CallSite): Set<string> {
  const before = replaced.filter((other) => other.site.owner === site.owner && runsBefore(other.site, site))
  return new Set(before.flatMap(({ texts }) => texts))
}

/** A statement of a block around the other call, above it. */
function runsBefore({ node }: CallSite, other: CallSite): boolean {
  const statement = dressed(node).parent
  if (!ts.isExpressionStatement(statement) || statement.end > other.start) return false
  for (let around: ts.Node = other.node; around; around = around.parent)
    if (around === statement.parent) return true
  return false
}
