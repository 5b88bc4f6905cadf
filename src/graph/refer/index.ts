import { ts } from '@ts-morph/common'
import type { Declarations } from '../declare/index.js'
import { bare, dressed, eachChild, importedBy, lineOf } from '../syntax.js'
import type { FileModel, How, Path, Unit } from '../types.js'
import { nameUnits } from './names.js'
import { createPaths } from './paths.js'
import {
  isAssignment,
  isBoundToItself,
  isCommonJsExport,
  isDiscarded,
  isIntrinsic,
  isJsxAttribute,
  isPartOfChain,
  isUsing,
  isValuePosition,
} from './positions.js'

/** Second walk: what refers to what. Fills `references` of the model and the alias, returns and base of its units. */
export function referAll(model: FileModel, declarations: Declarations): void {
  const { source } = model
  const { unitOf, aliasOf } = declarations

  const ownerOf = (node: ts.Node): Unit => {
    for (let current: ts.Node | undefined = node; current; current = current.parent) {
      const unit = unitOf.get(current)
      if (unit) return unit
    }
    return model.module
  }

  const paths = createPaths(declarations)
  const { pathOf, namePath } = paths

  const record = (from: Unit, path: Path | null, how: How, node: ts.Node): void => {
    for (let way = path; way; way = way.or ?? null) {
      model.references.push({ from, path: way, how, node, line: lineOf(source, node.getStart(source)) })
    }
  }

  const { returned, closurePath } = nameUnits(model, declarations, paths, record)

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

  ts.forEachChild(source, walk)
}
