import { structuredPatch } from 'diff'
import { importLines, type LineRange } from './cache-module.js'
import type { Problem } from './problem.js'
import { checkKept, isWide } from './regions.js'
import type { ReportedDecision } from './report.js'

/** One change without context. For an insertion `removed` is empty and `line` is the old line that it stands before. */
export interface Hunk {
  /** 1-based line of the old text. */
  line: number
  /** 1-based line of the new text. */
  newLine: number
  removed: string[]
  added: string[]
}

/** Like `git diff -U0`, but without attributes or filters of the repository, so that line ends count too. */
export function hunksOf(before: string, after: string): Hunk[] {
  const patch = structuredPatch('a', 'b', before, after, undefined, undefined, { context: 0 })
  return patch.hunks.map((hunk) => ({
    line: hunk.oldStart,
    newLine: hunk.newStart,
    removed: hunk.lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1)),
    added: hunk.lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1)),
  }))
}

/** Changed lines of one file: a line that was replaced counts once. */
export function changedLines(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, hunk) => sum + Math.max(hunk.removed.length, hunk.added.length), 0)
}

export interface ChangedFile {
  file: string
  before: string
  after: string
}

/**
 * Every changed line must belong to an import of `next/cache` or stand at most one line away from a rewritten call
 * site of this file; and there must not be more changed lines than these can explain (that would be reformatting).
 * Where an edit moves code, everything else must stand as it was, in its order ({@link checkKept}).
 */
export function checkLines(changed: ChangedFile, decisions: readonly ReportedDecision[]): Problem[] {
  const { file, before, after } = changed
  const mine = decisions.filter((decision) => decision.file === file && decision.action === 'rewrite')
  const hunks = hunksOf(before, after)
  if (mine.some(isWide)) return checkKept(changed, mine, mine.filter((one) => !isWide(one)).map(rangeOf))
  const oldImports = importLines(file, before)
  const newImports = importLines(file, after)
  const near = mine.map(rangeOf)
  const problems: Problem[] = []
  for (const hunk of hunks) {
    const at = hunk.line
    const nearImport = [...oldImports, ...near].some((range) => inside(range, at - 1) || inside(range, at))
    for (const [index, text] of hunk.removed.entries()) {
      const line = at + index
      const explained = covers(near, line) || covers(oldImports, line) || (isBlank(text) && nearImport)
      if (!explained) problems.push(outside(file, line, 'was changed'))
    }
    const last = at + Math.max(hunk.removed.length - 1, 0)
    const inDecision = near.some((range) => range.first <= last && range.last >= at)
    for (const [index, text] of hunk.added.entries()) {
      const line = hunk.newLine + index
      const explained = inDecision || covers(newImports, line) || isBlank(text)
      if (!explained) problems.push(outside(file, at, 'got a new line'))
    }
  }
  return [...problems, ...reformatted(file, hunks, mine, [...oldImports, ...newImports])]
}

function reformatted(
  file: string,
  hunks: readonly Hunk[],
  decisions: readonly ReportedDecision[],
  imports: readonly LineRange[],
): Problem[] {
  const touched = hunks.reduce((sum, hunk) => sum + hunk.removed.length + hunk.added.length, 0)
  const byDecisions = decisions.reduce(
    (sum, decision) => sum + lines(decision.before) + lines(decision.after ?? decision.before),
    0,
  )
  // One blank line may come or go with an import.
  const byImports = imports.reduce((sum, range) => sum + range.last - range.first + 1, 0) + 1
  if (touched <= byDecisions + byImports) return []
  const message = `${touched} lines removed or added, decisions and imports explain ${byDecisions + byImports}`
  return [{ check: 'lines', where: file, message }]
}

function rangeOf(decision: ReportedDecision): LineRange {
  return { first: decision.line - 1, last: decision.line + lines(decision.before) }
}

function outside(file: string, line: number, what: string): Problem {
  return { check: 'lines', where: `${file}:${line}`, message: `${what} outside every decision` }
}

function covers(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some((range) => inside(range, line))
}

function inside(range: LineRange, line: number): boolean {
  return line >= range.first && line <= range.last
}

function lines(text: string): number {
  return text.split('\n').length
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
