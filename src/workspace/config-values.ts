import { ts } from '@ts-morph/common'

/** How a config is read: no disk, nothing is run. */
export interface ConfigReader {
  text(file: string): string | undefined
  resolve(specifier: string, from: string): string | null
}

/** An expression with the file in which it stands. */
export type Value = [ts.Expression, ts.SourceFile]

/** A config may take its settings from a shared one; more hops than this are not followed. */
export const maxHops = 3

export function unwrap(node: ts.Expression): ts.Expression {
  const wrapped =
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  return wrapped ? unwrap(node.expression) : node
}

export function nameOf(name: ts.PropertyName | ts.Expression): string | null {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : null
}

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
}

export function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

/** Specifiers of the import and export declarations, and of `require` and `import()`. */
export function importsOf(source: ts.SourceFile): string[] {
  return ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName }) => fileName)
}

/** What an identifier stands for: a variable of the file, or of the file it is imported from. */
export function definitionOf(
  name: string,
  source: ts.SourceFile,
  reader: ConfigReader,
  hops: number,
): Value | null {
  let found: Value | null = null
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

function exportOf(name: string, source: ts.SourceFile, reader: ConfigReader, hops: number): Value | null {
  if (name !== 'default') return definitionOf(name, source, reader, hops)
  const assigned = source.statements.find(ts.isExportAssignment)
  return assigned === undefined ? null : [assigned.expression, source]
}

/** A setting and its value, written as property, shorthand or assignment (`config.cacheLife = ...`). */
export function settingOf(node: ts.Node): [string, ts.Expression] | null {
  if (ts.isPropertyAssignment(node)) {
    const name = nameOf(node.name)
    return name === null ? null : [name, node.initializer]
  }
  if (ts.isShorthandPropertyAssignment(node)) return [node.name.text, node.name]
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null
  return ts.isPropertyAccessExpression(node.left) ? [node.left.name.text, node.right] : null
}
