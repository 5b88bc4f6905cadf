import { el } from './dom.js'

/** @typedef {import('./context.js').Report} Report */

/** @type {[key: string, what: string][]} */
const keys = [
  ['j', 'next decision'],
  ['k', 'previous decision'],
  ['Enter', 'open or close it'],
  ['x', 'tick it off'],
  ['s', 'unified or side-by-side diff'],
  ['/', 'search'],
  ['?', 'this help'],
]

/** @param {Report} report */
export function helpDialog({ store, data }) {
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    el('h2', { id: 'help-title' }, 'Keys'),
    el(
      'dl',
      null,
      keys.flatMap(([key, what]) => [el('dt', null, el('kbd', null, key)), el('dd', null, what)]),
    ),
    el('h2', null, 'Review'),
    el(
      'p',
      null,
      data.mode === 'apply'
        ? 'Tick off what you have looked at.'
        : 'Tick off the rewrites you want. The exported plan keeps everything else as it is.',
      ' ',
      store.lasts
        ? 'Ticks stay in this browser, for this very plan.'
        : 'This browser stores nothing for this page: ticks last until it is closed.',
    ),
    el('form', { method: 'dialog' }, el('button', { class: 'main' }, 'Close')),
  )
  return dialog
}
