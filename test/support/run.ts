import { analyze, apply, type Choices, type Plan, plan } from '../../src/index.js'
import { inTempFolder, readTree, type Tree, writeTree } from './tree.js'

/** What the library made of an app, and what it made of its own output. */
export interface Runs {
  first: Plan
  /** The changed files as the plan has them in memory. */
  planned: Tree
  /** All files after the first run. */
  written: Tree
  second: Plan
  /** All files after the second run. */
  again: Tree
}

/** Runs the library twice on a temporary copy of an app. */
export function runTwice(app: Tree, choices: Partial<Choices> = {}): Runs {
  return inTempFolder((folder) => {
    writeTree(folder, app)
    const first = plan(analyze({ paths: [folder] }), choices)
    const planned = Object.fromEntries(first.changes.map(({ file, after }) => [file, after]))
    apply(first)
    const written = readTree(folder)
    const second = plan(analyze({ paths: [folder] }), choices)
    apply(second)
    return { first: first.plan, planned, written, second: second.plan, again: readTree(folder) }
  })
}

/** Runs the library once on a temporary copy of an app; gives all files afterwards. */
export function runOnce(app: Tree, choices: Partial<Choices> = {}): Tree {
  return inTempFolder((folder) => {
    writeTree(folder, app)
    apply(plan(analyze({ paths: [folder] }), choices))
    return readTree(folder)
  })
}
