import { ts } from '@ts-morph/common'
import { bare, isFunction, memberName } from '../syntax.js'
import type { Unit } from '../types.js'
import { declareClass } from './classes.js'
import type { Position, Walk } from './walk.js'

/** The unit of a variable, property or default export: a function, an object, a class, or some other value. */
export function declareValue(walk: Walk, init: ts.Expression, position: Position): Unit {
  const value = bare(init)
  if (isFunction(value)) {
    const unit = walk.add(value, 'function', position)
    walk.visitChildren(value, unit)
    return unit
  }
  if (ts.isObjectLiteralExpression(value) && !position.nested) return declareObject(walk, value, position)
  if (ts.isClassExpression(value)) return declareClass(walk, value, position)
  const unit = walk.add(init, 'value', position)
  walk.aliasOf.set(unit, init)
  walk.visitChildren(init, unit)
  return unit
}

/** An object whose members are units of their own. */
export function declareObject(walk: Walk, node: ts.ObjectLiteralExpression, position: Position): Unit {
  const unit = walk.add(node, 'object', position)
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      unit.open = true
      walk.visitChildren(property, unit)
    } else declareProperty(walk, property, unit, position.owner)
  }
  return unit
}

function declareProperty(
  walk: Walk,
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  object: Unit,
  owner: Unit,
): void {
  const key = memberName(property.name)
  const position = { name: `${object.name}.${key ?? '[computed]'}`, owner, nested: false, container: object }
  if (key === null) object.open = true
  object.members.set(key ?? `[${object.members.size}]`, propertyUnit(walk, property, object, position))
}

function propertyUnit(
  walk: Walk,
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  object: Unit,
  position: Position,
): Unit {
  if (ts.isShorthandPropertyAssignment(property)) {
    const unit = walk.add(property, 'value', position)
    walk.aliasOf.set(unit, property.name)
    return unit
  }
  if (ts.isPropertyAssignment(property)) {
    if (ts.isComputedPropertyName(property.name)) walk.visit(property.name.expression, object)
    return declareValue(walk, property.initializer, position)
  }
  const unit = walk.add(property, 'function', position)
  walk.visitChildren(property, unit)
  return unit
}
