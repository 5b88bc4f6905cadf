import type { Range } from '../../plan/types.js'
import { field, list, type Node } from '../ast.js'
import type { Draft } from '../draft.js'
import type { NameOf, Step } from '../step.js'
import type { Part } from '../text-parts.js'
import { afterSameLineComments, indentAt, lineStart, tokenBefore } from '../tokens.js'
import { bodyOf } from './body.js'
import { joinLines, noteParts } from './layout.js'
import { functionAround, stale, startWithNotes, statementAround } from './nodes.js'
import { arrowOf } from './notes.js'
import { directiveText, lifeLines, tagLines } from './settings.js'
import type { Job } from './types.js'

/** The function around the call becomes the cached function itself. */
export function prepareFold(job: Job): Step {
  const { draft, call, edit } = job
  const around = functionAround(draft, call)
  const body = around && field(around, 'body')
  if (!around || !body) throw stale(draft, edit.replace, 'function around a cached call')
  const isBlock = body.type === 'BlockStatement'
  const statement = isBlock ? statementAround(draft, call) : null
  if (statement && (statement.start !== edit.replace.start || !list(body, 'body').includes(statement)))
    throw stale(draft, edit.replace, 'cached call')
  return {
    range: around,
    write(nameOf) {
      if (around.async !== true) draft.edits.insert(nameStart(draft, around), 'async ', 'right')
      if (statement) foldBlock(job, nameOf, body, statement)
      else foldExpression(job, nameOf, around)
    },
  }
}

/** Where `async` goes: in front of a function, of a method's name, behind `static` and the like. */
function nameStart(draft: Draft, around: Node): number {
  const key = /Method$/.test(around.type) ? field(around, 'key') : null
  if (!key) return around.start
  return around.computed === true ? (tokenBefore(draft.parsed, key.start)?.start ?? key.start) : key.start
}

function foldExpression(job: Job, nameOf: NameOf, around: Node): void {
  const { draft, edit } = job
  const { eol, indent: step } = draft.style
  const arrow = arrowOf(draft, around) ?? edit.replace.start
  const indent = indentAt(draft.source, arrow)
  const inner = indent + step
  const lines = [
    [directiveText(draft)],
    ...lifeLines(job, nameOf, inner),
    ...tagLines(job, nameOf, inner),
    ...folded(job, inner),
  ]
  const parts = ['{', eol + inner, ...joinLines(draft, lines, inner), `${eol}${indent}}`]
  const start = arrow + '=>'.length
  draft.edits.replace(start, edit.replace.end, [' ', ...parts])
}

/** The body and the comments that spoke of it. */
function folded(job: Job, indent: string): Part[][] {
  const { draft, notes } = job
  return [...noteParts(draft, [...notes.own, ...notes.invocation], indent), ...bodyOf(job, indent).lines]
}

function foldBlock(job: Job, nameOf: NameOf, block: Node, statement: Node): void {
  const { draft } = job
  const { source, edits, style } = draft
  const { eol } = style
  const statements = list(block, 'body')
  const directives = list(block, 'directives')
  const first = directives[0] ?? statements[0] ?? statement
  const outer = indentAt(source, block.start)
  const isOwnLine = source.slice(lineStart(source, first.start), first.start).trim() === ''
  const inner = isOwnLine ? indentAt(source, first.start) : outer + style.indent
  const isFirst = statements[0] === statement
  const life = lifeLines(job, nameOf, inner)
  const tags = tagLines(job, nameOf, inner)
  const settings = isFirst ? [...life, ...tags] : life
  const opening = { block, inner, isOwnLine }
  const last = directives.at(-1)
  if (last) {
    openBlock(draft, opening, [[directiveText(draft)]])
    edits.insertParts(afterSameLineComments(draft.parsed, source, last.end), below(settings, eol + inner))
  } else openBlock(draft, opening, [[directiveText(draft)], ...settings])
  if (!isFirst && tags.length > 0)
    edits.insertParts(startWithNotes(draft, statement), [...joinLines(draft, tags, inner), eol + inner])
  const lines = folded(job, inner)
  if (lines.length > 0) edits.replace(statement.start, statement.end, joinLines(draft, lines, inner))
  else edits.replace(lineStart(source, statement.start), lineEnd(source, statement), [])
  closeBlock(draft, block, statement, outer)
}

function below(lines: Part[][], newline: string): Part[] {
  return lines.flatMap((line) => [newline, ...line])
}

function openBlock(
  draft: Draft,
  { block, inner, isOwnLine }: { block: Node; inner: string; isOwnLine: boolean },
  lines: Part[][],
): void {
  const { source, parsed, edits, style } = draft
  const newline = style.eol + inner
  const start = block.start + 1
  const noted = afterSameLineComments(parsed, source, start)
  if (isOwnLine) {
    edits.insertParts(noted, below(lines, newline))
    return
  }
  const next = source.slice(start).search(/\S/) + start
  edits.replace(start, next, [...below(lines, newline), newline])
}

/** The closing brace of a block on one line gets a line of its own. */
function closeBlock({ source, edits, style }: Draft, block: Node, statement: Node, outer: string): void {
  const closer = block.end - 1
  if (/^[^\S\r\n]*$/.test(source.slice(statement.end, closer)))
    edits.replace(statement.end, closer, style.eol + outer)
}

function lineEnd(source: string, { end }: Range): number {
  return end + (/^[^\S\r\n]*(\r\n|\r|\n)?/.exec(source.slice(end))?.[0].length ?? 0)
}
