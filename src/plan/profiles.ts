import type { Choices } from '../config/types.js'
import { globMatcher } from '../workspace/globs.js'
import type { App } from '../workspace/types.js'
import type { Profile } from './types.js'

/** Profiles that Next.js brings: https://nextjs.org/docs/app/api-reference/functions/cacheLife */
export const builtInProfiles: readonly string[] = [
  'default',
  'seconds',
  'minutes',
  'hours',
  'days',
  'weeks',
  'max',
]

/** Whether `revalidateTag(tag, name)` works in an app: an unknown name makes the call hang (docs/next16.md, 2). */
export function isKnownProfile(name: string, app: App | null): boolean {
  return builtInProfiles.includes(name) || (app?.cacheProfiles.includes(name) ?? false)
}

/** The profile that was chosen for a file: the first glob that matches, else the one for all. */
export function profileFor(file: string, choices: Choices): Profile {
  const match = choices.profiles.find(({ glob }) => globMatcher([glob])(file))
  const chosen = match?.profile ?? choices.profile
  return chosen === 'expire-0' ? { expire: 0 } : { name: chosen }
}
