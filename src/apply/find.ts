import { createRequire } from 'node:module'
import type { ASTNode, JSCodeshift } from 'jscodeshift'
import type { Range } from '../plan/types.js'
import { eachChild, type Node } from './ast.js'

const require = createRequire(import.meta.url)

/** Kinds of nodes that edits point at; each takes in its subtypes (a `CallExpression` may be an optional call). */
export type NodeKind =
  | 'CallExpression'
  | 'Identifier'
  | 'MemberExpression'
  | 'ObjectExpression'
  | 'ObjectProperty'
  | 'Expression'

/**
 * The nodes at exactly this range, of the first kind that has any. Two nodes share a range in `{ a }`, where key and
 * value are the same name.
 *
 * The search runs in the innermost statement only: a walk over the whole file is slow for large files, and recursion
 * has its limit in deep ones.
 */
export function findNodes(program: Node, range: Range, kinds: NodeKind[]): Node[] {
  const j = require('jscodeshift') as JSCodeshift
  const root = j(innermostStatement(program, range) as unknown as ASTNode)
  for (const kind of kinds) {
    const found = root.find(j[kind] as typeof j.Identifier, { start: range.start, end: range.end } as object)
    if (found.length > 0) return found.nodes() as unknown as Node[]
  }
  return []
}

const statement = /(Statement|Declaration|StaticBlock)$/

function innermostStatement(program: Node, { start, end }: Range): Node {
  let best = program
  for (let at: Node | null = program; at; ) {
    let next: Node | null = null
    eachChild(at, (child) => {
      if (child.start <= start && child.end >= end) next ??= child
    })
    at = next as Node | null
    if (at && statement.test(at.type)) best = at
  }
  return best
}
