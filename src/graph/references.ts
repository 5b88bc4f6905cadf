import { ts } from '@ts-morph/common'
import type { Declarations } from './declare/index.js'
import { commonJsTarget } from './declare/modules.js'
import { createPaths } from './paths.js'
import { bare, dressed, eachChild, importedBy, isFunction, lineOf } from './syntax.js'
import type { FileModel, How, Path, Unit } from './types.js'

/** Second walk: what refers to what. Fills `references` of the model and the alias, returns and base of its units. */
export function referAll(model: FileModel, declarations: Declarations): void {
  const { source } = model
  const { unitOf, aliasOf, typeOf } = declarations

  const ownerOf = (node: ts.Node): Unit => {
    for (let current: ts.Node | undefined = node; current; current = current.parent) {
      const unit = unitOf.get(current)
      if (unit) return unit
    }
    return model.module
  }

  const { pathOf, namePath, typePath } = createPaths(declarations)

  const record = (from: Unit, path: Path | null, how: How, node: ts.Node): void => {
    for (let way = path; way; way = way.or ?? null) {
      model.references.push({ from, path: way, how, node, line: lineOf(source, node.getStart(source)) })
    }
  }

  const fillBases = (): void => {
    for (const unit of model.units) {
      if (unit.kind !== 'class' || !unit.node || !ts.isClassLike(unit.node)) continue
      const clause = unit.node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword)
      const base = clause?.types[0]
      if (!base) continue
      unit.base = pathOf(base.expression)
      record(unit, unit.base, 'extends', base.expression)
    }
  }

  const fillAliases = (): void => {
    for (const [unit, expression] of aliasOf) {
      unit.alias = pathOf(expression)
      record(unit, unit.alias, 'alias', expression)
    }
    for (const [unit, type] of typeOf) {
      const typed = typePath(type)
      unit.alias = unit.alias && typed ? { ...unit.alias, or: typed } : (unit.alias ?? typed)
      record(unit, typed, 'alias', type)
    }
    for (const unit of model.exports.values()) {
      if (!unit.alias || aliasOf.has(unit) || typeOf.has(unit)) continue
      // A name that a destructuring exports has no node of its own, but its unit knows the line.
      model.references.push({
        from: unit,
        path: unit.alias,
        how: 'alias',
        node: unit.node ?? source,
        line: unit.line,
      })
    }
  }

  const returned = new Set<ts.Node>()
  const fillReturns = (): void => {
    for (const unit of model.units) {
      const node = unit.node
      if (!node || !isFunction(node) || !node.body) continue
      const typed = node.type ? typePath(node.type) : null
      const expressions = returnExpressions(node)
      const [first] = expressions
      // A call that is returned runs here; only what is handed out unchanged makes the function another name.
      const handed = expressions.length === 1 && first ? (pathOf(first) ?? closurePath(first)) : null
      unit.returns = handed && typed ? { ...handed, or: typed } : (handed ?? typed)
      if (!unit.returns) continue
      record(unit, unit.returns, 'alias', first ?? node)
      // A closure that is handed on has no other name by which what it returns could be followed.
      if (handed && first && isNamed(node)) returned.add(bare(first))
    }
  }

  /** A function literal, such as the one that a factory returns. */
  const closurePath = (expression: ts.Expression): Path | null => {
    const unit = unitOf.get(bare(expression))
    return unit?.kind === 'function' ? { root: unit, members: [] } : null
  }

  /** Walks code; chains are recorded whole, their arguments are walked on their own. */
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isTypeQueryNode(node)) {
      if (ts.isIdentifier(node.exprName))
        record(ownerOf(node), namePath(node.exprName), 'type', node.exprName)
      return
    }
    if (ts.isCallExpression(node)) return call(node)
    if (ts.isNewExpression(node)) return construct(node)
    if (ts.isTaggedTemplateExpression(node)) record(ownerOf(node), pathOf(node.tag), 'call', node.tag)
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      if (!isIntrinsic(node.tagName))
        record(ownerOf(node), pathOf(node.tagName as ts.Expression), 'call', node.tagName)
      node.attributes.forEachChild(walk)
      return
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      handOver(node)
      walkInside(node)
      return
    }
    if (ts.isIdentifier(node)) {
      if (isValuePosition(node)) handOver(node)
      return
    }
    if (node.kind === ts.SyntaxKind.ThisKeyword) return handOver(node as ts.Expression)
    // To extend a class runs nothing of it; a call that makes the class (a mixin) is code like any other.
    if (ts.isHeritageClause(node) && node.types.every(({ expression }) => !ts.isCallExpression(expression)))
      return
    if (isAssignment(node)) return assign(node)
    if (ts.isShorthandPropertyAssignment(node)) {
      if (!unitOf.has(node)) record(ownerOf(node), namePath(node.name), 'value', node.name)
      return
    }
    eachChild(node, walk)
  }

  const call = (node: ts.CallExpression): void => {
    const from = ownerOf(node)
    const path = pathOf(node.expression)
    // `super()` runs the constructor above, no other member.
    const isSuper = node.expression.kind === ts.SyntaxKind.SuperKeyword
    record(from, path, isSuper ? 'new' : 'call', node.expression)
    if (importedBy(node) !== null) {
      if (!isPartOfChain(node)) handOver(node)
    } else if (path && !isPartOfChain(node) && !isDiscarded(node)) handOver(node)
    walkInside(node.expression)
    register(node, from, path)
    node.arguments.slice(isBoundToItself(node) ? 1 : 0).forEach(walk)
    node.typeArguments?.forEach(walk)
  }

  /**
   * `bus.on('paid', handler)`: what is handed to a method of something that lives on may be run by whoever uses that.
   * So at the top of a file, and in a function where nobody takes the result.
   */
  const register = (node: ts.CallExpression, from: Unit, path: Path | null): void => {
    if (!path || !ts.isPropertyAccessExpression(node.expression)) return
    const atTop = from.kind === 'module' || (from.kind === 'value' && !from.nested)
    const isLeft =
      isDiscarded(node) && !ts.isAwaitExpression(node.parent) && node.expression.name.text !== 'forEach'
    if (!atTop && !isLeft) return
    const receiver = { root: path.root, members: path.members.slice(0, -1) }
    for (const argument of node.arguments.slice(isBoundToItself(node) ? 1 : 0)) {
      const given = pathOf(argument) ?? closurePath(argument)
      const line = lineOf(source, argument.getStart(source))
      if (given) model.references.push({ from, path: given, how: 'value', node: argument, line, receiver })
    }
  }

  /** What is assigned to is not handed on; at most its setter runs. */
  const assign = ({ left, right }: ts.BinaryExpression): void => {
    if (ts.isPropertyAccessExpression(left) && left.expression.kind !== ts.SyntaxKind.ThisKeyword)
      record(ownerOf(left), pathOf(left), 'call', left)
    walkInside(left)
    walk(right)
  }

  const construct = (node: ts.NewExpression): void => {
    record(ownerOf(node), pathOf(node.expression), 'new', node.expression)
    if (!isPartOfChain(node) && !isDiscarded(node)) handOver(node)
    walkInside(node.expression)
    node.arguments?.forEach(walk)
  }

  /** Below the outermost chain: only nested calls and arguments matter. */
  const walkInside = (node: ts.Expression): void => {
    const inner = bare(node)
    if (ts.isIdentifier(inner) || inner.kind === ts.SyntaxKind.ThisKeyword) return
    if (ts.isPropertyAccessExpression(inner)) return walkInside(inner.expression)
    if (ts.isElementAccessExpression(inner)) {
      walk(inner.argumentExpression)
      return walkInside(inner.expression)
    }
    walk(inner)
  }

  /** A chain in value position: an alias, an attribute, or a value that somebody else may call. */
  const handOver = (node: ts.Expression): void => {
    const outer = dressed(node)
    if (returned.has(bare(node)) || isAliasInitialiser(outer)) return
    const path = pathOf(node)
    const how: How = isJsxAttribute(outer) ? 'jsx' : 'value'
    record(ownerOf(node), path, how, node)
  }

  const isAliasInitialiser = (outer: ts.Node): boolean => {
    const parent = outer.parent
    if (!parent) return false
    // What `using` declares is disposed of by the language.
    if (ts.isVariableDeclaration(parent)) return parent.initializer === outer && !isUsing(parent)
    if (ts.isExportAssignment(parent) || isCommonJsExport(parent)) return true
    return (
      unitOf.has(outer) &&
      unitOf.get(outer)?.kind === 'value' &&
      aliasOf.get(unitOf.get(outer) as Unit) === outer
    )
  }

  fillBases()
  fillAliases()
  fillReturns()
  ts.forEachChild(source, walk)
}

function isUsing(node: ts.VariableDeclaration): boolean {
  return (node.parent.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using
}

/** `x = y` and `x.y = z`; a pattern is no such target. */
function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false
  return !ts.isObjectLiteralExpression(node.left) && !ts.isArrayLiteralExpression(node.left)
}

/** `x.f.bind(x)`: only `f` is handed on. */
function isBoundToItself({ expression: callee, arguments: [first] }: ts.CallExpression): boolean {
  if (!first || !ts.isPropertyAccessExpression(callee) || !/^(?:bind|call|apply)$/.test(callee.name.text))
    return false
  const method = callee.expression
  return ts.isPropertyAccessExpression(method) && method.expression.getText() === first.getText()
}

/** `exports.x = y` at the top of a file names y; it runs nothing. */
function isCommonJsExport(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && ts.isSourceFile(node.parent.parent) && commonJsTarget(node) !== null
}

/** Whether a function can be called by a name: a declaration, a method, or the value of a variable or property. */
function isNamed(node: ts.FunctionLikeDeclaration): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return true
  const { parent } = dressed(node)
  return (
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
  )
}

function isIntrinsic(name: ts.JsxTagNameExpression): boolean {
  return ts.isIdentifier(name) && /^[a-z]/.test(name.text)
}

function isPartOfChain(node: ts.Node): boolean {
  const outer = dressed(node)
  const parent = outer.parent
  if (!parent) return false
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === outer
  return ts.isCallExpression(parent) && parent.expression === outer
}

function isDiscarded(node: ts.Node): boolean {
  const { parent } = dressed(node)
  return !parent || ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)
}

function isJsxAttribute(node: ts.Node): boolean {
  return (
    !!node.parent &&
    ts.isJsxExpression(node.parent) &&
    !!node.parent.parent &&
    ts.isJsxAttribute(node.parent.parent)
  )
}

/** False for identifiers that only name something: members, declarations, labels, specifiers. */
function isValuePosition(node: ts.Identifier): boolean {
  const parent = node.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isJsxAttribute(parent)) return false
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)) return false
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false
  if (ts.isExportAssignment(parent) || ts.isMetaProperty(parent)) return false
  const named = parent as ts.Node & { name?: ts.Node }
  return named.name !== node
}

/** The expressions that a function returns, closures inside it apart. */
function returnExpressions(node: ts.FunctionLikeDeclaration): ts.Expression[] {
  const body = node.body
  if (!body) return []
  if (!ts.isBlock(body)) return [body as ts.Expression]
  const found: ts.Expression[] = []
  const visit = (child: ts.Node): void => {
    if (isFunction(child) || ts.isClassLike(child)) return
    if (ts.isReturnStatement(child) && child.expression) found.push(child.expression)
    eachChild(child, visit)
  }
  visit(body)
  return found
}
