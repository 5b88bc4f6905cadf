import { ts } from '@ts-morph/common'
import { nextCacheModule } from './next-cache.js'
import type { FileModel, How, ImportRoot, Path, Unit } from './types.js'
import { isUnit, wholeModule } from './types.js'

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

/** Where a chain leads: the unit, and whether something of the chain was left that could not be followed. */
export interface Landing {
  unit: Unit
  /** True when the chain ended exactly at the unit. */
  exact: boolean
  /** True for an instance of the class `unit`. */
  instance: boolean
  /** Number of members of the chain that were not consumed. */
  left: number
  /** Values that the chain came through and that a call or `new` made: what was given then may run now. */
  through: Unit[]
}

const maxSteps = 40

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

function importLanding(
  resolver: Resolver,
  root: ImportRoot,
  from: string,
  members: string[],
): { unit: Unit; rest: string[] } | null {
  const file = resolver.resolveModule(root.specifier, from)
  if (file === null) return null
  if (root.name !== '*') {
    const unit = exportedUnit(resolver, file, root.name)
    if (unit) return { unit, rest: members }
    // Default interop: `import cache from 'next/cache'`, `import lib from './commonjs'`.
    if (root.name !== 'default') return commonJs(resolver, file, [root.name, ...members])
  }
  const [first, ...rest] = members
  if (first === undefined) return null
  if (first === 'default' && members.length > 1)
    return importLanding(resolver, { ...root, name: 'default' }, from, rest)
  const unit = exportedUnit(resolver, file, first)
  return unit ? { unit, rest } : commonJs(resolver, file, members)
}

/** A name that no `export` gives may be a member of what `module.exports =` or `export =` was given. */
function commonJs(resolver: Resolver, file: string, rest: string[]): { unit: Unit; rest: string[] } | null {
  const isPromise = ['then', 'catch', 'finally'].includes(rest[0] ?? '')
  const unit = isPromise ? null : exportedUnit(resolver, file, wholeModule)
  return unit && { unit, rest }
}

/** Follows a chain from a file to the unit it means; null when its root lies outside the tree. */
export function land(resolver: Resolver, path: Path, from: string, depth = 0): Landing | null {
  if (depth > maxSteps) return null
  const start = isUnit(path.root)
    ? { unit: path.root, rest: path.members }
    : importLanding(resolver, path.root, from, path.members)
  if (!start) return null
  let { unit } = start
  let instance = false
  const through: Unit[] = []
  const rest = [...start.rest]
  while (rest.length > 0) {
    const member = rest[0] as string
    if (unit.kind === 'class' && member === '#') {
      instance = true
      rest.shift()
      continue
    }
    const found = step(resolver, unit, member, instance, depth)
    if (found === 'follow') {
      const next = follow(resolver, unit, rest, depth)
      if (isMade(unit)) through.push(unit)
      if (next) return { ...next, through: [...through, ...next.through] }
      return { unit, exact: false, instance: false, left: rest.length, through }
    }
    if (!found) return { unit, exact: false, instance, left: rest.length, through }
    unit = found
    instance = false
    rest.shift()
  }
  return { unit, exact: true, instance, left: 0, through }
}

/** One member further; `follow` when the unit is another name whose target has the member. */
function step(
  resolver: Resolver,
  unit: Unit,
  member: string,
  instance: boolean,
  depth: number,
): Unit | 'follow' | null {
  if (unit.kind === 'class') return classMember(resolver, unit, instance ? `#${member}` : member, depth)
  if (unit.kind === 'object') return unit.members.get(member) ?? null
  if (unit.kind === 'value') return unit.alias ? 'follow' : null
  if (unit.kind === 'function') {
    if (member === '()' || (unit.node && ts.isGetAccessor(unit.node))) return unit.returns ? 'follow' : null
  }
  return null
}

function isMade({ kind, alias }: Unit): boolean {
  return kind === 'value' && !!alias?.members.some((member) => member === '#' || member === '()')
}

function follow(resolver: Resolver, unit: Unit, rest: string[], depth: number): Landing | null {
  const target = unit.kind === 'value' ? unit.alias : unit.returns
  for (let way = target; way; way = way.or ?? null) {
    const landing = followOne(resolver, unit, way, rest, depth)
    if (landing) return landing
  }
  return null
}

function followOne(
  resolver: Resolver,
  unit: Unit,
  target: Path,
  rest: string[],
  depth: number,
): Landing | null {
  const isGetter = unit.node && ts.isGetAccessor(unit.node)
  const members = unit.kind === 'value' || isGetter ? rest : rest.slice(1)
  const landing = land(
    resolver,
    { root: target.root, members: [...target.members, ...members] },
    unit.file,
    depth + 1,
  )
  if (!landing) return null
  // A chain that stops half-way says no more than the name it came through, unless it ran a function on the way.
  const isResult = landing.unit.kind === 'function' && landing.left < members.length
  return landing.exact || isResult || landing.unit.kind === 'object' || landing.unit.kind === 'class'
    ? landing
    : null
}

/** A member of a class or of what it extends. */
export function classMember(resolver: Resolver, unit: Unit, key: string, depth = 0): Unit | null {
  const own = unit.members.get(key)
  if (own || !unit.base || depth > maxSteps || resolver.open.has(unit)) return own ?? null
  // Classes that extend members of each other would be looked up for ever.
  resolver.open.add(unit)
  const base = land(resolver, unit.base, unit.file, depth + 1)
  const found = base?.unit.kind === 'class' ? classMember(resolver, base.unit, key, depth + 1) : null
  resolver.open.delete(unit)
  return found
}

/** The units that a reference reaches. */
export function targets(
  resolver: Resolver,
  path: Path,
  from: string,
  how: How,
): { unit: Unit; exact: boolean }[] {
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

function landed(
  resolver: Resolver,
  landing: Landing,
  path: Path,
  how: How,
): { unit: Unit; exact: boolean }[] {
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
