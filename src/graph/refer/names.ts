import { ts } from '@ts-morph/common'
import type { Declarations } from '../declare/index.js'
import { bare, isFunction, returnExpressions } from '../syntax.js'
import type { FileModel, How, Path, Unit } from '../types.js'
import type { Paths } from './paths.js'
import { isNamed } from './positions.js'

export interface NamedUnits {
  /** Expressions that a function hands out unchanged: the function is another name for them. */
  returned: ReadonlySet<ts.Node>
  /** A function or object literal, such as the one that a factory returns. */
  closurePath(expression: ts.Expression): Path | null
}

/** Fills in what the units of a file are other names for: their alias, what they return, what they extend. */
export function nameUnits(
  model: FileModel,
  { unitOf, aliasOf, typeOf }: Declarations,
  { pathOf, typePath }: Paths,
  record: (from: Unit, path: Path | null, how: How, node: ts.Node) => void,
): NamedUnits {
  const returned = new Set<ts.Node>()

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
        node: unit.node ?? model.source,
        line: unit.line,
      })
    }
  }

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

  const closurePath = (expression: ts.Expression): Path | null => {
    const unit = unitOf.get(bare(expression))
    return unit?.kind === 'function' || unit?.kind === 'object' ? { root: unit, members: [] } : null
  }

  fillBases()
  fillAliases()
  fillReturns()
  return { returned, closurePath }
}
