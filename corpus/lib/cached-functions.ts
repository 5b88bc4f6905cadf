import { ts } from '@ts-morph/common'
import type { ChangedFile } from './lines.js'
import type { Problem } from './problem.js'
import type { ReportedDecision } from './report.js'
import { bind } from './sites.js'

/** Names under which clients and request objects go: none of them may be an argument of a cached function. */
const neverHanded =
  /^(supabase|prisma|db|tx|trx|client|ctx|context|req|request|res|response|headers|headersList|cookies|cookieStore)$/i

/** What a new function may need of the language although the old text did not name it. */
const globals = ['const', 'undefined', 'Infinity', 'Parameters', 'ReturnType', 'Awaited', 'Promise']

type CachedFunction = ts.FunctionLikeDeclaration & { body: ts.Block }

/**
 * What must hold of every `'use cache'` function of a changed file, whatever the engine thinks: it is async, says so
 * first, uses nothing of the functions around it, no `this` and no request data, has one lifetime that is no profile,
 * tags that are no list, no parameter without use, and is called with what it takes.
 */
export function checkCachedFunctions(
  { file, before, after }: ChangedFile,
  decisions: readonly ReportedDecision[],
): Problem[] {
  const { source, checker } = bind(file, after)
  const known = unresolved(file, before)
  const oldKeys = decisions.filter((one) => one.file === file).map((one) => one.before)
  return cachedFunctions(source).flatMap((node) => {
    const say = (message: string): Problem => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      return { check: 'cached function', where: `${file}:${line} (after)`, message }
    }
    return [
      ...shapeOf(node),
      ...freeNames(node, checker, known),
      ...settingsOf(node),
      ...parametersOf(node, oldKeys),
      ...callsOf(node, source, checker),
    ].map(say)
  })
}

function cachedFunctions(source: ts.SourceFile): CachedFunction[] {
  const found: CachedFunction[] = []
  const visit = (node: ts.Node): void => {
    const own = ts.isFunctionLike(node) && 'body' in node ? node.body : undefined
    if (own && ts.isBlock(own) && own.statements.some(isDirective)) found.push(node as CachedFunction)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isDirective(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement)) return false
  return ts.isStringLiteral(statement.expression) && statement.expression.text.startsWith('use cache')
}

function shapeOf(node: CachedFunction): string[] {
  const isAsync = ts.canHaveModifiers(node)
    ? ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.AsyncKeyword)
    : false
  const first = node.body.statements[0]
  return [
    ...(isAsync ? [] : ['is not async']),
    ...(first && isDirective(first) ? [] : ['does not begin with its directive']),
    ...(usesThis(node.body) ? ['uses this or arguments'] : []),
  ]
}

function usesThis(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true
  if (ts.isIdentifier(node) && node.text === 'arguments') return true
  const hasOwn = (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) || ts.isClassLike(node)
  return !hasOwn && (ts.forEachChild(node, (child) => usesThis(child) || undefined) ?? false)
}

/** Names that mean nothing in the module: those of the old text are globals, a new one has lost its variable. */
function freeNames(node: CachedFunction, checker: ts.TypeChecker, known: ReadonlySet<string>): string[] {
  const said = new Set<string>()
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && isReference(child)) {
      const [declaration] = symbolOf(child, checker)?.declarations ?? []
      if (!declaration && !known.has(child.text)) said.add(`uses ${child.text}, which nothing declares`)
      if (declaration && isAround(declaration, node)) said.add(`captures ${child.text}`)
      if (declaration && isFromHeaders(declaration)) said.add(`reads ${child.text}()`)
    }
    ts.forEachChild(child, visit)
  }
  visit(node)
  return [...said]
}

function symbolOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name)
}

/** Not a member, key, label or name of a declaration: an identifier that stands for a value or a type of the scope. */
function isReference(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return firstOf(parent) === name
  if (ts.isShorthandPropertyAssignment(parent)) return true
  if (ts.isBindingElement(parent)) return parent.initializer === name
  if (ts.isJsxAttribute(parent) || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent))
    return false
  if (ts.isTypePredicateNode(parent) || ts.isNamedTupleMember(parent) || ts.isMetaProperty(parent))
    return false
  if (ts.isTypeReferenceNode(parent) && parent.typeName === name && name.text === 'const') return false
  return !('name' in parent && parent.name === name)
}

function firstOf(node: ts.PropertyAccessExpression | ts.QualifiedName): ts.Node {
  return ts.isQualifiedName(node) ? node.left : node.expression
}

/** Declared in a function around the cached one. */
function isAround(declaration: ts.Declaration, node: CachedFunction): boolean {
  let scope: ts.Node = declaration.parent
  while (scope && !ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent
  if (!scope || ts.isSourceFile(scope)) return false
  for (let outer: ts.Node = node.parent; outer; outer = outer.parent) if (outer === scope) return true
  return false
}

function isFromHeaders(declaration: ts.Declaration): boolean {
  if (!ts.isImportSpecifier(declaration)) return false
  const from = declaration.parent.parent.parent.moduleSpecifier
  return ts.isStringLiteral(from) && from.text === 'next/headers'
}

function unresolved(file: string, text: string): Set<string> {
  const { source, checker } = bind(file, text)
  const names = new Set(globals)
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isReference(node) && !symbolOf(node, checker)?.declarations?.length)
      names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function settingsOf(node: CachedFunction): string[] {
  const said: string[] = []
  const calls = node.body.statements.flatMap((statement) => {
    const call = ts.isExpressionStatement(statement) ? statement.expression : null
    return call && ts.isCallExpression(call) ? [call] : []
  })
  const named = (word: string) => calls.filter(({ expression }) => expression.getText().endsWith(word))
  const lives = named('cacheLife')
  if (lives.length !== 1) said.push(`has ${lives.length} calls of cacheLife`)
  for (const life of lives) {
    const [given, more] = life.arguments
    const isOwn = given && !more && ts.isObjectLiteralExpression(given) && given.properties.length === 1
    if (!isOwn || given.properties[0]?.name?.getText() !== 'revalidate')
      said.push(`has a lifetime that is not { revalidate }: ${life.getText()}`)
  }
  for (const tags of named('cacheTag')) {
    if (tags.arguments.length === 0) said.push('attaches no tag')
    for (const tag of tags.arguments)
      if (ts.isArrayLiteralExpression(tag)) said.push(`hands a list to cacheTag: ${tag.getText()}`)
  }
  return said
}

function parametersOf(node: CachedFunction, oldKeys: readonly string[]): string[] {
  const said: string[] = []
  for (const { name, type } of node.parameters) {
    if (type && ts.isFunctionTypeNode(type)) said.push(`takes a function: ${name.getText()}`)
    if (!ts.isIdentifier(name)) continue
    if (neverHanded.test(name.text)) said.push(`takes ${name.text}`)
    const isUsed = mentions(node.body, name.text)
    const wasKey = /^keys?\d*$/.test(name.text) || oldKeys.some((text) => text.includes(name.text))
    if (!isUsed && !wasKey)
      said.push(`takes ${name.text}, which it does not use and which was no part of the key`)
  }
  return said
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name && isReference(node)) return true
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false
}

/** Calls in the same file: as many arguments as parameters, and no function among them. */
function callsOf(node: CachedFunction, source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name
  if (!name || !ts.isIdentifier(name)) return []
  const own = checker.getSymbolAtLocation(name)
  const said: string[] = []
  const visit = (child: ts.Node): void => {
    const isCall = ts.isCallExpression(child) && ts.isIdentifier(child.expression)
    if (isCall && checker.getSymbolAtLocation(child.expression) === own) said.push(...misfits(node, child))
    ts.forEachChild(child, visit)
  }
  visit(source)
  return said
}

function misfits(node: CachedFunction, call: ts.CallExpression): string[] {
  const said: string[] = []
  const { arguments: given } = call
  const needed = node.parameters.filter(
    (one) => !one.questionToken && !one.initializer && !one.dotDotDotToken,
  )
  const hasRest = node.parameters.some((one) => one.dotDotDotToken)
  const spreads = given.some((one) => ts.isSpreadElement(one))
  if (!spreads && (given.length < needed.length || (!hasRest && given.length > node.parameters.length)))
    said.push(
      `is called with ${given.length} arguments, but takes ${node.parameters.length}: ${call.getText()}`,
    )
  for (const one of given) {
    if (ts.isArrowFunction(one) || ts.isFunctionExpression(one)) said.push('is handed a function')
    const last = ts.isPropertyAccessExpression(one) ? one.name : one
    if (ts.isIdentifier(last) && neverHanded.test(last.text)) said.push(`is handed ${one.getText()}`)
  }
  return said
}
