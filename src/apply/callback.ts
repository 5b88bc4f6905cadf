import type { CacheCall, Range } from '../plan/types.js'
import { field, isCast, isMember, type Node } from './ast.js'
import { prepareCallee } from './callee.js'
import { type Draft, nodeAt } from './draft.js'
import { lookup, type Scope, scopeAround } from './scope.js'
import type { Step } from './step.js'
import { profileText } from './style.js'

/** Edit `callback`: `tags.forEach(revalidateTag)` becomes `tags.forEach((tag) => updateTag(tag))`. */
export function prepareCallback(draft: Draft, at: Range, to: CacheCall, same = false): Step {
  const reference = wholeReference(
    draft,
    nodeAt(draft, at, ['MemberExpression', 'Identifier', 'Expression'], 'function name'),
  )
  let whole = reference
  for (let up = draft.scopes.parents.get(whole); up && isCast(up); up = draft.scopes.parents.get(up))
    whole = up
  const callee = prepareCallee(draft, whole, to.name, same)
  return {
    range: whole,
    write(nameOf) {
      const called = callee.text(nameOf)
      const param = freshParameter(scopeAround(draft.scopes, whole), called)
      const head = draft.style.arrowParens ? `(${param})` : param
      const profile = to.profile ? `, ${profileText(to.profile, draft.style)}` : ''
      draft.edits.replace(whole.start, whole.end, `${head} => ${called}(${param}${profile})`)
    },
  }
}

/** The member expression of which an identifier is the last name, else the identifier itself. */
export function wholeReference(draft: Draft, node: Node): Node {
  const parent = draft.scopes.parents.get(node)
  if (!parent || !isMember(parent) || parent.computed === true || field(parent, 'property') !== node)
    return node
  return parent
}

/** `tag`, else another name that hides nothing which the code around can see. */
function freshParameter(scope: Scope, called: string): string {
  const used = new Set(called.match(/[\w$]+/g))
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'tag' : count === 2 ? 'item' : `tag${count - 1}`
    if (!used.has(name) && !lookup(scope, name)) return name
  }
}
