import { ts } from '@ts-morph/common'

export interface NextConfigFacts {
  cacheProfiles: string[]
  customCacheHandler: boolean
  /** Null where the config does not write them as a literal list. */
  pageExtensions: string[] | null
}

/** How a config is read: no disk, nothing is run. */
export interface ConfigReader {
  text(file: string): string | undefined
  resolve(specifier: string, from: string): string | null
}

const handlerNames = new Set(['cacheHandler', 'cacheHandlers', 'incrementalCacheHandlerPath'])
const words = /cacheLife|cacheHandler|incrementalCacheHandlerPath|pageExtensions/
/** A config may take its settings from a shared one; more hops than this are not followed. */
const maxHops = 3

function unwrap(node: ts.Expression): ts.Expression {
  const wrapped =
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  return wrapped ? unwrap(node.expression) : node
}

function nameOf(name: ts.PropertyName | ts.Expression): string | null {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : null
}

function isOff(node: ts.Expression): boolean {
  const value = unwrap(node)
  if (ts.isIdentifier(value)) return value.text === 'undefined'
  return value.kind === ts.SyntaxKind.NullKeyword || value.kind === ts.SyntaxKind.FalseKeyword
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false)
}

function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

/** Specifiers of the import and export declarations, and of `require` and `import()`. */
function importsOf(source: ts.SourceFile): string[] {
  return ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName }) => fileName)
}

/** What an identifier stands for: a variable of the file, or of the file it is imported from. */
function definitionOf(
  name: string,
  source: ts.SourceFile,
  reader: ConfigReader,
  hops: number,
): [ts.Expression, ts.SourceFile] | null {
  let found: [ts.Expression, ts.SourceFile] | null = null
  each(source, (node) => {
    if (found !== null) return
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name &&
      node.initializer
    ) {
      found = [node.initializer, source]
    } else if (ts.isImportDeclaration(node) && hops < maxHops) {
      const exported = exportedName(node, name)
      const file =
        exported === null
          ? null
          : reader.resolve((node.moduleSpecifier as ts.StringLiteral).text, source.fileName)
      const text = file === null ? undefined : reader.text(file)
      if (file !== null && text !== undefined)
        found = exportOf(exported ?? '', parse(file, text), reader, hops + 1)
    }
  })
  return found
}

function exportedName({ importClause }: ts.ImportDeclaration, local: string): string | null {
  if (importClause?.name?.text === local) return 'default'
  const bindings = importClause?.namedBindings
  if (bindings === undefined || !ts.isNamedImports(bindings)) return null
  const binding = bindings.elements.find((element) => element.name.text === local)
  return binding === undefined ? null : (binding.propertyName ?? binding.name).text
}

function exportOf(
  name: string,
  source: ts.SourceFile,
  reader: ConfigReader,
  hops: number,
): [ts.Expression, ts.SourceFile] | null {
  if (name !== 'default') return definitionOf(name, source, reader, hops)
  const assigned = source.statements.find(ts.isExportAssignment)
  return assigned === undefined ? null : [assigned.expression, source]
}

/** Property names of an object literal, its spreads and the variables it comes from included. */
function keysOf(node: ts.Expression, source: ts.SourceFile, reader: ConfigReader, hops = 0): string[] {
  const value = unwrap(node)
  if (ts.isIdentifier(value) && hops <= maxHops) {
    const found = definitionOf(value.text, source, reader, hops)
    return found === null ? [] : keysOf(found[0], found[1], reader, hops + 1)
  }
  if (!ts.isObjectLiteralExpression(value)) return []
  return value.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return keysOf(property.expression, source, reader, hops + 1)
    const name = property.name === undefined ? null : nameOf(property.name)
    return name === null ? [] : [name]
  })
}

function literalStrings(node: ts.Expression): string[] | null {
  const value = unwrap(node)
  if (!ts.isArrayLiteralExpression(value)) return null
  const items = value.elements.map((element) => (ts.isStringLiteralLike(element) ? element.text : null))
  return items.includes(null) ? null : items.filter((item) => item !== null)
}

/** A setting and its value, written as property, shorthand or assignment (`config.cacheLife = ...`). */
function settingOf(node: ts.Node): [string, ts.Expression] | null {
  if (ts.isPropertyAssignment(node)) {
    const name = nameOf(node.name)
    return name === null ? null : [name, node.initializer]
  }
  if (ts.isShorthandPropertyAssignment(node)) return [node.name.text, node.name]
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null
  return ts.isPropertyAccessExpression(node.left) ? [node.left.name.text, node.right] : null
}

/**
 * Reads the settings that matter here from a next.config without running it. They are taken wherever in the
 * file they are written, since configs are functions, wrapped by plugins, or put together from pieces; files
 * of the tree that the config imports are read too when they mention such a setting.
 */
export function readNextConfig(file: string, reader: ConfigReader): NextConfigFacts {
  const facts: NextConfigFacts = { cacheProfiles: [], customCacheHandler: false, pageExtensions: null }
  const seen = new Set<string>()

  function read(at: string, hops: number): void {
    const text = reader.text(at)
    if (seen.has(at) || text === undefined) return
    seen.add(at)
    if (hops > 0 && !words.test(text)) return
    const source = parse(at, text)
    each(source, (node) => {
      const [name, value] = settingOf(node) ?? []
      if (name === undefined || value === undefined) return
      if (name === 'cacheLife') facts.cacheProfiles.push(...keysOf(value, source, reader))
      else if (handlerNames.has(name)) facts.customCacheHandler ||= !isOff(value)
      else if (name === 'pageExtensions') facts.pageExtensions ??= literalStrings(value)
    })
    if (hops >= maxHops) return
    for (const specifier of importsOf(source)) {
      const imported = reader.resolve(specifier, at)
      if (imported !== null) read(imported, hops + 1)
    }
  }

  read(file, 0)
  facts.cacheProfiles = [...new Set(facts.cacheProfiles)].sort()
  return facts
}
