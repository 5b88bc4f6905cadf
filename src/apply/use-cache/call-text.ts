import type { Range } from '../../plan/types.js'
import { field, list, type Node } from '../ast.js'
import type { Draft } from '../draft.js'
import { parse } from '../parse.js'
import type { Part } from '../text-parts.js'
import { indentAt, lineStart, tokenBefore } from '../tokens.js'
import { columns, listText, widthOf } from './layout.js'
import type { Job } from './types.js'

/** Puts the new call in the place of the old one, and on the line above where only the old one's length broke it. */
export function replaceCall(job: Job): Part[] {
  const { draft, edit } = job
  const parts = callParts(job)
  const [text, more] = parts
  const above = typeof text === 'string' && !more ? lineAbove(draft, edit.replace, text) : null
  draft.edits.replace(above ?? edit.replace.start, edit.replace.end, above === null ? parts : [' ', ...parts])
  return parts
}

/** Offset behind the `=>` or `=` on the line above, where the call is all that follows and has room there. */
function lineAbove(draft: Draft, { start, end }: Range, text: string): number | null {
  const { parsed, scopes, source } = draft
  const before = tokenBefore(parsed, start)
  if (!before || /[\r\n]/.test(text) || !/^=>?$/.test(source.slice(before.start, before.end))) return null
  const gap = source.slice(before.end, start)
  const isWhole = [...scopes.parents.keys()].some(
    (node) => node.start === start && node.end === end && isFollower(scopes.parents.get(node)),
  )
  if (!isWhole || gap.trim() !== '' || !/[\r\n]/.test(gap)) return null
  const line = `${source.slice(lineStart(source, before.start), before.end)} ${text};`
  return columns(line) <= widthOf(draft) ? before.end : null
}

function isFollower(parent: Node | undefined): boolean {
  return parent?.type === 'ArrowFunctionExpression' || parent?.type === 'VariableDeclarator'
}

/** What stands in the place of the old call, broken where its line would be too long. */
function callParts({ draft, edit, notes }: Job): Part[] {
  const text = edit.call ?? edit.name
  const { source } = draft
  const { start, end } = edit.replace
  // A line comment would swallow what follows.
  const comments = notes.invocation.map((note) => {
    const own = source.slice(note.start, note.end)
    return note.block ? `${own} ` : `/*${own.slice(2).replaceAll('*/', '* /')} */ `
  })
  const before = source.slice(lineStart(source, start), start) + comments.join('')
  // A chain that goes on behind the call breaks at its own places.
  const after = /^[\])},; ]*/.exec(source.slice(end))?.[0] ?? ''
  if (/[\r\n]/.test(text) || columns(before + text + after) <= widthOf(draft))
    return [comments.join('') + text]
  return [comments.join('') + broken(draft, text, before, after, indentAt(source, start))]
}

function broken(draft: Draft, text: string, before: string, after: string, indent: string): string {
  const statement = list(parse(draft.file, `(${text})`).program, 'body')[0]
  const node: Node | null = statement ? field(statement, 'expression') : null
  const callee = node?.type === 'CallExpression' ? field(node, 'callee') : null
  if (!node || !callee || node.end - 1 !== text.length) return text
  const head = text.slice(0, callee.end - 1)
  const args = list(node, 'arguments').map((one) => text.slice(one.start - 1, one.end - 1))
  return head + listText(draft, args, { before: before + head, after, indent })
}
