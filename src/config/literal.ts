import { ts } from '@ts-morph/common'

/** What a module's default export says, or where it stops being a plain literal (1-based line). */
export type LiteralResult =
  | { kind: 'value'; value: unknown }
  | { kind: 'not-literal'; line: number }
  | { kind: 'no-export' }
  | { kind: 'syntax'; line: number; message: string }

class NotLiteral extends Error {
  constructor(readonly node: ts.Node) {
    super('not a literal')
  }
}

/**
 * Reads the default export (or `module.exports`) of a module without running it: a plain literal, alone or in
 * `defineConfig(...)`, with `satisfies`, `as` and names of top-level constants.
 */
export function readLiteralModule(fileName: string, text: string): LiteralResult {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true)
  const { diagnostics } = ts.transpileModule(text, { fileName, reportDiagnostics: true })
  const broken = diagnostics?.[0]
  if (broken !== undefined) {
    const line = source.getLineAndCharacterOfPosition(broken.start ?? 0).line + 1
    return { kind: 'syntax', line, message: ts.flattenDiagnosticMessageText(broken.messageText, ' ') }
  }
  const exported = exportedExpression(source)
  if (exported === undefined) return { kind: 'no-export' }
  try {
    return { kind: 'value', value: evaluate(exported, topLevelConstants(source)) }
  } catch (error) {
    if (!(error instanceof NotLiteral)) throw error
    return {
      kind: 'not-literal',
      line: source.getLineAndCharacterOfPosition(error.node.getStart(source)).line + 1,
    }
  }
}

function exportedExpression(source: ts.SourceFile): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) return statement.expression
    if (
      ts.isExpressionStatement(statement) &&
      ts.isBinaryExpression(statement.expression) &&
      statement.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      statement.expression.left.getText(source) === 'module.exports'
    ) {
      return statement.expression.right
    }
  }
  return undefined
}

function topLevelConstants(source: ts.SourceFile): Map<string, ts.Expression> {
  const constants = new Map<string, ts.Expression>()
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer !== undefined) constants.set(name.text, initializer)
    }
  }
  return constants
}

function evaluate(node: ts.Expression, constants: Map<string, ts.Expression>): unknown {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    return evaluate(node.expression, constants)
  }
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments
    const isWrapper = ts.isIdentifier(node.expression) && node.expression.text === 'defineConfig'
    if (!isWrapper || argument === undefined || node.arguments.length > 1) throw new NotLiteral(node)
    return evaluate(argument, constants)
  }
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false
  if (node.kind === ts.SyntaxKind.NullKeyword) return null
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element) => evaluate(element, constants))
  if (ts.isObjectLiteralExpression(node)) return evaluateObject(node, constants)
  if (ts.isIdentifier(node)) return evaluateConstant(node, constants)
  throw new NotLiteral(node)
}

function evaluateConstant(node: ts.Identifier, constants: Map<string, ts.Expression>): unknown {
  const initializer = constants.get(node.text)
  if (initializer === undefined) throw new NotLiteral(node)
  // Without the name itself: `const a = a` must not recurse for ever.
  const others = new Map(constants)
  others.delete(node.text)
  return evaluate(initializer, others)
}

function evaluateObject(
  node: ts.ObjectLiteralExpression,
  constants: Map<string, ts.Expression>,
): Record<string, unknown> {
  const entries = node.properties.map((property): [string, unknown] => {
    if (ts.isShorthandPropertyAssignment(property)) {
      return [property.name.text, evaluateConstant(property.name, constants)]
    }
    if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) {
      throw new NotLiteral(property)
    }
    return [property.name.text, evaluate(property.initializer, constants)]
  })
  return Object.fromEntries(entries)
}
