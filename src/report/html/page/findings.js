import { inlineCode } from './code.js'
import { counted, el, prose, replace } from './dom.js'
import { matches } from './filters.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('../../../plan/types.js').Finding} Finding */

const severities = /** @type {const} */ (['error', 'warning', 'note'])

/** Findings, the gravest first, and files that failed. @param {Report} report */
export function findingsView(report) {
  const element = el('div', { class: 'findings' })
  return { element, show }

  /** @param {string} q free text */
  function show(q) {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean)
    const { findings, failures } = report.plan
    const shown = findings.filter((one) =>
      matches(
        `${one.id} ${one.severity} ${one.file}:${one.line} ${one.message} ${one.help}`.toLowerCase(),
        words,
      ),
    )
    const failed = failures.filter((one) => matches(`${one.file} ${one.message}`.toLowerCase(), words))
    const groups = severities.flatMap((severity) =>
      groupById(shown.filter((one) => one.severity === severity)),
    )
    const nothing = groups.length + failed.length === 0
    replace(
      element,
      el('h2', { class: 'printed-title' }, 'Findings'),
      failed.length > 0 && failureCard(failed),
      ...groups.map((group) => findingCard(report, group)),
      nothing &&
        el(
          'p',
          { class: 'empty' },
          findings.length === 0 ? 'Nothing was found.' : 'No finding matches this text.',
        ),
    )
  }
}

/** @param {Finding[]} findings @returns {Finding[][]} */
function groupById(findings) {
  const ids = [...new Set(findings.map(({ id }) => id))]
  return ids.map((id) => findings.filter((one) => one.id === id)).sort((a, b) => b.length - a.length)
}

/** @param {Report} report @param {Finding[]} group */
function findingCard(report, group) {
  const [first] = group
  if (!first) return null
  const sameMessage = group.every(({ message }) => message === first.message)
  const sameHelp = group.every(({ help }) => help === first.help)
  return el(
    'section',
    { class: `card ${first.severity}` },
    el(
      'div',
      { class: 'card-head' },
      el('span', { class: `badge ${first.severity}` }, first.severity),
      el('h3', null, first.id),
      el('span', { class: 'quiet' }, counted(group.length, 'place')),
      first.url.startsWith('https://') &&
        el('a', { href: first.url, target: '_blank', rel: 'noopener noreferrer' }, 'What it means'),
    ),
    sameMessage && el('p', { class: 'message' }, prose(first.message)),
    sameHelp && el('p', { class: 'help' }, prose(first.help)),
    el(
      'ul',
      { class: 'places' },
      group.map((one) => {
        const text = report.lineOf(one.file, one.line)
        return el(
          'li',
          null,
          el('span', { class: 'place' }, `${one.file}:${one.line}`),
          text !== null && el('code', { class: 'line-of-code' }, inlineCode(text, one.file)),
          !sameMessage && el('p', null, prose(one.message)),
          !sameHelp && el('p', { class: 'help' }, prose(one.help)),
        )
      }),
    ),
  )
}

/** @param {import('../../../plan/types.js').Failure[]} failures */
function failureCard(failures) {
  return el(
    'section',
    { class: 'card error' },
    el(
      'div',
      { class: 'card-head' },
      el('span', { class: 'badge error' }, 'failed'),
      el('h3', null, `${counted(failures.length, 'file')} left as they were`),
    ),
    el(
      'ul',
      { class: 'places' },
      failures.map(({ file, message }) =>
        el('li', null, el('span', { class: 'place' }, file), el('p', null, prose(message))),
      ),
    ),
  )
}
