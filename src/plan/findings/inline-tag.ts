import { ownTextKey, tagHelpersOf, writtenTags } from '../../cache/tag-helpers/index.js'
import { makeFinding } from '../catalogue.js'
import type { PlanInput } from '../input.js'
import { callText, choiceOf, isSimple } from '../tag-helpers/arguments.js'
import { homeOf, inlineTags } from '../tag-helpers/groups.js'
import type { Decision, Finding } from '../types.js'
import { placeOf } from './place.js'

/** Tags that are written by hand where a helper makes the same string; those that are rewritten now are left out. */
export function inlineTagFindings(
  { workspace, graph, choices }: PlanInput,
  decisions: readonly Decision[],
): Finding[] {
  const written = writtenTags(workspace, graph)
  const helpers = tagHelpersOf(workspace, graph, choices.tagHelpers, written).filter(({ usable }) => usable)
  if (helpers.length === 0) return []
  const rewritten = new Set(
    decisions.flatMap(({ transform, action, file, edit }) =>
      transform === 'tag-helpers' && action === 'rewrite' && edit?.kind === 'replace-expression'
        ? [`${file} ${edit.at.start}`]
        : [],
    ),
  )
  return inlineTags(written).flatMap((tag): Finding[] => {
    const { file, node, own } = tag
    if (!workspace.selected.has(file) || rewritten.has(`${file} ${node.getStart()}`)) return []
    const key = ownTextKey(own)
    for (const helper of helpers) {
      const isNear =
        homeOf(workspace, helper.file) === homeOf(workspace, file) || workspace.appOf(helper.file) === null
      const choice = helper.key === key && isNear ? choiceOf(helper) : null
      if (!choice) continue
      const simple = own.parts.every((part) => typeof part === 'string' || isSimple(part))
      const call = simple ? callText(choice, tag) : `${helper.exportName}(...)`
      const message = `${node.getText()} is written by hand; ${helper.exportName} of ${helper.file} makes the same tag.`
      const help = `Write ${call}, so that the two cannot drift apart; \`retag -t tag-helpers\` does it, or --create-tag-helpers with the other transforms.`
      return [makeFinding('inline-tag', placeOf(node), { message, help })]
    }
    return []
  })
}
