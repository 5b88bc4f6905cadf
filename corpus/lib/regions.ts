import { ts } from '@ts-morph/common'
import type { LineRange } from './cache-module.js'
import type { ChangedFile } from './lines.js'
import type { Problem } from './problem.js'
import type { ReportedDecision } from './report.js'

/** Transforms whose edits reach beyond the place of the decision. */
const wide = new Set(['unstable-cache', 'next-config'])

export function isWide({ transform }: Pick<ReportedDecision, 'transform'>): boolean {
  return wide.has(transform)
}

/**
 * What must hold of a file in which code was moved: the old text without its imports and without the statements that
 * were converted stands in the new one, piece by piece and in its order. A new function may stand above the statement
 * of the module that a conversion is in, a setting anywhere in the statement of its decision.
 *
 * @param decisions the rewrites of this file
 * @param others lines of rewrites that stay in their place
 */
export function checkKept(
  { file, before, after }: ChangedFile,
  decisions: readonly ReportedDecision[],
  others: readonly LineRange[],
): Problem[] {
  const source = ts.createSourceFile(file, before, ts.ScriptTarget.Latest, true)
  const moved = decisions.filter(isWide)
  const touched = new Set<number>()
  const ranges = [...imports(source), ...others, ...moved.flatMap((one) => ownLines(source, one))]
  for (const { first, last } of ranges) for (let line = first; line <= last; line += 1) touched.add(line)
  const cuts = new Set(moved.map((one) => topLine(source, positionOf(source, one))))
  const now = `\n${after}\n`
  const problems: Problem[] = []
  let from = 0
  for (const { line, text } of piecesOf(before.split('\n'), touched, cuts)) {
    const at = now.indexOf(`\n${text}\n`, from)
    if (at >= 0) from = at + text.length
    else
      problems.push({
        check: 'lines',
        where: `${file}:${line}`,
        message: `does not stand as it was beside what was converted: ${text.split('\n')[0]?.trim()}`,
      })
  }
  return problems
}

/** Runs of untouched lines, without blank ones at their ends. */
function piecesOf(
  lines: readonly string[],
  touched: ReadonlySet<number>,
  cuts: ReadonlySet<number>,
): { line: number; text: string }[] {
  const pieces: { line: number; text: string }[] = []
  let run: string[] = []
  const close = (next: number) => {
    const text = run.join('\n')
    const skipped = run.findIndex((one) => one.trim() !== '')
    if (skipped >= 0)
      pieces.push({
        line: next - run.length + skipped,
        text: text.replace(/^(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+$/g, ''),
      })
    run = []
  }
  for (const [index, text] of lines.entries()) {
    const line = index + 1
    if (cuts.has(line) || touched.has(line)) close(line)
    if (!touched.has(line)) run.push(text)
  }
  close(lines.length + 1)
  return pieces
}

/** Every import: what made the key, and a wrapper, may no longer be needed. */
function imports(source: ts.SourceFile): LineRange[] {
  return source.statements
    .filter((one) => ts.isImportDeclaration(one))
    .map((one) => ({ first: lineAt(source, one.getStart()), last: lineAt(source, one.end) }))
}

/** Where the statement of the module begins that a position is in, the comments above it included. */
function topLine(source: ts.SourceFile, position: number): number {
  const statement = source.statements.find((one) => position >= one.pos && position < one.end)
  return statement ? firstLine(source, statement) : 1
}

function firstLine(source: ts.SourceFile, node: ts.Node): number {
  const [comment] = ts.getLeadingCommentRanges(source.text, node.pos) ?? []
  return lineAt(source, comment?.pos ?? node.getStart())
}

/** The statement of a use, or the function that it made up, and the lines that call it by its local name. */
function ownLines(source: ts.SourceFile, decision: ReportedDecision): LineRange[] {
  const position = positionOf(source, decision)
  if (decision.transform === 'next-config') {
    const statement = source.statements.find((one) => position >= one.pos && position < one.end)
    return statement ? [{ first: topLine(source, position), last: lineAt(source, statement.end) }] : []
  }
  const around = nodesAround(source, position)
  const innermost = (test: (node: ts.Node) => boolean) => around.findLast(test)
  const isFold = decision.rule === 'fold'
  const functions = around.filter((node) => ts.isFunctionLike(node) && node.getStart() < position)
  const own = isFold
    ? (functions.at(-1) ?? innermost(ts.isStatement))
    : (innermost((node) => ts.isStatement(node) && !ts.isBlock(node)) ?? source)
  if (!own) return []
  const found = [{ first: firstLine(source, own), last: lineAt(source, own.end) }]
  const isLocal = ts.isVariableStatement(own) && !ts.isSourceFile(own.parent)
  for (const { name } of isLocal ? own.declarationList.declarations : [])
    if (ts.isIdentifier(name)) found.push(...linesWith(own.parent, name.text, source))
  return found
}

function linesWith(scope: ts.Node, name: string, source: ts.SourceFile): LineRange[] {
  const found: LineRange[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name)
      found.push({ first: lineAt(source, node.parent.getStart()), last: lineAt(source, node.parent.end) })
    ts.forEachChild(node, visit)
  }
  visit(scope)
  return found
}

/** From the outside to the inside. */
function nodesAround(source: ts.SourceFile, position: number): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (position < node.getStart() || position >= node.end) return
    found.push(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return found
}

function positionOf(source: ts.SourceFile, { line, column }: ReportedDecision): number {
  const lines = source.getLineStarts()
  return (lines[line - 1] ?? 0) + column - 1
}

function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1
}
