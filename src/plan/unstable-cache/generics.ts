import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import { isFunction } from '../../graph/syntax.js'

/** The type parameters of the innermost function around a use: they can move along with what names them. */
export function typeParametersAround(call: ts.Node): readonly ts.TypeParameterDeclaration[] {
  for (let node = call.parent; node; node = node.parent)
    if (isFunction(node)) return node.typeParameters ?? []
  return []
}

/** Names of types that a piece of code mentions. */
export function typeNames(code: ts.Node): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) names.push(node.typeName.text)
    ts.forEachChild(node, visit)
  }
  visit(code)
  return names
}

/** `<T extends Slug>` where the callback or a new parameter names T; with what T's own constraint names. */
export function carriedTypeParameters(
  { call, callback }: CachedCall,
  parameters: readonly string[],
): string[] {
  const around = typeParametersAround(call)
  const named = new Set(callback.node ? typeNames(callback.node) : [])
  for (const { name } of around)
    if (parameters.some((text) => new RegExp(`\\b${name.text}\\b`).test(text.replace(/^[^:]*/, ''))))
      named.add(name.text)
  const wanted = around.filter(({ name }) => named.has(name.text))
  for (const one of wanted)
    for (const name of one.constraint ? typeNames(one.constraint) : []) {
      const further = around.find((other) => other.name.text === name)
      if (further && !wanted.includes(further)) wanted.push(further)
    }
  return around.filter((one) => wanted.includes(one)).map((one) => one.getText())
}
