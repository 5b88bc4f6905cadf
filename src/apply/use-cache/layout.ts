import { list } from '../ast.js'
import type { Draft } from '../draft.js'
import type { Comment } from '../parse.js'
import { type Part, shiftLines } from '../text-parts.js'
import { hasNewline, indentAt, tokenBefore, tokenFrom } from '../tokens.js'

const widths = new WeakMap<Draft, number>()
const commas = new WeakMap<Draft, boolean>()

/** The width that nearly all lines of a file keep: 80, 100 or 120 columns. */
export function widthOf(draft: Draft): number {
  const known = widths.get(draft)
  if (known !== undefined) return known
  const lines = draft.source
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*(?:\/\/|\*|\/\*|import\b)|['"`],?;?$/.test(line))
  const keeps = (width: number): boolean =>
    lines.filter((line) => columns(line) > width).length <= Math.max(2, lines.length / 50)
  const width = [80, 100].find(keeps) ?? 120
  widths.set(draft, width)
  return width
}

export function columns(text: string): number {
  return text.replaceAll('\t', '  ').length
}

/** True where lists of arguments or parameters with one element per line end in a comma. */
export function hasTrailingCommas(draft: Draft): boolean {
  const known = commas.get(draft)
  if (known !== undefined) return known
  let balance = 0
  for (const node of draft.scopes.parents.keys()) {
    const elements = [...list(node, 'arguments'), ...list(node, 'params')]
    const [first] = elements
    const last = elements.at(-1)
    const opener = first && tokenBefore(draft.parsed, first.start)
    const next = last && tokenFrom(draft.parsed, last.end)
    if (!opener || !next || last.type === 'RestElement') continue
    if (draft.source[opener.start] !== '(' || !hasNewline(draft.source, opener.end, first.start)) continue
    if (draft.source[next.start] === ',') balance++
    else if (draft.source[next.start] === ')') balance--
  }
  commas.set(draft, balance >= 0)
  return balance >= 0
}

/**
 * A list in parentheses: on one line where it fits, else with one element per line.
 *
 * @param before what stands on the line in front of it, indentation included
 * @param after what follows on the line of its end
 */
export function listText(
  draft: Draft,
  texts: readonly string[],
  { before, after, indent }: { before: string; after: string; indent: string },
): string {
  const { eol, indent: step } = draft.style
  const inner = indent + step
  const flat = `(${texts.map((text) => reindented(text, indent)).join(', ')})`
  const isOneLine = !/[\r\n]/.test(flat)
  const fits = isOneLine && columns(before + flat + after) <= widthOf(draft)
  const hugs = texts.length === 1 && !isOneLine
  if (texts.length === 0 || fits || hugs) return flat
  const last = texts.at(-1)?.startsWith('...') && after.includes('{')
  const lines = texts.map((text) => eol + inner + reindented(text, inner)).join(',')
  return `(${lines}${hasTrailingCommas(draft) && !last ? ',' : ''}${eol}${indent})`
}

/** A text of several lines, whose last line stands where its first one does, at another indentation. */
export function reindented(text: string, indent: string): string {
  const rest = [...text.matchAll(/(?:\r\n|\r|\n)([^\S\r\n]*)(?=\S)/g)].map(([, space]) => space ?? '')
  if (rest.length === 0 || text.includes('`')) return text
  const base = rest.reduce((least, space) => (space.length < least.length ? space : least))
  return shiftLines(text, base, indent)
}

/** Comments on lines of their own, without the first indentation and the last line end. */
export function noteParts({ source }: Draft, notes: readonly Comment[], indent: string): Part[][] {
  return notes.map(({ start, end }) => [{ start, end, from: indentAt(source, start), to: indent, fixed: [] }])
}

/** Comments behind code on its line. */
export function notesBehind({ source }: Draft, notes: readonly Comment[]): string {
  return notes.map(({ start, end }) => ` ${source.slice(start, end)}`).join('')
}

/** Lines of code at one indentation, without the first indentation and the last line end. */
export function joinLines({ style }: Draft, lines: readonly Part[][], indent: string): Part[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [style.eol + indent, ...line]))
}
