import { ts } from '@ts-morph/common'
import type { Graph } from '../graph/graph.js'
import { isNextCache } from '../graph/next-cache.js'
import { targets } from '../graph/resolve/targets.js'
import { bare, eachChild, importedBy, isFunction, memberName } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'

/** One object literal that holds mock functions for next/cache. */
export interface MockObject {
  node: ts.ObjectLiteralExpression
  members: ReadonlySet<string>
}

/** What a test file replaces next/cache by. */
export interface TestMock {
  /** The factory's object, and the hoisted object that it takes its members from. */
  objects: MockObject[]
  /** Whether an expression is the mock of an API. */
  isMockOf(node: ts.Expression, api: string): boolean
}

/** Reads `vi.mock('next/cache', factory)` and its like; null without one, or when it has no factory (automock). */
export function readTestMock(graph: Graph, model: FileModel): TestMock | null {
  const calls: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isMockOfNextCache(node)) calls.push(node)
    eachChild(node, visit)
  }
  visit(model.source)
  if (calls.length === 0) return null

  const objects = new Map<ts.ObjectLiteralExpression, MockObject>()
  const add = (node: ts.ObjectLiteralExpression): void => {
    const members = node.properties
      .map((property) => memberName(property.name))
      .filter((name) => name !== null)
    objects.set(node, { node, members: new Set(members) })
  }
  const holders = new Set<string>()
  for (const call of calls) {
    const result = factoryResult(call.arguments[1])
    if (!result) continue
    if (ts.isObjectLiteralExpression(result)) {
      add(result)
      for (const name of holderNames(result)) holders.add(name)
    } else if (ts.isIdentifier(result)) holders.add(result.text)
  }
  for (const name of holders) {
    const literal = objectNamed(model.source, name)
    if (literal) add(literal)
  }
  const values = new Map([...objects.keys()].flatMap(memberVariables))
  return {
    objects: [...objects.values()],
    isMockOf(expression, api) {
      const node = bare(expression)
      if (isPlainName(node) && values.get(node.getText()) === api) return true
      const mocked = mockedBy(model, node)
      if (mocked) return this.isMockOf(mocked, api)
      if (ts.isPropertyAccessExpression(node) && node.name.text === api && ts.isIdentifier(node.expression)) {
        if (holders.has(node.expression.text)) return true
      }
      const reference = model.referenceAt(node)
      if (!reference) return false
      return targets(graph, reference.path, model.file, 'value').some(
        ({ unit }) => unit.kind === 'api' && unit.name === api,
      )
    },
  }
}

/** `vi.mock('next/cache', ...)`, `jest.mock`, `doMock`, and `vi.mock(import('next/cache'), ...)`. */
function isMockOfNextCache(call: ts.CallExpression): boolean {
  const callee = call.expression
  if (
    !ts.isPropertyAccessExpression(callee) ||
    !/^(?:mock|doMock|unstable_mockModule)$/.test(callee.name.text)
  )
    return false
  const [module] = call.arguments
  if (!module) return false
  if (ts.isStringLiteralLike(module)) return isNextCache(module.text)
  const imported = ts.isCallExpression(module) ? importedBy(module) : null
  return imported !== null && isNextCache(imported)
}

/** What a factory gives: the expression of its one return. */
function factoryResult(factory: ts.Expression | undefined): ts.Expression | null {
  const node = factory && bare(factory)
  if (!node || !isFunction(node) || !node.body) return null
  if (!ts.isBlock(node.body)) return bare(node.body as ts.Expression)
  const last = node.body.statements.at(-1)
  return last && ts.isReturnStatement(last) && last.expression ? bare(last.expression) : null
}

/** `mocks` in `{ revalidateTag: mocks.revalidateTag }` and in `{ ...mocks }`. */
function holderNames(object: ts.ObjectLiteralExpression): string[] {
  return object.properties.flatMap((property) => {
    const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : null
    if (value && ts.isPropertyAccessExpression(value) && ts.isIdentifier(value.expression))
      return [value.expression.text]
    const spread = ts.isSpreadAssignment(property) ? bare(property.expression) : null
    return spread && ts.isIdentifier(spread) ? [spread.text] : []
  })
}

/** Variables that stand for a member: `{ revalidateTag: mockRevalidateTag }`, `{ revalidateTag }`. */
function memberVariables(object: ts.ObjectLiteralExpression): [string, string][] {
  return object.properties.flatMap((property): [string, string][] => {
    if (ts.isShorthandPropertyAssignment(property)) return [[property.name.text, property.name.text]]
    const name = memberName(property.name)
    const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : null
    return name !== null && value && isPlainName(value) ? [[value.getText(), name]] : []
  })
}

/** The object of `const mocks = vi.hoisted(() => ({ ... }))` or `const mocks = { ... }`. */
function objectNamed(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression | null {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: bound, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(bound) || bound.text !== name || !initializer) continue
      const value = bare(initializer)
      const result = ts.isCallExpression(value) ? factoryResult(value.arguments[0]) : value
      if (result && ts.isObjectLiteralExpression(result)) return result
    }
  }
  return null
}

/** `mock` and `mocks.mock`. */
function isPlainName(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression))
}

/** `f` for the name in `const name = vi.mocked(f)`. */
function mockedBy(model: FileModel, node: ts.Expression): ts.Expression | null {
  const found = ts.isIdentifier(node) ? model.declarationOf(node) : null
  const value = found?.kind === 'unit' ? found.unit.node : found?.kind === 'alias' ? found.of : null
  if (!value || !ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return null
  return value.expression.name.text === 'mocked' ? (value.arguments[0] ?? null) : null
}
