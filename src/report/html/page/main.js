import { canTick, openReport } from './context.js'
import { counted, el, replace } from './dom.js'
import { filterPanel } from './facets.js'
import { applyFilters, noFilters } from './filters.js'
import { findingsView } from './findings.js'
import { readHash, writeHash } from './hash.js'
import { headerElement } from './header.js'
import { helpDialog } from './help.js'
import { listenForKeys } from './keys.js'
import { decisionList } from './list.js'
import { routesView } from './routes.js'
import { summaryElement } from './summary.js'
import { unpack } from './unpack.js'
import { plainText } from './visible.js'

/** Builds the page and keeps it in step with the address, the filters and the keys. */
function start() {
  const text = document.getElementById('data')?.textContent ?? ''
  const report = openReport(/** @type {import('../data.js').PageData} */ (unpack(JSON.parse(text))))
  let state = readHash()
  /** @type {number[]} */
  let shown = []
  let cursor = -1

  const help = helpDialog(report)
  const header = headerElement(report, {
    onView: (view) => {
      state.view = view
      update()
      scrollTo(0, 0)
    },
    onHelp: () => help.showModal(),
  })
  const panel = filterPanel(report, {
    onChange: update,
    onClear: () => {
      state.filters = noFilters()
      update()
      panel.search.focus()
    },
  })
  const list = decisionList(report)
  const findings = findingsView(report)
  const routes = routesView(report)
  const shownWords = el('span', { class: 'shown', role: 'status' })
  const unified = el('button', { type: 'button', onclick: () => setSplit(false) }, 'Unified')
  const split = el('button', { type: 'button', onclick: () => setSplit(true) }, 'Side by side')
  const choice = el('div', { class: 'switch', role: 'group', 'aria-label': 'Diff' }, unified, split)
  const tickShown = el('button', { type: 'button', class: 'text', onclick: tickAllShown }, 'Tick all shown')
  const tools = el('div', { class: 'tools' }, shownWords, el('span', { class: 'space' }), tickShown, choice)
  const summary = summaryElement(report)
  const main = el('main', null, tools, list.element, findings.element, routes.element)
  const page = el('div', { class: 'page' }, el('aside', { 'aria-label': 'Filters' }, panel.element), main)
  const root = document.getElementById('app')
  if (root) replace(root, header.element, summary, page, help)
  document.title = plainText(`retag · ${report.plan.root.split(/[\\/]/).at(-1)}`)

  report.ticks.onChange(() => {
    for (const box of document.querySelectorAll('input[data-tick]')) {
      if (box instanceof HTMLInputElement) box.checked = report.ticks.has(Number(box.dataset.tick))
    }
    // The list stays as it is, so that nothing vanishes under the cursor; only the numbers follow.
    panel.show(state.filters, applyFilters(report, state.filters).counts)
  })
  addEventListener('hashchange', () => {
    state = readHash()
    update()
  })
  addEventListener('beforeprint', printAll)
  listenForKeys({
    j: () => move(1),
    k: () => move(-1),
    x: tickCursor,
    s: () => setSplit(!report.split),
    '/': () => panel.search.focus(),
    '?': () => help.showModal(),
  })
  update()
  // How long it took, for whoever measures.
  performance.mark('retag:usable')

  function update() {
    if (state.view === 'routes' && !report.data.routes) state.view = 'decisions'
    writeHash(state)
    const { view, filters } = state
    const result = applyFilters(report, filters)
    shown = result.shown
    cursor = -1
    header.select(view)
    panel.show(filters, result.counts)
    document.body.dataset.view = view
    summary.hidden = view !== 'decisions'
    tools.hidden = view !== 'decisions'
    list.element.hidden = view !== 'decisions'
    findings.element.hidden = view !== 'findings'
    routes.element.hidden = view !== 'routes'
    showSplit()
    const all = report.order.length
    shownWords.textContent =
      shown.length === all
        ? counted(all, 'decision')
        : `${shown.length.toLocaleString('en-US')} of ${counted(all, 'decision')}`
    tickShown.hidden = shown.every((index) => !canTick(report.at(index)))
    if (view === 'decisions') list.show(shown)
    if (view === 'findings') findings.show(filters.q)
    if (view === 'routes') routes.show(filters.q)
  }

  /** On paper all views stand one after another. */
  function printAll() {
    list.show(shown)
    list.buildAll()
    findings.show(state.filters.q)
    if (report.data.routes) routes.show(state.filters.q)
  }

  function showSplit() {
    unified.setAttribute('aria-pressed', String(!report.split))
    split.setAttribute('aria-pressed', String(report.split))
  }

  /** @param {boolean} on */
  function setSplit(on) {
    report.split = on
    report.store.set('diff', report.split ? 'split' : 'unified')
    const before = focusedIndex()
    showSplit()
    list.show(shown)
    if (before !== null) list.reveal(before)
  }

  function tickAllShown() {
    const own = shown.filter((index) => canTick(report.at(index)))
    report.ticks.set(own, !own.every((index) => report.ticks.has(index)))
  }

  /** The decision whose row has the focus. @returns {number | null} */
  function focusedIndex() {
    const row = document.activeElement?.closest('.decision')?.querySelector('[data-decision]')
    return row instanceof HTMLElement ? Number(row.dataset.decision) : null
  }

  /** @param {number} by */
  function move(by) {
    if (state.view !== 'decisions' || shown.length === 0) return
    const focused = focusedIndex()
    const from = focused === null ? cursor : shown.indexOf(focused)
    cursor = Math.min(Math.max(from + by, 0), shown.length - 1)
    const index = shown[cursor]
    if (index !== undefined) list.reveal(index)?.scrollIntoView({ block: 'nearest' })
  }

  function tickCursor() {
    const index = focusedIndex()
    if (index !== null && canTick(report.at(index))) report.ticks.set([index], !report.ticks.has(index))
  }
}

start()
