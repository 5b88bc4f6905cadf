import type { Range } from '../../plan/types.js'
import { eachChild, field, list, type Node } from '../ast.js'
import { type Draft, sourceOf } from '../draft.js'
import type { Moved, Part } from '../text-parts.js'
import { commentsBetween, hasNewline, indentAt, lineStart, tokenBefore, tokenFrom } from '../tokens.js'
import { noteParts } from './layout.js'
import { endOf } from './settings.js'
import type { Job } from './types.js'

/** The cached code as lines at an indentation; directives of its own apart, since they stay at the top. */
export interface Body {
  directives: Part[][]
  lines: Part[][]
}

export function bodyOf({ draft, edit, callback, notes }: Job, indent: string): Body {
  const above = noteParts(draft, notes.body, indent)
  const { body } = edit
  const end = endOf(draft.style)
  if (body.kind === 'call') return { directives: [], lines: [...above, [`return ${body.text}${end}`]] }
  const node = callback && field(callback, 'body')
  if (!node) return { directives: [], lines: above }
  if (body.kind === 'block') return blockBody(draft, node, indent)
  return {
    directives: [],
    lines: [...above, ['return ', ...expressionParts(draft, node, body, indent), end]],
  }
}

function blockBody(draft: Draft, block: Node, indent: string): Body {
  const { source, parsed } = draft
  const start = firstInk(source, block.start + 1)
  const end = lastInk(source, block.end - 1)
  if (start >= end) return { directives: [], lines: [] }
  const directives = list(block, 'directives')
  const statements = list(block, 'body')
  const from = contentIndent(draft, block, start)
  breakLines(draft, [...directives, ...statements], block, from)
  const fixed = fixedRanges(block)
  const last = directives.at(-1)
  const split = last ? firstInk(source, last.end) : start
  const head: Part[][] = last ? [[{ start, end: last.end, from, to: indent, fixed }]] : []
  if (split >= end) return { directives: head, lines: [] }
  const first = statements[0] && tokenFrom(parsed, statements[0].start)
  // Behind a call without semicolon, such a line would go on with the call.
  const joins = !draft.style.semicolons && first && /[([`/+-]/.test(source[first.start] ?? '')
  if (joins && first.start > split)
    return {
      directives: head,
      lines: [
        [
          { start: split, end: first.start, from, to: indent, fixed },
          ';',
          { start: first.start, end, from, to: indent, fixed },
        ],
      ],
    }
  const rest: Moved = { start: split, end, from, to: indent, fixed }
  return { directives: head, lines: [joins ? [';', rest] : [rest]] }
}

/**
 * The indentation of a block's content: that of most lines with which its statements begin, or end in a bracket. A
 * block of comments alone is told by the first of them.
 */
function contentIndent(draft: Draft, block: Node, start: number): string {
  const { source, parsed } = draft
  const statements = [...list(block, 'directives'), ...list(block, 'body')]
  const isOwn = (at: number): boolean => source.slice(lineStart(source, at), at).trim() === ''
  const closers = statements.map((one) => firstInk(source, lineStart(source, one.end)))
  const found = [
    ...statements.map((one) => one.start).filter(isOwn),
    ...closers.filter((at) => /[)\]}]/.test(source[at] ?? '')),
  ]
  if (found.length > 0) return mostCommon(found.map((at) => indentAt(source, at)))
  const comment = commentsBetween(parsed, block.start, block.end).find((one) => isOwn(one.start))
  return indentAt(source, comment?.start ?? start)
}

/** Of two that are equally common, the shorter one. */
function mostCommon(indents: string[]): string {
  const counts = new Map<string, number>()
  for (const indent of indents) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || a.length - b.length)
  return best?.[0] ?? ''
}

/** Statements of a block on one line get lines of their own. */
function breakLines({ source, edits }: Draft, statements: Node[], block: Node, from: string): void {
  const [first] = statements
  if (!first || hasNewline(source, block.start, first.start)) return
  const eol = source.includes('\r\n') ? '\r\n' : '\n'
  statements.forEach((one, index) => {
    const next = statements[index + 1]
    if (next && /^[^\S\r\n]*$/.test(source.slice(one.end, next.start)))
      edits.replace(one.end, next.start, eol + from)
  })
}

/** What follows `return`: it must begin on the same line, and keeps parentheses that hold it together. */
function expressionParts(draft: Draft, node: Node, range: Range, indent: string): Part[] {
  const { source, style } = draft
  const { start, end } = withoutParentheses(draft, node, range)
  const fixed = fixedRanges(node)
  const from = indentAt(source, start)
  const isOpen = start === node.start && end === node.end
  const isTall = hasNewline(source, start, end)
  if (!isOpen || !isTall || !/^(Binary|Logical|JSX)/.test(node.type))
    return [{ start, end, from, to: indent, fixed }]
  const inner = indent + style.indent
  return [`(${style.eol}${inner}`, { start, end, from, to: inner, fixed }, `${style.eol}${indent})`]
}

function withoutParentheses(draft: Draft, node: Node, range: Range): Range {
  const { parsed, source } = draft
  let { start, end } = range
  while (start < node.start && source[start] === '(' && source[end - 1] === ')') {
    const inner = {
      start: tokenFrom(parsed, start + 1)?.start ?? node.start,
      end: tokenBefore(parsed, end - 1)?.end ?? node.end,
    }
    const hasNotes =
      commentsBetween(parsed, start, inner.start).length > 0 ||
      commentsBetween(parsed, inner.end, end).length > 0
    if (hasNotes || node.type === 'SequenceExpression') break
    ;({ start, end } = inner)
  }
  return { start, end }
}

function firstInk(source: string, from: number): number {
  return from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0)
}

function lastInk(source: string, to: number): number {
  return source.slice(0, to).trimEnd().length
}

/** The inside of template literals and strings of several lines: white space there is part of a value. */
export function fixedRanges(node: Node): Range[] {
  const ranges: Range[] = []
  const stack = [node]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (/^(TemplateElement|StringLiteral|DirectiveLiteral)$/.test(at.type))
      ranges.push({ start: at.start, end: at.end })
    eachChild(at, (child) => stack.push(child))
  }
  return ranges
}

/** True where a callback's own body declares it to run otherwise. */
export function ownDirective(draft: Draft, callback: Node | null): string | null {
  const block = callback && field(callback, 'body')
  const found =
    block && list(block, 'directives').find((one) => /use (?:cache|server)/.test(sourceOf(draft, one)))
  return found ? sourceOf(draft, found) : null
}
