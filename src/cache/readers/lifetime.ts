import { ts } from '@ts-morph/common'
import { bare } from '../../graph/syntax.js'
import { constantAt } from '../values/constants.js'
import { step } from '../values/follow.js'
import type { Look, Place } from '../values/place.js'
import { isAbsent } from './given.js'

const maxSteps = 30

/** Seconds, false, null for nothing, `unknown` for what cannot be told. */
export function lifetimeAt(look: Look, places: readonly Place[]): number | false | null | 'unknown' {
  const values = new Set(places.map((place) => secondsAt(look, place)))
  if (values.size > 1) values.delete(null)
  const [first = null, ...more] = values
  return more.length > 0 ? 'unknown' : first
}

function secondsAt(look: Look, place: Place, depth = 0): number | false | null | 'unknown' {
  if (isAbsent(look, place)) return null
  const constant = constantAt(look, place)
  if (constant) {
    const { value } = constant
    if (value === undefined || value === null) return null
    return typeof value === 'number' || value === false ? value : 'unknown'
  }
  if (depth > maxSteps || !ts.isExpression(place.node)) return 'unknown'
  const node = bare(place.node)
  const { frame } = place
  if (ts.isIdentifier(node) && node.text === 'Infinity') return false
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) {
    const left = secondsAt(look, { node: node.left, frame }, depth + 1)
    const right = secondsAt(look, { node: node.right, frame }, depth + 1)
    return typeof left === 'number' && typeof right === 'number' ? left * right : 'unknown'
  }
  const next = step(look, { ...place, node })
  return next ? secondsAt(look, next, depth + 1) : 'unknown'
}

export function textAt(look: Look, place: Place): string | null {
  const constant = constantAt(look, place)
  return typeof constant?.value === 'string' ? constant.value : null
}
