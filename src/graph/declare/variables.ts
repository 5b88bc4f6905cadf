import { ts } from '@ts-morph/common'
import { blockScope, type Declaration, declare, functionScope } from '../scopes.js'
import { bare, importedBy, isFunction, memberName } from '../syntax.js'
import type { Unit } from '../types.js'
import { nameOnly } from '../units.js'
import type { Walk } from './walk.js'

/** Declares every name of a pattern; `make` gets the members that lead to the name. */
function bind(
  walk: Walk,
  scope: ts.Node,
  name: ts.BindingName,
  make: (members: string[]) => Declaration,
  members: string[] = [],
): void {
  if (ts.isIdentifier(name)) return declare(walk.scopes, scope, name.text, make(members))
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) continue
    const key = elementKey(name, element)
    // The rest of an object may be any member: it stands for the whole.
    bind(walk, scope, element.name, make, key === null ? members : [...members, key])
  }
}

/** The member that an element takes; null for the rest of an object. */
function elementKey(pattern: ts.BindingPattern, element: ts.BindingElement): string | null {
  if (ts.isArrayBindingPattern(pattern)) return '[]'
  if (element.dotDotDotToken) return null
  return memberName(element.propertyName) ?? (ts.isIdentifier(element.name) ? element.name.text : null)
}

/** A variable at the top level of a module (or namespace) is a unit. Gives the unit of a plain name. */
export function declareModuleVariable(
  walk: Walk,
  node: ts.VariableDeclaration,
  isExported: boolean,
  owner: Unit,
): Unit | null {
  const scope = blockScope(node)
  const init = node.initializer
  const at = { owner, nested: false, container: null }
  if (ts.isIdentifier(node.name)) {
    const name = node.name.text
    const unit = init ? walk.value(init, { ...at, name }) : walk.add(node, 'value', { ...at, name })
    if (node.type) walk.typeOf.set(unit, node.type)
    declare(walk.scopes, scope, name, { kind: 'unit', unit, members: [] })
    if (isExported) walk.model.exports.set(name, unit)
    return unit
  }
  if (!init) return null
  const whole = walk.value(init, { ...at, name: namesIn(node.name).join(', ') })
  bind(walk, scope, node.name, (members) => ({ kind: 'unit', unit: whole, members }))
  if (isExported) exportPattern(walk, node.name, whole, [])
  return null
}

/** `export const { GET, POST } = handlers`: each name is a unit that stands for a member of the whole. */
function exportPattern(walk: Walk, pattern: ts.BindingPattern, whole: Unit, members: string[]): void {
  for (const element of pattern.elements) {
    if (ts.isOmittedExpression(element)) continue
    const path = [...members, elementKey(pattern, element) ?? '[]']
    if (!ts.isIdentifier(element.name)) {
      exportPattern(walk, element.name, whole, path)
      continue
    }
    const unit = nameOnly(walk.model.file, element.name.text)
    unit.line = whole.line
    unit.alias = { root: whole, members: path }
    walk.model.units.push(unit)
    walk.model.exports.set(element.name.text, unit)
  }
}

export function declareLocalVariable(walk: Walk, node: ts.VariableDeclaration, owner: Unit): void {
  const isVar = !(ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped) && !ts.isCatchClause(node.parent)
  const scope = isVar ? functionScope(node) : blockScope(node)
  const { initializer: init, type, name } = node
  if (ts.isIdentifier(name) && init) {
    const value = bare(init)
    if (isFunction(value) || ts.isClassExpression(value)) {
      const nested = !isFunction(value)
      const unit = walk.value(init, { name: name.text, owner, nested, container: null })
      declare(walk.scopes, scope, name.text, { kind: 'unit', unit, members: [] })
      return
    }
  }
  bind(walk, scope, name, (members) => {
    if (init) return { kind: 'alias', of: init, members, type }
    return type ? { kind: 'typed', type, members } : { kind: 'opaque' }
  })
  walk.visitChildren(node, owner)
}

export function declareParameter(walk: Walk, node: ts.ParameterDeclaration): void {
  const imported = importedByThen(node)
  const type = node.type
  bind(walk, node.parent, node.name, (members) => {
    if (imported) return { kind: 'alias', of: imported, members }
    return type ? { kind: 'typed', type, members } : { kind: 'opaque' }
  })
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)))
}

/** `import('x').then((m) => ...)`: the import that the parameter stands for. */
function importedByThen(node: ts.ParameterDeclaration): ts.Expression | null {
  const callback = node.parent
  const call = callback.parent
  if (!call || !ts.isCallExpression(call)) return null
  if (call.arguments[0] !== callback || callback.parameters[0] !== node) return null
  const callee = call.expression
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'then') return null
  const source = bare(callee.expression)
  return ts.isCallExpression(source) && importedBy(source) !== null ? source : null
}
