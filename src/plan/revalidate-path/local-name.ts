import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land, maxSteps } from '../../graph/resolve/land.js'
import { isUnit, type Path, type Unit } from '../../graph/types.js'

/** The local name under which a file already imports an export of another file, also through a barrel; null without one. */
export function localName(graph: Graph, file: string, target: string, exported: string): string | null {
  const model = graph.model(file)
  if (!model) return null
  for (const statement of model.source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings) || statement.importClause?.isTypeOnly) continue
    for (const { name, propertyName, isTypeOnly } of bindings.elements) {
      if (isTypeOnly) continue
      const root = { specifier: statement.moduleSpecifier.text, name: (propertyName ?? name).text }
      if (isExportOf(graph, { root, members: [] }, file, target, exported)) return name.text
    }
  }
  return null
}

/** Whether a name means an export of the target, through modules that export it again. */
function isExportOf(graph: Graph, path: Path, from: string, target: string, exported: string): boolean {
  const wanted = graph.model(target)?.exports.get(exported)
  if (!wanted) return isSameEnum(graph, path, from, target, exported)
  const meant = land(graph, path, from)?.unit
  return !!meant && withoutAliases(graph, meant) === withoutAliases(graph, wanted)
}

/** What a unit is only another name for. */
export function withoutAliases(graph: Graph, start: Unit): Unit {
  let unit = start
  for (let step = 0; unit.alias && step < maxSteps; step++) {
    const next = land(graph, unit.alias, unit.file)
    if (!next?.exact || next.unit === unit) break
    unit = next.unit
  }
  return unit
}

/** Enums are no units; only a direct import of one is known. */
function isSameEnum(graph: Graph, { root }: Path, from: string, target: string, exported: string): boolean {
  if (isUnit(root) || root.name !== exported) return false
  return graph.resolveModule(root.specifier, from) === target
}
