import type { Range } from '../../plan/types.js'
import { list, type Node } from '../ast.js'
import { type Draft, sourceOf } from '../draft.js'
import type { NameOf } from '../step.js'
import type { Part } from '../text-parts.js'
import { commentsBetween, indentAt, lineStart, tokenBefore, tokenFrom } from '../tokens.js'
import { bodyOf, fixedRanges } from './body.js'
import { joinLines, listText, noteParts, reindented } from './layout.js'
import { directiveText, lifeLines, tagLines } from './settings.js'
import type { Job } from './types.js'

/**
 * The parameter list of the callback, where it stays as it is and holds comments, which the texts of the parameters
 * do not tell.
 */
export function keptParameters(
  draft: Draft,
  callback: Node | null,
  parameters: readonly string[],
): Range | null {
  const params = callback ? list(callback, 'params') : []
  const [first] = params
  const last = params.at(-1)
  if (!first || !last || params.length !== parameters.length) return null
  if (params.some((param, index) => sourceOf(draft, param) !== parameters[index])) return null
  const opener = tokenBefore(draft.parsed, first.start)
  const next = tokenFrom(draft.parsed, last.end)
  const closer = next && draft.source[next.start] === ',' ? tokenFrom(draft.parsed, next.end) : next
  if (!opener || !closer || draft.source[opener.start] !== '(' || draft.source[closer.start] !== ')')
    return null
  const hasNotes = commentsBetween(draft.parsed, opener.start, closer.end).length > 0
  return hasNotes ? { start: opener.start, end: closer.end } : null
}

/** The indentation of the line that closes a list on several lines. */
function indentOfList({ source }: Draft, { start, end }: Range): string {
  const isOwnLine = source.slice(lineStart(source, end - 1), end - 1).trim() === ''
  return indentAt(source, isOwnLine ? end - 1 : start)
}

/** `(a: T, b = 1): R {`, in the layout of the file. */
function signature({ draft, edit, callback }: Job, before: string, arrow: boolean, indent: string): Part[] {
  const { parameters, returnType } = edit
  const type = returnType === null ? '' : `: ${reindented(returnType, indent)}`
  const after = `${type}${arrow ? ' =>' : ''} {`
  const kept = keptParameters(draft, callback, parameters)
  if (kept && callback) {
    const fixed = fixedRanges(callback)
    const from = indentOfList(draft, kept)
    return [before, { ...kept, from, to: indent, fixed }, after]
  }
  const [only, more] = parameters
  const isBare =
    arrow && !draft.style.arrowParens && !more && !type && /^[\p{ID_Continue}$]+$/u.test(only ?? '')
  if (isBare && edit.typeParameters === '') return [`${before}${only}${after}`]
  return [before + listText(draft, parameters, { before: indent + before, after, indent }) + after]
}

/**
 * The cached function.
 *
 * @param head what stands before the parameters: `async function getX`
 * @param indent indentation of the line on which it begins
 * @param own comments that have no place above the function
 */
export function functionParts(
  job: Job,
  nameOf: NameOf,
  { head, arrow, indent, own }: { head: string; arrow: boolean; indent: string; own: Part[][] },
): Part[] {
  const { draft } = job
  const { eol } = draft.style
  const inner = indent + draft.style.indent
  const body = bodyOf(job, inner)
  const lines = [
    [directiveText(draft)],
    ...body.directives,
    ...lifeLines(job, nameOf, inner),
    ...tagLines(job, nameOf, inner),
    ...own,
    ...body.lines,
  ]
  return [
    ...signature(job, head, arrow, indent),
    eol + inner,
    ...joinLines(draft, lines, inner),
    `${eol}${indent}}`,
  ]
}

/** A function declaration below the comments that spoke of the callback. */
export function declarationParts(job: Job, nameOf: NameOf, prefix: string, indent: string): Part[] {
  const { draft, edit, notes } = job
  const head = `${prefix}async function ${edit.name}${edit.typeParameters}`
  const parts = functionParts(job, nameOf, { head, arrow: false, indent, own: [] })
  return joinLines(draft, [...noteParts(draft, notes.own, indent), parts], indent)
}
