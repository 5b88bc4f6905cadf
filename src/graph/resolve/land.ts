import { ts } from '@ts-morph/common'
import { type ImportRoot, isUnit, type Path, type Unit, wholeModule } from '../types.js'
import { exportedUnit, type Resolver } from './exports.js'

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

export const maxSteps = 40

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
