import { field, list, type Node, nameOf } from './ast.js'
import type { Draft, Target } from './draft.js'
import { isDeep, isNextCache, type Origin, originOf } from './origin.js'
import { type Binding, lookup, type Scope } from './scope.js'

/** A name that a declaration has to bring in: a static import (`pattern: null`) or a destructuring. */
export interface Need {
  pattern: Node | null
  api: string
  local: string
}

const oldNames: ReadonlySet<string> = new Set(['revalidateTag', 'unstable_expireTag'])

export interface Names {
  /** What each target writes. */
  of: Map<Target, string>
  needs: Need[]
  /** Imported names that nothing uses any more. */
  dead: Set<Binding>
}

/**
 * Settles which name each target writes: what it has, what the file already imports, or a new name that clashes with
 * nothing in any scope between the declaration and the place of use.
 */
export function resolveNames(draft: Draft): Names {
  const names: Names = { of: new Map(), needs: [], dead: new Set() }
  const moving = draft.targets.filter((target) => {
    if (!keepsName(draft, target)) return true
    names.of.set(target, target.reference?.binding?.name ?? target.api)
    return false
  })
  names.dead = deadBindings(draft, moving)
  for (const { binding, origin, api } of draft.renamings) {
    const pattern = patternHome(origin)
    const aliased = binding.name !== origin.imported
    names.needs.push({
      pattern,
      api,
      local: aliased ? binding.name : freeName(draft, names, api, pattern, []),
    })
  }
  const known = knownBindings(draft, names.dead)
  const open = new Map<string, { pattern: Node | null; api: string; targets: Target[] }>()
  for (const target of moving) {
    const binding = known.find(
      ({ api, binding }) => api === target.api && lookup(target.scope, binding.name) === binding,
    )
    const pattern = homeOf(draft, target)
    const own = pattern && ownName(pattern, target.api)
    // A test's own mock never gives way to an import: factories are hoisted above imports.
    if (own) names.of.set(target, own)
    else if (binding && !(target.mock && pattern)) names.of.set(target, binding.binding.name)
    else {
      const key = `${pattern?.start ?? 'module'} ${target.api}`
      const group = open.get(key) ?? { pattern, api: target.api, targets: [] }
      group.targets.push(target)
      open.set(key, group)
    }
  }
  for (const { pattern, api, targets } of open.values()) {
    const local = freeName(draft, names, api, pattern, targets)
    names.needs.push({ pattern, api, local })
    for (const target of targets) names.of.set(target, local)
  }
  return names
}

/** True where the reference already means the API, from `next/cache` or through a module of the project. */
function keepsName(draft: Draft, { reference, api, same }: Target): boolean {
  if (!reference) return false
  const origin = reference.binding ? originOf(reference.binding, draft.scopes) : null
  if (!origin) return same || reference.node.name === api
  if (origin.kind === 'namespace' || isDeep(origin.module)) return false
  const unchanged = origin.imported === api || (same && !isNextCache(origin.module))
  return unchanged && !(origin.kind === 'import' && origin.typeOnly)
}

/** Bindings all of whose references go away; those that were unused before are left alone. */
function deadBindings(draft: Draft, moving: Target[]): Set<Binding> {
  const gone = new Map<Binding, Set<Node>>()
  for (const { reference } of moving) {
    if (!reference?.binding) continue
    const nodes = gone.get(reference.binding) ?? new Set()
    gone.set(reference.binding, nodes.add(reference.node))
  }
  for (const { binding, node } of draft.dropped) {
    if (!binding || draft.written.some((text) => namesWord(text, binding.name))) continue
    gone.set(binding, (gone.get(binding) ?? new Set()).add(node))
  }
  const dead = new Set(draft.renamings.map(({ binding }) => binding))
  for (const [binding, nodes] of gone) {
    const origin = originOf(binding, draft.scopes)
    if (!origin || binding.references.some(({ node }) => !nodes.has(node))) continue
    if (origin.kind === 'pattern' && !mayShrink(draft, origin.pattern)) continue
    if (binding.declarations.length === 1) dead.add(binding)
  }
  return dead
}

function namesWord(text: string, name: string): boolean {
  return [...text.matchAll(/[\p{ID_Continue}$]+/gu)].some(([word]) => word === name)
}

/** A pattern with a rest element, or an exported one, means more than the names it declares. */
function mayShrink(draft: Draft, pattern: Node): boolean {
  if (list(pattern, 'properties').some(({ type }) => type === 'RestElement')) return false
  const declaration = draft.scopes.parents.get(draft.scopes.parents.get(pattern) ?? pattern)
  const holder = declaration && draft.scopes.parents.get(declaration)
  return holder?.type !== 'ExportNamedDeclaration'
}

function knownBindings(draft: Draft, dead: Set<Binding>): { api: string; binding: Binding }[] {
  const known: { api: string; binding: Binding }[] = []
  for (const scope of draft.scopes.scopeOf.values())
    for (const binding of scope.bindings.values()) {
      const origin = originOf(binding, draft.scopes)
      if (!origin || origin.kind === 'namespace' || !isNextCache(origin.module) || dead.has(binding)) continue
      if (origin.kind === 'import' && origin.typeOnly) continue
      known.push({ api: origin.imported, binding })
    }
  return known
}

function patternHome(origin: Origin): Node | null {
  return origin.kind === 'pattern' && (isNextCache(origin.module) || isDeep(origin.module))
    ? origin.pattern
    : null
}

/** The destructuring that a new name joins; null for a static import. */
function homeOf(draft: Draft, { reference, scope, mock }: Target): Node | null {
  const binding = reference?.binding
  // What is written elsewhere need not see the names of a pattern in a function.
  if (!binding || lookup(scope, binding.name) !== binding) return null
  const origin = originOf(binding, draft.scopes)
  if (origin) return patternHome(origin)
  // A pattern of other names (`{ mockRevalidateTag }`) has no key for the new function: the mocked import serves.
  return mock && oldNames.has(binding.name) ? mockPattern(draft, binding) : null
}

/** The local name that a pattern already gives to an API. */
function ownName(pattern: Node, api: string): string | null {
  const property = list(pattern, 'properties').find((one) => nameOf(field(one, 'key')) === api)
  return property ? nameOf(field(property, 'value')) : null
}

/** The pattern of `const { revalidateTag } = vi.hoisted(...)`. */
export function mockPattern(draft: Draft, binding: Binding): Node | null {
  const { parents } = draft.scopes
  const identifier = binding.declarations[0]
  const property = identifier && parents.get(identifier)
  const pattern = property?.type === 'ObjectProperty' ? parents.get(property) : undefined
  const holder = pattern && parents.get(pattern)
  return pattern?.type === 'ObjectPattern' && holder?.type === 'VariableDeclarator' && field(holder, 'init')
    ? pattern
    : null
}

/** `updateTag`, else `nextUpdateTag`, `nextUpdateTag2`, ... */
function freeName(draft: Draft, names: Names, api: string, pattern: Node | null, targets: Target[]): string {
  const home = pattern ? scopeOfPattern(draft, pattern) : draft.scopes.module
  const prefixed = `next${api.charAt(0).toUpperCase()}${api.slice(1)}`
  for (let count = 0; ; count++) {
    const name = count === 0 ? api : count === 1 ? prefixed : `${prefixed}${count}`
    if (!isTaken(draft, names, name, home, targets)) return name
  }
}

function isTaken(draft: Draft, names: Names, name: string, home: Scope, targets: Target[]): boolean {
  const alive = (binding: Binding | null | undefined): boolean => !!binding && !names.dead.has(binding)
  if (alive(home.bindings.get(name))) return true
  if (draft.declared.has(name) || targets.some(({ scope }) => alive(lookup(scope, name)))) return true
  const clashes = names.needs.some(
    ({ local, pattern }) =>
      local === name && related(home, pattern ? scopeOfPattern(draft, pattern) : draft.scopes.module),
  )
  if (clashes) return true
  // A name that nothing in the file declares would be captured by the new declaration.
  return draft.scopes.references.some(({ node, binding }) => !binding && node.name === name)
}

/** True where one scope lies in the other, so that one name hides the other. */
function related(a: Scope, b: Scope): boolean {
  return isInside(a.node, b.node) || isInside(b.node, a.node)
}

function scopeOfPattern(draft: Draft, pattern: Node): Scope {
  for (const scope of draft.scopes.scopeOf.values())
    for (const binding of scope.bindings.values())
      if (binding.declarations.some((node) => isInside(node, pattern))) return scope
  return draft.scopes.module
}

function isInside(node: Node, { start, end }: Node): boolean {
  return node.start >= start && node.end <= end
}
