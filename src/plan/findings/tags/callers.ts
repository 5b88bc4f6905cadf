import { ts } from '@ts-morph/common'
import { nodeIndex } from '../../../cache/readers/index-file.js'
import { bindingOf } from '../../../cache/values/binding.js'
import type { Graph } from '../../../graph/graph.js'
import { dressed, type FunctionNode } from '../../../graph/syntax.js'
import { type FileModel, isUnit, type Path, type Unit } from '../../../graph/types.js'

const maxVariables = 6

/** The innermost function whose parameters some expressions hang on, also through variables; null for none. */
export function functionOfParameters(graph: Graph, expressions: readonly ts.Node[]): FunctionNode | null {
  const found = new Set<FunctionNode>()
  for (const expression of expressions) {
    const model = graph.model(expression.getSourceFile().fileName)
    if (model) collect(model, expression, found, 0)
  }
  return [...found].sort((a, b) => b.pos - a.pos)[0] ?? null
}

function collect(model: FileModel, node: ts.Node, found: Set<FunctionNode>, depth: number): void {
  if (ts.isIdentifier(node)) {
    const binding = bindingOf(model, node)
    if (binding?.kind === 'parameter') found.add(binding.function)
    if (binding?.kind === 'variable' && binding.declaration.initializer && depth < maxVariables)
      collect(model, binding.declaration.initializer, found, depth + 1)
    return
  }
  ts.forEachChild(node, (child) => collect(model, child, found, depth))
}

/** Every call of a function; null where something else may call it too, or where no call was found. */
export function callersOf(graph: Graph, node: FunctionNode): ts.CallExpression[] | null {
  const model = graph.model(node.getSourceFile().fileName)
  const unit = model && nodeIndex(model).unitAt(node)
  const calls = unit ? callsOf(graph, unit, new Set()) : null
  return calls && calls.length > 0 ? calls : null
}

function callsOf(graph: Graph, unit: Unit, seen: Set<Unit>): ts.CallExpression[] | null {
  if (seen.has(unit)) return []
  seen.add(unit)
  const found: ts.CallExpression[] = []
  for (const { reference, exact } of graph.arrows(unit)) {
    const { how, from, node } = reference
    if (how === 'type' || (!exact && isResult(reference.path))) continue
    const call = dressed(node).parent
    const isName = how === 'alias' && from.kind !== 'function'
    const through = isName ? callsOf(graph, from, seen) : null
    if (exact && how === 'call' && ts.isCallExpression(call)) found.push(call)
    else if (exact && through) found.push(...through)
    else return null
  }
  return found
}

/** What a call of the function gave: to hand that on calls nothing. */
function isResult({ root, members }: Path, depth = 0): boolean {
  if (members.includes('()')) return true
  return isUnit(root) && root.alias !== null && depth < maxVariables && isResult(root.alias, depth + 1)
}
