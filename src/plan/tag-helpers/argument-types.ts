import type { ts } from '@ts-morph/common'
import type { Types } from '../../cache/plain/index.js'

/** What a tag's hole is filled with, as far as a type tells. */
export type ArgumentType = 'string' | 'number' | 'other' | 'missing' | 'unknown'

/** The types that an argument may have. `missing`: it may be null or undefined. */
export function argumentTypes(types: Types, node: ts.Expression): Set<ArgumentType> {
  const { text } = types.value(node)
  if (text === null) return new Set([byMembers(types, node) ?? 'unknown'])
  return new Set(text.split('|').map((part) => kindOf(part.trim()) ?? byMembers(types, node) ?? 'other'))
}

function kindOf(text: string): ArgumentType | null {
  if (text === 'string' || /^(["'`]).*\1$/.test(text)) return 'string'
  if (text === 'number' || /^-?\d/.test(text)) return 'number'
  if (text === 'undefined' || text === 'null') return 'missing'
  return text === 'any' || text === 'unknown' ? 'unknown' : null
}

/** A name of a type says nothing, but what its values can do does. */
function byMembers(types: Types, node: ts.Expression): ArgumentType | null {
  if (types.property(node, 'charCodeAt') !== null) return 'string'
  return types.property(node, 'toFixed') !== null ? 'number' : null
}
