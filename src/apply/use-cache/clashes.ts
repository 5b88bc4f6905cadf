import type { Range, UseCacheEdit } from '../../plan/types.js'
import { field, type Node } from '../ast.js'
import type { Draft } from '../draft.js'
import { EditError } from '../errors.js'
import { parse } from '../parse.js'
import { findScopes } from '../scope.js'
import { functionAround, lineOf } from './nodes.js'

/**
 * Refuses a body whose own names would capture what comes to stand beside it: the settings, and for `fold` all of the
 * function around.
 *
 * @throws EditError where a name would mean something else
 */
export function checkClashes(draft: Draft, edit: UseCacheEdit, call: Node, callback: Node | null): void {
  const names = bodyNames(draft, callback)
  if (names.size === 0) return
  const settings = namesIn(draft, [edit.revalidate, ...edit.tags], names)
  const around = edit.form === 'fold' ? namesAround(draft, edit.replace, functionAround(draft, call)) : []
  const clash = [...settings, ...around].find((name) => names.has(name))
  if (clash === undefined) return
  throw new EditError(
    draft.file,
    `holds a cached function at line ${lineOf(draft, edit.at)} whose own ${clash} would hide the ${clash} around it; rename one by hand`,
  )
}

/** What a block body declares at its own level; `var` belongs to the function. */
function bodyNames({ scopes }: Draft, callback: Node | null): Set<string> {
  const body = callback && field(callback, 'body')
  if (body?.type !== 'BlockStatement') return new Set()
  return new Set(scopes.scopeOf.get(body)?.bindings.keys())
}

function namesIn(draft: Draft, texts: string[], wanted: ReadonlySet<string>): string[] {
  const text = `[${texts.join(', ')}]`
  if (![...wanted].some((name) => text.includes(name))) return []
  const { references } = findScopes(parse(draft.file, `(${text})`).program)
  return references.map(({ node }) => String(node.name))
}

/** Names that the function around uses besides what goes away. */
function namesAround({ scopes }: Draft, gone: Range, around: Node | null): string[] {
  if (!around) return []
  const isLeft = ({ start, end }: Node): boolean =>
    start >= around.start && end <= around.end && !(start >= gone.start && end <= gone.end)
  return scopes.references.filter(({ node }) => isLeft(node)).map(({ node }) => String(node.name))
}
