import type { TagHelper } from '../../../cache/tag-helpers/index.js'
import { tagHelpersOf, writtenTags } from '../../../cache/tag-helpers/index.js'
import { makeFinding } from '../../catalogue.js'
import type { PlanInput } from '../../input.js'
import type { Decision, Finding } from '../../types.js'
import { invalidatedHelpers } from './invalidated.js'
import { listReaders } from './readers.js'

/**
 * An action or route handler that invalidates one record by a helper, while a reader of the list beside it carries
 * another tag of the same helper object, which nothing on the way invalidates.
 */
export function recordWithoutListFindings(input: PlanInput, decisions: readonly Decision[]): Finding[] {
  const { workspace, graph, choices } = input
  const written = writtenTags(workspace, graph)
  const helpers = tagHelpersOf(workspace, graph, choices.tagHelpers, written)
  if (!helpers.some(({ level }) => level === 'record')) return []
  const readers = listReaders(helpers, written)
  if (readers.length === 0) return []
  const told = new Set<string>()
  const places = invalidatedHelpers(input, decisions, helpers, written)
  return places.flatMap(({ site, helper, beside }): Finding[] => {
    if (helper.level !== 'record' || beside.isOpen || !workspace.selected.has(site.file)) return []
    if ([...beside.helpers].some((other) => other.level !== 'record' && isRelative(helper, other))) return []
    const app = workspace.appOf(site.file)
    const stale = readers.find(
      (reader) =>
        workspace.appOf(reader.file) === app && reader.helpers.some((other) => isRelative(helper, other)),
    )
    const list = stale?.helpers.find((other) => isRelative(helper, other))
    // One place of each function says it.
    const key = `${site.owner.id} ${helper.exportName}`
    if (!stale || !list || told.has(key)) return []
    told.add(key)
    const message = `${helper.exportName} is invalidated here; ${stale.file}:${stale.line} reads a list with ${list.exportName}, which is not: the list keeps the old record.`
    const help = `Invalidate ${list.exportName} as well where the list shows what was changed.`
    return [makeFinding('record-without-list', site, { message, help })]
  })
}

/** Helpers of one object about one thing: `invoiceTags.record` and `invoiceTags.list`. */
function isRelative(record: TagHelper, list: TagHelper): boolean {
  const isSame = list.file === record.file && list.entity.toLowerCase() === record.entity.toLowerCase()
  return isSame && objectOf(list) !== '' && objectOf(list) === objectOf(record)
}

function objectOf({ exportName }: TagHelper): string {
  return exportName.split('.').slice(0, -1).join('.')
}
