import { counted, el, replace } from './dom.js'
import { fileNodes } from './file.js'

/** @typedef {import('./context.js').Report} Report */

/** Up to here everything is built at once, so that the search of the browser finds it too. */
const fewDecisions = 300
/** Estimated heights in pixels of what is not yet built. */
const headHeight = 46
const rowHeight = 37

/**
 * The list of decisions by app and file. Long ones are built as they come near the window.
 *
 * @param {Report} report
 */
export function decisionList(report) {
  const element = el('div', { class: 'list' })
  const opened = {
    decisions: /** @type {Set<number>} */ (new Set()),
    files: /** @type {Set<string>} */ (new Set()),
  }
  /** @type {Map<Element, () => void>} */
  const waiting = new Map()
  /** @type {Map<string, Element>} */
  const sections = new Map()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) build(target)
    },
    { rootMargin: '800px 0px' },
  )
  return { element, show, buildAll, reveal }

  /** @param {number[]} shown indexes of decisions, by file */
  function show(shown) {
    observer.disconnect()
    waiting.clear()
    sections.clear()
    if (shown.length === 0) {
      replace(element, el('p', { class: 'empty' }, emptyWords(report)))
      return
    }
    replace(element, ...groupByApp(report, shown).map(({ dir, files }) => appSection(dir, files)))
    if (shown.length <= fewDecisions) buildAll()
  }

  /** @param {string | null} dir @param {Map<string, number[]>} files */
  function appSection(dir, files) {
    const number = [...files.values()].reduce((sum, { length }) => sum + length, 0)
    const head = el(
      'div',
      { class: 'app-head' },
      el('h2', null, appName(report, dir)),
      el('span', { class: 'quiet' }, `${counted(number, 'decision')} in ${counted(files.size, 'file')}`),
    )
    const bodies = [...files].map(([file, indexes]) => {
      const section = el('section', { class: 'file' })
      section.style.minHeight = `${headHeight + rowHeight * indexes.length}px`
      waiting.set(section, () => section.append(...fileNodes(report, file, indexes, opened)))
      sections.set(file, section)
      observer.observe(section)
      return section
    })
    return el('div', { class: 'app' }, head, bodies)
  }

  /** @param {Element} section */
  function build(section) {
    const make = waiting.get(section)
    if (!make) return
    waiting.delete(section)
    observer.unobserve(section)
    make()
    if (section instanceof HTMLElement) section.style.minHeight = ''
  }

  function buildAll() {
    for (const section of [...waiting.keys()]) build(section)
  }

  /** Focuses the row of a decision that is shown. @param {number} index */
  function reveal(index) {
    const section = sections.get(report.at(index).file)
    if (!section) return null
    build(section)
    const button = section.querySelector(`[data-decision="${index}"]`)
    if (button instanceof HTMLElement) button.focus()
    return button
  }
}

/** @param {Report} report */
function emptyWords({ plan }) {
  return plan.decisions.length === 0 ? 'There is nothing to decide.' : 'No decision matches these filters.'
}

/** @param {Report} report @param {string | null} dir */
function appName({ plan }, dir) {
  if (dir === null) return 'Outside the apps'
  const next = plan.apps.find((app) => app.dir === dir)?.next ?? null
  const version = el('span', { class: 'version' }, next === null ? '' : `Next.js ${next}`)
  return [el('span', { class: 'path' }, dir === '' ? 'App' : dir), ' ', version]
}

/** Apps in the order of their folders, what lies outside of them last. @param {Report} report @param {number[]} shown */
function groupByApp(report, shown) {
  /** @type {Map<string | null, Map<string, number[]>>} */
  const apps = new Map()
  for (const index of shown) {
    const { file } = report.at(index)
    const dir = report.appOf(file)
    const files = apps.get(dir) ?? new Map()
    apps.set(dir, files)
    files.set(file, [...(files.get(file) ?? []), index])
  }
  return [...apps]
    .map(([dir, files]) => ({ dir, files }))
    .sort((a, b) => (a.dir === null ? 1 : b.dir === null ? -1 : a.dir < b.dir ? -1 : 1))
}
