import { ts } from '@ts-morph/common'
import { parameterOf } from '../../cache/tag-helpers/index.js'
import { holesOf } from '../../cache/tag-helpers/own-text.js'
import type { TagHelper } from '../../cache/tag-helpers/types.js'
import { bare } from '../../graph/syntax.js'
import type { HelperChoice, InlineTag } from './types.js'

/** Functions that only make text of what they are given. */
const conversions = new Set(['String', 'Number', 'encodeURIComponent', 'encodeURI'])
const methods = new Set('toString toLowerCase toUpperCase trim'.split(' '))

/** True for what may be handed to a function as it stands: names, members, and text made of them. */
export function isSimple(expression: ts.Expression): boolean {
  const node = ts.isAwaitExpression(expression) ? expression : bare(expression)
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return true
  if (ts.isPropertyAccessExpression(node)) return isSimple(node.expression)
  if (ts.isElementAccessExpression(node))
    return isSimple(node.expression) && isSimple(node.argumentExpression)
  if (!ts.isCallExpression(node)) return false
  const { expression: callee, arguments: given } = node
  if (ts.isIdentifier(callee))
    return conversions.has(callee.text) && given.length === 1 && given.every(isSimple)
  return (
    ts.isPropertyAccessExpression(callee) &&
    methods.has(callee.name.text) &&
    given.length === 0 &&
    isSimple(callee.expression)
  )
}

/** How a helper of the tree is called for strings of its key; null where its parameters cannot be filled by the holes. */
export function choiceOf(helper: TagHelper): HelperChoice | null {
  const { parameters, texts } = helper
  const base = { name: helper.exportName, file: helper.file, existing: helper }
  if (parameters === null) return { ...base, parameters: null, holes: [] }
  const [text] = texts.texts
  const holes = (text?.parts ?? []).filter((part) => typeof part !== 'string')
  const filled = holes.map((hole) => parameterOf(hole, parameters))
  // A member of a parameter would need the object that has it.
  if (filled.some((one) => !one || one.members.length > 0)) return null
  const order = parameters.map((parameter) => filled.findIndex((one) => one?.parameter === parameter))
  const isGap = order.some((hole, index) => hole === -1 && !parameters[index]?.optional)
  const last = order.findLastIndex((hole) => hole !== -1)
  const given = order.slice(0, last + 1)
  if (isGap || given.includes(-1) || new Set(filled.map((one) => one?.parameter)).size !== filled.length)
    return null
  return { ...base, parameters: parameters.map(({ name }) => name), holes: given }
}

/** `invoiceTags.record(invoice.id)` at one place. */
export function callText({ name, parameters, holes }: HelperChoice, { own }: InlineTag): string {
  if (parameters === null) return name
  const expressions = holesOf(own)
  return `${name}(${holes.map((hole) => expressions[hole]?.getText() ?? '').join(', ')})`
}
