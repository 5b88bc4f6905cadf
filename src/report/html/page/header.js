import { canTick } from './context.js'
import { counted, el, replace } from './dom.js'
import { download, reviewedPlan } from './reviewed-plan.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('./hash.js').View} View */

const themes = ['auto', 'light', 'dark']

/**
 * The bar at the top: what this is, the views, how far the review is, the export.
 *
 * @param {Report} report
 * @param {{ onView: (view: View) => void, onHelp: () => void }} events
 */
export function headerElement(report, { onView, onHelp }) {
  const { plan, data, ticks } = report
  const tabs = viewsOf(report).map(({ view, title, number }) => ({
    view,
    button: el(
      'button',
      { type: 'button', class: 'tab', onclick: () => onView(view) },
      title,
      ' ',
      el('span', { class: 'count' }, number.toLocaleString('en-US')),
    ),
  }))
  const progress = el('span', { class: 'progress' })
  const status = el('p', { class: 'status', role: 'status' })
  const tickable = report.order.filter((index) => canTick(report.at(index)))
  ticks.onChange(count)
  count()
  const element = el(
    'header',
    { class: 'top' },
    el(
      'div',
      { class: 'bar' },
      el('span', { class: 'mark' }, 'retag'),
      el(
        'span',
        { class: 'root', title: plan.root },
        plan.root.split(/[\\/]/).filter(Boolean).at(-1) ?? plan.root,
      ),
      el(
        'span',
        { class: 'mode' },
        data.mode === 'apply' ? 'applied' : data.mode === 'check' ? 'check' : 'dry run',
      ),
      el(
        'nav',
        { 'aria-label': 'Views' },
        tabs.map(({ button }) => button),
      ),
      el('span', { class: 'space' }),
      tickable.length > 0 && progress,
      data.mode !== 'apply' && tickable.length > 0 && exportButton(),
      themeButton(report),
      el('button', { type: 'button', class: 'icon', 'aria-label': 'Help', onclick: onHelp }, '?'),
    ),
    status,
  )
  return { element, select }

  /** @param {View} view */
  function select(view) {
    for (const tab of tabs) {
      if (tab.view === view) tab.button.setAttribute('aria-current', 'page')
      else tab.button.removeAttribute('aria-current')
    }
  }

  function count() {
    const done = tickable.filter((index) => ticks.has(index)).length
    replace(
      progress,
      el('b', null, done.toLocaleString('en-US')),
      ` of ${tickable.length.toLocaleString('en-US')} ticked`,
    )
  }

  function exportButton() {
    return el('button', { type: 'button', class: 'main', onclick: exportPlan }, 'Export plan')
  }

  function exportPlan() {
    const reviewed = reviewedPlan(plan, ticks.has)
    const left = reviewed.decisions.filter(({ action }) => action === 'rewrite').length
    const all = plan.decisions.filter(({ action }) => action === 'rewrite').length
    download('plan.json', `${JSON.stringify(reviewed, null, 2)}\n`)
    replace(
      status,
      `plan.json holds ${counted(left, 'ticked rewrite')}; ${(all - left).toLocaleString('en-US')} not ticked stay as they are. To write them: `,
      el('code', null, 'npx retag apply plan.json'),
    )
  }
}

/** @param {Report} report @returns {{ view: View, title: string, number: number }[]} */
function viewsOf({ plan, data }) {
  const findings = plan.findings.length + plan.failures.length
  return [
    { view: 'decisions', title: 'Decisions', number: plan.decisions.length },
    { view: 'findings', title: 'Findings', number: findings },
    ...(data.routes
      ? [{ view: /** @type {const} */ ('routes'), title: 'Routes', number: data.routes.length }]
      : []),
  ]
}

/** @param {Report} report */
function themeButton({ store }) {
  let theme = themes.find((one) => one === store.get('theme')) ?? 'auto'
  const button = el('button', { type: 'button', class: 'icon theme', onclick: next })
  apply()
  return button

  function next() {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto'
    store.set('theme', theme)
    apply()
  }

  function apply() {
    document.documentElement.dataset.theme = theme
    button.textContent = { auto: '◐', light: '○', dark: '●' }[theme] ?? '◐'
    button.setAttribute('aria-label', `Colours: ${theme}`)
    button.title = `Colours: ${theme}`
  }
}
