import type { ts } from '@ts-morph/common'
import { functionDirective, isFunction, lineOf } from './syntax.js'
import type { Unit, UnitKind } from './types.js'

export function createUnit(
  fields: Pick<Unit, 'file' | 'name' | 'kind' | 'parent' | 'nested'> & {
    node: ts.Node | null
    source?: ts.SourceFile
    container?: Unit | null
    id?: string
  },
): Unit {
  const { file, name, kind, parent, nested, node } = fields
  const start = node && fields.source ? node.getStart(fields.source) : 0
  return {
    id: fields.id ?? `${file}#${start}:${kind}:${name}`,
    file,
    name,
    kind,
    node,
    line: node && fields.source ? lineOf(fields.source, start) : 1,
    parent,
    container: fields.container ?? null,
    nested,
    directive: node && isFunction(node) ? functionDirective(node) : null,
    members: new Map(),
    alias: null,
    returns: null,
    base: null,
    open: false,
  }
}

/** A unit without code of its own, such as a re-export. */
export function nameOnly(file: string, name: string, kind: UnitKind = 'value'): Unit {
  return createUnit({
    id: `${file}#${kind}:${name}`,
    file,
    name,
    kind,
    parent: null,
    nested: false,
    node: null,
  })
}

/** The outermost object, class or value that a unit is a member of; itself when it is none. */
export function outermost(unit: Unit): Unit {
  let current = unit
  while (current.container) current = current.container
  return current
}

/** The unit and all that stand in it as members, at any depth. */
export function withMembers(unit: Unit): Unit[] {
  return [unit, ...[...unit.members.values()].flatMap(withMembers)]
}
