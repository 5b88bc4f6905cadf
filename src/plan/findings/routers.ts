import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { bare, eachChild } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import { navigationName } from './navigation.js'

/** Every `router.refresh()` of a file whose router is that of `next/navigation`. */
export function refreshCalls(graph: Graph, model: FileModel): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isRefresh(graph, model, node)) found.push(node)
    eachChild(node, visit)
  }
  visit(model.source)
  return found
}

/** `router.refresh()`, also with `refresh` taken from the router. */
function isRefresh(graph: Graph, model: FileModel, { expression: callee }: ts.CallExpression): boolean {
  if (ts.isIdentifier(callee)) return routerPath(graph, model, callee)?.join() === 'refresh'
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'refresh') return false
  return ts.isIdentifier(callee.expression) && routerPath(graph, model, callee.expression)?.length === 0
}

/** The members of `useRouter()` that a name stands for, none for the router itself; null for other names. */
function routerPath(graph: Graph, model: FileModel, name: ts.Identifier): string[] | null {
  const declaration = model.declarationOf(name)
  if (declaration?.kind !== 'alias') return null
  const made = bare(declaration.of)
  const isRouter = ts.isCallExpression(made) && navigationName(graph, made.expression) === 'useRouter'
  return isRouter ? declaration.members : null
}

/** Whether a function is the component (or hook) that gets the router. */
export function declaresRouter(graph: Graph, node: ts.FunctionLikeDeclaration): boolean {
  if (!node.body || !ts.isBlock(node.body)) return false
  return node.body.statements.some(
    (statement) =>
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.some(
        ({ initializer }) => initializer && navigationName(graph, initializer) === 'useRouter()',
      ),
  )
}
