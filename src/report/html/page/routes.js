import { counted, el, prose, replace } from './dom.js'
import { matches } from './filters.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('../types.js').RouteRow} RouteRow */

/** The table of routes, what they read and by which tags. @param {Report} report */
export function routesView(report) {
  const element = el('div', { class: 'routes' })
  return { element, show }

  /** @param {string} q free text */
  function show(q) {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean)
    const rows = (report.data.routes ?? []).filter((row) => matches(textOf(row), words))
    if (rows.length === 0) {
      replace(
        element,
        el('p', { class: 'empty' }, q === '' ? 'No route was found.' : 'No route matches this text.'),
      )
      return
    }
    const head = ['Route', 'Kind', 'Cached data it reads', 'Tags'].map((name) =>
      el('th', { scope: 'col' }, name),
    )
    replace(
      element,
      el('h2', { class: 'printed-title' }, 'Routes'),
      el('p', { class: 'quiet' }, counted(rows.length, 'route')),
      el(
        'p',
        { class: 'quiet' },
        'A static page is stored until its path or one of its tags is invalidated; a dynamic one is rendered for every request. Cached data without a tag is only refreshed by the path of the page.',
      ),
      el('table', { class: 'grid' }, el('thead', null, el('tr', null, head)), rows.map(routeBody)),
    )
  }
}

/** @param {RouteRow} row */
function textOf({ route, file, kind, why, readers, incomplete }) {
  const read = readers.map(
    (reader) => `${reader.file}:${reader.line} ${reader.kind} ${reader.what} ${reader.tags.join(' ')}`,
  )
  return [route, file, kind, why, ...read, ...incomplete].join('\n').toLowerCase()
}

/** A long path breaks before its last part rather than within a name. @param {string} path */
function breakable(path) {
  const cut = path.lastIndexOf('/') + 1
  return [path.slice(0, cut), el('wbr', null), path.slice(cut)]
}

/** Where the way of the data gets lost, the table may miss reads. @param {string[]} places */
function notFollowed(places) {
  return el(
    'details',
    { class: 'not-followed' },
    el('summary', null, `${counted(places.length, 'place')} could not be followed`),
    el(
      'ul',
      null,
      places.map((place) => el('li', null, place)),
    ),
  )
}

/** A route may read several things: one row for each. @param {RouteRow} row */
function routeBody({ route, file, kind, why, readers, incomplete }) {
  const span = Math.max(readers.length, 1)
  const first = [
    el(
      'th',
      { scope: 'row', rowspan: span },
      el('span', { class: 'route' }, route),
      el('span', { class: 'place' }, breakable(file)),
    ),
    el(
      'td',
      { rowspan: span },
      el('span', { class: `badge ${kind}` }, kind),
      el('span', { class: 'why' }, prose(why)),
      incomplete.length > 0 && notFollowed(incomplete),
    ),
  ]
  const rows = readers.map((reader, index) =>
    el(
      'tr',
      null,
      ...(index === 0 ? first : []),
      el(
        'td',
        null,
        el('code', { class: 'what' }, reader.what),
        el('span', { class: 'kind' }, reader.kind === 'use-cache' ? "'use cache'" : reader.kind),
        el('span', { class: 'place' }, breakable(`${reader.file}:${reader.line}`)),
      ),
      el(
        'td',
        null,
        reader.tags.length === 0
          ? el('span', { class: 'untagged' }, 'untagged')
          : reader.tags.map((tag) => el('code', { class: 'tag' }, tag)),
      ),
    ),
  )
  if (rows.length > 0) return el('tbody', null, rows)
  return el(
    'tbody',
    null,
    el('tr', null, ...first, el('td', { colspan: 2, class: 'quiet' }, 'Nothing from a cache')),
  )
}
