import { createHash } from 'node:crypto'
import type { Choices } from '../config/types.js'
import type { Graph } from '../graph/graph.js'
import type { Workspace } from '../workspace/types.js'
import { type TransformId, transforms } from './catalogue.js'
import { withAnswers } from './choices/index.js'
import { findingsOf } from './findings.js'
import { applyIgnoreComments } from './ignore.js'
import type { PlanInput, Planner } from './input.js'
import { planNextConfig } from './next-config/index.js'
import { planRevalidatePath } from './revalidate-path/index.js'
import { planRevalidateTag } from './revalidate-tag.js'
import { traceSites } from './sites.js'
import { planStableNames } from './stable-names.js'
import { planTagHelpers } from './tag-helpers/index.js'
import { planTestDoubles } from './test-doubles.js'
import type { Decision, Failure, Finding } from './types.js'
import { planUnstableCache } from './unstable-cache/index.js'

const planners: Record<TransformId, Planner> = {
  'revalidate-tag': planRevalidateTag,
  'stable-names': planStableNames,
  'revalidate-path': planRevalidatePath,
  'unstable-cache': planUnstableCache,
  'tag-helpers': planTagHelpers,
  'next-config': planNextConfig,
  'test-doubles': planTestDoubles,
}

/** What is decided before any text is edited. */
export interface Draft {
  decisions: Decision[]
  findings: Finding[]
  failures: Failure[]
  /** Number of files that were parsed. */
  parsed: number
}

/** Decides every call site of the selected files. Pure but for reading through the workspace. */
export function draftPlan(
  workspace: Workspace,
  graph: Graph,
  choices: Choices,
  onProgress: (done: number, total: number) => void = () => {},
): Draft {
  const input = planInput(workspace, graph, choices, onProgress)
  const decisions: Decision[] = []
  const findings: Finding[] = []
  for (const { id } of transforms) {
    if (!isWanted(id, choices)) continue
    const planned = planners[id](input, decisions)
    decisions.push(...withAnswers(input, applyIgnoreComments(graph, planned.decisions)))
    findings.push(...planned.findings)
  }
  findings.push(...findingsOf(input, decisions))
  return {
    decisions: decisions.sort(byPlace),
    findings: findings.sort(byPlace),
    failures: failuresOf(workspace, graph),
    parsed: graph.parsed().length,
  }
}

/** What planners work from: follows every call site back to its entry points. */
export function planInput(
  workspace: Workspace,
  graph: Graph,
  choices: Choices,
  onProgress: (done: number, total: number) => void = () => {},
): PlanInput {
  return { workspace, graph, choices, sites: traceSites(workspace, graph, choices.contexts, onProgress) }
}

/** All but those that are skipped; what writes new modules wants to be asked for. */
function isWanted(id: TransformId, { transforms: named, skip, createTagHelpers }: Choices): boolean {
  if (skip.includes(id)) return false
  if (id === 'tag-helpers' && createTagHelpers) return true
  return named.length === 0 ? id !== 'tag-helpers' : named.includes(id)
}

/** Files that hold call sites but do not parse, and files that could not be read. */
function failuresOf(workspace: Workspace, graph: Graph): Failure[] {
  const unreadable = workspace.unreadable.map(({ file, message }) => ({ file, message }))
  const broken = graph
    .parsed()
    .filter(({ file, syntaxError }) => syntaxError !== null && workspace.selected.has(file))
    .map(({ file, syntaxError }) => ({ file, message: syntaxMessage(syntaxError ?? '') }))
  return [...unreadable, ...broken].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

function syntaxMessage(error: string): string {
  if (error.startsWith('line ')) return `It does not parse (${error}). Mend the syntax and run again.`
  return `It is left as it is: ${error}. Change its calls by hand.`
}

/** By file, line, column, and by id where two stand at one place. */
export function byPlace(a: Decision | Finding, b: Decision | Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** SHA-256 of a file's bytes, hex: what a stored plan compares before it is applied. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
