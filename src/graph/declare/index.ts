import { ts } from '@ts-morph/common'
import { blockScope, declare } from '../scopes.js'
import {
  bare,
  eachChild,
  type FunctionNode,
  hasModifier,
  isFunction,
  memberName,
  returnExpressions,
} from '../syntax.js'
import type { FileModel, Unit } from '../types.js'
import { createUnit } from '../units.js'
import { declareClass } from './classes.js'
import {
  declareCommonJsExport,
  declareExport,
  declareExportAssignment,
  declareImport,
  declareImportEquals,
  exportNames,
} from './modules.js'
import { declareObject, declareValue } from './values.js'
import { declareLocalVariable, declareModuleVariable, declareParameter } from './variables.js'
import type { Declarations, Walk } from './walk.js'

export type { Declarations } from './walk.js'

/** First walk over a file: its names and units. */
export function declareAll(model: FileModel): Declarations {
  const { source, file, units } = model
  const walk: Walk = {
    model,
    scopes: new Map(),
    unitOf: new Map([[source, model.module]]),
    aliasOf: new Map(),
    typeOf: new Map(),
    exportedNames: [],
    products: new Set(),
    add(node, kind, { name, owner, nested, container }) {
      const unit = createUnit({ file, source, node, kind, name, parent: owner, nested, container })
      walk.unitOf.set(node, unit)
      if (isFunction(node) && !nested) markProduct(walk, node)
      units.push(unit)
      // `function f() {}` as an expression: only its own body sees the name.
      if ((ts.isFunctionExpression(node) || ts.isClassExpression(node)) && node.name)
        declare(walk.scopes, node, node.name.text, { kind: 'unit', unit, members: [] })
      return unit
    },
    value: (init, position) => declareValue(walk, init, position),
    visit: (node, owner) => visit(walk, node, owner),
    visitChildren(node, owner) {
      eachChild(node, (child) => visit(walk, child, owner))
    },
  }
  walk.visitChildren(source, model.module)
  exportNames(walk)
  return walk
}

function visit(walk: Walk, node: ts.Node, owner: Unit): void {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
  if (ts.isImportDeclaration(node)) return declareImport(walk, node)
  if (ts.isImportEqualsDeclaration(node)) return declareImportEquals(walk, node)
  if (ts.isExportDeclaration(node)) return declareExport(walk, node)
  if (ts.isExportAssignment(node)) return declareExportAssignment(walk, node, owner)
  if (ts.isFunctionDeclaration(node)) return declareFunction(walk, node, owner)
  if (ts.isClassDeclaration(node)) return declareClassStatement(walk, node, owner)
  if (ts.isModuleDeclaration(node)) return declareNamespace(walk, node, owner)
  if (ts.isVariableDeclaration(node)) return declareVariable(walk, node, owner)
  if (ts.isClassExpression(node)) {
    declareClass(walk, node, { name: node.name?.text ?? owner.name, owner, nested: true, container: null })
    return
  }
  if (isFunction(node)) {
    const unit = walk.add(node, 'function', {
      name: closureName(node, owner),
      owner,
      nested: true,
      container: null,
    })
    return walk.visitChildren(node, unit)
  }
  if (ts.isObjectLiteralExpression(node) && walk.products.has(node)) {
    declareObject(walk, node, { name: `${owner.name}()`, owner, nested: false, container: null })
    return
  }
  if (ts.isParameter(node)) declareParameter(walk, node)
  if (ts.isEnumDeclaration(node)) declare(walk.scopes, blockScope(node), node.name.text, { kind: 'opaque' })
  if (ts.isBinaryExpression(node) && owner.kind === 'module' && declareCommonJsExport(walk, node, owner))
    return
  walk.visitChildren(node, owner)
}

function declareVariable(walk: Walk, node: ts.VariableDeclaration, owner: Unit): void {
  const statement = node.parent.parent
  const isModuleLevel = ts.isVariableStatement(statement) && isTopLevel(statement)
  if (!isModuleLevel) return declareLocalVariable(walk, node, owner)
  const isExported = hasModifier(statement, ts.SyntaxKind.ExportKeyword)
  const unit = declareModuleVariable(walk, node, isExported && ts.isSourceFile(statement.parent), owner)
  if (unit && isExported) addToNamespace(walk, statement.parent, unit, unit.name)
}

function declareFunction(walk: Walk, node: ts.FunctionDeclaration, owner: Unit): void {
  if (!node.body) return
  const name = node.name?.text ?? 'default'
  // Also inside a function: all that can name it stands there.
  const unit = walk.add(node, 'function', { name, owner, nested: false, container: null })
  declareStatement(walk, node, name, unit)
  walk.visitChildren(node, unit)
}

function declareClassStatement(walk: Walk, node: ts.ClassDeclaration, owner: Unit): void {
  const name = node.name?.text ?? 'default'
  const unit = declareClass(walk, node, { name, owner, nested: !isTopLevel(node), container: null })
  declareStatement(walk, node, name, unit)
}

function declareStatement(
  walk: Walk,
  node: ts.FunctionDeclaration | ts.ClassDeclaration,
  name: string,
  unit: Unit,
): void {
  if (node.name) declare(walk.scopes, blockScope(node), name, { kind: 'unit', unit, members: [] })
  if (!hasModifier(node, ts.SyntaxKind.ExportKeyword)) return
  if (!ts.isSourceFile(node.parent)) return addToNamespace(walk, node.parent, unit, name)
  walk.model.exports.set(hasModifier(node, ts.SyntaxKind.DefaultKeyword) ? 'default' : name, unit)
}

/** `export namespace Cache { ... }` is an object whose exports are its members. */
function declareNamespace(walk: Walk, node: ts.ModuleDeclaration, owner: Unit): void {
  if (!node.body || !ts.isModuleBlock(node.body) || !ts.isIdentifier(node.name))
    return walk.visitChildren(node, owner)
  const name = node.name.text
  const unit = walk.add(node.body, 'object', { name, owner, nested: false, container: null })
  declare(walk.scopes, blockScope(node), name, { kind: 'unit', unit, members: [] })
  if (hasModifier(node, ts.SyntaxKind.ExportKeyword) && ts.isSourceFile(node.parent))
    walk.model.exports.set(name, unit)
  walk.visitChildren(node.body, unit)
}

function addToNamespace(walk: Walk, block: ts.Node, unit: Unit, name: string): void {
  const namespace = walk.unitOf.get(block)
  if (namespace?.kind !== 'object') return
  unit.container = namespace
  namespace.members.set(name, unit)
}

/** `createCache(db)` that returns one object: its members can be told apart by the calls of the function. */
function markProduct(walk: Walk, node: FunctionNode): void {
  const [product, other] = returnExpressions(node)
  if (product && !other && ts.isObjectLiteralExpression(bare(product))) walk.products.add(bare(product))
}

/** A statement of the module or of a namespace in it. */
function isTopLevel(node: ts.Node): boolean {
  return ts.isSourceFile(node.parent) || ts.isModuleBlock(node.parent)
}

/** A closure is named like what surrounds it, unless it has a name of its own. */
function closureName(node: ts.Node, owner: Unit): string {
  if (ts.isFunctionExpression(node) && node.name) return node.name.text
  if (ts.isMethodDeclaration(node)) return memberName(node.name) ?? owner.name
  return owner.name
}
