import { ts } from '@ts-morph/common'
import type { Graph } from '../graph/graph.js'
import { targets } from '../graph/resolve/targets.js'
import { bare, dressed, eachChild, isFunction, memberName } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'
import {
  hoistedPattern,
  type MockFactory,
  type MockObject,
  mockCalls,
  objectNamed,
  readFactory,
} from './mock-factory.js'

export type { MockFactory, MockObject } from './mock-factory.js'

/**
 * How an expression is the mock of an API. `module`: by its import; `member`: as a member of the object that holds the
 * mocks; `variable`: as a variable that the factory takes; `spy`: by `spyOn`; `through`: a function that the mock
 * calls; `derived`: something made from the mock, such as `mock.calls`.
 */
export type Asked = 'module' | 'member' | 'variable' | 'spy' | 'through' | 'derived'

/** What a test file replaces next/cache by. */
export interface TestMock {
  factories: MockFactory[]
  /** The factory's object, and the hoisted object that it takes its members from. */
  objects: MockObject[]
  /** How an expression is the mock of an API, null where it is not. */
  asks(node: ts.Expression, api: string): Asked | null
  /** Whether an expression is the mock of an API, and nothing that is made from it. */
  isMockOf(node: ts.Expression, api: string): boolean
}

/** Reads `vi.mock('next/cache', factory)` and its like; null without one. */
export function readTestMock(graph: Graph, model: FileModel): TestMock | null {
  const calls = mockCalls(model.source)
  return calls.length === 0 ? null : testMock(graph, model, calls)
}

/** What stands for next/cache in a file that does not mock it itself. */
export function withoutMock(graph: Graph, model: FileModel): TestMock {
  return testMock(graph, model, [])
}

function testMock(graph: Graph, model: FileModel, calls: ts.CallExpression[]): TestMock {
  const { source } = model
  const factories = calls.map(readFactory)
  const given = factories.flatMap((factory) => factory.given ?? [])
  const holders = new Set(factories.flatMap((factory) => factory.holders))
  const named = [...holders].flatMap((name) => objectNamed(source, name) ?? [])
  const nodes = new Set([...given, ...named, ...given.flatMap((object) => hoistedObjects(source, object))])
  const objects = [...nodes].map(mockObject)
  const values = new Map([...nodes].flatMap(memberVariables))
  const through = new Map([...nodes].flatMap(calledMembers))

  const direct = (node: ts.Expression, api: string): Asked | null => {
    if (ts.isIdentifier(node) && isTopLevel(model, node)) {
      if (values.get(node.text) === api) return 'variable'
      if (through.get(node.text) === api) return 'through'
    }
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      if (holders.has(node.expression.text) && node.name.text === api) return 'member'
      const text = node.getText(source)
      if (values.get(text) === api) return 'variable'
      if (through.get(text) === api) return 'through'
    }
    return isExactly(graph, model, node, api) ? 'module' : null
  }
  const asks = (expression: ts.Expression, api: string, depth = 0): Asked | null => {
    const node = bare(expression)
    const found = direct(node, api) ?? (isMadeFrom(graph, model, node, api) ? 'derived' : null)
    if (found || depth > 8) return found
    if (ts.isCallExpression(node)) {
      const mocked = methodOf(node) === 'mocked' ? node.arguments[0] : undefined
      if (mocked) return asks(mocked, api, depth + 1)
      if (isSpyOn(graph, model, node, api)) return 'spy'
      const from = asks(node.expression, api, depth + 1)
      return from === 'spy' ? 'spy' : from && 'derived'
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const from = asks(node.expression, api, depth + 1)
      // `spyOn(cache, 'x').mockReturnValue(1)` is still the spy.
      const isChained = ts.isCallExpression(node.parent) && node.parent.expression === node
      return from === 'spy' && isChained ? 'spy' : from && 'derived'
    }
    const kept = ts.isIdentifier(node) ? keptIn(model, node) : null
    if (!kept) return null
    const from = asks(kept.of, api, depth + 1)
    return kept.whole ? from : from && 'derived'
  }
  return {
    factories,
    objects,
    asks,
    isMockOf(node, api) {
      const asked = asks(node, api)
      return asked === 'module' || asked === 'member' || asked === 'variable'
    },
  }
}

function mockObject(node: ts.ObjectLiteralExpression): MockObject {
  const members = node.properties.map((property) => memberName(property.name)).filter((name) => name !== null)
  return { node, members: new Set(members) }
}

/** The objects of `const { revalidateTag } = vi.hoisted(() => ({ ... }))` behind `{ revalidateTag }`. */
function hoistedObjects(
  source: ts.SourceFile,
  object: ts.ObjectLiteralExpression,
): ts.ObjectLiteralExpression[] {
  return object.properties
    .filter(ts.isShorthandPropertyAssignment)
    .flatMap(({ name }) => hoistedPattern(source, name.text)?.object ?? [])
}

/** Variables that stand for a member: `{ revalidateTag: mockRevalidateTag }`, `{ revalidateTag }`, `{ revalidateTag: mocks.expire }`. */
function memberVariables(object: ts.ObjectLiteralExpression): [string, string][] {
  return object.properties.flatMap((property): [string, string][] => {
    if (ts.isShorthandPropertyAssignment(property)) return [[property.name.text, property.name.text]]
    const name = memberName(property.name)
    const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : null
    return name !== null && value && isPlainName(value) ? [[value.getText(), name]] : []
  })
}

/** Functions that a member only calls: `{ revalidateTag: (...args) => mockRevalidateTag(...args) }`. */
function calledMembers(object: ts.ObjectLiteralExpression): [string, string][] {
  return object.properties.flatMap((property): [string, string][] => {
    const name = memberName(property.name)
    const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : property
    if (name === null || !isFunction(value) || !value.body) return []
    const found: [string, string][] = []
    const visit = (node: ts.Node): void => {
      // A copy of a function whose name says nothing of the API serves both members alike.
      if (ts.isCallExpression(node) && isPlainName(node.expression)) {
        const text = node.expression.getText()
        if (text.toLowerCase().includes(name.toLowerCase())) found.push([text, name])
      }
      eachChild(node, visit)
    }
    visit(value.body)
    return found
  })
}

/** `mock` and `mocks.mock`. */
function isPlainName(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression))
}

/** Factories take their variables from the top of the file; parameters and locals of the name are others. */
function isTopLevel(model: FileModel, node: ts.Identifier): boolean {
  const found = model.declarationOf(node)
  if (!found) return true
  if (found.kind === 'unit') return found.unit.parent === null || found.unit.parent === model.module
  return found.kind === 'alias' ? isAtTop(found.of) : found.kind === 'import'
}

function isAtTop(node: ts.Node): boolean {
  let outer = node.parent
  while (!ts.isSourceFile(outer)) {
    if (isFunction(outer)) return false
    outer = outer.parent
  }
  return true
}

/** Whether a name or a member is the API itself: `revalidateTag`, `nextCache.revalidateTag`. */
function isExactly(graph: Graph, model: FileModel, node: ts.Expression, api: string): boolean {
  if (!isPlainName(node)) return false
  const reference = model.referenceAt(node) ?? model.referenceAt(dressed(node))
  if (!reference) return false
  return targets(graph, reference.path, model.file, 'value').some(
    ({ unit, exact }) => exact && unit.kind === 'api' && unit.name === api,
  )
}

/** `revalidateTag.mock.calls`, also by the name that it is kept under. */
function isMadeFrom(graph: Graph, model: FileModel, node: ts.Expression, api: string): boolean {
  const reference = model.referenceAt(node) ?? model.referenceAt(dressed(node))
  if (!reference?.path.members.includes('mock')) return false
  return targets(graph, reference.path, model.file, 'value').some(
    ({ unit, exact }) => !exact && unit.kind === 'api' && unit.name === api,
  )
}

/** What a local name was given; `whole` is false where a destructuring took a part of it. */
function keptIn(model: FileModel, node: ts.Identifier): { of: ts.Expression; whole: boolean } | null {
  const found = model.declarationOf(node)
  if (found?.kind === 'alias') return { of: found.of, whole: found.members.length === 0 }
  if (found?.kind !== 'unit' || !found.unit.node || !ts.isExpression(found.unit.node)) return null
  return { of: found.unit.node, whole: found.members.length === 0 }
}

function methodOf(call: ts.CallExpression): string | null {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : null
}

/** `vi.spyOn(nextCache, 'revalidateTag')` */
function isSpyOn(graph: Graph, model: FileModel, call: ts.CallExpression, api: string): boolean {
  if (methodOf(call) !== 'spyOn') return false
  const [object, name] = call.arguments
  if (!object || !name || !ts.isStringLiteralLike(name) || name.text !== api) return false
  const reference = model.referenceAt(bare(object))
  if (!reference) return false
  return targets(graph, reference.path, model.file, 'value').some(({ unit }) => unit.kind === 'api')
}
