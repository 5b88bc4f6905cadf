import { ts } from '@ts-morph/common'
import { bare, memberName } from '../../graph/syntax.js'
import { constantAt } from '../values/constants.js'
import { argumentsOf, follow, resultsOf, step } from '../values/follow.js'
import type { Look, Place } from '../values/place.js'
import { isAbsent, isNothing, isParameter } from './given.js'

/** What an object of options may hold, through spreads, conditions and functions that return it. */
export interface Settings {
  /** Every value that a name may have. */
  values: Map<string, Place[]>
  /** Names that may be missing. */
  maybe: Set<string>
  /** True where a part of it cannot be read. */
  unknown: boolean
  /** True where that part is a parameter: the caller knows. */
  open: boolean
}

const maxSteps = 30

export function settingsAt(look: Look, place: Place, depth = 0): Settings {
  const { frame } = place
  if (depth > maxSteps || !ts.isExpression(place.node)) return unclear(false)
  const node = bare(place.node)
  const inner = (child: ts.Node): Settings => settingsAt(look, { node: child, frame }, depth + 1)
  if (isNothing(node) || isAbsent(look, { node, frame })) return noSettings()
  if (ts.isObjectLiteralExpression(node)) return literal(node, place, inner)
  if (ts.isConditionalExpression(node)) {
    const asked = { node: node.condition, frame }
    const condition = constantAt(look, asked)
    if (condition) return inner(condition.value ? node.whenTrue : node.whenFalse)
    const either = oneOf([inner(node.whenTrue), inner(node.whenFalse)])
    return { ...either, open: either.open || isParameter(look, asked) }
  }
  if (ts.isBinaryExpression(node)) {
    const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    return oneOf([isAnd ? noSettings() : inner(node.left), inner(node.right)])
  }
  if (ts.isCallExpression(node)) {
    const callee = follow(look, { node: node.expression, frame })
    const results = resultsOf(look, callee, argumentsOf(node, frame)) ?? []
    return results.length > 0
      ? oneOf(results.map((result) => settingsAt(look, result, depth + 1)))
      : unclear(false)
  }
  const next = step(look, { ...place, node })
  return next ? settingsAt(look, next, depth + 1) : unclear(isParameter(look, { node, frame }))
}

export function noSettings(): Settings {
  return { values: new Map(), maybe: new Set(), unknown: false, open: false }
}

function unclear(open: boolean): Settings {
  return { ...noSettings(), unknown: true, open }
}

/** Properties in their order: a later one takes the place of an earlier one, where it is sure to be there. */
function literal(
  node: ts.ObjectLiteralExpression,
  { frame }: Place,
  inner: (child: ts.Node) => Settings,
): Settings {
  const found = noSettings()
  const set = (name: string, value: ts.Node): void => {
    found.values.set(name, [{ node: value, frame }])
    found.maybe.delete(name)
  }
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property)) set(memberName(property.name) ?? '[]', property.initializer)
    else if (ts.isShorthandPropertyAssignment(property)) set(property.name.text, property.name)
    else if (ts.isSpreadAssignment(property)) {
      const spread = inner(property.expression)
      for (const [name, places] of spread.values) {
        const before = found.values.get(name)
        const isSure = !spread.maybe.has(name)
        if (!isSure && !before) found.maybe.add(name)
        if (isSure) found.maybe.delete(name)
        found.values.set(name, isSure ? places : [...(before ?? []), ...places])
      }
      found.unknown ||= spread.unknown
      found.open ||= spread.open
    }
  }
  return found
}

/** Any of several objects. */
export function oneOf(all: readonly Settings[]): Settings {
  const found = noSettings()
  for (const { values, maybe, unknown, open } of all) {
    for (const [name, places] of values)
      found.values.set(name, [...(found.values.get(name) ?? []), ...places])
    for (const name of maybe) found.maybe.add(name)
    found.unknown ||= unknown
    found.open ||= open
  }
  for (const name of found.values.keys())
    if (all.some(({ values }) => !values.has(name))) found.maybe.add(name)
  return found
}
