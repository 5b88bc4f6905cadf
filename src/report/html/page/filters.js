import { canTick } from './context.js'

/** @typedef {import('./context.js').Report} Report */
/** @typedef {import('./context.js').Decision} Decision */
/** @typedef {'action' | 'semantics' | 'transform' | 'context' | 'ticked'} Facet */
/** @typedef {{ q: string } & Record<Facet, Set<string>>} Filters an empty set lets everything through */

/** @type {{ id: Facet, title: string }[]} */
export const facets = [
  { id: 'action', title: 'Decision' },
  { id: 'semantics', title: 'Behaviour' },
  { id: 'context', title: 'Runs in' },
  { id: 'transform', title: 'Transform' },
  { id: 'ticked', title: 'Review' },
]

/** @type {Record<string, string>} */
const labels = {
  'action:rewrite': 'Rewrite',
  'action:review': 'Needs a person',
  'action:keep': 'Stays as it is',
  'semantics:preserved': 'Preserved',
  'semantics:changed': 'Changes',
  'context:none': 'Nothing found',
  'ticked:no': 'Open',
  'ticked:yes': 'Ticked off',
}
const positions = Object.keys(labels)

/** @param {Report} report @param {Facet} facet @param {string} value */
export function facetLabel(report, facet, value) {
  const label = labels[`${facet}:${value}`]
  if (label !== undefined) return label
  if (facet !== 'context') return value
  const name = report.contextName(value)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** @returns {Filters} */
export function noFilters() {
  return {
    q: '',
    action: new Set(),
    semantics: new Set(),
    transform: new Set(),
    context: new Set(),
    ticked: new Set(),
  }
}

/** @param {Filters} filters */
export function isFiltering(filters) {
  return filters.q.trim() !== '' || facets.some(({ id }) => filters[id].size > 0)
}

/** What a decision has for a facet. @param {Report} report @param {number} index @param {Facet} facet @returns {readonly string[]} */
function valuesOf(report, index, facet) {
  const decision = report.at(index)
  switch (facet) {
    case 'semantics':
      return decision.semantics === null ? [] : [decision.semantics]
    case 'context':
      return decision.contexts.length === 0 ? ['none'] : decision.contexts
    case 'ticked':
      return canTick(decision) ? [report.ticks.has(index) ? 'yes' : 'no'] : []
    default:
      return [decision[facet]]
  }
}

/**
 * The decisions that pass, in their order, and for every facet how many each value would leave.
 *
 * @param {Report} report
 * @param {Filters} filters
 */
export function applyFilters(report, filters) {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean)
  /** @type {number[]} */
  const shown = []
  const counts = new Map(facets.map(({ id }) => [id, /** @type {Map<string, number>} */ (new Map())]))
  for (const index of report.order) {
    const values = facets.map(({ id }) => valuesOf(report, index, id))
    const misses = facets.filter(
      ({ id }, nth) => filters[id].size > 0 && !values[nth]?.some((value) => filters[id].has(value)),
    )
    const found = words.length === 0 || matches(textOf(report, index), words)
    facets.forEach(({ id }, nth) => {
      const passes = found && misses.every((missed) => missed.id === id)
      const own = counts.get(id)
      for (const value of values[nth] ?? []) own?.set(value, (own.get(value) ?? 0) + (passes ? 1 : 0))
    })
    if (found && misses.length === 0) shown.push(index)
  }
  return { shown, counts: facets.map(({ id }) => sorted(id, counts.get(id) ?? new Map())) }
}

/** The words of the contract first, in its order; others by name. @param {Facet} facet @param {Map<string, number>} counts */
function sorted(facet, counts) {
  const position = (/** @type {string} */ value) => positions.indexOf(`${facet}:${value}`) + 1 || 99
  return [...counts].sort(([a, m], [b, n]) =>
    facet === 'context' ? n - m || (a < b ? -1 : 1) : position(a) - position(b) || (a < b ? -1 : 1),
  )
}

/** @type {WeakMap<Report, Map<number, string>>} */
const texts = new WeakMap()

/** What the free text is looked for in. @param {Report} report @param {number} index */
function textOf(report, index) {
  const known = texts.get(report) ?? new Map()
  texts.set(report, known)
  let text = known.get(index)
  if (text === undefined) {
    const { file, line, api, before, after, rule, reason, evidence } = report.at(index)
    const steps = evidence.flat().map((step) => `${step.file} ${step.symbol}`)
    text = [`${file}:${line}`, api, before, after ?? '', rule, reason, ...steps].join('\n').toLowerCase()
    known.set(index, text)
  }
  return text
}

/** @param {string} text in lower case @param {string[]} words in lower case */
export function matches(text, words) {
  return words.every((word) => text.includes(word))
}
