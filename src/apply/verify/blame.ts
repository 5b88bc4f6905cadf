import { diffLines } from 'diff'
import type { Decision, FileChange } from '../../plan/types.js'
import { importsOf, type Sources } from './imports.js'
import type { TypeProblem } from './types.js'

/** The decision of the same file whose place is nearest to an error; null where the file has none. */
export function nearest(
  problem: TypeProblem,
  decisions: readonly Decision[],
  changes: readonly FileChange[],
): Decision | null {
  const own = decisions.filter(({ file, edit }) => file === problem.file && edit !== null)
  const change = changes.find(({ file }) => file === problem.file)
  const line = change ? lineBefore(change, problem.line) : problem.line
  const distance = (decision: Decision): number => {
    const last = decision.line + decision.before.split('\n').length - 1
    return Math.max(decision.line - line, line - last, 0)
  }
  return own.reduce<Decision | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  )
}

/** The line of the old text that a line of the new one stands for; inside what was edited, where that begins. */
function lineBefore({ before, after }: FileChange, line: number): number {
  let old = 1
  let now = 1
  for (const { added, removed, count } of diffLines(before, after)) {
    if (!added && now + (removed ? 0 : count) > line) return removed ? old : old + line - now
    if (added && now + count > line) return Math.max(old - 1, 1)
    if (!added) old += count
    if (!removed) now += count
  }
  return old
}

/**
 * Decisions that may have caused errors, in steps that get wider: those of the files with errors, those of the files
 * that these import, all.
 */
export function widening(
  problems: readonly TypeProblem[],
  decisions: readonly Decision[],
  sources: Sources,
): Decision[][] {
  const files = new Set(problems.map(({ file }) => file))
  const imported = new Set([...files].flatMap((file) => importsOf(sources, file)))
  const edits = decisions.filter(({ edit }) => edit !== null)
  return [
    edits.filter(({ file }) => files.has(file)),
    edits.filter(({ file }) => files.has(file) || imported.has(file)),
    edits,
  ]
}
