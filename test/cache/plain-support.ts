import { ts } from '@ts-morph/common'
import { createTypes, type TypeFact, type Types } from '../../src/cache/plain/index.js'
import type { FileModel } from '../../src/graph/types.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

/** Where the question stands: `ask(x)` in the text asks about the value `x`, `askResult(f)` about what `f` gives. */
export const file = 'lib/x.ts'

function find<T extends ts.Node>(root: ts.Node, test: (node: ts.Node) => node is T): T[] {
  const found: T[] = []
  const walk = (node: ts.Node): void => {
    if (test(node)) found.push(node)
    ts.forEachChild(node, walk)
  }
  walk(root)
  return found
}

/** The arguments of the calls of `ask` or `askResult`, in order. */
export function asked(model: FileModel | null, name = 'ask'): ts.Expression[] {
  if (!model) throw new Error('there is no such file')
  return find(model.source, ts.isCallExpression)
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === name)
    .flatMap((call) => call.arguments.slice(0, 1))
}

export function parameters(model: FileModel | null): ts.ParameterDeclaration[] {
  return model ? find(model.source, ts.isParameter) : []
}

interface Question {
  types: Types
  model: FileModel
}

export function question(files: Tree | string, at = file): Question {
  const { workspace, graph } = app(typeof files === 'string' ? { [at]: files } : files)
  const model = graph.model(at)
  if (!model) throw new Error(`${at} is not there`)
  return { types: createTypes(workspace, graph), model }
}

export function value(files: Tree | string, at = file): TypeFact {
  const { types, model } = question(files, at)
  const [node] = asked(model)
  if (!node) throw new Error('nothing is asked')
  return types.value(node)
}

export function result(files: Tree | string, at = file): TypeFact {
  const { types, model } = question(files, at)
  const [node] = asked(model, 'askResult')
  if (!node) throw new Error('nothing is asked')
  return types.result(node)
}

/** The parameter of that name, or the first one. */
export function parameter(text: string, name?: string, at = file): TypeFact {
  const { types, model } = question(text, at)
  const node = parameters(model).find((candidate) => name === undefined || candidate.name.getText() === name)
  if (!node) throw new Error('no parameter')
  return types.value(node)
}
