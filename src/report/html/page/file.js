import { canTick } from './context.js'
import { decisionElement, isSplit } from './decision.js'
import { diffTable } from './diff.js'
import { counted, el, pathNodes, replace } from './dom.js'

/** @typedef {import('./context.js').Report} Report */

/**
 * A file with its decisions.
 *
 * @param {Report} report
 * @param {string} file
 * @param {number[]} indexes of the decisions that pass the filters
 * @param {{ decisions: Set<number>, files: Set<string> }} opened
 * @returns {Node[]}
 */
export function fileNodes(report, file, indexes, opened) {
  const hunks = report.hunks.get(file) ?? []
  const whole = el('div', { class: 'whole', hidden: true })
  const button = el(
    'button',
    { type: 'button', class: 'text', 'aria-expanded': 'false', onclick: () => show(!opened.files.has(file)) },
    'Whole change',
    el('span', { class: 'for-readers' }, ` of ${file}`),
  )
  if (opened.files.has(file)) show(true)
  return [
    el(
      'div',
      { class: 'file-head' },
      el('h3', { class: 'path' }, pathNodes(file)),
      el('span', { class: 'quiet' }, counted(indexes.length, 'decision')),
      hunks.length > 0 && button,
      tickAll(report, file, indexes),
    ),
    whole,
    ...indexes.map((index) => decisionElement(report, index, opened.decisions)),
  ]

  /** @param {boolean} open */
  function show(open) {
    if (open) opened.files.add(file)
    else opened.files.delete(file)
    replace(whole, open && diffTable(hunks, file, { split: isSplit(report), target: null }))
    whole.hidden = !open
    button.setAttribute('aria-expanded', String(open))
  }
}

/** @param {Report} report @param {string} file @param {number[]} indexes */
function tickAll(report, file, indexes) {
  const own = indexes.filter((index) => canTick(report.at(index)))
  if (own.length < 2) return null
  return el(
    'button',
    {
      type: 'button',
      class: 'text',
      onclick: () => report.ticks.set(own, !own.every((index) => report.ticks.has(index))),
    },
    'Tick all',
    el('span', { class: 'for-readers' }, ` in ${file}`),
  )
}
