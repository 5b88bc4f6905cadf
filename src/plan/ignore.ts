import type { ts } from '@ts-morph/common'
import type { Graph } from '../graph/graph.js'
import type { Decision } from './types.js'

const comment = /retag-ignore\s+([\w-]+)(?:\s*--\s*(.*?))?\s*(?:\*\/|\*\/\}|$)/

/**
 * `// retag-ignore <transform> -- reason` on the line of a call site, or alone on the line above it, keeps the line as
 * it is. `all` stands for every transform.
 */
export function applyIgnoreComments(graph: Graph, decisions: Decision[]): Decision[] {
  return decisions.map((decision) => {
    const source = graph.model(decision.file)?.source
    const reason = source ? ignoreReason(source, decision) : null
    if (reason === null) return decision
    return {
      ...decision,
      action: 'keep',
      after: null,
      edit: null,
      semantics: null,
      rule: 'ignored',
      reason:
        reason === ''
          ? 'A retag-ignore comment keeps this line.'
          : `A retag-ignore comment keeps this line: ${reason}`,
    }
  })
}

function ignoreReason(source: ts.SourceFile, { line, transform }: Decision): string | null {
  for (const candidate of [line, line - 1]) {
    const text = lineText(source, candidate)
    if (candidate !== line && !/^\s*(?:\/\/|\/\*|\{\/\*)/.test(text)) continue
    const match = comment.exec(text)
    if (match && (match[1] === transform || match[1] === 'all')) return match[2] ?? ''
  }
  return null
}

function lineText(source: ts.SourceFile, line: number): string {
  const starts = source.getLineStarts()
  const start = starts[line - 1]
  return start === undefined ? '' : source.text.slice(start, starts[line] ?? source.text.length).trimEnd()
}
