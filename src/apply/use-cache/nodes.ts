import type { Range, UseCacheEdit } from '../../plan/types.js'
import { field, isNode, list, type Node, withoutCasts } from '../ast.js'
import { type Draft, nodeAt } from '../draft.js'
import { EditError } from '../errors.js'
import { hasNewline, lineStart } from '../tokens.js'

const functions =
  /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration|ObjectMethod|ClassMethod|ClassPrivateMethod)$/

/** The call of an edit and the inline function in it. */
export function callOf(draft: Draft, edit: UseCacheEdit): { call: Node; callback: Node | null } {
  const call = nodeAt(draft, edit.at, ['CallExpression'], 'call')
  const { body } = edit
  if (body.kind === 'call') return { call, callback: null }
  const callback = list(call, 'arguments')
    .map(withoutCasts)
    .find((one) => functions.test(one.type) && one.start <= body.start && one.end >= body.end)
  if (!callback || (body.kind === 'block') !== (field(callback, 'body')?.type === 'BlockStatement'))
    throw stale(draft, edit.at, 'cached function')
  return { call, callback }
}

export function stale(draft: Draft, at: Range, what: string): EditError {
  return new EditError(
    draft.file,
    `has no ${what} at line ${lineOf(draft, at)}; it changed since the plan, plan again`,
  )
}

/** The error for a name that would mean two things. */
export function taken(draft: Draft, { name, at }: UseCacheEdit): EditError {
  return new EditError(
    draft.file,
    `already has another ${name}, the name of the cached function of line ${lineOf(draft, at)}; rename one by hand`,
  )
}

export function lineOf({ source }: Draft, { start }: Range): number {
  return source.slice(0, start).split(/\r\n|\r|\n/).length
}

/** The statement of the module in which a node stands. */
export function topStatement({ scopes }: Draft, node: Node): Node {
  let top = node
  for (let up = scopes.parents.get(top); up && up.type !== 'Program'; up = scopes.parents.get(up)) top = up
  return top
}

/** The innermost statement of a block or of the module in which a node stands, `export` included. */
export function statementAround({ scopes }: Draft, node: Node): Node {
  let at = node
  for (let up = scopes.parents.get(at); up; up = scopes.parents.get(at)) {
    if (/^(Program|BlockStatement|StaticBlock|TSModuleBlock|SwitchCase)$/.test(up.type)) break
    at = up
  }
  return at
}

/** The innermost function around a node. */
export function functionAround({ scopes }: Draft, node: Node): Node | null {
  for (let up = scopes.parents.get(node); up; up = scopes.parents.get(up))
    if (functions.test(up.type)) return up
  return null
}

/** Offset of the first of the comments that stand right above a statement; its own where there are none. */
export function startWithNotes({ parsed, source }: Draft, { start }: Range): number {
  let from = start
  if (source.slice(lineStart(source, start), start).trim() !== '') return from
  for (const comment of parsed.comments.toReversed()) {
    if (comment.end > from) continue
    const gap = source.slice(comment.end, from)
    const isOwn = source.slice(lineStart(source, comment.start), comment.start).trim() === ''
    if (gap.trim() !== '' || !isOwn || !hasNewline(source, comment.end, from)) break
    if (gap.split(/\r\n|\r|\n/).length > 2) break
    from = comment.start
  }
  return from
}

/** A statement, or the overloads that have to stand right above it. */
export function startWithOverloads(draft: Draft, statement: Node): Node {
  const siblings = list(draft.scopes.program, 'body')
  let first = statement
  for (let index = siblings.indexOf(statement) - 1; index >= 0; index--) {
    const before = siblings[index] as Node
    const declared = before.type.startsWith('Export') ? field(before, 'declaration') : before
    if (declared?.type !== 'TSDeclareFunction' || declared.declare === true) break
    first = before
  }
  return first
}

/** The only declarator of a statement such as `export const a = ...`, null for others. */
export function onlyDeclarator(statement: Node): Node | null {
  const declaration = field(statement, 'declaration')
  const holder = isNode(declaration) ? declaration : statement
  const [first, more] = holder.type === 'VariableDeclaration' ? list(holder, 'declarations') : []
  return first && !more ? first : null
}
