import { ts } from '@ts-morph/common'
import { bare } from '../../graph/syntax.js'
import { step } from './follow.js'
import type { Look, Place } from './place.js'
import type { Hole } from './types.js'

const maxName = 60

/** What only run time knows, as the code that asks would write it. */
export function holeAt(look: Look, place: Place): Hole {
  const { node } = place
  if (!ts.isExpression(node)) return { expression: null, name: nameOf(node) }
  const expression = bare(node)
  if (isOwn(look, place)) return { expression, name: nameOf(expression) }
  const members: string[] = []
  let root = expression
  while (ts.isPropertyAccessExpression(root)) {
    members.unshift(root.name.text)
    root = bare(root.expression)
  }
  const given = outward(look, { node: root, frame: place.frame })
  if (!given || members.length === 0) return { expression: given, name: nameOf(given ?? expression) }
  const name = [nameOf(given), ...members].join('.')
  return { expression: null, of: { expression: given, members }, name }
}

/** True for code that can be written again where the question was asked. */
export function isOwn(look: Look, { node, frame }: Place): boolean {
  return frame === null && node.getSourceFile() === look.source
}

/** The argument that a parameter was given, back in the code that asks. */
function outward(look: Look, place: Place): ts.Expression | null {
  let current: Place | null = place
  while (current && !isOwn(look, current)) current = step(look, current)
  return current && ts.isExpression(current.node) ? bare(current.node) : null
}

/** `id`, `invoice.id`, `getUser().id`: the source text, short and on one line. */
function nameOf(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ').replace(/\?\./g, '.').replace(/!\./g, '.')
  return text.length > maxName ? `${text.slice(0, maxName - 3)}...` : text
}
