import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { hasModifier } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import { assignments, type Located, meaningOf } from './names.js'

/**
 * What a file exports under a name; `default` also stands for `module.exports`. Null where nothing or more than one
 * thing is exported so, or where it comes from outside of the tree.
 */
export function exportedValue(
  graph: Graph,
  file: string,
  name: string,
  seen = new Set<string>(),
): Located | null {
  const model = graph.model(file)
  if (!model || seen.has(file)) return null
  seen.add(file)
  const found = [...inStatements(graph, model, name, seen), ...inAssignments(model, name)]
  return found.length === 1 ? (found[0] ?? null) : null
}

function inStatements(graph: Graph, model: FileModel, name: string, seen: Set<string>): (Located | null)[] {
  return model.source.statements.flatMap((statement): (Located | null)[] => {
    if (ts.isExportAssignment(statement))
      return name === 'default' ? [{ expression: statement.expression, model }] : []
    if (ts.isExportDeclaration(statement)) return inExportList(graph, model, statement, name, seen)
    if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement)) {
      const declared = statement.declarationList.declarations.find(
        (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
      )
      return declared?.initializer ? [{ expression: declared.initializer, model }] : []
    }
    if (!ts.isFunctionDeclaration(statement)) return []
    const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword)
    return (isDefault ? 'default' : statement.name?.text) === name ? [{ expression: statement, model }] : []
  })
}

/** `export { config as default }`, `export { default } from './base'`. */
function inExportList(
  graph: Graph,
  model: FileModel,
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  name: string,
  seen: Set<string>,
): (Located | null)[] {
  if (!exportClause || !ts.isNamedExports(exportClause)) return []
  const element = exportClause.elements.find((candidate) => candidate.name.text === name)
  if (!element) return []
  const local = element.propertyName ?? element.name
  if (!moduleSpecifier) return [ts.isIdentifier(local) ? meaningOf(graph, model, local) : null]
  const file = ts.isStringLiteral(moduleSpecifier)
    ? graph.resolveModule(moduleSpecifier.text, model.file)
    : null
  return [file === null ? null : exportedValue(graph, file, local.text, seen)]
}

/** `module.exports = config`, `exports.base = {}`; the same assignment to both counts once. */
function inAssignments(model: FileModel, name: string): Located[] {
  return assignments(model).flatMap(({ left, right }) => {
    const target = left.getText(model.source)
    const isIt =
      target === 'module.exports'
        ? name === 'default' || name === '*'
        : target === `exports.${name}` || target === `module.exports.${name}`
    return isIt ? [{ expression: right, model }] : []
  })
}
