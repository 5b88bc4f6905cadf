import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyze, apply, type Choices, plan } from '../../src/index.js'
import { readTree, type Tree } from '../support/tree.js'
import { copyApp, removeApp } from './support/app.js'
import type { Cleanup } from './support/cleanup.js'
import { build, type Server, start } from './support/next.js'
import { postForm, request, textOf } from './support/page.js'

const source = fileURLToPath(new URL('./apps/club', import.meta.url))

/** A running club, and the outside store that it reads. */
export interface Club extends Server {
  folder: string
  store: string
}

/** How long an entry lives, in seconds. */
export interface Lifetime {
  expire: number
  revalidate: number
}

/** Copies the app, changes the copy, builds and starts it. */
export async function openClub(cleanup: Cleanup, prepare: (folder: string) => void): Promise<Club> {
  const folder = copyApp(source)
  cleanup.defer(() => removeApp(folder))
  prepare(folder)
  const store = path.join(folder, 'store.json')
  writeFileSync(store, JSON.stringify({ rules: 'be kind', clock: 'early' }))
  await build(folder, { STORE_FILE: store })
  return { ...(await startClub(cleanup, { folder, store })), folder, store }
}

/** Starts a club that was built, with an account of what its cache does in its output. */
export async function startClub(
  cleanup: Cleanup,
  { folder, store }: Pick<Club, 'folder' | 'store'>,
): Promise<Server> {
  const server = await start(folder, { STORE_FILE: store, NEXT_PRIVATE_DEBUG_CACHE: '1' })
  cleanup.defer(server.stop)
  return server
}

/**
 * Lets retag convert every entry.
 *
 * @throws Error when a file cannot be changed, or none is
 */
export function migrate(folder: string, useCacheFlag: Choices['useCacheFlag']): void {
  const choices = { unstableCache: 'all', useCacheFlag } as const
  const { written, failures } = apply(plan(analyze({ paths: [folder] }), choices))
  if (written.length === 0 || failures.length > 0)
    throw new Error(`The migration failed: ${JSON.stringify(failures)}`)
}

/** Changes the store behind the back of Next.js. */
export function change({ store }: Club, entry: string, value: string): void {
  const entries: unknown = JSON.parse(readFileSync(store, 'utf8'))
  writeFileSync(store, JSON.stringify(Object.assign({}, entries, { [entry]: value })))
}

/** What a page shows to a member. */
export async function shown({ url }: Club, page: string, member: string): Promise<string> {
  const { status, body } = await request(`${url}/${page}`, { headers: { cookie: `member=${member}` } })
  return status === 200 ? textOf(body, 'output') : `status ${status}`
}

/** Sends the form of a page, whose action updates a tag; returns what the answer shows to the member. */
export async function expire({ url }: Club, tag: string, page: string, member: string): Promise<string> {
  const { status, body } = await postForm(`${url}/${page}`, { tag }, { cookie: `member=${member}` })
  return status === 200 ? textOf(body, 'output') : `status ${status}`
}

/** Tells a route handler that a tag is out of date; returns the status. */
export async function refresh({ url }: Club, tag: string): Promise<number> {
  const { status } = await request(`${url}/api/refresh`, { method: 'POST', body: tag })
  return status
}

/** The lifetime of an entry of a `'use cache'` function that was found for a member, whose name no other entry has. */
export function foundFor({ output }: Club, member: string): Lifetime | null {
  const entry = `DefaultCacheHandler: get \\[[^\\n]*\\["${member}"\\][^\\n]*\\] found \\{[^}]*`
  const [, expire, revalidate] =
    new RegExp(`${entry}expire: (\\d+),\\s+revalidate: (\\d+)`).exec(output()) ?? []
  return expire && revalidate ? { expire: Number(expire), revalidate: Number(revalidate) } : null
}

/** Whether an entry of `unstable_cache` with a text has reached the disk. */
export function isStored({ folder }: Club, text: string): boolean {
  const entries = Object.values(readTree(path.join(folder, '.next/cache/fetch-cache')))
  return entries.some((entry) => entry.includes(text))
}

/** After how many seconds a prerendered page is made again; false for never. */
export function pageLifetime({ folder }: Club, page: string): unknown {
  const file = path.join(folder, '.next/prerender-manifest.json')
  return JSON.parse(readFileSync(file, 'utf8')).routes[page]?.initialRevalidateSeconds
}

/** The code of the copy. */
export function sourcesOf({ folder }: Club): Tree {
  const trees = ['app', 'lib'].map((name) => {
    const files = Object.entries(readTree(path.join(folder, name)))
    return Object.fromEntries(files.map(([file, text]) => [`${name}/${file}`, text]))
  })
  return Object.assign({}, ...trees)
}
