import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { dressed, lineOf } from '../../graph/syntax.js'
import type { Unit } from '../../graph/types.js'
import { makeFinding } from '../catalogue.js'
import type { Finding } from '../types.js'
import { calleeName, runningAround } from './closures.js'
import type { Invalidation } from './invalidations.js'

/** Drizzle, Prisma, knex, TypeORM, Sequelize, Mongoose, MikroORM, Firestore, and wrappers that are called like them. */
const runsTransaction =
  /^(?:\$?transaction|transactional|(?:with|in|run|do|exec|execute|perform|start|begin|inside|wrap)\w*(?:Transaction|Transactional|Tx|Trx))$/

/** Invalidation inside the callback of a database transaction. */
export function transactionFindings(graph: Graph, invalidations: readonly Invalidation[]): Finding[] {
  return invalidations.flatMap((invalidation) => {
    const call = transactionAround(graph, invalidation.owner)
    if (!call) return []
    const message = `${invalidation.what} runs inside the transaction of ${placeOf(call, invalidation.file)}: a roll-back does not take it back, and what is read before the commit is the old data.`
    return [makeFinding('invalidate-in-transaction', invalidation, { message })]
  })
}

function transactionAround(graph: Graph, owner: Unit): ts.CallExpression | null {
  for (const unit of runningAround(owner)) {
    const inline = unit.node && transactionOf(unit.node)
    if (inline) return inline
    if (unit.nested || unit.kind !== 'function') continue
    for (const { reference, exact } of graph.arrows(unit)) {
      const named = exact && reference.how === 'value' ? transactionOf(reference.node) : null
      if (named) return named
    }
  }
  return null
}

/** The call that runs an argument in a transaction. */
function transactionOf(callback: ts.Node): ts.CallExpression | null {
  const argument = dressed(callback)
  const call = argument.parent
  if (!call || !ts.isCallExpression(call) || !call.arguments.some((given) => given === argument)) return null
  return isTransaction(call) ? call : null
}

function isTransaction(call: ts.CallExpression): boolean {
  const name = calleeName(call)
  if (runsTransaction.test(name)) return true
  const { expression } = call
  if (!ts.isPropertyAccessExpression(expression)) return false
  // postgres.js: `sql.begin(cb)`; pg-promise: `db.tx(cb)`; kysely: `db.transaction().setIsolationLevel(x).execute(cb)`.
  if (name === 'begin' || name === 'tx') return true
  return name === 'execute' && comesFromTransaction(expression.expression)
}

function comesFromTransaction(receiver: ts.Expression): boolean {
  let node = receiver
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    if (ts.isCallExpression(node) && calleeName(node) === 'transaction') return true
    node = node.expression
  }
  return false
}

function placeOf(call: ts.CallExpression, from: string): string {
  const source = call.getSourceFile()
  const { expression } = call
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression
  const line = lineOf(source, name.getStart(source))
  return source.fileName === from ? `line ${line}` : `${source.fileName}:${line}`
}
