import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retag } from '../support/command.js'
import { copyApp, removeApp, replaceIn } from './support/app.js'
import { createCleanup } from './support/cleanup.js'
import { build, type Server, start } from './support/next.js'
import { postForm, request, textOf } from './support/page.js'
import { pollUntil } from './support/poll.js'

const bakery = fileURLToPath(new URL('./app', import.meta.url))
const deprecation = '"revalidateTag" without the second argument is now deprecated'
const misuse = 'updateTag can only be called from within a Server Action'

/** A running bakery, and the outside store that it reads. */
interface Shop extends Server {
  folder: string
  store: string
}

type Entry = 'menu' | 'hours' | 'stock' | 'prices' | 'orders'

const cleanup = createCleanup()
let legacy: Shop
let migrated: Shop
let spoilt: Shop

/** Copies the app, changes the copy, builds and starts it. */
async function open(prepare: (folder: string) => void): Promise<Shop> {
  const folder = copyApp(bakery)
  cleanup.defer(() => removeApp(folder))
  prepare(folder)
  const store = path.join(folder, 'store.json')
  const entries = { menu: 'rye', hours: '7 to 12', stock: '20', prices: '3.20', orders: 'none' }
  writeFileSync(store, JSON.stringify(entries))
  await build(folder, { STORE_FILE: store })
  const server = await start(folder, { STORE_FILE: store })
  cleanup.defer(server.stop)
  return { ...server, folder, store }
}

/** The right calls in the wrong places: each type-checks and builds. */
function spoil(folder: string): void {
  retag(folder, [])
  replaceIn(folder, 'lib/expire-stock.js', 'import { revalidateTag }', 'import { updateTag }')
  replaceIn(folder, 'lib/expire-stock.js', "revalidateTag('stock', { expire: 0 })", "updateTag('stock')")
  replaceIn(folder, 'lib/expire-hours.js', 'import { updateTag }', 'import { revalidateTag }')
  replaceIn(folder, 'lib/expire-hours.js', "updateTag('hours')", "revalidateTag('hours', 'max')")
}

/** Changes the store behind the back of Next.js. */
function change({ store }: Shop, entry: Entry, value: string): void {
  const entries: unknown = JSON.parse(readFileSync(store, 'utf8'))
  writeFileSync(store, JSON.stringify(Object.assign({}, entries, { [entry]: value })))
}

/** What the page of an entry shows. */
async function shown({ url }: Shop, entry: Entry): Promise<string> {
  const { status, body } = await request(`${url}/${entry}`)
  return status === 200 ? textOf(body, 'output') : `status ${status}`
}

/** Waits until the page of an entry comes from the cache, and returns what it shows then. */
async function cached({ url }: Shop, entry: Entry): Promise<string> {
  const { body } = await pollUntil(
    () => request(`${url}/${entry}`),
    ({ cache }) => cache === 'HIT',
  )
  return textOf(body, 'output')
}

/** Shows that the page of an entry does not notice a change of the store by itself; returns what it goes on to show. */
async function expectUnaware(shop: Shop, entry: Entry): Promise<string> {
  const before = await cached(shop, entry)
  change(shop, entry, 'nobody was told')
  expect(await shown(shop, entry)).toBe(before)
  return before
}

beforeAll(async () => {
  const opened = await Promise.allSettled([open(() => {}), open((folder) => retag(folder, [])), open(spoil)])
  // Only now, so that nothing still comes up while the cleanup runs.
  const shops = opened.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  ;[legacy, migrated, spoilt] = shops as [Shop, Shop, Shop]
}, 300_000)

afterAll(cleanup.run)

test('the migration takes each of the three forms', () => {
  const line = (name: string) =>
    readFileSync(path.join(migrated.folder, name), 'utf8').match(/(?:update|revalidate)Tag\(.*/)?.[0]
  expect({
    action: line('app/menu/actions.js'),
    'helper of actions': line('lib/expire-hours.js'),
    'mixed helper': line('lib/expire-stock.js'),
    'helper of a webhook': line('lib/expire-prices.js'),
    'after() in an action': line('app/orders/actions.js'),
  }).toEqual({
    action: "updateTag('menu')",
    'helper of actions': "updateTag('hours')",
    'mixed helper': "revalidateTag('stock', { expire: 0 })",
    'helper of a webhook': "revalidateTag('prices', 'max')",
    'after() in an action': "updateTag('orders'))",
  })
})

describe.each([
  ['before', () => legacy],
  ['after', () => migrated],
])('%s the migration', (_, shopOf) => {
  test.each(['menu', 'hours', 'stock'] as const)('who saves the %s sees the new one', async (entry) => {
    const shop = shopOf()
    await expectUnaware(shop, entry)
    const answer = await postForm(`${shop.url}/${entry}`, { value: 'saved' })
    expect(answer.status).toBe(200)
    expect(textOf(answer.body, 'output')).toBe('saved')
    expect(await shown(shop, entry)).toBe('saved')
  })

  test('the route handler that shares a helper with an action works, at once', async () => {
    const shop = shopOf()
    await expectUnaware(shop, 'stock')
    const answer = await request(`${shop.url}/api/stock`, { method: 'POST', body: 'sold out' })
    expect(answer).toMatchObject({ status: 200, body: '{"saved":true}' })
    expect(await shown(shop, 'stock')).toBe('sold out')
  })

  test('what an action expires in after() is new soon', async () => {
    const shop = shopOf()
    await expectUnaware(shop, 'orders')
    const answer = await postForm(`${shop.url}/orders`, { value: 'one cake' })
    expect(answer.status).toBe(200)
    await pollUntil(
      () => shown(shop, 'orders'),
      (value) => value === 'one cake',
    )
  })
})

describe('the webhook', () => {
  /** Returns the price that was shown before. */
  async function deliver(shop: Shop): Promise<string> {
    const old = await expectUnaware(shop, 'prices')
    change(shop, 'prices', '3.50')
    const answer = await request(`${shop.url}/api/webhooks/prices`, { method: 'POST' })
    expect(answer).toMatchObject({ status: 200, body: '{"received":true}' })
    return old
  }

  test('before the migration, the first visitor sees the new value', async () => {
    await deliver(legacy)
    expect(await shown(legacy, 'prices')).toBe('3.50')
  })

  test('after it, the first visitor sees the old one and sets off the refresh', async () => {
    const old = await deliver(migrated)
    expect(await shown(migrated, 'prices')).toBe(old)
    await pollUntil(
      () => shown(migrated, 'prices'),
      (value) => value === '3.50',
    )
  })
})

describe('the forms that retag avoids', () => {
  test('updateTag in the shared helper serves the action and breaks the route handler', async () => {
    const saved = await postForm(`${spoilt.url}/stock`, { value: 'saved' })
    expect(textOf(saved.body, 'output')).toBe('saved')
    expect(await cached(spoilt, 'stock')).toBe('saved')
    const { status } = await request(`${spoilt.url}/api/stock`, { method: 'POST', body: 'sold out' })
    expect(status).toBe(500)
    expect(await shown(spoilt, 'stock')).toBe('saved')
    await pollUntil(spoilt.output, (output) => output.includes(misuse))
  })

  test("'max' in an action hides the change from the person who made it", async () => {
    const old = await expectUnaware(spoilt, 'hours')
    await postForm(`${spoilt.url}/hours`, { value: 'saved' })
    expect(await shown(spoilt, 'hours')).toBe(old)
  })
})

test('only the legacy server prints the deprecation, and the migrated one no error; both go without a trace', async () => {
  for (const shop of [legacy, migrated]) {
    for (const entry of ['menu', 'hours', 'stock', 'orders']) {
      await postForm(`${shop.url}/${entry}`, { value: 'again' })
    }
    await request(`${shop.url}/api/stock`, { method: 'POST', body: 'again' })
    await request(`${shop.url}/api/webhooks/prices`, { method: 'POST' })
  }
  await cleanup.run()
  expect(legacy.output()).toContain(deprecation)
  expect(migrated.output()).not.toContain(deprecation)
  expect(migrated.output()).not.toContain('⨯')
  for (const { url, pid, folder } of [legacy, migrated, spoilt]) {
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(existsSync(folder)).toBe(false)
  }
})
