import { createHash } from 'node:crypto'
import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { eachChild } from '../../graph/syntax.js'
import type { Decision } from '../types.js'

/**
 * Names the place of a decision so that the name holds when lines move: `<transform>:<file>#<function>:<hash>`, the hash
 * of its text. The same text twice in one function has one name: a number would shift when the first one is rewritten.
 */
export function decisionKey(
  graph: Graph,
  {
    transform,
    file,
    line,
    column,
    before,
  }: Pick<Decision, 'transform' | 'file' | 'line' | 'column' | 'before'>,
): string {
  const source = graph.model(file)?.source
  const names = source ? namesAround(source, offsetOf(source, line, column)) : []
  const text = before.replaceAll(/\s+/g, ' ').trim()
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return `${transform}:${file}${names.length > 0 ? `#${names.join('.')}` : ''}:${hash}`
}

/** The file that a key names. */
export function fileOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1).replace(/(?:#[\p{ID_Continue}$.]+)?:[0-9a-f]{8}$/u, '')
}

/** Offset of a place (1-based line and column); the end of the text where it has no such line. */
export function offsetOf(source: ts.SourceFile, line: number, column: number): number {
  const start = source.getLineStarts()[line - 1]
  return start === undefined ? source.text.length : Math.min(start + column - 1, source.text.length)
}

/** Nodes that hold an offset, the outermost first. */
export function nodesAt(source: ts.SourceFile, offset: number): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (offset < node.getStart(source) || offset >= node.end) return
    found.push(node)
    eachChild(node, visit)
  }
  eachChild(source, visit)
  return found
}

/** `invoiceCache`, `revalidate`: what is declared around an offset. */
function namesAround(source: ts.SourceFile, offset: number): string[] {
  return nodesAt(source, offset).flatMap((node) => {
    const isNamed =
      ts.isFunctionDeclaration(node) ||
      ts.isClassLike(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isVariableDeclaration(node)
    const { name } = isNamed ? node : { name: undefined }
    return name && ts.isIdentifier(name) ? [name.text] : []
  })
}
