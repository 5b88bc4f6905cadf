import type { UseCacheEdit } from '../../plan/types.js'
import { field, isMember, type Node, withoutCasts } from '../ast.js'
import { type Draft, sourceOf } from '../draft.js'
import { isNextCache, namespaceModule } from '../origin.js'
import { lookup, type Reference, type Scope, scopeAround } from '../scope.js'
import type { NameOf } from '../step.js'

/**
 * Registers that the new function calls an API and that the old call no longer names its own: through the same
 * namespace object where there is one, else by an imported name.
 */
export function prepareApi(
  draft: Draft,
  { form }: UseCacheEdit,
  { call, callback }: { call: Node; callback: Node | null },
  api: string,
): (nameOf: NameOf) => string {
  const callee = withoutCasts(field(call, 'callee') ?? call)
  const object = isMember(callee) ? field(callee, 'object') : null
  const root = object ? withoutCasts(object) : callee
  const reference: Reference | null = draft.scopes.referenceOf.get(root) ?? null
  const scope = scopeOfBody(draft, call, callback, form === 'hoisted')
  const isVisible = reference?.binding && lookup(scope, reference.binding.name) === reference.binding
  if (object && isVisible && isNextCache(namespaceModule(object, draft.scopes) ?? ''))
    return namespaced(draft, `${sourceOf(draft, root)}.${api}`)
  const target = { api, scope, reference, mock: false, same: false }
  draft.targets.push(target)
  return (nameOf) => nameOf(target)
}

function namespaced(draft: Draft, text: string): () => string {
  draft.written.push(text)
  return () => text
}

/** The scope in which the body's own names are seen; a hoisted function sees nothing else but the module. */
function scopeOfBody(draft: Draft, call: Node, callback: Node | null, hoisted: boolean): Scope {
  const { module, scopeOf } = draft.scopes
  const around = hoisted ? module : scopeAround(draft.scopes, call)
  const own = callback && scopeOf.get(callback)
  if (!own) return around
  const outer: Scope = { ...own, parent: around }
  const block = scopeOf.get(field(callback, 'body') ?? callback)
  return block && block !== own ? { ...block, parent: outer } : outer
}
