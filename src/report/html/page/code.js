import { append, el } from './dom.js'
import { highlightedLines } from './highlight.js'

/**
 * One line of coloured code; the part from `mark[0]` to `mark[1]` (offsets) is what changed.
 *
 * @param {import('./highlight.js').Piece[]} pieces
 * @param {[number, number] | null} [mark]
 * @returns {Node[]}
 */
export function codeNodes(pieces, mark) {
  if (!mark || mark[0] >= mark[1]) return pieces.map(pieceNode)
  /** @type {import('./highlight.js').Piece[][]} */
  const parts = [[], [], []]
  let at = 0
  for (const [kind, text] of pieces) {
    const cuts = [0, clamp(mark[0] - at, text), clamp(mark[1] - at, text), text.length]
    parts.forEach((part, index) => {
      const piece = text.slice(cuts[index], cuts[index + 1])
      if (piece !== '') part.push([kind, piece])
    })
    at += text.length
  }
  const [before = [], changed = [], after = []] = parts
  return [
    ...before.map(pieceNode),
    el('span', { class: 'changed' }, changed.map(pieceNode)),
    ...after.map(pieceNode),
  ]
}

/** @param {number} offset @param {string} text */
function clamp(offset, text) {
  return Math.min(Math.max(offset, 0), text.length)
}

/** @param {import('./highlight.js').Piece} piece @returns {Node} */
function pieceNode([kind, text]) {
  if (kind !== '') return el('span', { class: `t-${kind}` }, text)
  const fragment = document.createDocumentFragment()
  // A long call breaks behind its brackets and dots rather than within a name.
  append(fragment, [text, (text === '(' || text === '.') && document.createElement('wbr')])
  return fragment
}

/**
 * A piece of code on one line, shortened.
 *
 * @param {string} text
 * @param {string} file
 * @param {number} [longest]
 */
export function inlineCode(text, file, longest = 160) {
  const line = headOfCode(text).replaceAll(/\s+/g, ' ').trim()
  const shown = line.length > longest ? `${line.slice(0, longest - 1)}…` : line
  return highlightedLines(shown, file).flatMap((pieces) => codeNodes(pieces))
}

/** A function is shown by its head, as in src/report/one-line.ts. @param {string} code */
function headOfCode(code) {
  if (!code.includes('\n') || code.replaceAll(/\s+/g, ' ').length <= 100) return code
  const lines = code
    .slice(0, 4000)
    .split('\n')
    .map((line) => line.trim())
  const isCode = (/** @type {string} */ line) => line !== '' && !/^(?:\/\/|\/?\*)/.test(line)
  const first = Math.max(lines.findIndex(isCode), 0)
  const last = lines.findIndex((line, index) => index >= first && line.endsWith('{'))
  if (last < 0) return code
  const head = lines.slice(first, last + 1).join(' ')
  return `${head.replaceAll('( ', '(')} …`
}
