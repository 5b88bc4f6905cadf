import { editFile } from '../../../src/apply/edit-file.js'
import type { Choices } from '../../../src/config/types.js'
import type { PlanInput, Planned } from '../../../src/plan/input.js'
import { planNextConfig } from '../../../src/plan/next-config/index.js'
import type { Decision } from '../../../src/plan/types.js'
import { app, choices } from '../../support/app.js'
import type { Tree } from '../../support/tree.js'

/** An app with a page and `lib/posts.ts`, and what a test adds; only the pages router where it has `pages/index`. */
export function inputOf(files: Tree, some: Partial<Choices> = {}): PlanInput {
  const hasPages = Object.keys(files).some((file) => file.startsWith('pages/index.'))
  const page: Tree = hasPages ? {} : { 'app/page.tsx': '' }
  const { workspace, graph } = app({ ...page, 'lib/posts.ts': '', ...files })
  return { workspace, graph, choices: choices(some), sites: [] }
}

/** What the transform `unstable-cache` would have said about a file. */
export function conversion(file = 'lib/posts.ts', some: Partial<Decision> = {}): Decision {
  return {
    id: `unstable-cache:${file}:3:1`,
    transform: 'unstable-cache',
    file,
    line: 3,
    column: 1,
    api: 'unstable_cache',
    action: 'rewrite',
    before: '',
    after: '',
    contexts: [],
    reach: 'unreached',
    semantics: 'changed',
    rule: 'declaration',
    reason: 'Fabricated.',
    evidence: [],
    edit: null,
    ...some,
  }
}

/** The files that the planner's decisions change, with their new texts, and what it says. */
export function run(
  files: Tree,
  some: Partial<Choices> = {},
  earlier: Decision[] = [conversion()],
): Planned & { changed: Tree } {
  const input = inputOf(files, some)
  const planned = planNextConfig(input, earlier)
  return { ...planned, changed: changedFiles(files, planned.decisions) }
}

export function changedFiles(files: Tree, decisions: readonly Decision[]): Tree {
  const changed: Tree = {}
  for (const file of new Set(decisions.filter(({ edit }) => edit !== null).map((d) => d.file))) {
    const own = decisions.filter((decision) => decision.file === file)
    changed[file] = editFile(file, files[file] ?? '', own).text
  }
  return changed
}
