import type { Context } from './types.js'

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

const contextNames: Record<Context, string> = {
  'server-action': 'Server Actions',
  'route-handler': 'route handlers',
  'pages-api': 'pages/api routes',
  proxy: 'the proxy',
  render: 'page renders',
  instrumentation: 'instrumentation',
  'cached-function': 'cached functions',
  client: 'client code',
  test: 'tests',
  script: 'scripts',
}

/** Contexts as a person names them, in the order of the contract. */
export function contextWords(contexts: Iterable<Context>): string {
  const present = new Set(contexts)
  const names = (Object.keys(contextNames) as Context[]).filter((context) => present.has(context))
  return list(names.map((context) => contextNames[context]))
}

const places: Record<Context, string> = {
  'server-action': 'a Server Action',
  'route-handler': 'a route handler',
  'pages-api': 'a pages/api route',
  proxy: 'the proxy',
  render: 'the rendering of a page',
  instrumentation: 'instrumentation',
  'cached-function': 'a cached function',
  client: 'client code',
  test: 'a test',
  script: 'a script',
}

/** One context as a person names it: `a Server Action`. */
export function place(context: Context): string {
  return places[context]
}
