import { type CallSite, callSites } from '../../../cache/call-sites.js'
import type { TagHelper, WrittenTag } from '../../../cache/tag-helpers/index.js'
import type { Graph } from '../../../graph/graph.js'
import type { Unit } from '../../../graph/types.js'
import type { PlanInput } from '../../input.js'
import type { Decision } from '../../types.js'
import { runningAround } from '../closures.js'
import { invalidatingApis } from '../invalidations.js'
import { helperOf } from './readers.js'

/** What runs together: the helpers whose tags are invalidated, and whether some tag or path is not known. */
export interface Beside {
  helpers: ReadonlySet<TagHelper>
  isOpen: boolean
}

/** One tag of a helper that is invalidated, with all that is invalidated by the same run. */
export interface InvalidatedHelper {
  site: CallSite
  helper: TagHelper
  beside: Beside
}

interface Known {
  helpers: Set<TagHelper>
  isOpen: boolean
}

/** Callers that are followed upwards, so that what they invalidate themselves counts. */
const maxCallers = 60

/** The invalidations of helpers, those that this run makes of paths included. */
export function invalidatedHelpers(
  { graph }: PlanInput,
  decisions: readonly Decision[],
  helpers: readonly TagHelper[],
  written: readonly WrittenTag[],
): InvalidatedHelper[] {
  const named = new Map<string, TagHelper[]>()
  for (const one of written) {
    const helper = one.side === 'invalidate' ? helperOf(helpers, one) : null
    const key = `${one.callFile}:${one.callStart}`
    if (helper) named.set(key, [...(named.get(key) ?? []), helper])
  }
  const replaced = replacedPaths(decisions, helpers)
  const byUnit = new Map<Unit, Known>()
  const found: { site: CallSite; helper: TagHelper; units: Unit[] }[] = []
  for (const site of invalidatingApis.flatMap((api) => callSites(graph, api))) {
    const key = `${site.file}:${site.start}`
    const own = named.get(key) ?? replaced.get(key) ?? []
    const units = runsWith(graph, site.owner)
    for (const unit of units) {
      const known = byUnit.get(unit) ?? { helpers: new Set(), isOpen: false }
      for (const helper of own) known.helpers.add(helper)
      known.isOpen ||= own.length === 0
      byUnit.set(unit, known)
    }
    found.push(...own.map((helper) => ({ site, helper, units })))
  }
  return found.map(({ site, helper, units }) => {
    const all = units.map((unit) => byUnit.get(unit))
    return {
      site,
      helper,
      beside: {
        helpers: new Set(all.flatMap((known) => [...(known?.helpers ?? [])])),
        isOpen: all.some((known) => known?.isOpen),
      },
    }
  })
}

/** Paths that become tags now; what stays a path may be the one of the list. */
function replacedPaths(
  decisions: readonly Decision[],
  helpers: readonly TagHelper[],
): Map<string, TagHelper[]> {
  const found = new Map<string, TagHelper[]>()
  for (const { file, edit, action } of decisions) {
    if (action !== 'rewrite' || edit?.kind !== 'path-tags') continue
    const names = edit.calls.map(({ argument }) => argument.replace(/\(.*$/s, ''))
    const own = names.flatMap((name) => helpers.find(({ exportName }) => exportName === name) ?? [])
    // A helper under another name is not looked for: then nothing is known of the call.
    if (own.length === names.length) found.set(`${file}:${edit.at.start}`, own)
  }
  return found
}

/** The function of a call, and the functions that lead to it. */
function runsWith(graph: Graph, owner: Unit): Unit[] {
  const found = new Set(runningAround(owner))
  for (const unit of found) {
    if (found.size > maxCallers) break
    if (unit.kind === 'module') continue
    for (const { reference } of graph.arrows(unit))
      for (const caller of runningAround(reference.from)) if (caller.kind !== 'module') found.add(caller)
  }
  return [...found]
}
