import { codeNodes, inlineCode } from './code.js'
import { canTick } from './context.js'
import { diffTable } from './diff.js'
import { el, prose, replace } from './dom.js'
import { evidenceElement, isCalled } from './evidence.js'
import { highlightedLines } from './highlight.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('./context.js').Decision} Decision */

/**
 * One decision: a row that opens.
 *
 * @param {Report} report
 * @param {number} index
 * @param {Set<number>} opened the decisions that are open, kept while the list is built anew
 */
export function decisionElement(report, index, opened) {
  const decision = report.at(index)
  const detail = el('div', { class: 'detail', id: `detail-${index}`, hidden: true })
  const button = el(
    'button',
    {
      type: 'button',
      class: 'open',
      'data-decision': index,
      'aria-expanded': 'false',
      'aria-controls': `detail-${index}`,
      onclick: () => toggle(!opened.has(index)),
    },
    rowNodes(report, decision),
  )
  const element = el(
    'div',
    { class: `decision ${decision.action}` },
    el('div', { class: 'row' }, tickBox(report, index), button),
    el('p', { class: 'printed-reason' }, prose(decision.reason)),
    detail,
  )
  if (opened.has(index)) toggle(true)
  return element

  /** @param {boolean} open */
  function toggle(open) {
    if (open) {
      opened.add(index)
      replace(detail, ...detailNodes(report, decision))
    } else {
      opened.delete(index)
    }
    element.classList.toggle('is-open', open)
    button.setAttribute('aria-expanded', String(open))
    detail.hidden = !open
  }
}

/** @param {Report} report @param {number} index */
function tickBox(report, index) {
  const decision = report.at(index)
  if (!canTick(decision)) return el('span', { class: 'tick' })
  const box = el('input', {
    type: 'checkbox',
    'data-tick': index,
    'aria-label': `Tick off ${decision.file}:${decision.line}`,
    onchange: () => report.ticks.set([index], box.checked),
  })
  box.checked = report.ticks.has(index)
  return el('label', { class: 'tick' }, box)
}

/** @param {Report} report @param {Decision} decision */
function rowNodes(report, decision) {
  const { file, line, before, after, action, contexts, semantics, reach } = decision
  const outcome =
    action === 'rewrite'
      ? el('code', { class: 'after' }, inlineCode(after ?? '', file))
      : el('span', { class: `outcome ${action}` }, action === 'review' ? 'Needs a person' : 'Stays as it is')
  const names = contexts.map((context) => report.contextName(context))
  return [
    el('span', { class: 'line' }, String(line)),
    before === ''
      ? el('span', { class: 'before quiet' }, 'New')
      : el('code', { class: 'before' }, inlineCode(before, file)),
    el('span', { class: 'arrow', 'aria-label': 'becomes' }, '→'),
    outcome,
    el(
      'span',
      { class: 'facts' },
      semantics === 'changed' && el('span', { class: 'badge changes' }, 'behaviour changes'),
      el(
        'span',
        { class: 'contexts' },
        names.length > 0 ? names.join(', ') : reach === 'unreached' && isCalled(decision) ? 'unreached' : '',
      ),
    ),
  ]
}

/** @param {Report} report @param {Decision} decision */
function detailNodes(report, decision) {
  const { reason, rule, transform, semantics, api } = decision
  const effect =
    semantics === 'changed'
      ? 'Behaviour changes.'
      : semantics === 'preserved'
        ? 'Behaviour is preserved.'
        : ''
  return [
    el('p', { class: 'reason' }, prose(`${reason} ${effect}`.trim())),
    el(
      'p',
      { class: 'rule' },
      el('span', null, 'transform ', el('b', null, transform)),
      el('span', null, 'rule ', el('b', null, rule)),
      el('span', null, 'api ', el('b', null, api)),
    ),
    codeElement(report, decision),
    evidenceElement(report, decision),
  ]
}

/** The diff around the line, else the lines around it. @param {Report} report @param {Decision} decision */
function codeElement(report, { file, line, action }) {
  const all = report.hunks.get(file) ?? []
  const around = all.filter((hunk) => distance(hunk, line) === 0)
  // What is new has no line of its own: the change beside it.
  const [nearest] = [...all].sort((a, b) => distance(a, line) - distance(b, line))
  const hunks = around.length === 0 && action === 'rewrite' && nearest ? [nearest] : around
  if (hunks.length > 0) return diffTable(hunks, file, { split: isSplit(report), target: line })
  return excerpt(report, file, line)
}

/** Lines between a line and the old part of a hunk. @param {import('../hunks.js').Hunk} hunk @param {number} line */
function distance({ oldStart, lines }, line) {
  const length = lines.filter((text) => text[0] === ' ' || text[0] === '-').length
  return Math.max(oldStart - line, line - oldStart - length + 1, 0)
}

/** Two columns need room. @param {Report} report */
export function isSplit(report) {
  return report.split && matchMedia('(min-width: 760px)').matches
}

/** @param {Report} report @param {string} file @param {number} line */
function excerpt(report, file, line) {
  const numbers = [line - 2, line - 1, line, line + 1, line + 2]
  const known = numbers.flatMap((number) => {
    const text = report.lineOf(file, number)
    return text === null ? [] : [{ number, text }]
  })
  if (known.length === 0) return null
  const pieces = highlightedLines(known.map(({ text }) => text.replace(/\r$/, '')).join('\n'), file)
  const rows = known.map(({ number }, index) =>
    el(
      'tr',
      { class: number === line ? 'target' : null },
      el('td', { class: 'number same' }, String(number)),
      el('td', { class: 'code same' }, codeNodes(pieces[index] ?? [])),
    ),
  )
  return el(
    'table',
    { class: 'diff', 'aria-label': `Lines of ${file}` },
    el('colgroup', null, el('col', { class: 'number' }), el('col', { class: 'whole' })),
    el('tbody', null, rows),
  )
}
