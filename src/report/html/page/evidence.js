import { inlineCode } from './code.js'
import { el } from './dom.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('./context.js').Decision} Decision */

/** False for settings and for what is new: nobody calls those. @param {Decision} decision */
export function isCalled({ transform, file }) {
  return (
    transform !== 'next-config' && transform !== 'tag-helpers' && !/(?:^|\/)next\.config\.\w+$/.test(file)
  )
}

/** Every chain that leads to the line, step by step. @param {Report} report @param {Decision} decision */
export function evidenceElement(report, decision) {
  const { evidence, contexts, reach, transform } = decision
  if (evidence.length === 0 && !isCalled(decision)) return null
  const isNeed = transform === 'next-config'
  const heading = el('h4', null, isNeed ? 'What it is for' : 'How it is reached')
  if (evidence.length === 0) {
    const why =
      reach === 'unreached'
        ? 'No chain of calls leads here from an entry point of Next.js, a test or a script.'
        : 'No chain of calls was needed to decide this.'
    return el('section', { class: 'evidence' }, heading, el('p', { class: 'quiet' }, why))
  }
  // One chain per context, in the same order; where that does not hold, a chain stands without a name.
  const named = evidence.length >= contexts.length
  const chains = evidence.map((steps, index) => {
    const context = named ? contexts[index] : undefined
    const isKey = transform === 'unstable-cache' && !context && index === evidence.length - 1
    return el(
      'div',
      { class: 'chain' },
      el('h5', null, isNeed ? 'Needed by' : isKey ? 'The key comes from' : from(report, context)),
      el(
        'ol',
        null,
        steps.map((step) => stepElement(report, step)),
      ),
    )
  })
  return el('section', { class: 'evidence' }, heading, el('div', { class: 'chains' }, chains))
}

/** @param {Report} report @param {import('../../../context/types.js').Context | undefined} context */
function from(report, context) {
  return context ? `From ${report.data.places[context] ?? context}` : 'From an entry point'
}

/** @param {Report} report @param {import('../../../context/types.js').EvidenceStep} step */
function stepElement(report, { file, line, symbol }) {
  const text = report.lineOf(file, line)
  return el(
    'li',
    null,
    el('span', { class: 'symbol' }, symbol),
    ' ',
    el('span', { class: 'place' }, `${file}:${line}`),
    text !== null && text.trim() !== '' && el('code', { class: 'line-of-code' }, inlineCode(text, file)),
  )
}
