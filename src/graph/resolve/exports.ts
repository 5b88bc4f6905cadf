import { nextCacheModule } from '../next-cache.js'
import type { FileModel, Unit } from '../types.js'

/** What following a chain needs to know of the tree. */
export interface Resolver {
  model(file: string): FileModel | null
  /** The unit of an API of next/cache. */
  api(name: string): Unit | null
  resolveModule(specifier: string, from: string): string | null
  /** Every file that a specifier may mean; more than one where it is computed and ends in a star. */
  resolveAll(specifier: string, from: string): readonly string[]
  /** Classes whose bases are being looked up. */
  open: Set<Unit>
}

/** The exported unit of a file, through `export *`. */
export function exportedUnit(
  resolver: Resolver,
  file: string,
  name: string,
  seen = new Set<string>(),
): Unit | null {
  if (file === nextCacheModule) return resolver.api(name)
  if (seen.has(file)) return null
  seen.add(file)
  const model = resolver.model(file)
  if (!model) return null
  const own = model.exports.get(name)
  if (own) return own
  for (const specifier of model.stars) {
    const target = resolver.resolveModule(specifier, file)
    const found = target === null ? null : exportedUnit(resolver, target, name, seen)
    if (found) return found
  }
  return null
}

/** All units that a file exports, through `export *`. */
export function exportedUnits(resolver: Resolver, file: string, seen = new Set<string>()): Unit[] {
  if (seen.has(file)) return []
  seen.add(file)
  const model = resolver.model(file)
  if (!model) return []
  const starred = model.stars.flatMap((specifier) => {
    const target = resolver.resolveModule(specifier, file)
    return target === null ? [] : exportedUnits(resolver, target, seen)
  })
  return [...model.exports.values(), ...starred]
}
