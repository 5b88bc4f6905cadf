import { nextCacheModule } from '../next-cache.js'
import { type How, isUnit, type Path, type Unit, wholeModule } from '../types.js'
import { exportedUnit, exportedUnits, type Resolver } from './exports.js'
import { classMember, type Landing, land, maxSteps } from './land.js'

/** A unit that a reference reaches; `exact` when the chain names the unit itself. */
export interface Target {
  unit: Unit
  exact: boolean
}

/** The units that a reference reaches. */
export function targets(resolver: Resolver, path: Path, from: string, how: How): Target[] {
  const whole = namespaceTargets(resolver, path, from, how)
  if (whole) {
    const all =
      how === 'alias'
        ? whole
        : whole.flatMap((unit) =>
            handedOn(resolver, { unit, exact: true, instance: false, left: 0, through: [] }),
          )
    return all.map((unit) => ({ unit, exact: false }))
  }
  const landing = land(resolver, path, from)
  if (!landing) return []
  const made = how === 'alias' || how === 'type' ? [] : landing.through
  return [...landed(resolver, landing, path, how), ...made.map((unit) => ({ unit, exact: false }))]
}

function landed(resolver: Resolver, landing: Landing, path: Path, how: How): Target[] {
  const { unit, exact } = landing
  if (how === 'extends' || how === 'type') return exact ? [{ unit, exact }] : []
  const isContainer = unit.kind === 'class' || unit.kind === 'object'
  if (how === 'new' && exact && unit.kind === 'class') {
    const own = classMember(resolver, unit, 'constructor')
    return [unit, ...(own ? [own] : [])].map((member) => ({ unit: member, exact: true }))
  }
  // What an unknown call gives is another thing than what was called; that it was called is noted by itself.
  if (path.members.at(-1) === '()' && !exact && !isContainer && (how === 'value' || how === 'alias'))
    return []
  if (how === 'alias' && (exact || !isContainer)) return [{ unit, exact }]
  const here = { unit, exact: !isContainer && (exact || isInvocation(path)) }
  // A plain call runs the unit. Otherwise it is handed on, or a part of it that no chain can name.
  if (!isContainer && exact && (how === 'call' || how === 'new')) return [here]
  const further = handedOn(resolver, landing).slice(1)
  return [here, ...further.map((member) => ({ unit: member, exact: false }))]
}

/** A unit, and what can be run by whoever gets it: its members, what it is another name for, what it returns. */
function handedOn(resolver: Resolver, { unit, instance }: Landing, seen = new Set<Unit>()): Unit[] {
  if (seen.has(unit)) return []
  seen.add(unit)
  const further = (next: Unit): Unit[] =>
    handedOn(resolver, { unit: next, exact: true, instance: false, left: 0, through: [] }, seen)
  const members = membersOf(resolver, unit, instance).flatMap(further)
  const target = unit.alias ?? unit.returns
  const whole = target && namespaceTargets(resolver, target, unit.file, 'value')
  const landing = target && !whole ? land(resolver, target, unit.file) : null
  const named = landing?.exact ? handedOn(resolver, landing, seen) : (whole ?? []).flatMap(further)
  return [unit, ...members, ...named]
}

/** The members of an object or a class, with those that the class inherits. */
function membersOf(resolver: Resolver, unit: Unit, instance: boolean, depth = 0): Unit[] {
  const own = [...unit.members].filter(([key]) => !instance || /^[#[]/.test(key)).map(([, member]) => member)
  const base = unit.base && depth < maxSteps ? land(resolver, unit.base, unit.file) : null
  return base?.unit.kind === 'class' ? [...own, ...membersOf(resolver, base.unit, instance, depth + 1)] : own
}

/** `f.call(x)` and `f.apply(x)` run f. */
function isInvocation(path: Path): boolean {
  return ['call', 'apply'].includes(path.members.at(-1) ?? '')
}

/** A namespace that is handed on, or reached by a computed name: everything it exports. */
function namespaceTargets(resolver: Resolver, path: Path, from: string, how: How): Unit[] | null {
  if (isUnit(path.root) || path.root.name !== '*') return null
  const [first] = path.members
  if (path.root.specifier.endsWith('*')) {
    return resolver.resolveAll(path.root.specifier, from).flatMap((file) => exportedUnits(resolver, file))
  }
  if (first !== undefined && first !== '[]') return null
  const file = resolver.resolveModule(path.root.specifier, from)
  if (file === null || how === 'type') return []
  if (file === nextCacheModule)
    return how === 'alias' ? [] : [resolver.api('revalidateTag')].filter((unit) => unit !== null)
  if (how !== 'alias' || first !== undefined) return exportedUnits(resolver, file)
  // Another name for the module is another name for what `module.exports` was given.
  return [exportedUnit(resolver, file, wholeModule)].filter((unit) => unit !== null)
}
