import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { HtmlReportInput } from '../../src/report/html/index.js'
import { largeInput, sampleInput } from '../report/html-sample.js'
import { canRun, useReports } from './chromium.js'

describe.skipIf(!canRun)('what the HTML report shows, in Chromium', () => {
  const openInput = useReports()
  const open = (input: HtmlReportInput = sampleInput, options: Parameters<typeof openInput>[1] = {}) =>
    openInput(input, options)

  const rows = (page: Page): Promise<string[]> =>
    page.locator('.decision .open').evaluateAll((buttons) =>
      buttons.map((button) => {
        const path = button.closest('.file')?.querySelector('.path')?.textContent
        return `${path}:${button.querySelector('.line')?.textContent}`
      }),
    )

  test('groups the decisions by app and file, apps first', async () => {
    const { page } = await open()
    expect(await page.locator('h1').textContent()).toBe('retag would change 4 places in 4 files.')
    expect(await page.locator('.app-head h2 .path').allTextContents()).toEqual(['apps/docs', 'apps/web'])
    expect(await page.locator('.app-head h2').last().textContent()).toBe('Outside the apps')
    expect(await rows(page)).toEqual([
      'apps/docs/lib/unused.ts:7',
      'apps/web/app/actions.ts:3',
      'apps/web/app/actions.ts:12',
      'apps/web/app/api/hook/route.ts:5',
      'apps/web/lib/tags.ts:31',
      'packages/lib/cache.ts:8',
    ])
  })

  test('opens a decision: reason, diff around the line, every chain with its code', async () => {
    const { page } = await open()
    await page.locator('[data-decision="1"]').click()
    const detail = page.locator('#detail-1')
    expect(await detail.locator('.reason').textContent()).toContain(
      'A Server Action and a route handler both run it',
    )
    expect(await detail.locator('td.code.removed').textContent()).toContain("revalidateTag('posts')")
    expect(await detail.locator('td.code.added .changed').textContent()).toBe(', { expire: 0 }')
    expect(await detail.locator('.t-string').first().textContent()).toContain('packages/lib/cache.ts')
    expect(await detail.locator('.chain h5').allTextContents()).toEqual([
      'From a Server Action',
      'From a route handler',
    ])
    expect(await detail.locator('.chain').first().locator('li').allTextContents()).toEqual([
      "savePost src/app/actions.ts:10await step('src/app/actions.ts', 10)",
      "expire src/lib/cache.ts:8await step('src/lib/cache.ts', 8)",
    ])
    await page.locator('[data-decision="1"]').click()
    expect(await detail.isVisible()).toBe(false)
  })

  test('shows side by side what is one column otherwise, and remembers it', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'Side by side' }).click()
    await page.locator('[data-decision="1"]').click()
    const changed = page.locator('#detail-1 tr.target')
    expect(await changed.locator('td').allTextContents()).toEqual([
      '8',
      "-  revalidateTag('posts')",
      '8',
      "+  revalidateTag('posts', { expire: 0 })",
    ])
    await page.reload()
    expect(await page.getByRole('button', { name: 'Side by side' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('shows the whole change of a file, and the lines around what has no change', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'Whole change of apps/web/app/api/hook/route.ts' }).click()
    expect(await page.locator('.whole tbody').count()).toBe(2)
    await page.locator('[data-decision="3"]').click()
    expect(await page.locator('#detail-3 td.number').allTextContents()).toEqual([
      '29',
      '30',
      '31',
      '32',
      '33',
    ])
  })

  test('filters by transform, action, context, semantics and text; the address keeps them', async () => {
    const { page, url } = await open()
    await page.getByLabel('Changes', { exact: false }).check()
    expect(await rows(page)).toEqual(['apps/docs/lib/unused.ts:7', 'apps/web/app/api/hook/route.ts:5'])
    await page.getByLabel('Route handler', { exact: false }).check()
    expect(await rows(page)).toEqual(['apps/web/app/api/hook/route.ts:5'])
    expect(page.url()).toBe(`${url}#semantics=changed&context=route-handler`)
    await page.reload()
    expect(await page.locator('.shown').textContent()).toBe('1 of 6 decisions')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('searchbox').fill('SPREAD tags.ts')
    expect(await rows(page)).toEqual(['apps/web/lib/tags.ts:31'])
    expect(page.url()).toBe(`${url}#q=SPREAD+tags.ts`)
    await page.getByRole('searchbox').fill('nowhere')
    expect(await page.locator('.empty').textContent()).toBe('No decision matches these filters.')
    await page.goto(`${url}#transform=revalidate-tag&action=review,keep`)
    await page.locator('.decision').first().waitFor()
    expect(await rows(page)).toEqual(['apps/web/app/actions.ts:3', 'apps/web/lib/tags.ts:31'])
  })

  test('findings: the gravest first, with help, code and link; failures on top', async () => {
    const { page } = await open(sampleInput, { hash: '#view=findings' })
    expect(await page.locator('.card h3').allTextContents()).toEqual([
      '1 file left as they were',
      'invalidate-in-render',
      'mixed-profile',
    ])
    const card = page.locator('.card').nth(1)
    expect(await card.locator('.help').textContent()).toBe(
      'Move the call into a Server Action or a route handler.',
    )
    expect(await card.locator('.place').allTextContents()).toEqual([
      'src/app/page.tsx:14',
      'src/app/page.tsx:20',
    ])
    expect(await card.locator('.line-of-code').first().textContent()).toContain(
      "await step('src/app/page.tsx', 14)",
    )
    expect(await card.locator('a').getAttribute('href')).toContain('#invalidate-in-render')
  })

  test('routes and tags: a row for each reader; no tab where nobody looked', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'Routes 2' }).click()
    expect(await page.locator('.grid tbody').first().locator('tr').allTextContents()).toEqual([
      "/posts/[id]apps/web/app/posts/[id]/page.tsxdynamicIt reads cookies().1 place could not be followedapps/web/lib/user.ts:12 a computed importgetPostunstable_cacheapps/web/lib/posts.ts:4'posts'postTag(id)",
      'fetch(url)fetchapps/web/lib/user.ts:9untagged',
    ])
    const { page: other } = await open({ ...sampleInput, routes: undefined }, { hash: '#view=routes' })
    expect(await other.locator('nav').textContent()).toBe('Decisions 6Findings 4')
    expect(await other.locator('.decision').count()).toBe(6)
  })

  test('5,000 decisions: usable at once, built as one scrolls, searched as one types', async () => {
    const { page } = await open(largeInput(5000))
    expect(await page.locator('.shown').textContent()).toBe('5,000 decisions')
    expect(await page.locator('.decision').count()).toBeLessThan(200)
    const times: number[] = []
    for (let load = 0; load < 3; load++) {
      await page.reload()
      times.push(
        await page.evaluate(() => performance.getEntriesByName('retag:usable')[0]?.startTime ?? 60_000),
      )
    }
    console.info(`usable after ${Math.round(Math.min(...times))} ms with 5,000 decisions (best of three)`)
    expect(Math.min(...times)).toBeLessThan(1000)
    const last = page.locator('section.file').last()
    await last.scrollIntoViewIfNeeded()
    await last.locator('.decision').first().waitFor()
    await page.getByRole('searchbox').fill('record4321}')
    expect(await page.locator('.decision').count()).toBe(1)
  })
})
