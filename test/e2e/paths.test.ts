import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { canRun, launch } from '../browser/chromium.js'
import {
  type App,
  change,
  deliver,
  linked,
  loaded,
  migrate,
  openApp,
  requested,
  save,
  visitorOf,
} from './invoices.js'
import { createCleanup } from './support/cleanup.js'
import { pollUntil } from './support/poll.js'

const cleanup = createCleanup()
let legacy: App
let migrated: App

beforeAll(async () => {
  const opened = await Promise.allSettled([openApp(cleanup, () => {}), openApp(cleanup, migrate)])
  // Only now, so that nothing still comes up while the cleanup runs.
  const apps = opened.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  ;[legacy, migrated] = apps as [App, App]
}, 300_000)

afterAll(cleanup.run)

/** No path call names the dashboard. */
const versions: [version: string, appOf: () => App, isDashboardTold: boolean][] = [
  ['before', () => legacy, false],
  ['after', () => migrated, true],
]

test('the migration puts tags in the place of two paths, and leaves that of the statement', () => {
  const invalidations = (file: string) =>
    readFileSync(path.join(migrated.folder, file), 'utf8').match(/(?:updateTag|revalidate\w+)\(.*/g)
  expect(invalidations('app/invoices/actions.ts')).toEqual([
    'updateTag(invoiceTags.list(orgId))',
    'updateTag(invoiceTags.record(orgId, id))',
    "revalidatePath('/statement')",
    'updateTag(invoiceTags.list(orgId))',
    'updateTag(invoiceTags.record(orgId, id))',
  ])
  expect(invalidations('app/api/webhooks/payments/route.ts')).toEqual([
    "revalidateTag(invoiceTags.list(orgId), 'max')",
    "revalidateTag(invoiceTags.record(orgId, id), 'max')",
  ])
})

describe.skipIf(!canRun).each(versions)(
  '%s, in Chromium: who saves an invoice',
  (_, appOf, isDashboardTold) => {
    let browser: Browser
    let visitor: Page
    beforeAll(async () => {
      browser = await launch()
    })
    beforeEach(async () => {
      visitor = await visitorOf(browser, appOf())
    })
    afterEach(() => visitor?.context().close())
    afterAll(() => browser?.close())

    test('sees it on record, list and statement, and on the dashboard only where tags are told', async () => {
      const app = appOf()
      const old = await loaded(visitor, app)
      change(app, { terms: '20 days', invoices: { 1: '101', 2: '201' } })
      expect(await loaded(visitor, app)).toEqual(old)
      await save(visitor, app, '102', 'Save', ['Invoice 1', '1 is 102'])
      const list = '1 is 102, 2 is 201'
      const dashboard = isDashboardTold ? list : old.dashboard
      const expected = { dashboard, list, statement: `${list}; 20 days`, record: '1 is 102' }
      expect(await linked(visitor)).toEqual(expected)
      expect(await loaded(visitor, app)).toEqual(expected)
    })

    test('and is sent to the list sees it there; the statement, whose path is not called, keeps its terms', async () => {
      const app = appOf()
      const old = await loaded(visitor, app)
      change(app, { terms: '30 days', invoices: { 1: '103', 2: '203' } })
      expect(await loaded(visitor, app)).toEqual(old)
      const list = '1 is 104, 2 is 203'
      await save(visitor, app, '104', 'Save and close', ['Invoices', list])
      const [, terms] = old.statement.split('; ')
      expect(terms).not.toBe('30 days')
      const dashboard = isDashboardTold ? list : old.dashboard
      const expected = { dashboard, list, statement: `${list}; ${terms}`, record: '1 is 104' }
      expect(await linked(visitor)).toEqual(expected)
      expect(await loaded(visitor, app)).toEqual(expected)
    })
  },
)

describe('the webhook', () => {
  /** Returns what was shown before. */
  async function pay(app: App): ReturnType<typeof requested> {
    const old = await requested(app)
    change(app, { terms: '40 days', invoices: { 1: '105', 2: '205' } })
    expect(await requested(app)).toEqual(old)
    expect(await deliver(app, '1', 'paid')).toBe(200)
    return old
  }

  const list = '1 is paid, 2 is 205'

  test('before: list and record are new for the first visitor, the dashboard for nobody', async () => {
    const { dashboard } = await pay(legacy)
    expect(await requested(legacy)).toMatchObject({ dashboard, list, record: '1 is paid' })
    expect(await requested(legacy)).toMatchObject({ dashboard, list, record: '1 is paid' })
  })

  test('after: the first visitor sees the old ones and sets off the refresh, of the dashboard too', async () => {
    const { dashboard, list: oldList, record } = await pay(migrated)
    expect(await requested(migrated)).toMatchObject({ dashboard, list: oldList, record })
    const latest = await pollUntil(
      () => requested(migrated),
      (shown) => [shown.dashboard, shown.list, shown.record].every((text) => text.includes('paid')),
    )
    expect(latest).toMatchObject({ dashboard: list, list, record: '1 is paid' })
  })
})

test('no server prints an error, and both go without a trace', async () => {
  await cleanup.run()
  for (const { url, pid, folder, output } of [legacy, migrated]) {
    expect(output()).not.toContain('⨯')
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(existsSync(folder)).toBe(false)
  }
})
