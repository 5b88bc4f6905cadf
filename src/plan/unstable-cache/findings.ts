import type { CachedCall, FoundWrapper } from '../../cache/cached-call/index.js'
import { wrapperCalls } from '../../cache/cached-call/index.js'
import { isSecretName } from '../../cache/request/index.js'
import type { Graph } from '../../graph/graph.js'
import { lineOf } from '../../graph/syntax.js'
import { makeFinding, type Place } from '../catalogue.js'
import type { Finding } from '../types.js'
import type { Conversion } from './convert.js'
import type { Tools } from './index.js'
import { declarationOf } from './signature.js'

/** What people have to know of one use that is converted. */
export function conversionFindings(tools: Tools, cached: CachedCall, conversion: Conversion): Finding[] {
  return [
    ...capturedNotInKey(tools, cached, conversion),
    ...secrets(tools, cached, conversion),
    ...results(tools, cached),
    ...redacted(conversion),
  ]
}

function capturedNotInKey({ request }: Tools, { site }: CachedCall, { missing }: Conversion): Finding[] {
  if (missing.length === 0) return []
  const origin = missing.some(({ node }) => request.originOf(node) !== null)
  const names = missing.map(({ path }) => path).join(', ')
  const danger = origin ? ' One visitor could be shown what another one asked for.' : ''
  const message = `The key of this unstable_cache does not hold ${names}, which its function uses: entries that differ only there were one.${danger} As arguments they are now part of the key.`
  return [makeFinding('captured-not-in-key', site, { message })]
}

function secrets({ input }: Tools, cached: CachedCall, { edit }: Conversion): Finding[] {
  const { site, enclosing, callback } = cached
  const called = callback.kind === 'reference' ? declarationOf(input.graph, cached, callback.node) : null
  const own = edit.form === 'fold' ? enclosing : called
  const texts = [...edit.parameters, ...(own?.parameters ?? []).map((parameter) => parameter.getText())]
  const named = texts.flatMap((text) => /^[\w$]+/.exec(text)?.[0] ?? [])
  const names = [...new Set(named)].filter(isSecretName)
  if (names.length === 0) return []
  const message = `${names.join(', ')} becomes an argument of a cached function, and arguments are kept in the key as plain text.`
  return [makeFinding('secret-in-cache-key', site, { message })]
}

function results({ types }: Tools, { site, callback, model }: CachedCall): Finding[] {
  if (!callback.node) return []
  const { plain, rich, why } = types.result(callback.node)
  const place: Place =
    callback.kind === 'inline' ? site : { ...site, line: lineOf(model.source, callback.node.getStart()) }
  if (plain === 'unknown') {
    const message = `Whether the result is plain data could not be proven${why ? `: ${why}` : ''}. A class instance, URL, RegExp, Response or function in it throws when it comes out of a 'use cache' function.`
    return [makeFinding('unserialisable-result', place, { message })]
  }
  if (rich.length === 0) return []
  const message = `${rich.join(' and ')} in the result came out of unstable_cache as JSON text after the first call; they now stay what they are. Code that parses them again, or compares them as text, has to go.`
  return [makeFinding('json-round-trip-gone', place, { message })]
}

function redacted({ thrown }: Conversion): Finding[] {
  return thrown.map(({ name, file, node }) => {
    const source = node.getSourceFile()
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart())
    const message = `${name} is thrown inside a cached function: in production its message and class are replaced when it leaves a 'use cache' function.`
    return makeFinding('domain-error-redacted', { file, line: line + 1, column: character + 1 }, { message })
  })
}

/** What becomes of a wrapper, and of those who use it. */
export function wrapperText(graph: Graph, wrapper: FoundWrapper): string {
  const users = wrapper.transparent ? wrapperCalls(graph, wrapper).length : 0
  const { name } = wrapper.unit
  const uses =
    users === 0
      ? 'Nothing uses it; remove it.'
      : `Its ${users} ${users === 1 ? 'use is' : 'uses are'} decided one by one; remove it when none is left.`
  if (!wrapper.transparent)
    return `${name} takes the function that it caches as an argument and does more than hand it on, so neither it nor its users can be converted. Write the functions that use it as 'use cache' functions by hand.`
  return `${name} takes the function that it caches as an argument, which a 'use cache' function cannot. ${uses}`
}
