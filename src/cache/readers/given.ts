import { ts } from '@ts-morph/common'
import { bare, memberName } from '../../graph/syntax.js'
import { bindingOf } from '../values/binding.js'
import { follow, step } from '../values/follow.js'
import { type Look, modelOf, type Place } from '../values/place.js'

/** Whether a place is known to be undefined: what a caller did not give, a property that its object does not have. */
export function isAbsent(look: Look, { node, frame }: Place): boolean {
  if (ts.isIdentifier(node)) {
    const model = modelOf(look, node)
    const binding = model && bindingOf(model, node)
    if (binding?.kind !== 'parameter' || binding.fallback) return false
    for (let own = frame; own; own = own.outer) {
      if (own.of !== binding.function) continue
      const given = own.given[binding.index]
      if (given === null) return false
      const fallback = binding.parameter.initializer
      const whole = given ?? (fallback ? { node: fallback, frame: own } : null)
      const [key] = binding.path
      if (!whole) return true
      return key === undefined ? isUndefined(look, whole) : lacks(look, whole, String(key))
    }
    return false
  }
  if (!ts.isPropertyAccessExpression(node)) return false
  const base = { node: bare(node.expression), frame }
  return lacks(look, base, node.name.text)
}

function isUndefined(look: Look, place: Place): boolean {
  const { node } = follow(look, place)
  return (ts.isIdentifier(node) && node.text === 'undefined') || isAbsent(look, place)
}

function lacks(look: Look, place: Place, name: string): boolean {
  if (isUndefined(look, place)) return true
  const { node } = follow(look, place)
  if (!ts.isObjectLiteralExpression(node)) return false
  return node.properties.every((property) => {
    const own = memberName(property.name)
    return own !== null && own !== name
  })
}

/** Whether a place is a parameter (or a member of one) whose value only the caller knows. */
export function isParameter(look: Look, { node, frame }: Place): boolean {
  let root: ts.Node = ts.isExpression(node) ? bare(node) : node
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root))
    root = bare(root.expression)
  if (!ts.isIdentifier(root)) return false
  const model = modelOf(look, root)
  const binding = model && bindingOf(model, root)
  if (binding?.kind === 'parameter')
    return step(look, { node, frame }) === null && !isAbsent(look, { node, frame })
  if (binding?.kind !== 'variable' || !binding.declaration.initializer) return false
  return isParameter(look, { node: binding.declaration.initializer, frame })
}

export function isNothing(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'undefined'
  return node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.FalseKeyword
}
