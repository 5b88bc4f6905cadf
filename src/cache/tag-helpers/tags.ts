import { ts } from '@ts-morph/common'
import { bare, isFunction } from '../../graph/syntax.js'
import { follow } from '../values/follow.js'
import { textKey } from '../values/index.js'
import type { Look, Place } from '../values/place.js'
import { textsAt } from '../values/texts.js'
import { declaredAs } from './declared.js'
import { ownTextKey, ownTextOf } from './own-text.js'
import type { Tag } from './types.js'

const maxDepth = 12

/** The tags that an expression may be: both sides of a condition, what a local constant was given. */
export function tagsAtPlace(look: Look, place: Place, depth = 0): Tag[] {
  if (!ts.isExpression(place.node) || depth > maxDepth) return []
  const node = bare(place.node)
  const { frame } = place
  const inner = (child: ts.Node): Tag[] => tagsAtPlace(look, { node: child, frame }, depth + 1)
  if (ts.isConditionalExpression(node)) return [...inner(node.whenTrue), ...inner(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return inner(node.right)
    if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken)
      return [...inner(node.left), ...inner(node.right)]
  }
  if (isWritten(node)) return [inline(look, node, place)]
  if (isNothing(node)) return []
  const isCall = ts.isCallExpression(node)
  const target = follow(look, { node: isCall ? node.expression : node, frame }).node
  if (target !== node && isCall === isFunction(target) && declaredAs(target))
    return [{ kind: 'named', node, declared: target }]
  if (!isCall && target !== node && ts.isExpression(target) && isWritten(target) && isLocal(target))
    return [inline(look, target, { node: target, frame })]
  return [{ kind: 'other', node, texts: textsAt(look, place) }]
}

function isWritten(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
  )
}

function isNothing(node: ts.Expression): boolean {
  return /^(?:undefined|null|false)$/.test(node.getText())
}

function inline(look: Look, node: ts.Expression, place: Place): Tag {
  const texts = textsAt(look, { node: place.node, frame: null })
  const own = ownTextOf(look.graph, node)
  const [text, other] = texts?.texts ?? []
  // Where a hole holds text of its own, one helper for all of it would be another string than this code shows.
  const isWhole = own && text && !other && texts?.complete && textKey(text) === ownTextKey(own)
  return { kind: 'inline', node, text: isWhole ? own : null, texts }
}

/** Inside a function: nothing else can name it. */
function isLocal(node: ts.Node): boolean {
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) return true
  return false
}
