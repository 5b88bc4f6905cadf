import { ts } from '@ts-morph/common'

/** `next/cache` and the deep paths of `next/dist` that hold the same functions. */
export function isCacheModule(specifier: string): boolean {
  return /^next\/(cache(\.js)?$|dist\/.*(cache|revalidate))/.test(specifier)
}

/** Without parentheses, casts and `!`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let value = node
  while (
    ts.isParenthesizedExpression(value) ||
    ts.isAsExpression(value) ||
    ts.isTypeAssertionExpression(value) ||
    ts.isNonNullExpression(value) ||
    ts.isSatisfiesExpression(value)
  ) {
    value = value.expression
  }
  return value
}

/** The call whose callee is this expression (through casts), null where it is not called. */
export function callOf(node: ts.Expression): ts.CallExpression | null {
  let value: ts.Node = node
  while (ts.isExpression(value.parent) && unwrap(value.parent) === node) value = value.parent
  const parent = value.parent
  return ts.isCallExpression(parent) && parent.expression === value ? parent : null
}

/** 1-based, both ends included. */
export interface LineRange {
  first: number
  last: number
}

/**
 * Lines of the statements by which a file gets at `next/cache`: import and export declarations, `require`, `import()`
 * (there the whole declaration around it, because its destructuring changes too).
 */
export function importLines(file: string, text: string): LineRange[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  const ranges: LineRange[] = []
  const add = (node: ts.Node) => ranges.push({ first: lineOf(node.getStart()), last: lineOf(node.getEnd()) })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier
      if (from && ts.isStringLiteral(from) && isCacheModule(from.text)) add(node)
      return
    }
    if (ts.isStringLiteralLike(node) && isCacheModule(node.text) && ts.isCallExpression(node.parent)) {
      const callee = node.parent.expression
      if (callee.kind === ts.SyntaxKind.ImportKeyword || callee.getText() === 'require') {
        add(declarationAround(node.parent) ?? node.parent)
      }
    }
    if (ts.isExternalModuleReference(node) && ts.isStringLiteral(node.expression)) {
      if (isCacheModule(node.expression.text)) add(node.parent)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return ranges
}

function declarationAround(node: ts.Expression): ts.VariableDeclaration | null {
  let value: ts.Node = node
  while (ts.isExpression(value)) value = value.parent
  return ts.isVariableDeclaration(value) ? value : null
}
