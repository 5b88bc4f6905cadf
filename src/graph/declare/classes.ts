import { ts } from '@ts-morph/common'
import { hasModifier, isFunction, isStatic, memberName } from '../syntax.js'
import type { Unit } from '../types.js'
import { createUnit } from '../units.js'
import type { Position, Walk } from './walk.js'

/** A class and its members; instance members are keyed `#name`, static ones by their name. */
export function declareClass(walk: Walk, node: ts.ClassLikeDeclaration, position: Position): Unit {
  const unit = walk.add(node, 'class', position)
  for (const clause of node.heritageClauses ?? []) walk.visitChildren(clause, unit)
  for (const decorator of ts.getDecorators(node) ?? []) walk.visit(decorator, unit)
  for (const member of node.members) declareMember(walk, member, unit, position)
  return unit
}

function declareMember(walk: Walk, member: ts.ClassElement, unit: Unit, { owner, nested }: Position): void {
  if (ts.isClassStaticBlockDeclaration(member)) return walk.visitChildren(member, unit)
  const isConstructor = ts.isConstructorDeclaration(member)
  const key = isConstructor ? 'constructor' : memberName(member.name)
  const position = { name: `${unit.name}.${key ?? '[computed]'}`, owner, nested, container: unit }
  const slot = slotOf(member, key, unit)
  if (key === null) unit.open = true
  if (isFunction(member)) {
    // An overload signature has no code of its own; an abstract method stands for those that override it.
    if (!member.body && !hasModifier(member, ts.SyntaxKind.AbstractKeyword)) return
    const method = walk.add(member, 'function', position)
    addAccessor(unit, slot, member, method)
    walk.visitChildren(member, method)
    if (isConstructor) declareParameterProperties(walk, member, unit, owner)
  } else if (ts.isPropertyDeclaration(member)) {
    const property = member.initializer
      ? walk.value(member.initializer, position)
      : walk.add(member, 'value', position)
    if (member.type) walk.typeOf.set(property, member.type)
    unit.members.set(slot, property)
  }
}

/** A getter and a setter of one name: a chain means the getter, and whoever reaches that may run the setter. */
function addAccessor(unit: Unit, slot: string, member: ts.Node, method: Unit): void {
  const other = unit.members.get(slot)
  if (!other || !ts.isAccessor(member)) {
    unit.members.set(slot, method)
    return
  }
  const [getter, setter] = ts.isGetAccessor(member) ? [method, other] : [other, method]
  unit.members.set(slot, getter)
  setter.parent = getter
  setter.nested = true
}

function slotOf(member: ts.ClassElement, key: string | null, unit: Unit): string {
  if (key === null) return `[${unit.members.size}]`
  return isStatic(member) || ts.isConstructorDeclaration(member) ? key : `#${key}`
}

/** `constructor(private cache: LinkCache)` declares the member `cache`. */
function declareParameterProperties(
  walk: Walk,
  node: ts.ConstructorDeclaration,
  unit: Unit,
  owner: Unit,
): void {
  const { file, source } = walk.model
  for (const parameter of node.parameters) {
    if (!ts.isParameterPropertyDeclaration(parameter, node) || !ts.isIdentifier(parameter.name)) continue
    const name = `${unit.name}.${parameter.name.text}`
    const fields = {
      file,
      source,
      node: parameter,
      kind: 'value',
      name,
      parent: owner,
      nested: false,
    } as const
    const property = createUnit({ ...fields, container: unit })
    walk.model.units.push(property)
    if (parameter.type) walk.typeOf.set(property, parameter.type)
    unit.members.set(`#${parameter.name.text}`, property)
  }
}
