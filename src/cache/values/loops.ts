import { ts } from '@ts-morph/common'
import { dressed } from '../../graph/syntax.js'
import { bindingOf, type ParameterBinding } from './binding.js'
import { type Look, modelOf, type Place } from './place.js'

const iterations = new Set(
  'forEach map flatMap filter find some every reduce findLast findIndex sort'.split(' '),
)

/** The list whose elements a name goes through: `tag` in `for (const tag of tags)` and `tags.forEach((tag) => ...)`. */
export function loopOf(look: Look, place: Place & { node: ts.Identifier }): Place | null {
  const { node, frame } = place
  const model = modelOf(look, node)
  const binding = model && bindingOf(model, node)
  if (!binding || !('path' in binding) || binding.path.length > 0) return null
  if (binding.kind === 'variable') {
    const loop = binding.declaration.parent.parent
    return ts.isForOfStatement(loop) ? { node: loop.expression, frame } : null
  }
  if (binding.kind !== 'parameter') return null
  for (let own = frame; own; own = own.outer) if (own.of === binding.function) return null
  const list = listAround(binding)
  return list && { node: list, frame }
}

/** The list that hands its elements to a callback, one by one, as the parameter. */
export function listAround({ function: callback, index }: ParameterBinding): ts.Expression | null {
  const argument = dressed(callback)
  const call = argument.parent
  if (!ts.isCallExpression(call) || call.arguments[0] !== argument) return null
  const { expression: callee } = call
  if (!ts.isPropertyAccessExpression(callee) || !iterations.has(callee.name.text)) return null
  return index === (callee.name.text === 'reduce' ? 1 : 0) ? callee.expression : null
}
