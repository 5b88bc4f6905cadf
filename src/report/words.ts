import type { Context } from '../context/types.js'

/** `1 call`, `3 calls`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : plural}`
}

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

/** An argument as a POSIX shell takes it: quoted where a folder is called `(shop)` or `[id]`. */
export function shellQuote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}
