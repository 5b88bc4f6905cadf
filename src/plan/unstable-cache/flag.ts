import type { PlanInput, TracedSite } from '../input.js'
import { appsRunning, useCacheFlag as flagOf } from '../next-config/flag.js'
import { type Refusal, refuse } from './refusals.js'

/** Why `'use cache'` cannot be switched on in an app that compiles a use; null where it is on or can be added. */
export function flagRefusal(input: PlanInput, { site, evidence }: TracedSite): Refusal | null {
  const steps = evidence.map((one) => one.steps)
  for (const app of appsRunning(input, site.file, steps)) {
    const flag = flagOf(input, app)
    if (flag.state === 'blocked') return refuse('flag', flag.reason)
  }
  return null
}
