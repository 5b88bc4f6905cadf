import { ts } from '@ts-morph/common'
import { type CachedCall, type Use, usesOf } from '../../cache/cached-call/index.js'
import { isOwnArgument } from './material.js'
import { elementsOf, isVolatile } from './settings.js'

/** Reads of the callback that the old key did not hold: entries of different values were one entry. */
export function missingFromKey(cached: CachedCall): Use[] {
  const { callback } = cached
  if (!callback.node) return []
  const inKey = elementsOf(cached.keys).flatMap(({ node }) => usesOf(cached.model, node))
  const known = withOrigins(cached, inKey)
  const captured = callback.kind === 'inline' ? usesOf(cached.model, callback.node) : []
  const missing = captured.filter(
    (use) =>
      !known.some((one) => holds(one, use)) && !isOwnArgument(cached, use) && !isMade(cached, use, known),
  )
  return missing.filter(({ path }, index) => missing.findIndex((one) => one.path === path) === index)
}

/** Whether a read in the key told values of another read apart: by the value, or by something made of it. */
function holds(inKey: Use, use: Use): boolean {
  if (inKey.root.text !== use.root.text || inKey.scope !== use.scope) return false
  return inKey.path === use.path || !inKey.narrow || !use.narrow
}

/** Whether a constant was made of nothing but what the key holds: `const hash = hashOf(token)` beside the token. */
function isMade({ model }: CachedCall, { root }: Use, known: readonly Use[]): boolean {
  const declaration = model.declarationOf(root)
  if (declaration?.kind !== 'alias' || isVolatile(declaration.of)) return false
  const uses = usesOf(model, declaration.of)
  const isFixed = ts.isFunctionLike(declaration.of) || ts.isLiteralExpression(declaration.of)
  return (isFixed || uses.length > 0) && uses.every((use) => known.some((one) => holds(one, use)))
}

/** What local constants in the key were made of. */
function withOrigins(cached: CachedCall, uses: Use[]): Use[] {
  const all = [...uses]
  for (const use of all) {
    if (all.length > 200) break
    const declaration = cached.model.declarationOf(use.root)
    if (declaration?.kind !== 'alias') continue
    const further = usesOf(cached.model, declaration.of)
    all.push(...further.filter(({ root }) => !all.some((known) => known.root === root)))
  }
  return all
}
