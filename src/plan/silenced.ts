import { ts } from '@ts-morph/common'
import type { CallSite } from '../cache/call-sites.js'
import { eachChild } from '../graph/syntax.js'
import { review, type Verdict } from './decision.js'
import type { Range } from './types.js'

/**
 * A rewritten call has its second argument, so a `@ts-expect-error` for it would be an error itself (TS2578): the
 * comment goes where it can only be about the call, otherwise a person decides.
 *
 * @param verdict a rewrite of a one-argument `revalidateTag`, or anything else, which stays
 */
export function withoutSilencer(site: CallSite, verdict: Verdict): Verdict {
  if (verdict.action !== 'rewrite' || !verdict.edit) return verdict
  const source = site.node.getSourceFile()
  const line = source.getLineAndCharacterOfPosition(site.name.start).line
  const comment = directiveAbove(source, line)
  if (!comment) return verdict
  if (verdict.edit.kind === 'call' && comment.alone && callsOn(source, line) === 1)
    return { ...verdict, edit: { ...verdict.edit, dropLine: comment.range } }
  return review(
    'expect-error',
    `${verdict.after} needs no @ts-expect-error, but the one above may be about something else too; change both by hand.`,
  )
}

/** The `@ts-expect-error` that silences a line: comments and blank lines may stand between. `line` is 0-based. */
function directiveAbove(source: ts.SourceFile, line: number): { range: Range; alone: boolean } | null {
  const starts = source.getLineStarts()
  for (let above = line - 1; above >= 0; above--) {
    const range = { start: starts[above] ?? 0, end: starts[above + 1] ?? source.text.length }
    const text = source.text.slice(range.start, range.end).trim()
    if (text.includes('@ts-expect-error')) return directiveIn(text, range)
    if (text !== '' && !text.startsWith('//')) return null
  }
  return null
}

function directiveIn(text: string, range: Range): { range: Range; alone: boolean } | null {
  const isAlone = /^(?:\/{2,}\s*@ts-expect-error\b|\/\*+\s*@ts-expect-error\b(?:(?!\*\/).)*\*\/$)/.test(text)
  const isDirective = isAlone || /(?:\/\/|\/\*|^\*?)[/*\s]*@ts-expect-error\b/.test(text)
  return isDirective ? { range, alone: isAlone } : null
}

/** How many calls begin on a line (0-based), by the name of what they call. */
function callsOn(source: ts.SourceFile, line: number): number {
  let count = 0
  const [start, end] = [
    source.getLineStarts()[line] ?? 0,
    source.getLineEndOfPosition(source.getLineStarts()[line] ?? 0),
  ]
  const visit = (node: ts.Node): void => {
    if (node.end < start || node.pos > end) return
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node)
    if (isCall && node.expression.end >= start && node.expression.end <= end) count++
    eachChild(node, visit)
  }
  visit(source)
  return count
}
