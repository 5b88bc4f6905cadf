import type { App } from '../../workspace/types.js'
import { applyIgnoreComments } from '../ignore.js'
import type { PlanInput } from '../input.js'
import { decideChange } from './decide.js'
import { flagChanges } from './edits.js'
import { type Flag, segmentConfigs } from './segment-configs.js'

export { appsRunning } from './apps.js'
export { segmentConfigs } from './segment-configs.js'

/** The transform that switches the flag on. */
export const id = 'next-config'

/** The rule of a conversion that nothing but the flag stands in the way of. */
export const flagRule = 'flag'

/**
 * `on`: `'use cache'` compiles in the app already, or the person sees to it. `addable`: the transform `next-config` switches it on in the same
 * run. `blocked`: it does not, so a conversion would break the build.
 */
export type FlagState = { state: 'on' } | { state: 'addable' } | { state: 'blocked'; reason: string }

const known = new WeakMap<PlanInput, Map<App, FlagState>>()

/**
 * Whether `'use cache'` may be written in an app.
 *
 * @returns where it may not, `reason` is half a sentence without capital and full stop
 */
export function useCacheFlag(input: PlanInput, app: App): FlagState {
  const states = known.get(input) ?? new Map<App, FlagState>()
  known.set(input, states)
  const state = states.get(app) ?? stateOf(input, app)
  states.set(app, state)
  return state
}

function stateOf(input: PlanInput, app: App): FlagState {
  const flag = wantedFlag(input)
  // With `none` the person takes care of the flag.
  if (app.cacheComponents || app.useCache || flag === null) return { state: 'on' }
  const reason = whyNot(input, app, flag)
  return reason === null ? { state: 'addable' } : { state: 'blocked', reason }
}

function whyNot(input: PlanInput, app: App, flag: Flag): string | null {
  const { choices, graph } = input
  if (app.appRouterDir === null) return "the app has no app router, and the pages router ignores 'use cache'"
  const runs = choices.transforms.length === 0 || choices.transforms.includes(id)
  if (!runs || choices.skip.includes(id))
    return "'use cache' is not switched on in next.config, and the transform next-config does not run"
  const [config, ...more] = segmentConfigs(input, app, flag)
  if (config) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`
    return `${config.file}:${config.line} exports ${config.name}${others}, which ${settingName(flag)} does not allow`
  }
  const found = flagChanges(input, app, flag)
  if ('problem' in found)
    return `${settingName(flag)} cannot be added to the config of the app: ${found.problem}`
  const decisions = applyIgnoreComments(
    graph,
    found.changes.map((change) => decideChange(change, flag, [])),
  )
  return decisions.some(({ rule }) => rule === 'ignored')
    ? 'a retag-ignore comment keeps next.config as it is'
    : null
}

/** The flag that the run may add; null for none. */
export function wantedFlag({ choices: { useCacheFlag: flag } }: PlanInput): Flag | null {
  return flag === 'none' ? null : flag
}

/** The setting as people write it. */
export function settingName(flag: Flag): string {
  return flag === 'useCache' ? 'experimental.useCache' : flag
}
