import { ts } from '@ts-morph/common'
import { callOf, isCacheModule, unwrap } from './cache-module.js'
import type { Problem } from './problem.js'
import type { ReportedDecision } from './report.js'

/** One place that uses an API of `next/cache`, found without the engine. */
export interface Site {
  file: string
  /** 1-based. */
  line: number
  /** The name that `next/cache` exports. */
  name: string
  /** Number of arguments; null for a reference that is not called, or a call with spread arguments. */
  args: number | null
  kind: 'call' | 'reference'
}

const covered = new Set([
  'revalidateTag',
  'unstable_expireTag',
  'unstable_expirePath',
  'unstable_cacheTag',
  'unstable_cacheLife',
])

/**
 * Every use of the covered APIs in one file, by binding: aliases, namespaces, `require` and `import()` count, a local
 * function of the same name does not. Barrels are not followed; {@link reexports} names them.
 */
export function sitesIn(file: string, text: string, names: ReadonlySet<string> = covered): Site[] {
  const { source, checker } = bind(file, text)
  const sites: Site[] = []
  const visit = (node: ts.Node): void => {
    const name = nameOf(node, checker)
    if (name !== null && names.has(name)) sites.push(siteAt(file, source, node as ts.Expression, name))
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) ts.forEachChild(node, visit)
  }
  visit(source)
  return sites
}

/** Lines on which a file passes `next/cache` on to its own importers. */
export function reexports(file: string, text: string): number[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return source.statements
    .filter((statement) => ts.isExportDeclaration(statement))
    .filter(({ moduleSpecifier: from }) => from && ts.isStringLiteral(from) && isCacheModule(from.text))
    .map((statement) => source.getLineAndCharacterOfPosition(statement.getStart()).line + 1)
}

/** Each call must have exactly one decision on its line, and no decision may stand where nothing is called. */
export function compareSites(sites: readonly Site[], decisions: readonly ReportedDecision[]): Problem[] {
  const mine = tally(sites.filter((site) => site.kind === 'call').map(keyOf))
  const all = tally(sites.map(keyOf))
  const theirs = tally(
    decisions
      .filter((decision) => decision.transform !== 'test-doubles' && covered.has(decision.api))
      .map((decision) => keyOf({ ...decision, name: decision.api })),
  )
  const problems: Problem[] = []
  const say = (where: string, message: string) => problems.push({ check: 'sites', where, message })
  for (const [key, count] of mine) {
    const decided = theirs.get(key) ?? 0
    if (decided < count) say(key, `${count} calls by the independent scan, ${decided} decisions`)
  }
  for (const [key, count] of theirs) {
    const found = all.get(key) ?? 0
    // The import specifier of a renamed API may have a decision of its own.
    const strict = !/ unstable_cache/.test(key)
    if (strict && found < count) say(key, `${count} decisions, but ${found} uses by the independent scan`)
  }
  return problems
}

function keyOf(site: { file: string; line: number; name: string }): string {
  return `${site.file}:${site.line} ${site.name}`
}

function tally(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function siteAt(file: string, source: ts.SourceFile, node: ts.Expression, name: string): Site {
  const call = callOf(node)
  const line = source.getLineAndCharacterOfPosition((call ?? node).getStart()).line + 1
  if (call === null) return { file, line, name, args: null, kind: 'reference' }
  const spread = call.arguments.some((argument) => ts.isSpreadElement(argument))
  return { file, line, name, args: spread ? null : call.arguments.length, kind: 'call' }
}

/** The API that an expression means, null for everything else. */
function nameOf(node: ts.Node, checker: ts.TypeChecker): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    return isModule(node.expression, checker) ? node.name.text : null
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return isModule(node.expression, checker) ? node.argumentExpression.text : null
  }
  if (!ts.isIdentifier(node) || !isUse(node)) return null
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  const declaration = symbol?.declarations?.[0]
  return declaration ? importedName(declaration, checker) : null
}

function isUse(node: ts.Identifier): boolean {
  const parent = node.parent
  if (ts.isTypeReferenceNode(parent)) return false
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent)) {
    return parent.initializer === node
  }
  return true
}

function importedName(declaration: ts.Declaration, checker: ts.TypeChecker): string | null {
  if (ts.isImportSpecifier(declaration)) {
    const from = declaration.parent.parent.parent.moduleSpecifier
    const wanted = ts.isStringLiteral(from) && isCacheModule(from.text)
    return wanted ? (declaration.propertyName ?? declaration.name).text : null
  }
  if (!ts.isBindingElement(declaration) || !ts.isObjectBindingPattern(declaration.parent)) return null
  const name = declaration.propertyName ?? declaration.name
  return ts.isIdentifier(name) && destructuresModule(declaration.parent, checker) ? name.text : null
}

function destructuresModule(pattern: ts.ObjectBindingPattern, checker: ts.TypeChecker): boolean {
  const owner = pattern.parent
  if (ts.isVariableDeclaration(owner)) {
    return owner.initializer !== undefined && isModule(owner.initializer, checker)
  }
  if (!ts.isParameter(owner)) return false
  // import('next/cache').then(({ revalidateTag }) => ...)
  const call = owner.parent.parent
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'then' &&
    isModule(call.expression.expression, checker)
  )
}

function isModule(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const value = unwrap(node)
  if (ts.isAwaitExpression(value)) return isModule(value.expression, checker)
  if (ts.isCallExpression(value)) {
    const loads =
      value.expression.kind === ts.SyntaxKind.ImportKeyword || value.expression.getText() === 'require'
    const [from] = value.arguments
    return loads && from !== undefined && ts.isStringLiteralLike(from) && isCacheModule(from.text)
  }
  if (!ts.isIdentifier(value)) return false
  const declaration = checker.getSymbolAtLocation(value)?.declarations?.[0]
  if (declaration === undefined) return false
  if (ts.isVariableDeclaration(declaration)) {
    return declaration.initializer !== undefined && isModule(declaration.initializer, checker)
  }
  const clause = ts.isNamespaceImport(declaration) ? declaration.parent : declaration
  if (!ts.isImportClause(clause)) return false
  const from = clause.parent.moduleSpecifier
  return ts.isStringLiteral(from) && isCacheModule(from.text)
}

/** A program of this one file and nothing else: enough to know what a name is bound to. */
export function bind(file: string, text: string): { source: ts.SourceFile; checker: ts.TypeChecker } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const options: ts.CompilerOptions = {
    allowJs: true,
    noLib: true,
    noResolve: true,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.Latest,
  }
  const program = ts.createProgram([file], options, {
    getSourceFile: (name) => (name === file ? source : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === file,
    readFile: () => undefined,
    writeFile: () => undefined,
  })
  return { source, checker: program.getTypeChecker() }
}
