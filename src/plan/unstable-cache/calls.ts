import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { eachChild } from '../../graph/syntax.js'
import type { FileModel, Unit } from '../../graph/types.js'

/** A function that runs as part of another one. */
export interface Code {
  model: FileModel
  node: ts.Node
}

/** How many calls deep code is followed. */
const depth = 3

/** The code of a function and of the functions that it calls, the function itself first. */
export function codeRunBy(graph: Graph, start: ts.Node): Code[] {
  const found = new Map<ts.Node, Code>()
  const collect = (node: ts.Node, left: number): void => {
    const model = graph.model(node.getSourceFile().fileName)
    if (!model || found.has(node)) return
    found.set(node, { model, node })
    if (left === 0) return
    for (const call of callsIn(node)) {
      const called = functionAt(graph, model, call.expression)
      if (called) collect(called, left - 1)
    }
  }
  collect(start, depth)
  return [...found.values()]
}

export function callsIn(code: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(node)
    eachChild(node, visit)
  }
  visit(code)
  return found
}

/** The function that an expression names, where it stands in the tree. */
export function functionAt(graph: Graph, model: FileModel, callee: ts.Expression): ts.Node | null {
  const unit = unitAt(graph, model, callee)
  return unit?.kind === 'function' ? unit.node : null
}

export function unitAt(graph: Graph, model: FileModel, callee: ts.Expression): Unit | null {
  const path = model.referenceAt(callee)?.path
  const landing = path ? land(graph, path, model.file) : null
  return landing?.exact ? landing.unit : null
}
