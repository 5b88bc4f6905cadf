import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanResult } from '../index.js'
import { folderOf, foldersUp, isSource } from '../workspace/paths.js'
import { UsageError, type Workspace } from '../workspace/types.js'
import { editPlan } from './edit-plan.js'
import { byPlace, hashOf } from './plan.js'
import type { Decision, Failure, Plan } from './types.js'

export interface Replayed extends PlanResult {
  /** Files that are not as they were when the plan was made; `plan.failures` holds them too. */
  refused: Failure[]
  /** Sentences about changes by hand that do not fit together. */
  notes: string[]
}

/**
 * Makes the edits of a stored plan, in memory: exactly those decisions, in the tree as it is now. Nothing is decided
 * anew. A file that is not as it was when the plan was made is refused, the others go on.
 *
 * @param stored a plan that {@link readPlan} has checked; the actions may have been changed by hand
 * @param workspace the tree; the plan's paths are relative to its root, whatever root the plan names
 * @throws UsageError where a decision is set to rewrite that holds no edit
 */
export function replay(stored: Plan, workspace: Workspace): Replayed {
  const decisions = stored.decisions.map(asChosen).sort(byPlace)
  const known = new Set(stored.failures.map(({ file }) => file))
  const refused = refusals(stored, decisions, workspace).filter(({ file }) => !known.has(file))
  const edited = editPlan(workspace, decisions, [...stored.failures, ...refused], () => {})
  const fresh = [...refused, ...edited.failures]
  const changed = new Set(edited.changes.map(({ file }) => file))
  return {
    plan: {
      ...stored,
      root: workspace.root,
      counts: countsOf(stored, changed.size, fresh.length),
      files: stored.files.filter(({ file }) => changed.has(file)),
      decisions: edited.decisions,
      failures: [...stored.failures, ...fresh].sort((a, b) => (a.file < b.file ? -1 : 1)),
    },
    changes: edited.changes,
    refused,
    notes: notesOf(stored.decisions),
  }
}

/** What a person has taken back loses its edit; what nobody can write is told. */
function asChosen(decision: Decision): Decision {
  if (decision.action === 'rewrite') {
    if (decision.edit !== null) return decision
    throw new UsageError(
      `The decision ${decision.id} is set to rewrite, but the plan holds no edit for it. Set it back to keep or review, and change the place by hand.`,
    )
  }
  return { ...decision, after: null, semantics: null, edit: null }
}

function refusals(stored: Plan, decisions: readonly Decision[], workspace: Workspace): Failure[] {
  const sources = new Set(workspace.files)
  const hashes = new Map(stored.files.map(({ file, hash }) => [file, hash]))
  const wanted = decisions.filter(({ edit }) => edit !== null)
  return [...new Set(wanted.map(({ file }) => file))].flatMap((file) => {
    const message = whyNot(file)
    return message === null ? [] : [{ file, message }]
  })

  function whyNot(file: string): string | null {
    const own = wanted.filter((decision) => decision.file === file)
    if (own.every(({ edit }) => edit?.kind === 'create-file')) return whyNotNew(file, workspace)
    // What the listing does not hold is never touched: links, installed and generated files, anything outside.
    if (!sources.has(file)) return 'It is no source file of this tree. Apply the plan where it was made.'
    const bytes = workspace.bytes(file)
    if (bytes === undefined) return 'It cannot be read. Check its mode and owner.'
    const hash = hashes.get(file)
    if (hash === undefined) return 'The plan holds no hash of it. Make the plan again.'
    if (hash !== hashOf(bytes)) return 'It has changed since the plan was made. Make the plan again.'
    const { length } = workspace.text(file) ?? ''
    const outside = own.find(({ edit }) => !fits(edit, length))
    return outside === undefined ? null : `The edit of ${outside.id} lies outside of it. Make the plan again.`
  }
}

/** A new file goes where nothing stands, into real folders of the tree. */
function whyNotNew(file: string, { root }: Workspace): string | null {
  if (!isSource(file)) return 'It is no name for a source file. Make the plan again.'
  for (const part of [file, ...foldersUp(folderOf(file))]) {
    const there = lstatSync(join(root, part), { throwIfNoEntry: false })
    if (part === file && there !== undefined) return 'It is there by now. Make the plan again.'
    const isFolder = there === undefined || there.isDirectory()
    if (part !== '' && part !== file && !isFolder)
      return 'Its folder is a link or a file. Make the plan again.'
  }
  return null
}

/** True where every range and offset of an edit lies in a text of that length. */
function fits(value: unknown, length: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  const { start = 0, end = length, at = 0 } = value as { start?: unknown; end?: unknown; at?: unknown }
  if (typeof start === 'number' && typeof end === 'number' && (start > end || end > length)) return false
  if (typeof at === 'number' && at > length) return false
  return Object.values(value).every((part) => fits(part, length))
}

function countsOf({ counts }: Plan, changed: number, fresh: number): Plan['counts'] {
  const failed = counts.failed + fresh
  return {
    ...counts,
    changed,
    failed,
    unchanged: Math.max(counts.selected - counts.skipped - failed - changed, 0),
  }
}

/** A cached function without the setting that switches it on is the one combination that a person can break alone. */
function notesOf(decisions: readonly Decision[]): string[] {
  const takenBack = decisions.find(
    ({ transform, action, edit }) => transform === 'next-config' && action !== 'rewrite' && edit !== null,
  )
  const cached = decisions.some(({ action, edit }) => action === 'rewrite' && edit?.kind === 'use-cache')
  if (takenBack === undefined || !cached) return []
  return [
    `${takenBack.file} stays as it is, by the plan, but the 'use cache' functions of the plan need its setting ${takenBack.api}.`,
  ]
}
