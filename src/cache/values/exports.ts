import { ts } from '@ts-morph/common'
import { nextCacheModule } from '../../graph/next-cache.js'
import { exportedUnit } from '../../graph/resolve/exports.js'
import { hasModifier } from '../../graph/syntax.js'
import { type ImportRoot, isUnit, type Path, type Unit } from '../../graph/types.js'
import { isConstant, statementsOf, variableAround } from './binding.js'
import { isChanged } from './changes.js'
import { inside } from './members.js'
import { type Frame, type Look, modelOf, type Place, spend } from './place.js'

/** What an import means: a place in the tree, or a name of a package. */
export function imported(look: Look, root: ImportRoot, at: ts.Node, frame: Frame | null): Place | null {
  const file = look.graph.resolveModule(root.specifier, at.getSourceFile().fileName)
  if (file === null || file === nextCacheModule)
    return { node: at, frame: null, external: { ...root, members: [] } }
  if (root.name === '*') {
    const source = look.graph.model(file)?.source
    return source ? { node: source, frame } : null
  }
  return exported(look, file, root.name, frame)
}

/** What a file exports under a name, also enums and what it exports again. */
export function exported(look: Look, file: string, name: string, frame: Frame | null): Place | null {
  const unit = exportedUnit(look.graph, file, name)
  if (unit) return spend(look) ? unitPlace(look, unit, frame) : null
  const node = exportedEnum(look, file, name)
  return node && { node, frame }
}

function unitPlace(look: Look, unit: Unit, frame: Frame | null): Place | null {
  const { node } = unit
  if (!node || ts.isExportSpecifier(node) || ts.isNamespaceExport(node))
    return unit.alias && pathPlace(look, unit.alias, unit, frame)
  const variable = ts.isVariableDeclaration(node) ? node : variableAround(node)
  if (!variable) return { node, frame }
  const model = modelOf(look, variable)
  const isFixed =
    isConstant(variable) && (!ts.isIdentifier(variable.name) || !model || !isChanged(model, variable.name))
  return isFixed && variable.initializer ? { node: variable.initializer, frame } : null
}

function pathPlace(look: Look, { root, members }: Path, unit: Unit, frame: Frame | null): Place | null {
  const at = look.graph.model(unit.file)?.source
  if (!at) return null
  const start = isUnit(root) ? unitPlace(look, root, frame) : imported(look, root, at, frame)
  return start && inside(look, start, members)
}

function exportedEnum(look: Look, file: string, name: string, seen = new Set<string>()): ts.Node | null {
  const model = seen.has(file) ? null : look.graph.model(file)
  if (!model) return null
  seen.add(file)
  for (const statement of statementsOf(model.source)) {
    const isExported = hasModifier(statement, ts.SyntaxKind.ExportKeyword)
    if (ts.isEnumDeclaration(statement) && isExported && statement.name.text === name) return statement
  }
  for (const specifier of model.stars) {
    const target = look.graph.resolveModule(specifier, file)
    const found = target === null ? null : exportedEnum(look, target, name, seen)
    if (found) return found
  }
  return null
}
