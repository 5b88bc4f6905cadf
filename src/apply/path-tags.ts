import type { Edit, TagCall } from '../plan/types.js'
import { field, isCast, list, type Node } from './ast.js'
import { gapBefore, writeCallee } from './call.js'
import { layout, statementOf } from './call-per-argument.js'
import { type Callee, prepareCallee } from './callee.js'
import { type Draft, nodeAt, sourceOf } from './draft.js'
import { EditError } from './errors.js'
import { needProjectNames, withLocalNames } from './project-import/names.js'
import { dropReferences } from './replace-expression.js'
import type { NameOf, Step } from './step.js'
import { profileText } from './style.js'
import { tokenBefore } from './tokens.js'

type PathTags = Edit & { kind: 'path-tags' }

/** Edit `path-tags`: `revalidatePath(path)` becomes calls that take tags, one or several. */
export function preparePathTags(draft: Draft, { at, calls, imports }: PathTags): Step {
  const call = nodeAt(draft, at, ['CallExpression'], 'call')
  const [first, ...others] = calls
  if (!first) throw new EditError(draft.file, 'gets no call for a path; plan again')
  const statement = others.length > 0 ? statementAround(draft, call) : null
  if (others.length > 0 && !statement)
    throw new EditError(
      draft.file,
      'invalidates a path in an expression, where there is no room for several calls; change it by hand',
    )
  const names = needProjectNames(draft, call, imports)
  const expression = field(call, 'callee') ?? call
  const callees = calls.map(({ to }) => prepareCallee(draft, expression, to.name))
  for (const argument of list(call, 'arguments')) dropReferences(draft, argument)
  draft.written.push(...calls.map(({ argument }) => argument))
  const argumentOf = ({ argument, to }: TagCall): string =>
    withLocalNames(argument, names) + (to.profile ? `, ${profileText(to.profile, draft.style)}` : '')
  let shown: string[] = []
  return {
    range: call,
    shown: () => [shown.join(draft.style.eol)],
    write(nameOf) {
      shown = calls.map((one, index) => `${(callees[index] as Callee).text(nameOf)}(${argumentOf(one)})`)
      if (statement) writeStatements(draft, call, statement, shown)
      else writeOne(draft, call, callees[0] as Callee, nameOf, argumentOf(first))
    },
  }
}

/** A statement that is nothing but the call, or that returns it. */
function statementAround(draft: Draft, call: Node): Node | null {
  const own = statementOf(draft, call)
  if (own) return own
  let parent = draft.scopes.parents.get(call)
  while (parent && (parent.type === 'AwaitExpression' || isCast(parent)))
    parent = draft.scopes.parents.get(parent)
  return parent?.type === 'ReturnStatement' ? parent : null
}

function writeOne(draft: Draft, call: Node, callee: Callee, nameOf: NameOf, argument: string): void {
  writeCallee(draft, call, callee, nameOf)
  const args = list(call, 'arguments')
  const first = args[0]
  if (first) draft.edits.replace(first.start, args.at(-1)?.end ?? first.end, argument)
  else draft.edits.insert(call.end - 1, argument)
}

/** Everything of the statement in front of the call and behind it is written around each of them. */
function writeStatements(draft: Draft, call: Node, statement: Node, texts: readonly string[]): void {
  const { edits, style } = draft
  const lines = layout(draft, statement)
  const isReturn = statement.type === 'ReturnStatement'
  const start = isReturn ? argumentStart(draft, statement, call) : statement.start
  const before = sourceOf(draft, { start, end: call.start })
  const behind = sourceOf(draft, { start: call.end, end: statement.end }).replace(/\s*;$/, '')
  const newline = lines.indent === null ? ' ' : style.eol + lines.indent
  const between = behind + lines.end + newline
  const gap = gapBefore(draft, call)
  if (isReturn) {
    const last = texts.at(-1) ?? ''
    const above = texts.slice(0, -1).map((text) => before + text + between)
    edits.insert(statement.start, above.join(''), 'right')
    edits.replace(call.start, call.end, gap + last)
  } else edits.replace(call.start, call.end, gap + texts.join(between + before))
  lines.wrap()
}

/** Where that begins which is returned: `await` and parentheses included. */
function argumentStart(draft: Draft, statement: Node, call: Node): number {
  let start = call.start
  for (let token = tokenBefore(draft.parsed, start); token; token = tokenBefore(draft.parsed, token.start)) {
    if (token.start <= statement.start) return start
    start = token.start
  }
  return start
}
