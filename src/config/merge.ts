import { posix } from 'node:path'
import { transforms } from '../plan/catalogue.js'
import { builtInProfiles } from '../plan/profiles.js'
import { joinPath } from '../workspace/paths.js'
import type { App } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import type { Choices, ProfileName, RetagConfig } from './types.js'
import { defaultChoices } from './types.js'

/** What the command line says about a run; what is absent falls back to the config, then to the default. */
export interface ChoiceFlags {
  transform?: string[]
  skip?: string[]
  profile?: string
  mixed?: string
  fixMisuse?: boolean
  unstableCache?: string
  useCacheFlag?: string
  refresh?: boolean
  createTagHelpers?: boolean
}

const mixedValues = ['expire-0', 'max', 'review'] as const satisfies readonly Choices['mixed'][]
const unstableCacheValues = ['cookies', 'all'] as const satisfies readonly Choices['unstableCache'][]
const useCacheFlagValues = [
  'useCache',
  'cacheComponents',
  'none',
] as const satisfies readonly Choices['useCacheFlag'][]

/**
 * One run's choices: flags win over the config. A `--profile` replaces the config's whole map.
 *
 * @throws UsageError for an unknown transform or an unknown value of a flag, naming the valid ones.
 */
export function mergeChoices(config: RetagConfig, flags: ChoiceFlags): Choices {
  const transform = knownTransforms(flags.transform ?? [], '--transform')
  const skip = knownTransforms(flags.skip ?? [], '--skip')
  if (transforms.every(({ id }) => skip.includes(id) || (transform.length > 0 && !transform.includes(id)))) {
    throw new UsageError('No transform is left to run. Take one out of --skip.')
  }
  return {
    transforms: transform,
    skip,
    profile: flags.profile ?? defaultChoices.profile,
    profiles:
      flags.profile === undefined
        ? Object.entries(config.profiles ?? {}).map(([glob, profile]) => ({ glob, profile }))
        : [],
    mixed: known('--mixed', mixedValues, flags.mixed ?? defaultChoices.mixed),
    fixMisuse: flags.fixMisuse ?? defaultChoices.fixMisuse,
    contexts: Object.entries(config.contexts ?? {}).map(([glob, context]) => ({ glob, context })),
    unstableCache: known(
      '--unstable-cache',
      unstableCacheValues,
      flags.unstableCache ?? defaultChoices.unstableCache,
    ),
    useCacheFlag: known(
      '--use-cache-flag',
      useCacheFlagValues,
      flags.useCacheFlag ?? defaultChoices.useCacheFlag,
    ),
    createTagHelpers: flags.createTagHelpers ?? defaultChoices.createTagHelpers,
    tagHelpers: config.tagHelpers ?? [],
    paths: Object.entries(config.paths ?? {}).map(([route, helpers]) => ({
      route,
      helpers: [helpers].flat(),
    })),
    resources: config.resources ?? [],
    refresh: flags.refresh ?? defaultChoices.refresh,
    decisions: config.decisions ?? {},
  }
}

/** The same choices with the config's globs counted from the root: `prefix` is the config's folder, POSIX, `''` for the root. */
export function rebaseGlobs(choices: Choices, prefix: string): Choices {
  return {
    ...choices,
    profiles: choices.profiles.map((entry) => ({ ...entry, glob: rebaseGlob(entry.glob, prefix) })),
    contexts: choices.contexts.map((entry) => ({ ...entry, glob: rebaseGlob(entry.glob, prefix) })),
    tagHelpers: choices.tagHelpers.map((name) => rebaseName(name, prefix)),
    paths: choices.paths.map(({ route, helpers }) => ({
      route,
      helpers: helpers.map((helper) => rebaseName(helper, prefix)),
    })),
    decisions: Object.fromEntries(
      Object.entries(choices.decisions).map(([key, answer]) => [rebaseKey(key, prefix), answer]),
    ),
  }
}

/** Of `file#name`, the file counts from the config's folder too. */
function rebaseName(name: string, prefix: string): string {
  if (prefix === '' || !name.includes('#')) return name
  return `${prefix}/${name.trim().replace(/^\.\//, '')}`
}

/**
 * `glob`, counted from the folder `prefix` (POSIX, may be `''`), as a glob counted from the root. A glob without slash
 * matches at any depth below the folder, as it does at the root.
 */
export function rebaseGlob(glob: string, prefix: string): string {
  if (prefix === '') return glob
  const negated = glob.startsWith('!')
  const pattern = glob.slice(negated ? 1 : 0).replace(/^\.?\//, '')
  const below = pattern.replace(/\/$/, '').includes('/') ? pattern : `**/${pattern}`
  return `${negated ? '!' : ''}${prefix}/${below}`
}

/** `<transform>:<file>...` with the file counted from the root; the file may lie outside of the folder. */
function rebaseKey(key: string, prefix: string): string {
  const colon = key.indexOf(':')
  return `${key.slice(0, colon + 1)}${joinPath(prefix, key.slice(colon + 1)) ?? ''}`
}

/** The reverse of what {@link rebaseGlobs} does to a key: as it is written into the config of a folder. */
export function keyForConfig(key: string, prefix: string): string {
  const colon = key.indexOf(':')
  return `${key.slice(0, colon + 1)}${posix.relative(`/${prefix}`, `/${key.slice(colon + 1)}`)}`
}

/**
 * Refuses a profile that Next.js would not find: at run time that invalidates nothing and says nothing
 * (https://nextjs.org/docs/app/api-reference/functions/revalidateTag).
 *
 * @throws UsageError naming the built-in profiles and those of the apps' next.config.
 */
export function checkProfiles(choices: Choices, apps: readonly Pick<App, 'cacheProfiles'>[]): void {
  const known = new Set<ProfileName>([
    'max',
    'expire-0',
    ...builtInProfiles,
    ...apps.flatMap((app) => app.cacheProfiles),
  ])
  for (const profile of [choices.profile, ...choices.profiles.map((entry) => entry.profile)]) {
    if (known.has(profile)) continue
    throw new UsageError(
      `No profile is called "${profile}". Use one of ${[...known].join(', ')}, or declare it under cacheLife in next.config.`,
    )
  }
}

function knownTransforms(ids: string[], flag: string): string[] {
  const valid: string[] = transforms.map(({ id }) => id)
  const unknown = ids.find((id) => !valid.includes(id))
  if (unknown !== undefined) {
    throw new UsageError(
      `No transform is called "${unknown}". Valid for ${flag}: ${valid.join(', ')}. Put paths before ${flag} or after --.`,
    )
  }
  return [...new Set(ids)]
}

function known<Value extends string>(flag: string, valid: readonly Value[], value: string): Value {
  const found = valid.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw new UsageError(`${flag} cannot be "${value}". Valid: ${valid.join(', ')}.`)
}
