import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/plan/types.js'
import type { HtmlReportInput } from '../../src/report/html/index.js'
import { sampleInput } from '../report/html-sample.js'
import { samplePlan } from '../report/sample.js'
import { canRun, useReports } from './chromium.js'

describe.skipIf(!canRun)('reviewing with the HTML report, in Chromium', () => {
  const openInput = useReports()
  const open = (input: HtmlReportInput = sampleInput, options: Parameters<typeof openInput>[1] = {}) =>
    openInput(input, options)

  test('ticks survive a reload, belong to this very plan, and make the exported plan', async () => {
    const { page } = await open()
    await page.getByLabel('Tick off packages/lib/cache.ts:8').check()
    await page.getByLabel('Tick off apps/web/lib/tags.ts:31').check()
    await page.reload()
    expect(await page.locator('.progress').textContent()).toBe('2 of 5 ticked')
    expect(await page.getByLabel('Tick off packages/lib/cache.ts:8').isChecked()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export plan' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('plan.json')
    const exported = JSON.parse(readFileSync(await download.path(), 'utf8')) as Plan
    const { plan } = sampleInput
    expect(exported).toEqual({
      ...plan,
      decisions: plan.decisions.map((one, index) =>
        one.action === 'rewrite' && index !== 1 ? { ...one, action: 'keep' } : one,
      ),
    })
    expect(await page.locator('p.status').textContent()).toContain(
      'plan.json holds 1 ticked rewrite; 3 not ticked',
    )
    const other = await open({ ...sampleInput, plan: { ...plan, decisions: plan.decisions.slice(0, 3) } })
    expect(await other.page.locator('.progress').textContent()).toBe('0 of 2 ticked')
  })

  test('without storage the page works, and says how long ticks last', async () => {
    const { page } = await open()
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await page.reload()
    await page.getByLabel('Tick off packages/lib/cache.ts:8').check()
    expect(await page.locator('.progress').textContent()).toBe('1 of 5 ticked')
    await page.keyboard.press('?')
    expect(await page.locator('dialog').textContent()).toContain('ticks last until it is closed')
  })

  test('works by keys alone', async () => {
    const { page } = await open()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    // The second one stays as it is: there is nothing to tick.
    expect(await page.locator('.progress').textContent()).toBe('0 of 5 ticked')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Tick off apps/web/app/actions.ts:12').isChecked()).toBe(true)
    expect(await page.locator('#detail-0').isVisible()).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('jjx')
    expect(await page.getByRole('searchbox').inputValue()).toBe('jjx')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.locator('dialog').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog').isVisible()).toBe(false)
  })

  test('Tab reaches every control', async () => {
    const { page } = await open()
    const controls = await page.locator('button:visible, input:visible, a:visible').count()
    const reached = new Set<number>()
    for (let press = 0; press < controls + 5; press++) {
      await page.keyboard.press('Tab')
      reached.add(
        await page.evaluate(() =>
          [...document.querySelectorAll('button, input, a')].indexOf(document.activeElement as Element),
        ),
      )
    }
    reached.delete(-1)
    expect(reached.size).toBe(controls)
  })

  test('an empty plan and an applied one', async () => {
    const { page } = await open({ plan: samplePlan([]), changes: [], mode: 'dry-run' })
    expect(await page.locator('.empty:visible').textContent()).toBe('There is nothing to decide.')
    const { page: applied } = await open({ ...sampleInput, mode: 'apply' })
    expect(await applied.locator('h1').textContent()).toBe('retag changed 4 places in 4 files.')
    expect(await applied.getByRole('button', { name: 'Export plan' }).count()).toBe(0)
  })

  test('the theme follows the system until somebody chooses', async () => {
    const { page } = await open(sampleInput, { colorScheme: 'dark' })
    const background = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await background()).toBe('rgb(18, 19, 21)')
    await page.getByRole('button', { name: 'Colours: auto' }).click()
    expect(await background()).toBe('rgb(247, 247, 245)')
    await page.reload()
    expect(await background()).toBe('rgb(247, 247, 245)')
  })

  test('nothing is wider than a phone', async () => {
    for (const view of ['decisions', 'findings', 'routes']) {
      const { page } = await open(sampleInput, {
        viewport: { width: 390, height: 844 },
        hash: `#view=${view}`,
      })
      if (view === 'decisions') await page.locator('[data-decision="1"]').click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    }
  })

  test('prints every view, without the controls', async () => {
    const { page } = await open()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.card:visible').count()).toBe(3)
    expect(await page.locator('.grid:visible').count()).toBe(1)
    expect(await page.locator('.printed-reason:visible').count()).toBe(6)
    expect(await page.locator('aside:visible, .tools:visible, nav button:visible').count()).toBe(0)
  })
})
