import type { CacheCall, Range } from '../plan/types.js'
import { field, list, type Node, nameOf } from './ast.js'
import { type Callee, prepareCallee } from './callee.js'
import { type Draft, nodeAt } from './draft.js'
import { EditError } from './errors.js'
import { endOfLast, insertAfter, listIndent } from './lists.js'
import type { Step } from './step.js'
import { profileText } from './style.js'
import { tokenBefore, tokenFrom } from './tokens.js'

/** Edit `call`: another function and perhaps a second argument; everything else of the call stays as it is. */
export function prepareCall(draft: Draft, at: Range, to: CacheCall, same = false): Step {
  const call = nodeAt(draft, at, ['CallExpression'], 'call')
  const callee = prepareCallee(draft, field(call, 'callee') ?? call, to.name, same)
  checkArguments(draft, call, to)
  return {
    range: call,
    write(nameOf) {
      writeCallee(draft, call, callee, nameOf)
      const args = list(call, 'arguments')
      if (to.profile) appendArgument(draft, call, profileText(to.profile, draft.style))
      else if (args.length === 2 && to.name === 'updateTag') dropSecond(draft, call)
    },
  }
}

/** Only a call with one argument takes a profile; an `undefined` behind it makes room. */
function checkArguments(draft: Draft, call: Node, { name, profile }: CacheCall): void {
  const [first, second, third] = list(call, 'arguments')
  if (!profile && name !== 'updateTag') return
  const fits =
    first && first.type !== 'SpreadElement' && !third && (!second || nameOf(second) === 'undefined')
  if (fits) return
  const line = draft.source.slice(0, call.start).split(/\r\n|\r|\n/).length
  throw new EditError(
    draft.file,
    `holds a call without exactly one argument at line ${line}; change it by hand`,
  )
}

/** Writes the function's new name; casts and the parentheses they need go away. */
export function writeCallee(
  draft: Draft,
  call: Node,
  callee: Callee,
  nameOf: Parameters<Callee['text']>[0],
): void {
  const expression = field(call, 'callee') ?? call
  if (callee.plain) {
    const { start, end, text } = callee.name(nameOf)
    if (draft.source.slice(start, end) !== text) draft.edits.replace(start, end, text)
    return
  }
  const end = calleeEnd(draft, expression)
  draft.edits.insert(call.start, gapBefore(draft, call))
  draft.edits.replace(call.start, end, callee.text(nameOf))
  dropLeadingSemicolon(draft, call)
}

/** `return(a as any)(b)` gets the space that `return a(b)` needs. */
export function gapBefore({ source }: Draft, call: Node): string {
  return /[\p{ID_Continue}$]$/u.test(source.slice(0, call.start).slice(-2)) ? ' ' : ''
}

/** Offset behind the parentheses around a callee. */
function calleeEnd(draft: Draft, expression: Node): number {
  let end = expression.end
  for (let next = tokenFrom(draft.parsed, end); next && draft.source[next.start] === ')'; ) {
    end = next.end
    next = tokenFrom(draft.parsed, end)
  }
  return end
}

/** `;(a as any)(b)` needs its semicolon in code without semicolons, `a(b)` does not. */
function dropLeadingSemicolon(draft: Draft, call: Node): void {
  const { parsed, source, scopes, style } = draft
  const semicolon = tokenBefore(parsed, call.start)
  if (style.semicolons || semicolon?.end !== call.start || source[semicolon.start] !== ';') return
  if (!/(^|[\r\n])[^\S\r\n]*$/.test(source.slice(0, semicolon.start))) return
  const statement = scopes.parents.get(call)
  const block = statement && scopes.parents.get(statement)
  if (statement?.type !== 'ExpressionStatement' || !block) return
  const body = list(block, 'body')
  const before = body[body.indexOf(statement) - 1]
  const ends = /^(Expression|Return|Throw)Statement$|^(Variable|Import)Declaration$/.test(before?.type ?? '')
  const first = before?.type === 'EmptyStatement' && body.indexOf(before) === 0
  if (before?.end === semicolon.end && (ends || first))
    draft.edits.replace(semicolon.start, semicolon.end, '')
}

/**
 * Adds a last argument in the layout of the call.
 *
 * @param argument source text
 */
export function appendArgument(draft: Draft, call: Node, argument: string): void {
  const [first, second] = list(call, 'arguments')
  const closer = call.end - 1
  if (!first) {
    draft.edits.insert(closer, argument)
    return
  }
  if (second && nameOf(second) === 'undefined' && list(call, 'arguments').length === 2) {
    draft.edits.replace(second.start, second.end, argument)
    return
  }
  const opener = tokenBefore(draft.parsed, first.start)?.start ?? call.start
  insertAfter(draft, {
    after: endOfLast(draft, closer),
    indent: listIndent(draft, opener, first.start, closer),
    texts: [argument],
  })
}

function dropSecond(draft: Draft, call: Node): void {
  const [, second] = list(call, 'arguments')
  const comma = second && tokenBefore(draft.parsed, second.start)
  const before = comma && tokenBefore(draft.parsed, comma.start)
  if (second && before) draft.edits.replace(before.end, second.end, '')
}
