import { ts } from '@ts-morph/common'
import type { CallSite } from '../cache/call-sites.js'
import type { TracedSite } from './input.js'

/** Other calls for the same tag in the same function that can run together with this one. */
export function sameTagCalls(sites: readonly TracedSite[], site: CallSite): CallSite[] {
  const tag = site.arguments[0]?.text
  if (tag === undefined) return []
  return sites
    .map((traced) => traced.site)
    .filter((other) => other !== site && other.file === site.file && other.owner === site.owner)
    .filter((other) => other.arguments[0]?.text === tag && !excludeEachOther(site.node, other.node))
}

/** Whether two places of one function never run in one call of it: other branches, or one that leaves before the other. */
function excludeEachOther(a: ts.Node, b: ts.Node): boolean {
  const [first, second] = a.pos < b.pos ? [a, b] : [b, a]
  const shared = sharedAncestor(first, second)
  const from = childWith(shared, first)
  const to = childWith(shared, second)
  if (ts.isIfStatement(shared)) return from === shared.thenStatement && to === shared.elseStatement
  if (ts.isConditionalExpression(shared)) return from === shared.whenTrue && to === shared.whenFalse
  if (ts.isCaseBlock(shared)) return leaves(from)
  if (!ts.isIfStatement(from)) return false
  const arm = childWith(from, first)
  return arm !== from.expression && leaves(arm)
}

function sharedAncestor(a: ts.Node, b: ts.Node): ts.Node {
  let node = a
  while (!(node.pos <= b.pos && b.end <= node.end)) node = node.parent
  return node
}

function childWith(parent: ts.Node, inner: ts.Node): ts.Node {
  let node = inner
  while (node.parent !== parent && node.parent) node = node.parent
  return node
}

/** Whether a branch ends by leaving: `return`, `throw`, `break` or `continue` last. */
function leaves(branch: ts.Node): boolean {
  const statements = ts.isBlock(branch) || ts.isCaseOrDefaultClause(branch) ? branch.statements : null
  const last = statements ? statements.at(-1) : branch
  if (!last) return false
  if (ts.isBlock(last)) return leaves(last)
  return ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isBreakOrContinueStatement(last)
}
