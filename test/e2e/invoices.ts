import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { analyze, apply, plan } from '../../src/index.js'
import { copyApp, removeApp } from './support/app.js'
import type { Cleanup } from './support/cleanup.js'
import { build, type Server, start } from './support/next.js'
import { request, textOf } from './support/page.js'
import { pollUntil } from './support/poll.js'

const source = fileURLToPath(new URL('./apps/invoices', import.meta.url))

/** A running app of invoices, and the outside store that it reads. */
export interface App extends Server {
  folder: string
  store: string
}

/** What the store holds: invoices of one organisation by id, and what no tag names. */
interface Store {
  terms: string
  invoices: Record<string, string>
}

/** The organisation of every visitor. */
const org = 'acme'

/** What the pages show. */
export interface Shown {
  dashboard: string
  list: string
  statement: string
  record: string
}

/** The dashboard first, so that no other page can have filled its entry. */
const pages = [
  { name: 'dashboard', path: '/dashboard', title: 'Dashboard' },
  { name: 'list', path: '/invoices', title: 'Invoices' },
  { name: 'statement', path: '/statement', title: 'Statement' },
  { name: 'record', path: '/invoices/1', title: 'Invoice 1' },
] as const

/** Copies the app, changes the copy, builds and starts it. */
export async function openApp(cleanup: Cleanup, prepare: (folder: string) => void): Promise<App> {
  const folder = copyApp(source)
  cleanup.defer(() => removeApp(folder))
  prepare(folder)
  const store = path.join(folder, 'store.json')
  writeFileSync(store, JSON.stringify({ terms: '10 days', invoices: { [org]: { 1: '100', 2: '200' } } }))
  await build(folder, { STORE_FILE: store })
  const server = await start(folder, { STORE_FILE: store })
  cleanup.defer(server.stop)
  return { ...server, folder, store }
}

/**
 * Lets retag do what it does by default.
 *
 * @throws Error when a file cannot be changed, or none is
 */
export function migrate(folder: string): void {
  const { written, failures } = apply(plan(analyze({ paths: [folder] })))
  if (written.length === 0 || failures.length > 0)
    throw new Error(`The migration failed: ${JSON.stringify(failures)}`)
}

/** Changes the store behind the back of Next.js. */
export function change({ store }: App, { terms, invoices }: Store): void {
  writeFileSync(store, JSON.stringify({ terms, invoices: { [org]: invoices } }))
}

/** Tells the webhook that an invoice has another total; returns the status. */
export async function deliver({ url }: App, id: string, total: string): Promise<number> {
  const body = JSON.stringify({ orgId: org, id, total })
  const { status } = await request(`${url}/api/webhooks/payments`, { method: 'POST', body })
  return status
}

/** What plain requests for the pages are answered with. */
export function requested({ url }: App): Promise<Shown> {
  return onEach(async ({ path }) => {
    const { status, body } = await request(url + path, { headers: { cookie: `org=${org}` } })
    return status === 200 ? textOf(body, 'output') : `status ${status}`
  })
}

/** An empty page of a browser that has the visitor's cookie. */
export async function visitorOf(browser: Browser, { url }: App): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'org', value: org, url }])
  return context.newPage()
}

/** What the browser shows when the addresses of the pages are typed in. */
export function loaded(visitor: Page, app: App): Promise<Shown> {
  return onEach(async ({ path, title }) => {
    await visitor.goto(app.url + path)
    return outputOf(visitor, title)
  })
}

/**
 * What it shows when the visitor follows the links between the pages.
 *
 * @throws Error when a link loads another document
 */
export async function linked(visitor: Page): Promise<Shown> {
  await visitor.evaluate(() => Reflect.set(globalThis, 'isSameDocument', true))
  const shown = await onEach(async ({ title }) => {
    // The link to a record stands on the list.
    if (title === 'Invoice 1') await visitor.getByRole('link', { name: 'Invoices', exact: true }).click()
    await visitor.getByRole('link', { name: title, exact: true }).click()
    return outputOf(visitor, title)
  })
  if (!(await visitor.evaluate(() => 'isSameDocument' in globalThis)))
    throw new Error('A link has loaded another document.')
  return shown
}

/** Opens a record, fills in its form and presses a button; resolves when the page with the title shows a text. */
export async function save(
  visitor: Page,
  app: App,
  total: string,
  button: 'Save' | 'Save and close',
  [title, text]: [title: string, text: string],
): Promise<void> {
  await visitor.goto(`${app.url}/invoices/1`)
  await visitor.getByLabel('Total').fill(total)
  await visitor.getByRole('button', { name: button, exact: true }).click()
  await pollUntil(
    () => outputOf(visitor, title),
    (shown) => shown === text,
  )
}

async function outputOf(visitor: Page, title: string): Promise<string> {
  await visitor.getByRole('heading', { name: title, exact: true }).waitFor()
  return (await visitor.locator('output').textContent()) ?? ''
}

async function onEach(read: (page: (typeof pages)[number]) => Promise<string>): Promise<Shown> {
  const shown: Shown = { dashboard: '', list: '', statement: '', record: '' }
  for (const page of pages) shown[page.name] = await read(page)
  return shown
}
