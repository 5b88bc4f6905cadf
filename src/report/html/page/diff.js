import { codeNodes } from './code.js'
import { el } from './dom.js'
import { highlightedLines } from './highlight.js'

/** @typedef {import('../hunks.js').Hunk} Hunk */
/**
 * A row of a diff: both sides where nothing changed or where one line took the place of another.
 * @typedef {{ number: number, pieces: import('./highlight.js').Piece[], mark: [number, number] | null }} Side
 * @typedef {{ old: Side | null, new: Side | null, same: boolean }} Row
 */

/** @param {Hunk} hunk @param {string} file @returns {Row[]} */
export function rowsOf(hunk, file) {
  const lines = hunk.lines.filter((line) => !line.startsWith('\\')).map((line) => line.replace(/\r$/, ''))
  const texts = (/** @type {string} */ sign) =>
    lines.filter((line) => line[0] === ' ' || line[0] === sign).map((line) => line.slice(1))
  const old = sides(texts('-'), hunk.oldStart, file)
  const now = sides(texts('+'), hunk.newStart, file)
  /** @type {Row[]} */
  const rows = []
  for (let index = 0; index < lines.length; ) {
    if (lines[index]?.[0] === ' ') {
      rows.push({ old: old.shift() ?? null, new: now.shift() ?? null, same: true })
      index++
      continue
    }
    const removed = run(lines, index, '-')
    const added = run(lines, index + removed, '+')
    index += removed + added
    for (let pair = 0; pair < Math.max(removed, added); pair++) {
      const row = {
        old: pair < removed ? (old.shift() ?? null) : null,
        new: pair < added ? (now.shift() ?? null) : null,
        same: false,
      }
      markChange(row)
      rows.push(row)
    }
  }
  return rows
}

/** @param {string[]} texts @param {number} start @param {string} file @returns {Side[]} */
function sides(texts, start, file) {
  const pieces = highlightedLines(texts.join('\n'), file)
  return texts.map((_, index) => ({ number: start + index, pieces: pieces[index] ?? [], mark: null }))
}

/** How many lines in a row begin with a sign. @param {string[]} lines @param {number} from @param {string} sign */
function run(lines, from, sign) {
  let length = 0
  while (lines[from + length]?.[0] === sign) length++
  return length
}

/** What two lines do not share, if they share something. @param {Row} row */
function markChange({ old, new: now }) {
  if (!old || !now) return
  const [a, b] = [textOfSide(old), textOfSide(now)]
  const shortest = Math.min(a.length, b.length)
  let start = 0
  while (start < shortest && a[start] === b[start]) start++
  let end = 0
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  if (a.slice(0, start).trim() === '' && end === 0) return
  // Whole names: `revalidateTag` and `updateTag` end alike by chance.
  while (start > 0 && isName(a[start - 1])) start--
  while (end > 0 && isName(a[a.length - end])) end--
  old.mark = [start, a.length - end]
  now.mark = [start, b.length - end]
}

/** @param {string | undefined} character */
function isName(character) {
  return character !== undefined && /[\w$]/.test(character)
}

/** @param {Side} side */
function textOfSide({ pieces }) {
  return pieces.map(([, text]) => text).join('')
}

/**
 * Hunks as a table: one column of code, or old beside new.
 *
 * @param {Hunk[]} hunks
 * @param {string} file
 * @param {{ split: boolean, target: number | null }} options target: the old line that it is all about
 */
export function diffTable(hunks, file, { split, target }) {
  const bodies = hunks.map((hunk) => {
    const rows = rowsOf(hunk, file)
    return el('tbody', null, split ? rows.map((row) => splitRow(row, target)) : unifiedRows(rows, target))
  })
  const columns = split ? ['number', 'half', 'number', 'half'] : ['number', 'number', 'whole']
  return el(
    'table',
    { class: split ? 'diff split' : 'diff', 'aria-label': `Change in ${file}` },
    el(
      'colgroup',
      null,
      columns.map((name) => el('col', { class: name })),
    ),
    bodies,
  )
}

/** Removed lines before added ones, as a patch has them. @param {Row[]} rows @param {number | null} target */
function unifiedRows(rows, target) {
  /** @type {HTMLElement[]} */
  const out = []
  /** @type {HTMLElement[]} */
  let added = []
  for (const row of rows) {
    if (row.same) {
      out.push(...added, unifiedRow(row.old, row.new, ' ', target))
      added = []
      continue
    }
    if (row.old) out.push(unifiedRow(row.old, null, '-', target))
    if (row.new) added.push(unifiedRow(null, row.new, '+', target))
  }
  return [...out, ...added]
}

/** @param {Side | null} old @param {Side | null} now @param {string} sign @param {number | null} target */
function unifiedRow(old, now, sign, target) {
  return el(
    'tr',
    { class: old !== null && old.number === target ? 'target' : null },
    numberCell(old, sign),
    numberCell(now, sign),
    codeCell(now ?? old, sign),
  )
}

/** @param {Row} row @param {number | null} target */
function splitRow(row, target) {
  return el(
    'tr',
    { class: row.old !== null && row.old.number === target ? 'target' : null },
    numberCell(row.old, row.same ? ' ' : '-'),
    codeCell(row.old, row.same ? ' ' : '-'),
    numberCell(row.new, row.same ? ' ' : '+'),
    codeCell(row.new, row.same ? ' ' : '+'),
  )
}

/** @param {string} sign @param {Side | null} side */
function sideClass(sign, side) {
  return side === null ? 'none' : sign === '+' ? 'added' : sign === '-' ? 'removed' : 'same'
}

/** @param {Side | null} side @param {string} sign */
function numberCell(side, sign) {
  return el('td', { class: `number ${sideClass(sign, side)}` }, side === null ? '' : String(side.number))
}

/** @param {Side | null} side @param {string} sign */
function codeCell(side, sign) {
  if (side === null) return el('td', { class: 'code none' })
  return el(
    'td',
    { class: `code ${sideClass(sign, side)}` },
    el('span', { class: 'sign' }, sign),
    codeNodes(side.pieces, side.mark),
  )
}
