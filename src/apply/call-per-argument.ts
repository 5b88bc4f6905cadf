import type { CacheCall, Range } from '../plan/types.js'
import { field, list, type Node } from './ast.js'
import { gapBefore, prepareCall, writeCallee } from './call.js'
import { prepareCallee } from './callee.js'
import { type Draft, nodeAt } from './draft.js'
import { EditError } from './errors.js'
import type { Comment } from './parse.js'
import type { NameOf, Step } from './step.js'
import { profileText } from './style.js'
import {
  commentsBetween,
  hasNewline,
  indentAt,
  lineStart,
  ownSemicolon,
  tokenBefore,
  tokenFrom,
} from './tokens.js'

/** Edit `call-per-argument`: `expire(a, b)` as a statement becomes one statement per argument. */
export function preparePerArgument(draft: Draft, at: Range, to: CacheCall): Step {
  const call = nodeAt(draft, at, ['CallExpression'], 'call')
  const args = list(call, 'arguments')
  if (args.length === 1) return prepareCall(draft, at, to)
  const statement = statementOf(draft, call)
  if (!statement || args.length === 0 || args.some(({ type }) => type === 'SpreadElement'))
    throw new EditError(
      draft.file,
      'holds a call with several tags that is not a statement; change it by hand',
    )
  const callee = prepareCallee(draft, field(call, 'callee') ?? call, to.name)
  const profile = to.profile && `, ${profileText(to.profile, draft.style)}`
  return {
    range: call,
    write(nameOf) {
      const lines = layout(draft, statement)
      writeCallee(draft, call, callee, nameOf)
      const head = startOf(draft, statement, call, callee.text, nameOf)
      args.forEach((arg, index) => {
        const next = args[index + 1]
        if (next) splitAt(draft, arg, next, { ...lines, head, profile: profile ?? '' })
      })
      endOf(draft, statement, call, profile)
      lines.wrap()
    },
  }
}

/** The expression statement that is nothing but the call, perhaps awaited or voided. */
export function statementOf(draft: Draft, call: Node): Node | null {
  let parent = draft.scopes.parents.get(call)
  while (
    parent?.type === 'AwaitExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'void')
  )
    parent = draft.scopes.parents.get(parent)
  return parent?.type === 'ExpressionStatement' ? parent : null
}

export interface Layout {
  /** What stands between two statements, semicolon included. */
  end: string
  /** Indentation of a new line; null where the statements share one line. */
  indent: string | null
  /** Adds the braces that a body without them needs. */
  wrap(): void
}

/** How statements follow one another where a statement stands. */
export function layout(draft: Draft, statement: Node): Layout {
  const { edits, parsed, scopes, source, style } = draft
  const parent = scopes.parents.get(statement)
  const semicolon = ownSemicolon(draft, statement)
  const inList =
    !!parent && /^(Program|BlockStatement|StaticBlock|TSModuleBlock|SwitchCase)$/.test(parent.type)
  const ownLine = source.slice(lineStart(source, statement.start), statement.start).trim() === ''
  if (inList) {
    if (ownLine)
      return { end: semicolon ? ';' : '', indent: indentAt(source, statement.start), wrap: () => {} }
    return { end: ';', indent: null, wrap: () => {} }
  }
  const outer = indentAt(source, parent?.start ?? statement.start)
  const indent = outer + style.indent
  return {
    end: semicolon ? ';' : '',
    indent,
    wrap() {
      const before = tokenBefore(parsed, statement.start)?.end ?? statement.start
      const blank = source.slice(before, statement.start).trim() === ''
      const open = `{${style.eol}${indent}`
      if (blank) edits.replace(before, statement.start, ` ${open}`)
      else edits.insert(statement.start, open)
      const next = tokenFrom(parsed, statement.end)
      const joined = next && source.slice(next.start, next.end) === 'else'
      const close = `${style.eol}${outer}}`
      if (joined && source.slice(statement.end, next.start).trim() === '')
        edits.replace(statement.end, next.start, `${close} `)
      else edits.insert(statement.end, close, 'right')
    },
  }
}

/** `await updateTag(`: everything of the statement in front of the first argument. */
function startOf(
  draft: Draft,
  statement: Node,
  call: Node,
  text: (nameOf: NameOf) => string,
  nameOf: NameOf,
): string {
  const gap = gapBefore(draft, call)
  return `${draft.source.slice(statement.start, call.start)}${gap}${text(nameOf)}(`
}

function splitAt(
  draft: Draft,
  arg: Node,
  next: Node,
  { end, indent, head, profile }: Layout & { head: string; profile: string },
): void {
  const { edits, parsed, source, style } = draft
  // Parentheses around an argument belong to it: the comma is what separates.
  const comma = commaBetween(draft, arg, next)
  const close = tokenBefore(parsed, comma)?.end ?? arg.end
  const open = tokenFrom(parsed, comma + 1)?.start ?? next.start
  const comments = commentsBetween(parsed, close, open)
  // `a, /* why */ b`: the comment speaks of what follows it.
  const leading = comments.filter((one) => one.start > comma && !hasNewline(source, comma, open))
  const sameLine = comments.filter((one) => !leading.includes(one) && !hasNewline(source, close, one.start))
  const ownLine = comments.filter((one) => !leading.includes(one) && !sameLine.includes(one))
  const text = ({ start, end }: Comment): string => source.slice(start, end)
  const after = sameLine.map((comment) => ` ${text(comment)}`).join('')
  const broken = sameLine.some(({ block }) => !block)
  const newline = indent === null ? (broken ? style.eol : ' ') : style.eol + indent
  const above = ownLine.map((comment) => text(comment) + newline).join('')
  const inside = leading.map((comment) => `${text(comment)} `).join('')
  edits.replace(close, open, `${profile})${end}${after}${newline}${above}${head}${inside}`)
}

function commaBetween({ parsed, source }: Draft, arg: Node, next: Node): number {
  let token = tokenFrom(parsed, arg.end)
  while (token && token.start < next.start && source[token.start] !== ',')
    token = tokenFrom(parsed, token.end)
  return token?.start ?? arg.end
}

/** The last call takes the closing parenthesis; white space, comma and line break that went before it go. */
function endOf(draft: Draft, statement: Node, call: Node, profile: string | null): void {
  const { edits, parsed, source } = draft
  const closer = call.end - 1
  const comma = tokenBefore(parsed, closer)
  const trailing = comma && source[comma.start] === ',' && comma.end - comma.start === 1
  const end = trailing ? (tokenBefore(parsed, comma.start)?.end ?? comma.start) : (comma?.end ?? closer)
  const first = list(call, 'arguments')[0]
  const opener = first ? tokenBefore(parsed, first.start)?.end : undefined
  if (first && opener !== undefined && source.slice(opener, first.start).trim() === '')
    if (opener < first.start) edits.replace(opener, first.start, '')
  const comments = commentsBetween(parsed, end, closer).map(({ start, end }) => source.slice(start, end))
  if (end < closer) edits.replace(end, closer, profile ?? '')
  else if (profile) edits.insert(closer, profile)
  if (comments.length > 0) edits.insert(statement.end, ` ${comments.join(' ')}`, 'right')
}
