import { facets, noFilters } from './filters.js'

/** @typedef {'decisions' | 'findings' | 'routes'} View */
/** @typedef {{ view: View, filters: import('./filters.js').Filters }} PageState */

const views = /** @type {const} */ (['decisions', 'findings', 'routes'])

/** What the address says: `#view=findings&action=review&q=stripe`. @returns {PageState} */
export function readHash() {
  const parameters = new URLSearchParams(location.hash.slice(1))
  const filters = noFilters()
  filters.q = parameters.get('q') ?? ''
  for (const { id } of facets) {
    filters[id] = new Set((parameters.get(id) ?? '').split(',').filter(Boolean))
  }
  return { view: views.find((view) => view === parameters.get('view')) ?? 'decisions', filters }
}

/** Keeps view and filters in the address, so that a link shows the same. @param {PageState} state */
export function writeHash({ view, filters }) {
  const parameters = new URLSearchParams()
  if (view !== 'decisions') parameters.set('view', view)
  for (const { id } of facets) {
    if (filters[id].size > 0) parameters.set(id, [...filters[id]].join(','))
  }
  if (filters.q.trim() !== '') parameters.set('q', filters.q)
  const hash = parameters.toString().replaceAll('%2C', ',')
  if (hash !== location.hash.slice(1)) history.replaceState(null, '', `#${hash}`)
}
