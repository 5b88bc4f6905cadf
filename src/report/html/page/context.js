import { openStore, openTicks } from './store.js'

/** @typedef {import('../../../plan/types.js').Decision} Decision */
/** @typedef {import('../data.js').PageData} PageData */
/** @typedef {ReturnType<typeof openReport>} Report */

/**
 * What all parts of the page share: the facts, quick ways into them, and what the person chose.
 *
 * @param {PageData} data
 */
export function openReport(data) {
  const { plan } = data
  const store = openStore()
  const appDirs = plan.apps.map(({ dir }) => dir).sort((a, b) => b.length - a.length)
  const lines = new Map(data.sources.map(({ file, lines }) => [file, new Map(lines)]))
  return {
    data,
    plan,
    store,
    ticks: openTicks(store, data.key, plan.decisions.length),
    split: store.get('diff') === 'split',
    hunks: new Map(data.hunks.map(({ file, hunks }) => [file, hunks])),
    /** Indexes of all decisions by file, line and column. */
    order: plan.decisions.map((_, index) => index).sort((a, b) => byPlace(at(a), at(b))),
    at,
    /** @param {string} file @param {number} line */
    lineOf: (file, line) => lines.get(file)?.get(line) ?? null,
    /** The folder of the innermost app that holds a file, null without one. @param {string} file */
    appOf: (file) => appDirs.find((dir) => dir === '' || file.startsWith(`${dir}/`)) ?? null,
    /** `server-action` to `Server Action`. @param {string} context */
    contextName: (context) =>
      (data.places[context] ?? context).replace(/^(?:an?|the) (?:rendering of a )?/, ''),
  }

  /** @param {number} index @returns {Decision} */
  function at(index) {
    const decision = plan.decisions[index]
    if (!decision) throw new Error(`there is no decision ${index}`)
    return decision
  }
}

/** What a person can tick off: what changes, and what they must decide. @param {Decision} decision */
export function canTick({ action }) {
  return action !== 'keep'
}

/** @typedef {{ file: string, line: number, column: number }} Place */
/** @param {Place} a @param {Place} b */
function byPlace(a, b) {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1
}
