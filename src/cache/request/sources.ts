import type { External } from '../values/place.js'
import { sessionPackages } from './packages.js'
import type { RequestSource } from './types.js'

const headers: Record<string, RequestSource> = { cookies: 'cookies', headers: 'headers' }

/** What a name of a package hands out of the request when it is called; null for any other. */
export function sourceOf(external: External): RequestSource | null {
  const specifier = external.specifier.replace(/\.js$/, '')
  // `import next from 'next/headers'` gives the module.
  const chain = chainOf(external).replace(/^default\.(cookies|headers|connection)/, '$1')
  if (specifier === 'next/headers') return headers[chain] ?? null
  if (specifier === 'next/server') return chain === 'connection' ? 'connection' : null
  const known = sessionPackages.some(
    ({ package: name, calls }) =>
      (specifier === name || specifier.startsWith(`${name}/`)) && calls.includes(chain),
  )
  return known ? 'session' : null
}

/** `default().auth`, `Auth0Client#.getSession`. */
function chainOf({ name, members }: External): string {
  return members.reduce((chain, member) => {
    return member === '()' || member === '#' ? chain + member : `${chain}.${member}`
  }, name)
}
