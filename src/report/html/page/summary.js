import { el, prose } from './dom.js'

/** @typedef {import('./context.js').Report} Report */

/** The plan in plain words. @param {Report} report */
export function summaryElement({ data }) {
  const { headline, sentences, groups } = data.words
  return el(
    'section',
    { class: 'summary' },
    el('h1', null, prose(headline)),
    sentences.length > 0 && el('p', { class: 'sentences' }, prose(sentences.join(' '))),
    groups.length > 0 &&
      el(
        'ul',
        { class: 'groups' },
        groups.map(({ headline: head, why, effect, changed }) =>
          el(
            'li',
            null,
            el('p', { class: 'group-head' }, prose(head)),
            el('p', null, prose(`${why.charAt(0).toUpperCase()}${why.slice(1)}.`)),
            effect !== '' && el('p', { class: changed ? 'effect changes' : 'effect' }, prose(effect)),
          ),
        ),
      ),
  )
}
