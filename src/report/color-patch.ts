import { diffWordsWithSpace } from 'diff'
import type { Colors } from './colors.js'
import { visible } from './one-line.js'

/** Longer lines (minified code) are not compared word by word. */
const longestCompared = 2_000

/**
 * Colours a patch for a terminal, line by line, so that a pager may cut it anywhere; words that differ between a
 * removed line and the added line in its place stand out. Without colours it is the patch, byte for byte; with them,
 * characters that would steer the terminal are shown by their number.
 *
 * @param patch what `patchText` gives
 */
export function colorPatch(patch: string, colors: Colors): string {
  const isPlain = ['bold', 'red', 'green', 'cyan'].every((name) => colors[name as keyof Colors]('x') === 'x')
  if (isPlain) return patch
  const lines = patch.split('\n').map(shown)
  const out: string[] = []
  let inHunk = 0
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as string
    if (inHunk <= 0) {
      const header = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line)
      if (header) inHunk = Number(header[1] ?? 1) + Number(header[2] ?? 1)
      out.push(header ? colors.cyan(line) : isFileLine(line) ? colors.bold(line) : line)
      index++
    } else if (line.startsWith('-') || line.startsWith('+')) {
      const removed = run(lines, index, '-')
      const added = run(lines, index + removed.length, '+')
      out.push(...colorChange(removed, added, colors))
      inHunk -= removed.filter((one) => one[0] === '-').length + added.filter((one) => one[0] === '+').length
      index += removed.length + added.length
    } else {
      // A line of context counts on both sides; `\ No newline at end of file` on none.
      if (!line.startsWith('\\')) inHunk -= 2
      out.push(line)
      index++
    }
  }
  return out.join('\n')
}

function isFileLine(line: string): boolean {
  return /^(diff |--- |\+\+\+ )/.test(line)
}

/** The carriage return of a line end would move the cursor before the code that ends the colour. */
function shown(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  return text.split('\t').map(visible).join('\t')
}

/** The lines from `from` on that begin with a sign; a note on a missing newline belongs to the line before it. */
function run(lines: readonly string[], from: number, sign: '-' | '+'): string[] {
  let to = from
  while (lines[to]?.startsWith(sign) || (to > from && lines[to]?.startsWith('\\'))) to++
  return lines.slice(from, to)
}

function colorChange(removed: readonly string[], added: readonly string[], colors: Colors): string[] {
  const old = removed.filter((line) => line.startsWith('-'))
  const fresh = added.filter((line) => line.startsWith('+'))
  // Lines belong together only where as many come as go.
  const pairs = old.length === fresh.length
  const marked = pairs ? old.map((line, index) => markWords(line, fresh[index] as string, colors)) : []
  let row = 0
  const paint = (line: string, side: 0 | 1): string => {
    if (line.startsWith('\\')) return line
    const text = marked[row++]?.[side] ?? line
    return side === 0 ? colors.red(text) : colors.green(text)
  }
  const first = removed.map((line) => paint(line, 0))
  row = 0
  return [...first, ...added.map((line) => paint(line, 1))]
}

/** The two lines with what differs reversed; as they are where hardly anything is common. */
function markWords(removed: string, added: string, { inverse }: Colors): [string, string] {
  if (removed.length + added.length > longestCompared) return [removed, added]
  const parts = diffWordsWithSpace(removed.slice(1), added.slice(1))
  const common = parts.filter((part) => !part.added && !part.removed && part.value.trim() !== '')
  if (common.length === 0) return [removed, added]
  const side = (other: 'added' | 'removed', own: 'added' | 'removed'): string =>
    parts
      .filter((part) => !part[other])
      .map((part) => (part[own] ? inverse(part.value) : part.value))
      .join('')
  return [`-${side('added', 'removed')}`, `+${side('removed', 'added')}`]
}
