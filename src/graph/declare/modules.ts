import { ts } from '@ts-morph/common'
import { declare, lookup } from '../scopes.js'
import { bare } from '../syntax.js'
import { type ImportRoot, type Unit, wholeModule } from '../types.js'
import { createUnit } from '../units.js'
import type { Walk } from './walk.js'

export function declareImport(walk: Walk, node: ts.ImportDeclaration): void {
  if (!ts.isStringLiteral(node.moduleSpecifier) || !node.importClause) return
  const specifier = node.moduleSpecifier.text
  const set = (local: ts.Identifier, name: string): void =>
    declare(walk.scopes, walk.model.source, local.text, { kind: 'import', root: { specifier, name } })
  const { name, namedBindings } = node.importClause
  if (name) set(name, 'default')
  if (namedBindings && ts.isNamespaceImport(namedBindings)) set(namedBindings.name, '*')
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    for (const element of namedBindings.elements)
      set(element.name, (element.propertyName ?? element.name).text)
  }
}

/** `import cache = require('next/cache')`. */
export function declareImportEquals(walk: Walk, node: ts.ImportEqualsDeclaration): void {
  const reference = node.moduleReference
  if (!ts.isExternalModuleReference(reference) || !ts.isStringLiteralLike(reference.expression)) return
  const root = { specifier: reference.expression.text, name: '*' }
  declare(walk.scopes, walk.model.source, node.name.text, { kind: 'import', root })
}

export function declareExport(walk: Walk, node: ts.ExportDeclaration): void {
  if (node.isTypeOnly) return
  const clause = node.exportClause
  const module = node.moduleSpecifier
  const specifier = module && ts.isStringLiteral(module) ? module.text : null
  if (!clause) {
    if (specifier !== null) walk.model.stars.push(specifier)
  } else if (ts.isNamespaceExport(clause)) {
    if (specifier !== null) exportAgain(walk, clause.name.text, { specifier, name: '*' }, clause)
  } else {
    for (const element of clause.elements) {
      if (element.isTypeOnly) continue
      const local = element.propertyName ?? element.name
      if (specifier !== null) exportAgain(walk, element.name.text, { specifier, name: local.text }, element)
      else if (ts.isIdentifier(local)) walk.exportedNames.push({ name: element.name.text, local })
    }
  }
}

function exportAgain(walk: Walk, name: string, root: ImportRoot, node: ts.Node): void {
  const unit = exportUnit(walk, name, node)
  unit.alias = { root, members: [] }
}

function exportUnit(walk: Walk, name: string, node: ts.Node): Unit {
  const { file, source, module, units, exports } = walk.model
  const unit = createUnit({ file, source, node, kind: 'value', name, parent: module, nested: false })
  units.push(unit)
  exports.set(name, unit)
  return unit
}

export function declareExportAssignment(walk: Walk, node: ts.ExportAssignment, owner: Unit): void {
  exportExpression(walk, 'default', node.expression, owner)
  if (node.isExportEquals) exportWhole(walk)
}

/** What `module.exports =` and `export =` were given is the module itself, not only its default. */
function exportWhole({ exportedNames, model }: Walk): void {
  const named = exportedNames.findLast(({ name }) => name === 'default')
  const unit = model.exports.get('default')
  if (unit) model.exports.set(wholeModule, unit)
  else if (named) exportedNames.push({ ...named, name: wholeModule })
}

/** `module.exports = ...`, `module.exports.x = ...`, `exports.x = ...`; false for any other assignment. */
export function declareCommonJsExport(walk: Walk, node: ts.BinaryExpression, owner: Unit): boolean {
  const target = commonJsTarget(node)
  if (target === null) return false
  const isWhole = target === wholeModule
  const unit = exportExpression(walk, isWhole ? 'default' : target, node.right, owner)
  if (isWhole) exportWhole(walk)
  if (isWhole && unit) for (const [key, member] of unit.members) walk.model.exports.set(key, member)
  return true
}

function exportExpression(walk: Walk, name: string, expression: ts.Expression, owner: Unit): Unit | null {
  const value = bare(expression)
  if (ts.isIdentifier(value)) {
    walk.exportedNames.push({ name, local: value })
    return null
  }
  const unit = walk.value(expression, { name, owner, nested: false, container: null })
  walk.model.exports.set(name, unit)
  return unit
}

/** The name that an assignment to `exports` gives; null for any other assignment. */
export function commonJsTarget(node: ts.BinaryExpression): string | null {
  if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(node.left))
    return null
  const text = node.left.getText()
  if (text === 'module.exports') return wholeModule
  return /^(?:module\.)?exports\.([\w$]+)$/.exec(text)?.[1] ?? null
}

/** `export { x }`: x itself where it is a unit, else a unit that stands for it. */
export function exportNames(walk: Walk): void {
  for (const { name, local } of walk.exportedNames) {
    const declaration = lookup(walk.scopes, local.text, local)
    if (declaration?.kind === 'unit' && declaration.members.length === 0) {
      walk.model.exports.set(name, declaration.unit)
    } else if (declaration) walk.aliasOf.set(exportUnit(walk, name, local), local)
  }
}
