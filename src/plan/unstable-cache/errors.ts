import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import type { Entries } from '../../context/entries.js'
import { reachersOf } from '../../context/reachers.js'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { eachChild, lineOf } from '../../graph/syntax.js'
import type { FileModel, Path, Unit } from '../../graph/types.js'
import { type Code, codeRunBy, functionAt } from './calls.js'

/** An error class that a cached function throws: its message and class are gone in production (docs/next16.md). */
export interface Thrown {
  name: string
  /** Where it is thrown. */
  node: ts.Node
  file: string
  /** Where somebody tells it apart, 1-based; null where nobody does. */
  caught: { file: string; line: number } | null
}

/** Error classes of the project that the callback throws, also in what it calls. */
export function thrownBy(graph: Graph, entries: Entries, cached: CachedCall): Thrown[] {
  const { callback, model } = cached
  const start = callback.kind === 'reference' ? functionAt(graph, model, callback.node) : callback.node
  if (!start) return []
  const thrown = codeRunBy(graph, start)
    .flatMap((code) => throwsIn(graph, code))
    .filter(({ name }, index, all) => all.findIndex((one) => one.name === name) === index)
  if (thrown.length === 0) return []
  const callers = [...reachersOf(graph, entries, cached.site.owner)]
  return thrown.map((one) => ({ ...one, caught: catcherOf(graph, callers, callback.node, one) }))
}

interface Throw {
  name: string
  node: ts.Node
  file: string
  unit: Unit | null
}

function throwsIn(graph: Graph, { model, node: code }: Code): Throw[] {
  const found: Throw[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && ts.isNewExpression(node.expression)) {
      const made = errorClass(graph, model, node.expression)
      if (made) found.push({ ...made, node, file: model.file })
    }
    eachChild(node, visit)
  }
  visit(code)
  return found
}

/** The class of `new NotFoundError(...)`; null for the language's own errors. */
function errorClass(
  graph: Graph,
  model: FileModel,
  made: ts.NewExpression,
): { name: string; unit: Unit | null } | null {
  const name = made.expression.getText()
  const path = model.referenceAt(made.expression)?.path ?? null
  if (!path) return null
  return { name: name.split('.').at(-1) ?? name, unit: classOf(graph, model.file, path) }
}

function classOf(graph: Graph, file: string, path: Path): Unit | null {
  const landing = land(graph, path, file)
  return landing?.unit.kind === 'class' ? landing.unit : null
}

/** Where, in code that runs the cached function, the class is asked for: `error instanceof NotFoundError`. */
function catcherOf(
  graph: Graph,
  callers: readonly Unit[],
  callback: ts.Node | null,
  thrown: Throw,
): Thrown['caught'] {
  for (const { file, node } of callers) {
    const model = node && graph.model(file)
    if (!node || !model) continue
    const found = asks(graph, model, node, callback, thrown)
    const asked = found ?? handlerAsks(graph, model, node, thrown)
    if (asked)
      return { file: asked.getSourceFile().fileName, line: lineOf(asked.getSourceFile(), asked.getStart()) }
  }
  return null
}

/** `catch (error) { return answerTo(error) }`: the question stands in what the error is handed to. */
function handlerAsks(graph: Graph, model: FileModel, code: ts.Node, thrown: Throw): ts.Node | null {
  let found: ts.Node | null = null
  const inCatch = (node: ts.Node, error: string): void => {
    if (
      ts.isCallExpression(node) &&
      node.arguments.some((one) => ts.isIdentifier(one) && one.text === error)
    ) {
      const handler = functionAt(graph, model, node.expression)
      const own = handler && graph.model(handler.getSourceFile().fileName)
      if (handler && own) found ??= asks(graph, own, handler, null, thrown)
    }
    if (!found) eachChild(node, (child) => inCatch(child, error))
  }
  const visit = (node: ts.Node): void => {
    const name = ts.isCatchClause(node) ? node.variableDeclaration?.name : undefined
    if (ts.isCatchClause(node) && name && ts.isIdentifier(name)) inCatch(node.block, name.text)
    if (!found) eachChild(node, visit)
  }
  visit(code)
  return found
}

function asks(
  graph: Graph,
  model: FileModel,
  code: ts.Node,
  callback: ts.Node | null,
  thrown: Throw,
): ts.Node | null {
  let found: ts.Node | null = null
  const visit = (node: ts.Node): void => {
    if (found || node === callback) return
    if (ts.isBinaryExpression(node)) {
      const { operatorToken, right } = node
      if (operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword && isSame(graph, model, right, thrown))
        found = node
      if (ts.isStringLiteralLike(right) && right.text === thrown.name && /\bname$/.test(node.left.getText()))
        found = node
    }
    // Not eachChild, which passes over the operators of a long chain.
    ts.forEachChild(node, visit)
  }
  visit(code)
  return found
}

function isSame(graph: Graph, model: FileModel, right: ts.Expression, { name, unit }: Throw): boolean {
  const path = model.referenceAt(right)?.path
  const asked = path ? classOf(graph, model.file, path) : null
  if (asked && unit) return asked === unit || isBase(graph, asked, unit)
  return right.getText().split('.').at(-1) === name
}

function isBase(graph: Graph, base: Unit, unit: Unit, steps = 0): boolean {
  if (!unit.base || steps > 10) return false
  const above = classOf(graph, unit.file, unit.base)
  return above !== null && (above === base || isBase(graph, base, above, steps + 1))
}
