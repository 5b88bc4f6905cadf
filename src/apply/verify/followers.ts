import type { Decision } from '../../plan/types.js'
import type { Workspace } from '../../workspace/types.js'
import { loads } from './imports.js'

/**
 * The decisions that make no sense without others: assertions about a call that stays as it was, cached functions
 * without the setting that switches them on, and that setting without any such function.
 *
 * @param dropped ids of decisions that are taken back
 * @returns all that have to go, those of `dropped` included
 */
export function withFollowers(
  workspace: Pick<Workspace, 'appOf' | 'text' | 'resolve'>,
  decisions: readonly Decision[],
  dropped: ReadonlySet<string>,
): Set<string> {
  const all = new Set(dropped)
  const gone = decisions.filter(({ id }) => dropped.has(id))
  const moved = gone.filter(({ api, edit }) => edit !== null && !('to' in edit && edit.to.name === api))
  for (const { id, api, file, edit } of decisions) {
    if (edit?.kind !== 'assertion') continue
    if (moved.some((call) => call.api === api && loads(workspace, file, call.file))) all.add(id)
  }
  const settings = decisions.filter(({ edit }) => edit?.kind === 'add-setting')
  const cached = decisions.filter(({ edit }) => edit?.kind === 'use-cache')
  for (const setting of settings) {
    const own = cached.filter(({ file }) => workspace.appOf(file) === workspace.appOf(setting.file))
    if (all.has(setting.id)) for (const { id } of own) all.add(id)
    else if (own.length > 0 && own.every(({ id }) => all.has(id))) all.add(setting.id)
  }
  return all
}
