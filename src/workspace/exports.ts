import { record } from './json.js'

/** Conditions that server code of an app seldom means; tried last. */
const unusual = new Set(['browser', 'worker', 'workerd', 'react-native', 'deno', 'bun', 'edge-light'])

/** All paths below a target, in the order of the map: every condition may hold somewhere. */
function flatten(target: unknown, star: string): string[] {
  if (typeof target === 'string') return [target.replaceAll('*', star)]
  if (Array.isArray(target)) return target.flatMap((item) => flatten(item, star))
  const conditions = Object.entries(record(target))
  const usual = conditions.filter(([name]) => !unusual.has(name))
  const rest = conditions.filter(([name]) => unusual.has(name))
  return [...usual, ...rest].flatMap(([, item]) => flatten(item, star))
}

/**
 * The targets that an `exports` or `imports` map of a package.json gives for a key (`.`, `./sub`, `#name`),
 * most wanted first; empty when the map does not know the key.
 * https://nodejs.org/api/packages.html#subpath-patterns
 */
export function targetsOf(map: unknown, key: string): string[] {
  const entries = Object.entries(record(map)).filter(([name]) => /^[.#]/.test(name))
  if (entries.length === 0) return key === '.' ? flatten(map, '') : []
  const same = entries.find(([name]) => name === key)
  if (same !== undefined) return flatten(same[1], '')
  const patterns = entries
    .map(([name, target]) => {
      const star = name.endsWith('/') ? name.length : name.indexOf('*')
      return {
        prefix: name.slice(0, star),
        suffix: name.slice(star + 1),
        star,
        target,
        folder: name.endsWith('/'),
      }
    })
    .filter(
      ({ prefix, suffix, star }) =>
        star >= 0 &&
        key.length >= prefix.length + suffix.length &&
        key.startsWith(prefix) &&
        key.endsWith(suffix),
    )
    .sort((a, b) => b.prefix.length - a.prefix.length || b.suffix.length - a.suffix.length)
  const best = patterns[0]
  if (best === undefined) return []
  const star = key.slice(best.prefix.length, key.length - best.suffix.length)
  return best.folder ? flatten(best.target, '').map((target) => target + star) : flatten(best.target, star)
}
