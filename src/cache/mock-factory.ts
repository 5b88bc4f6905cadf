import { ts } from '@ts-morph/common'
import { isNextCache } from '../graph/next-cache.js'
import { bare, eachChild, importedBy, isFunction, memberName } from '../graph/syntax.js'

/** One object literal that holds mock functions for next/cache. */
export interface MockObject {
  node: ts.ObjectLiteralExpression
  members: ReadonlySet<string>
}

/** What one `vi.mock('next/cache', ...)` puts in place of the module. */
export interface MockFactory {
  call: ts.CallExpression
  /** False for `doMock` and its like: a static import of the file still gets the real module. */
  hoisted: boolean
  /** True without a factory: the runner mocks every function, or takes the manual mock. */
  automatic: boolean
  /** The object that it gives, null where it gives something else. */
  given: ts.ObjectLiteralExpression | null
  /** Variables from which the object, or its members, come. */
  holders: string[]
  /** Why nothing can be added to it; null where something can. */
  unclear: string | null
}

const runners = /^(?:mock|doMock|unstable_mockModule)$/

/** The calls that mock next/cache in a file, in order. */
export function mockCalls(source: ts.SourceFile): ts.CallExpression[] {
  const calls: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isMockOfNextCache(node)) calls.push(node)
    eachChild(node, visit)
  }
  visit(source)
  return calls
}

/** `vi.mock('next/cache', ...)`, `jest.mock`, `doMock`, and `vi.mock(import('next/cache'), ...)`. */
function isMockOfNextCache(call: ts.CallExpression): boolean {
  const callee = call.expression
  if (!ts.isPropertyAccessExpression(callee) || !runners.test(callee.name.text)) return false
  const [module] = call.arguments
  if (!module) return false
  if (ts.isStringLiteralLike(module)) return isNextCache(module.text)
  const imported = ts.isCallExpression(module) ? importedBy(module) : null
  return imported !== null && isNextCache(imported)
}

/** Reads the factory of one mock, with the objects that its members come from. */
export function readFactory(call: ts.CallExpression): MockFactory {
  const [, factory] = call.arguments
  const base = {
    call,
    hoisted: ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'mock',
    automatic: !factory || isOptions(factory),
    given: null,
    holders: [],
    unclear: null,
  }
  if (base.automatic) return base
  const result = factoryResult(factory)
  const source = call.getSourceFile()
  if (result && ts.isObjectLiteralExpression(result)) {
    return { ...base, given: result, holders: holderNames(result), unclear: lostMember(source, result) }
  }
  if (result && ts.isIdentifier(result)) {
    const unclear = objectNamed(source, result.text)
      ? null
      : `what ${result.text} holds is not written as an object here`
    return { ...base, holders: [result.text], unclear }
  }
  return { ...base, unclear: 'the factory of this mock gives no object that is written here' }
}

/** `vi.mock('next/cache', { spy: true })` */
function isOptions(factory: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(bare(factory))
}

/** Where a new member could not come from the place that the old one comes from. */
function lostMember(source: ts.SourceFile, object: ts.ObjectLiteralExpression): string | null {
  for (const property of object.properties) {
    const name = memberName(property.name)
    if (ts.isShorthandPropertyAssignment(property)) {
      const bound = hoistedPattern(source, property.name.text)
      if (bound && !bound.object)
        return `where ${property.name.text} is made is not written as an object here`
    }
    const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : null
    if (!value || !ts.isPropertyAccessExpression(value) || value.name.text !== name) continue
    const holder = ts.isIdentifier(value.expression) ? objectNamed(source, value.expression.text) : null
    if (!holder) return `what ${value.expression.getText(source)} holds is not written as an object here`
  }
  return null
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

interface Bound {
  name: ts.BindingName
  initializer: ts.Expression
}

function topDeclarations(source: ts.SourceFile): Bound[] {
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ name, initializer }) => (initializer ? [{ name, initializer: bare(initializer) }] : []))
}

/** The object of `const mocks = vi.hoisted(() => ({ ... }))`, `const mocks = { ... }` and `const { mocks } = vi.hoisted(...)`. */
export function objectNamed(source: ts.SourceFile, name: string): ts.ObjectLiteralExpression | null {
  for (const { name: bound, initializer } of topDeclarations(source)) {
    if (!ts.isIdentifier(bound) || bound.text !== name) continue
    const result = objectOf(initializer)
    if (result && ts.isObjectLiteralExpression(result)) return result
  }
  const pattern = hoistedPattern(source, name)
  const property = pattern?.object?.properties.find((one) => memberName(one.name) === pattern.key)
  const value = property && ts.isPropertyAssignment(property) ? bare(property.initializer) : null
  return value && ts.isObjectLiteralExpression(value) ? value : null
}

/**
 * For a name that `const { name } = vi.hoisted(() => ({ ... }))` takes out of an object: that object (null where it is
 * not written there) and the key; null for other names.
 */
export function hoistedPattern(
  source: ts.SourceFile,
  name: string,
): { object: ts.ObjectLiteralExpression | null; key: string } | null {
  for (const { name: bound, initializer } of topDeclarations(source)) {
    if (!ts.isObjectBindingPattern(bound)) continue
    const element = bound.elements.find((one) => ts.isIdentifier(one.name) && one.name.text === name)
    if (!element) continue
    const key = element.propertyName ? (memberName(element.propertyName) ?? '') : name
    const result = element.dotDotDotToken ? null : objectOf(initializer)
    const object = result && ts.isObjectLiteralExpression(result) ? result : null
    const isThere = object?.properties.some((one) => memberName(one.name) === key)
    return { object: isThere ? object : null, key }
  }
  return null
}

function objectOf(initializer: ts.Expression): ts.Expression | null {
  return ts.isCallExpression(initializer) ? factoryResult(initializer.arguments[0]) : initializer
}
