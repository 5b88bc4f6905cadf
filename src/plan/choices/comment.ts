import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import type { Decision } from '../types.js'
import { nodesAt, offsetOf } from './key.js'

/**
 * Keeps a place by a `retag-ignore` comment on a line of its own above it; null where a comment there would be text
 * (JSX) or where the line begins with something else.
 */
export function commented(graph: Graph, decision: Decision, reason: string): Decision | null {
  const source = graph.model(decision.file)?.source
  if (!source) return null
  const start = source.getLineStarts()[decision.line - 1] ?? 0
  const offset = offsetOf(source, decision.line, decision.column)
  const indent = /^[ \t]*/.exec(source.text.slice(start))?.[0] ?? ''
  const isFirst = nodesAt(source, offset).some(
    (node) => isLineOfItsOwn(node) && node.getStart(source) === start + indent.length,
  )
  if (!isFirst) return null
  const comment = `// retag-ignore ${decision.transform}${reason === '' ? '' : ` -- ${reason}`}`
  return {
    ...decision,
    action: 'rewrite',
    after: comment,
    semantics: 'preserved',
    rule: 'commented',
    reason:
      reason === ''
        ? 'A person decided that it stays as it is.'
        : `A person decided that it stays as it is: ${reason}`,
    edit: { kind: 'insert-text', at: { start, end: start }, text: `${indent}${comment}\n` },
  }
}

function isLineOfItsOwn(node: ts.Node): boolean {
  return ts.isStatement(node) || ts.isClassElement(node) || ts.isObjectLiteralElement(node)
}
