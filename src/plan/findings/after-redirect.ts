import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { bare, isFunction, lineOf } from '../../graph/syntax.js'
import { makeFinding } from '../catalogue.js'
import type { Finding } from '../types.js'
import type { Invalidation } from './invalidations.js'
import { navigationOf } from './navigation.js'

/** Invalidation that can only come after something that has left the function already. */
export function afterRedirectFindings(graph: Graph, invalidations: readonly Invalidation[]): Finding[] {
  return invalidations.flatMap((invalidation) => {
    const before = leftBefore(graph, invalidation.node)
    if (!before) return []
    const line = lineOf(before.statement.getSourceFile(), before.statement.getStart())
    const message = `${invalidation.what} never runs: ${before.by} in line ${line} leaves the function first.`
    return [makeFinding('invalidate-after-redirect', invalidation, { message })]
  })
}

interface Exit {
  statement: ts.Statement
  /** `redirect`, `throw`, `return`. */
  by: string
}

/** The statement before a node, in its block or one around it, that always leaves the function. */
function leftBefore(graph: Graph, node: ts.Node): Exit | null {
  for (let current = node; current.parent && !isFunction(current); current = current.parent) {
    const { parent } = current
    const list = ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent) ? parent.statements : []
    for (const statement of list) {
      if (statement === current) break
      const by = exitOf(graph, statement)
      if (by !== null) return { statement, by }
    }
  }
  return null
}

/** How a statement leaves the function whenever it runs; null where it may go on. */
function exitOf(graph: Graph, statement: ts.Statement): string | null {
  if (ts.isThrowStatement(statement)) return 'throw'
  if (ts.isReturnStatement(statement)) {
    return (statement.expression && navigationIn(graph, statement.expression)) ?? 'return'
  }
  if (ts.isExpressionStatement(statement)) return navigationIn(graph, statement.expression)
  if (ts.isBlock(statement)) return firstExit(graph, statement.statements)
  if (!ts.isIfStatement(statement) || !statement.elseStatement) return null
  const first = exitOf(graph, statement.thenStatement)
  return first !== null && exitOf(graph, statement.elseStatement) !== null ? first : null
}

function firstExit(graph: Graph, statements: readonly ts.Statement[]): string | null {
  for (const statement of statements) {
    const by = exitOf(graph, statement)
    if (by !== null) return by
  }
  return null
}

function navigationIn(graph: Graph, expression: ts.Expression): string | null {
  const inner = bare(ts.isVoidExpression(expression) ? expression.expression : expression)
  return ts.isCallExpression(inner) ? navigationOf(graph, inner) : null
}
