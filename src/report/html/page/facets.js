import { el, replace } from './dom.js'
import { facetLabel, facets, isFiltering } from './filters.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('./filters.js').Filters} Filters */

/**
 * The filters: free text, and for each facet its values with how many decisions each would leave.
 *
 * @param {Report} report
 * @param {{ onChange: () => void, onClear: () => void }} events
 */
export function filterPanel(report, { onChange, onClear }) {
  /** @type {Filters | null} */
  let filters = null
  const search = el('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search',
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => {
      if (filters) filters.q = search.value
      onChange()
    },
  })
  const groups = el('div', { class: 'facets' })
  const clear = el('button', { type: 'button', class: 'text clear', onclick: onClear }, 'Clear filters')
  const details = el('details', { class: 'filters' }, el('summary', null, 'Filters'), groups, clear)
  const wide = matchMedia('(min-width: 900px)')
  details.open = wide.matches
  wide.addEventListener('change', () => {
    details.open = wide.matches
  })
  const element = el(
    'div',
    { class: 'panel', role: 'search' },
    el('label', { for: 'search', class: 'for-readers' }, 'Search'),
    el('div', { class: 'search' }, search, el('kbd', { 'aria-hidden': 'true' }, '/')),
    details,
  )
  return { element, search, show }

  /** @param {Filters} current @param {[value: string, count: number][][]} counts for each facet */
  function show(current, counts) {
    filters = current
    if (search.value !== current.q) search.value = current.q
    clear.hidden = !isFiltering(current)
    const focused = document.activeElement?.getAttribute('data-facet')
    replace(groups, ...facets.map(({ id, title }, nth) => group(current, id, title, counts[nth] ?? [])))
    if (focused) {
      const again = [...groups.querySelectorAll('[data-facet]')].find(
        (one) => one.getAttribute('data-facet') === focused,
      )
      if (again instanceof HTMLElement) again.focus()
    }
  }

  /**
   * @param {Filters} current
   * @param {import('./filters.js').Facet} id
   * @param {string} title
   * @param {[value: string, count: number][]} values
   */
  function group(current, id, title, values) {
    const chosen = current[id]
    if (values.length < 2 && chosen.size === 0) return null
    return el(
      'fieldset',
      null,
      el('legend', null, title),
      values.map(([value, count]) => {
        const box = el('input', {
          type: 'checkbox',
          'data-facet': `${id}:${value}`,
          onchange: () => {
            if (box.checked) chosen.add(value)
            else chosen.delete(value)
            onChange()
          },
        })
        box.checked = chosen.has(value)
        return el(
          'label',
          { class: count === 0 && !box.checked ? 'none-left' : null },
          box,
          el('span', null, facetLabel(report, id, value)),
          el('span', { class: 'count' }, count.toLocaleString('en-US')),
        )
      }),
    )
  }
}
