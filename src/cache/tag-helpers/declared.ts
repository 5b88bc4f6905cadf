import { ts } from '@ts-morph/common'
import { dressed, hasModifier, isFunction, isStatic, memberName } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'

/** Where something stands in its module: the names that lead to it from the top, `['invoiceTags', 'record']`. */
export interface Declared {
  names: [string, ...string[]]
  /** The function, class or enum declaration, the variable, or the default export. */
  top: ts.Declaration
}

/**
 * The names of a function or expression that is a constant of its module, or a member of one: of nested objects, of
 * an enum, a static one of a class. Null for everything else, such as locals of functions.
 */
export function declaredAs(node: ts.Node): Declared | null {
  const names: string[] = []
  let current: ts.Node = ts.isExpression(node) ? dressed(node) : node
  for (;;) {
    const { parent } = current
    if (!parent) return null
    if (isMember(current)) {
      const name = memberName(current.name)
      if (name === null) return null
      names.unshift(name)
      if (ts.isClassLike(parent)) {
        if (!isStatic(current as ts.ClassElement) || !ts.isClassDeclaration(parent)) return null
        current = parent
      } else current = ts.isEnumDeclaration(parent) ? parent : dressed(parent)
      continue
    }
    if (isTop(current)) return finish(current.name?.text ?? 'default', current, names)
    if (isMember(parent)) current = parent
    else if (ts.isVariableDeclaration(parent)) {
      const statement = parent.parent.parent
      const isOwn = ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent)
      return isOwn && ts.isIdentifier(parent.name) ? finish(parent.name.text, parent, names) : null
    } else return ts.isExportAssignment(parent) ? finish('default', parent, names) : null
  }
}

function finish(first: string, top: ts.Declaration, names: string[]): Declared {
  return { names: [first, ...names], top }
}

type Member =
  | ts.PropertyAssignment
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration
  | ts.PropertyDeclaration
  | ts.EnumMember

function isMember(node: ts.Node): node is Member {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isEnumMember(node)
  )
}

function isTop(node: ts.Node): node is ts.FunctionDeclaration | ts.ClassDeclaration | ts.EnumDeclaration {
  const isDeclaration =
    ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)
  return isDeclaration && ts.isSourceFile(node.parent)
}

/** Every top-level declaration of a module that can hold tags, with its name. */
export function topsOf({ source }: FileModel): { name: string; node: ts.Node }[] {
  return source.statements.flatMap((statement): { name: string; node: ts.Node }[] => {
    if (isTop(statement)) return [{ name: statement.name?.text ?? 'default', node: statement }]
    if (ts.isExportAssignment(statement)) return [{ name: 'default', node: statement.expression }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer ? [{ name: name.text, node: initializer }] : [],
    )
  })
}

/** The name under which a module exports a top-level name; null where it does not. */
export function exportedName({ source, exports }: FileModel, { names, top }: Declared): string | null {
  const [local] = names
  if (ts.isExportAssignment(top)) return 'default'
  const statement = ts.isVariableDeclaration(top) ? top.parent.parent : top
  if (hasModifier(statement, ts.SyntaxKind.ExportKeyword))
    return hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? 'default' : local
  for (const one of source.statements) {
    if (!ts.isExportDeclaration(one) || one.moduleSpecifier || !one.exportClause) continue
    if (!ts.isNamedExports(one.exportClause) || one.isTypeOnly) continue
    const found = one.exportClause.elements.find(
      ({ propertyName, name }) => (propertyName ?? name).text === local,
    )
    if (found) return found.name.text
  }
  // `module.exports = { tags }`, `exports.tags = tags`.
  if (exports.has(local)) return local
  const isDefault = source.statements.some(
    (one) => ts.isExportAssignment(one) && ts.isIdentifier(one.expression) && one.expression.text === local,
  )
  return isDefault ? 'default' : null
}

/** The functions and expressions that may be tags in a declaration, members of members included. */
export function leavesOf(node: ts.Node): ts.Node[] {
  const plain = ts.isExpression(node) ? undressed(node) : node
  if (ts.isObjectLiteralExpression(plain))
    return plain.properties.flatMap((property) => {
      if (ts.isPropertyAssignment(property)) return leavesOf(property.initializer)
      return ts.isMethodDeclaration(property) || ts.isGetAccessorDeclaration(property) ? [property] : []
    })
  if (ts.isClassDeclaration(plain))
    return plain.members.filter(isStatic).flatMap((member) => {
      if (ts.isPropertyDeclaration(member)) return member.initializer ? leavesOf(member.initializer) : []
      return ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member) ? [member] : []
    })
  if (ts.isEnumDeclaration(plain)) return [...plain.members]
  return isFunction(plain) || ts.isExpression(plain) ? [plain] : []
}

function undressed(node: ts.Expression): ts.Expression {
  let current = node
  for (;;) {
    if (
      ts.isParenthesizedExpression(current) ||
      ts.isAsExpression(current) ||
      ts.isSatisfiesExpression(current) ||
      ts.isTypeAssertionExpression(current)
    )
      current = current.expression
    else if (
      ts.isCallExpression(current) &&
      current.arguments.length === 1 &&
      /^Object\.(?:freeze|seal)$/.test(current.expression.getText()) &&
      current.arguments[0]
    )
      current = current.arguments[0]
    else return current
  }
}
