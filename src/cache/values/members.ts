import { ts } from '@ts-morph/common'
import { hasModifier, isFunction, memberName, returnExpressions } from '../../graph/syntax.js'
import { type Key, statementsOf } from './binding.js'
import { changesIn } from './changes.js'
import { exported } from './exports.js'
import { follow, keyAt } from './follow.js'
import { type Look, modelOf, type Place } from './place.js'

/** A member of what a place holds (followed as far as it leads); null where it cannot be told. */
export function memberOf(look: Look, base: Place, key: Key): Place | null {
  const { node, frame, external } = base
  if (external) return { ...base, external: { ...external, ...further(external, String(key)) } }
  if (base.rest) return (typeof key === 'number' ? base.rest[key] : null) ?? null
  if (ts.isArrayLiteralExpression(node)) return elementOf(base, node, key)
  const name = String(key)
  if (ts.isObjectLiteralExpression(node)) return propertyOf(look, base, node, name)
  if (ts.isClassLike(node)) return classMemberOf(look, base, node, name)
  if (ts.isNewExpression(node)) {
    const made = follow(look, { node: node.expression, frame })
    return ts.isClassLike(made.node) ? classMemberOf(look, made, made.node, name) : null
  }
  if (ts.isEnumDeclaration(node)) {
    const member = node.members.find((candidate) => memberName(candidate.name) === name)
    return member ? { node: member, frame } : null
  }
  if (ts.isSourceFile(node)) return exported(look, node.fileName, name, frame)
  return ts.isModuleBlock(node) ? namespaceMember(base, node, name) : null
}

/** The members that a pattern takes, one after the other. */
export function inside(look: Look, place: Place, path: readonly Key[]): Place | null {
  let current: Place | null = place
  for (const key of path) current = current && memberOf(look, follow(look, current), key)
  return current
}

/** The members of a whole module are its exports. */
function further(
  { name, members }: { name: string; members: string[] },
  key: string,
): { name: string; members: string[] } {
  return name === '*' && members.length === 0 ? { name: key, members } : { name, members: [...members, key] }
}

function elementOf({ frame }: Place, node: ts.ArrayLiteralExpression, key: Key): Place | null {
  const index = typeof key === 'number' ? key : /^\d+$/.test(key) ? Number(key) : -1
  const element = node.elements[index]
  if (!element || node.elements.slice(0, index + 1).some((one) => ts.isSpreadElement(one))) return null
  return { node: element, frame }
}

/** The last property of that name; none where a spread or a computed name may hide it. */
function propertyOf(look: Look, base: Place, node: ts.ObjectLiteralExpression, name: string): Place | null {
  const { frame } = base
  for (const property of [...node.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const spread = follow(look, { node: property.expression, frame })
      const found = memberOf(look, spread, name)
      if (found || !ts.isObjectLiteralExpression(spread.node)) return found
      continue
    }
    const own = memberName(property.name) ?? computedName(look, base, property.name)
    if (own === null) return null
    if (own === name) return heldBy(base, property)
  }
  return null
}

function computedName(look: Look, { frame }: Place, name: ts.PropertyName): string | null {
  if (!ts.isComputedPropertyName(name)) return null
  const key = keyAt(look, { node: name.expression, frame })
  return key === null ? null : String(key)
}

/** What a property or a class member holds; a getter stands for what it returns. */
function heldBy(
  { frame }: Place,
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment> | ts.ClassElement,
): Place | null {
  if (ts.isShorthandPropertyAssignment(property)) return { node: property.name, frame }
  if (ts.isPropertyAssignment(property) || ts.isPropertyDeclaration(property))
    return property.initializer ? { node: property.initializer, frame } : null
  if (ts.isGetAccessor(property)) {
    const [result, other] = returnExpressions(property)
    return result && !other ? { node: result, frame } : null
  }
  return isFunction(property) ? { node: property, frame } : null
}

function classMemberOf(
  look: Look,
  base: Place,
  node: ts.ClassLikeDeclaration,
  name: string,
  depth = 0,
): Place | null {
  const member = node.members.find((candidate) => memberName(candidate.name) === name)
  if (member) return isFixed(look, member, name) ? heldBy(base, member) : null
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
  const parent = clause?.types[0]
  if (!parent || depth > 10) return null
  const above = follow(look, { node: parent.expression, frame: base.frame })
  return ts.isClassLike(above.node) ? classMemberOf(look, above, above.node, name, depth + 1) : null
}

/** A property that nobody may assign to, or that its file does not. */
function isFixed(look: Look, member: ts.ClassElement, name: string): boolean {
  if (!ts.isPropertyDeclaration(member) || hasModifier(member, ts.SyntaxKind.ReadonlyKeyword)) return true
  const model = modelOf(look, member)
  return !model || !changesIn(model).members.has(name)
}

function namespaceMember({ frame }: Place, node: ts.ModuleBlock, name: string): Place | null {
  for (const statement of statementsOf(node)) {
    const isNamed = ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement)
    if (isNamed && statement.name?.text === name) return { node: statement, frame }
    if (!ts.isVariableStatement(statement)) continue
    for (const { name: own, initializer } of statement.declarationList.declarations)
      if (ts.isIdentifier(own) && own.text === name && initializer) return { node: initializer, frame }
  }
  return null
}
