import { field, isCast, isMember, memberName, type Node, nameOf, withoutCasts } from './ast.js'
import { addTarget, type Draft, sourceOf, type Target } from './draft.js'
import { isDeep, isNextCache, moduleSource, namespaceModule } from './origin.js'

/** How a function of `next/cache` is named at one place, and how it is named after the edit. */
export interface Callee {
  /** The expression without casts. */
  inner: Node
  /** True where nothing but the name itself has to change, so that comments and spaces inside stay. */
  plain: boolean
  /** The whole expression as it reads afterwards, casts gone. */
  text(nameOf: (target: Target) => string): string
  /** The part that changes when `plain`, and its text. */
  name(nameOf: (target: Target) => string): { start: number; end: number; text: string }
}

/**
 * Prepares the renaming of a function expression: `revalidateTag`, `cache.revalidateTag`,
 * `(await import('next/cache')).revalidateTag`, each with or without casts.
 *
 * @param api the function afterwards, as `next/cache` calls it
 * @param same true where it is that function already, under whatever name
 */
export function prepareCallee(draft: Draft, expression: Node, api: string, same = false): Callee {
  const inner = withoutCasts(expression)
  if (isMember(inner) && memberName(inner) !== null) return prepareMember(draft, expression, inner, api, same)
  const target = addTarget(draft, api, inner, draft.scopes.referenceOf.get(inner) ?? null, { same })
  return {
    inner,
    plain: inner === expression,
    text: (nameOf) => nameOf(target),
    name: (nameOf) => ({ start: inner.start, end: inner.end, text: nameOf(target) }),
  }
}

function prepareMember(draft: Draft, expression: Node, inner: Node, api: string, same: boolean): Callee {
  const object = field(inner, 'object') ?? inner
  const module = namespaceModule(object, draft.scopes)
  const source = moduleSource(object)
  const old = memberName(inner) ?? api
  const foreign = module !== null && !isNextCache(module) && !(isDeep(module) && source)
  if (foreign && (isDeep(module) || (!same && old !== api))) {
    // The namespace of a project module need not have the other function: name it directly.
    const root = withoutCasts(object)
    const target = addTarget(draft, api, inner, draft.scopes.referenceOf.get(root) ?? null)
    return {
      inner,
      plain: inner === expression,
      text: (nameOf) => nameOf(target),
      name: (nameOf) => ({ start: inner.start, end: inner.end, text: nameOf(target) }),
    }
  }
  if (module !== null && isDeep(module) && source) replaceModule(draft, source)
  const property = field(inner, 'property') ?? inner
  const written = foreign ? old : api
  const name = inner.computed === true ? requote(sourceOf(draft, property), written) : written
  return {
    inner,
    plain: inner === expression && !isCast(object),
    text: () => objectText(draft, object) + accessor(inner, name),
    name: () => ({ start: property.start, end: property.end, text: name }),
  }
}

/** Replaces the inner module of Next.js by `next/cache`, quotes kept. */
export function replaceModule(draft: Draft, source: Node): void {
  draft.edits.replace(source.start, source.end, requote(sourceOf(draft, source), 'next/cache'))
}

function requote(literal: string, value: string): string {
  return `${literal.charAt(0)}${value}${literal.charAt(0)}`
}

function accessor(member: Node, name: string): string {
  const optional = member.optional === true
  if (member.computed === true) return `${optional ? '?.' : ''}[${name}]`
  return `${optional ? '?.' : '.'}${name}`
}

function objectText(draft: Draft, object: Node): string {
  const inner = withoutCasts(object)
  const text = sourceOf(draft, inner)
  const simple = nameOf(inner) !== null || isMember(inner) || inner.type === 'CallExpression'
  return simple ? text : `(${text})`
}
