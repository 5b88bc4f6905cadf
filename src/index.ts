import { type FormatMode, formatChanges } from './apply/format/index.js'
import { applyChanges } from './apply/write.js'
import { createReaders } from './cache/readers/index.js'
import { routesOf } from './cache/routes/index.js'
import { type RouteRow, routeTable } from './cache/routes/table.js'
import { packageVersion } from './config/package-root.js'
import { type Choices, defaultChoices } from './config/types.js'
import { createGraph, type Graph } from './graph/graph.js'
import { editPlan } from './plan/edit-plan.js'
import { draftPlan, hashOf } from './plan/plan.js'
import { type Counts, type Failure, type FileChange, type Plan, schemaVersion } from './plan/types.js'
import { openWorkspace } from './workspace/index.js'
import type { Workspace, WorkspaceOptions } from './workspace/types.js'

export type { FormatMode } from './apply/format/index.js'
export { ProcessError } from './apply/run-node.js'
export { type VerifyOptions, type VerifyResult, verify } from './apply/verify/index.js'
export type * from './apply/verify/types.js'
export type { RouteReader, RouteRow } from './cache/routes/table.js'
export { defineConfig } from './config/define-config.js'
export type * from './config/types.js'
export type * from './context/types.js'
export type { ReviewChoice, ReviewItem, TypedChoice } from './plan/choices/index.js'
export { type Replayed, replay } from './plan/replay.js'
export { reviews } from './plan/reviews.js'
export { readPlan, storePlan } from './plan/stored.js'
export type * from './plan/types.js'
export { annotations } from './report/annotations.js'
export { patchText } from './report/diff.js'
export { type HtmlReportInput, htmlReport } from './report/html/index.js'
export { jsonReport, toReport } from './report/json.js'
export { markdownReport } from './report/markdown/index.js'
export { sarifReport } from './report/sarif/index.js'
export { summary } from './report/terminal.js'
export type * from './workspace/types.js'
export { UsageError } from './workspace/types.js'

/** What is known about a tree before anything is decided. */
export interface Analysis {
  workspace: Workspace
  graph: Graph
}

export interface PlanResult {
  plan: Plan
  /** New texts of the files that the plan changes, in memory; what `--print` shows and `apply` writes. */
  changes: FileChange[]
}

export interface Progress {
  /** What is being done, e.g. `reading`, `following callers`, `editing`. */
  phase: string
  done: number
  total: number
}

export type OnProgress = (progress: Progress) => void

export interface ApplyResult {
  /** Files that were written, relative to the root. */
  written: string[]
  failures: Failure[]
}

/**
 * Finds the apps, packages and source files around the given paths. Reads, runs nothing of the tree, writes nothing.
 *
 * @throws UsageError for a path that does not exist
 */
export function analyze(options: WorkspaceOptions, onProgress: OnProgress = () => {}): Analysis {
  onProgress({ phase: 'reading', done: 0, total: 1 })
  const workspace = openWorkspace(options)
  return { workspace, graph: createGraph(workspace) }
}

/**
 * Decides every call site of the selected files and makes the edits in memory. Writes nothing.
 *
 * @param choices what differs from the defaults; see {@link Choices}
 */
export function plan(
  { workspace, graph }: Analysis,
  choices: Partial<Choices> = {},
  onProgress: OnProgress = () => {},
): PlanResult {
  const draft = draftPlan(workspace, graph, { ...defaultChoices, ...choices }, (done, total) =>
    onProgress({ phase: 'following callers', done, total }),
  )
  const edited = editPlan(workspace, draft.decisions, draft.failures, (done, total) =>
    onProgress({ phase: 'editing', done, total }),
  )
  const failures = [...draft.failures, ...edited.failures].sort((a, b) => (a.file < b.file ? -1 : 1))
  const result: Plan = {
    schemaVersion,
    tool: { name: 'retag', version: packageVersion() },
    root: workspace.root,
    apps: workspace.apps.map(({ dir, next, router }) => ({ dir, next, router })),
    counts: count(workspace, graph, edited.changes, failures),
    files: edited.changes.map(({ file }) => ({
      file,
      hash: hashOf(workspace.bytes(file) ?? Buffer.alloc(0)),
    })),
    decisions: edited.decisions,
    findings: draft.findings,
    failures,
  }
  return { plan: result, changes: edited.changes }
}

/**
 * Lays the new texts out as the repository's own Prettier, Biome or oxfmt would, where the old text was clean under it.
 *
 * @param mode `auto` runs a formatter only where nothing of the repository itself is run for it
 * @returns the plan with those texts, and one sentence for each formatter that was not run or failed
 */
export async function format(
  { plan, changes }: PlanResult,
  workspace: Workspace,
  mode: FormatMode = 'auto',
): Promise<{ result: PlanResult; notes: string[] }> {
  const formatted = await formatChanges(workspace, changes, mode)
  return { result: { plan, changes: formatted.changes }, notes: formatted.notes }
}

/** Writes the changes of a plan, file by file; a file that cannot be written is reported, the others go on. */
export function apply({ plan: { root }, changes }: PlanResult): ApplyResult {
  return applyChanges(root, changes)
}

/** Every route of the apps: when it is rendered, what it reads, and the tags of that. Sorted by app, route and file. */
export function routes({ workspace, graph }: Analysis): RouteRow[] {
  const all = workspace.apps.flatMap((app) => routesOf(workspace, app))
  return routeTable(all, createReaders(graph))
}

/** `selected = changed + unchanged + skipped + failed`; skipped are the files that a byte search ruled out. */
function count(
  workspace: Workspace,
  graph: Graph,
  changes: readonly FileChange[],
  failures: readonly Failure[],
): Counts {
  const parsed = graph.parsed()
  const failed = new Set(failures.map(({ file }) => file).filter((file) => workspace.selected.has(file)))
  const changed = changes.filter(({ file }) => !failed.has(file)).length
  // New files are selected by being made.
  const made = changes.filter(({ before }) => before === '').length
  const looked = parsed.filter(({ file }) => workspace.selected.has(file) && !failed.has(file)).length + made
  const unchanged = Math.max(looked - changed, 0)
  const selected = workspace.selected.size + made
  return {
    selected,
    parsed: parsed.length,
    changed,
    unchanged,
    skipped: selected - changed - unchanged - failed.size,
    failed: failed.size,
  }
}
