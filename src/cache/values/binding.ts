import { ts } from '@ts-morph/common'
import { dressed, type FunctionNode, isFunction, memberName } from '../../graph/syntax.js'
import type { FileModel, ImportRoot } from '../../graph/types.js'

/** A member that a pattern takes: a name, an index, or `[]` where only run time knows. */
export type Key = string | number

/** What declares a name. `path` are the members that a destructuring took, `fallback` is its default. */
export type Binding =
  | { kind: 'import'; root: ImportRoot }
  | { kind: 'variable'; declaration: ts.VariableDeclaration; path: Key[]; fallback: ts.Expression | null }
  | ParameterBinding
  /** A function, class, enum or namespace. */
  | { kind: 'node'; node: ts.Node }
  /** Another name for an expression: the parameter of `import('x').then((m) => ...)`. */
  | { kind: 'value'; expression: ts.Expression; path: Key[] }

export interface ParameterBinding {
  kind: 'parameter'
  function: FunctionNode
  parameter: ts.ParameterDeclaration
  index: number
  path: Key[]
  fallback: ts.Expression | null
}

/** The declaration that a name means where it stands; null for globals and names that no scope explains. */
export function bindingOf(model: FileModel, name: ts.Identifier): Binding | null {
  const declaration = model.declarationOf(name)
  const scope = model.scopeOf(name)
  if (!declaration || !scope) return null
  if (declaration.kind === 'import') return { kind: 'import', root: declaration.root }
  const parameter = isFunction(scope) ? parameterOf(scope, name.text) : null
  if (declaration.kind === 'alias') {
    const variable = variableAround(declaration.of)
    if (variable) return variableBinding(variable, name.text)
    if (parameter) return { kind: 'value', expression: declaration.of, path: declaration.members }
  }
  if (parameter) return parameter
  if (declaration.kind === 'unit') {
    const { node } = declaration.unit
    const variable = node && (ts.isVariableDeclaration(node) ? node : variableAround(node))
    if (variable) return variableBinding(variable, name.text)
    return node && { kind: 'node', node }
  }
  return declaredIn(scope, name.text)
}

/** True for `const` (and `using`): the name always means the same value. */
export function isConstant(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
}

/** The variable whose initialiser a node is. */
export function variableAround(node: ts.Node): ts.VariableDeclaration | null {
  const outer = dressed(node)
  const { parent } = outer
  return parent && ts.isVariableDeclaration(parent) && parent.initializer === outer ? parent : null
}

function variableBinding(declaration: ts.VariableDeclaration, name: string): Binding | null {
  const taken = taking(declaration.name, name)
  return taken && { kind: 'variable', declaration, ...taken }
}

function parameterOf(node: FunctionNode, name: string): ParameterBinding | null {
  for (const [index, parameter] of node.parameters.entries()) {
    const taken = taking(parameter.name, name)
    if (taken) return { kind: 'parameter', function: node, parameter, index, ...taken }
  }
  return null
}

interface Taking {
  path: Key[]
  fallback: ts.Expression | null
}

/** How a pattern takes a name; null where it does not. */
function taking(pattern: ts.BindingName, name: string): Taking | null {
  if (ts.isIdentifier(pattern)) return pattern.text === name ? { path: [], fallback: null } : null
  for (const [index, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue
    const inner = taking(element.name, name)
    if (!inner) continue
    const key = keyOf(pattern, element, index)
    return {
      // The rest of an object may be any of its members: it stands for the whole.
      path: key === null ? inner.path : [key, ...inner.path],
      fallback: inner.fallback ?? (inner.path.length === 0 ? (element.initializer ?? null) : null),
    }
  }
  return null
}

function keyOf(pattern: ts.BindingPattern, element: ts.BindingElement, index: number): Key | null {
  if (ts.isArrayBindingPattern(pattern)) return element.dotDotDotToken ? '[]' : index
  if (element.dotDotDotToken) return null
  if (element.propertyName) return memberName(element.propertyName) ?? '[]'
  return ts.isIdentifier(element.name) ? element.name.text : '[]'
}

/** Variables without a value, such as those of `for ... of`, and enums. */
function declaredIn(scope: ts.Node, name: string): Binding | null {
  const loop = ts.isForOfStatement(scope) || ts.isForInStatement(scope) || ts.isForStatement(scope)
  if (loop) {
    const list = scope.initializer
    return list && ts.isVariableDeclarationList(list) ? declaredBy(list, name) : null
  }
  for (const statement of statementsOf(scope)) {
    if (ts.isEnumDeclaration(statement) && statement.name.text === name)
      return { kind: 'node', node: statement }
    const found = ts.isVariableStatement(statement) ? declaredBy(statement.declarationList, name) : null
    if (found) return found
  }
  return null
}

function declaredBy(list: ts.VariableDeclarationList, name: string): Binding | null {
  for (const declaration of list.declarations) {
    const found = variableBinding(declaration, name)
    if (found) return found
  }
  return null
}

/** The statements that stand directly in a scope. */
export function statementsOf(scope: ts.Node): readonly ts.Statement[] {
  if (ts.isSourceFile(scope) || ts.isBlock(scope) || ts.isModuleBlock(scope)) return scope.statements
  if (ts.isCaseBlock(scope)) return scope.clauses.flatMap((clause) => [...clause.statements])
  if (isFunction(scope) && scope.body && ts.isBlock(scope.body)) return scope.body.statements
  return []
}
