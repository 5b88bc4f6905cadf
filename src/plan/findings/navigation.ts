import type { ts } from '@ts-morph/common'
import { follow } from '../../cache/values/follow.js'
import { lookFrom } from '../../cache/values/place.js'
import type { Graph } from '../../graph/graph.js'

/** Functions of `next/navigation` that leave by throwing (docs/next16.md, 11). */
const leaving = new Set(['redirect', 'permanentRedirect', 'notFound', 'forbidden', 'unauthorized'])

/** What a file says that calls one of them, under whatever name. */
const mentions = /redirect|permanentRedirect|notFound|forbidden|unauthorized/i

/** True where a file cannot call any of them. */
export function neverNavigates(source: ts.SourceFile): boolean {
  return !mentions.test(source.text)
}

/** The function of `next/navigation` that a call leaves by, resolved by binding; null for any other call. */
export function navigationOf(graph: Graph, call: ts.CallExpression): string | null {
  const name = navigationName(graph, call.expression)
  return name !== null && leaving.has(name) ? name : null
}

/** The name in `next/navigation` of what an expression means, members after a dot: `useRouter().refresh`. */
export function navigationName(graph: Graph, expression: ts.Expression): string | null {
  const place = { node: expression, frame: null }
  const { external } = follow(lookFrom(graph, expression), place)
  if (!external || !/^next\/navigation(?:\.js)?$/.test(external.specifier)) return null
  const path = external.name === '*' ? external.members : [external.name, ...external.members]
  return path.reduce((text, part) => (part === '()' ? `${text}()` : `${text}.${part}`))
}
