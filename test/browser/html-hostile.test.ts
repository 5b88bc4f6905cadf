import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileInput, sampleInput } from '../report/html-sample.js'
import { canRun, launch, openReport } from './chromium.js'

const axe = createRequire(import.meta.url).resolve('axe-core')

interface AxeViolation {
  id: string
  impact: string
  nodes: { html: string; failureSummary: string }[]
}

describe.skipIf(!canRun)('the HTML report against hostile code and for everybody, in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test('hostile names and code are shown as text, and run nothing', async () => {
    for (const view of ['decisions', 'findings', 'routes']) {
      const { page, problems, requests, close } = await openReport(browser, hostileInput(), {
        hash: `#view=${view}`,
      })
      if (view === 'decisions') {
        await page.locator('.open').evaluateAll((buttons) => {
          for (const button of buttons) if (button instanceof HTMLElement) button.click()
        })
        expect(await page.locator('.detail:visible').count()).toBe(22)
      }
      const text = (await page.locator('main').textContent()) ?? ''
      expect(text).toContain('</script><script>globalThis.pwned = 1</script>')
      expect(text).toContain('U+202E')
      expect(text).toContain('U+2028')
      expect(text).toContain('U+D800')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u007f\u202a-\u202e\u2066-\u2069\u2028\u2029]/)
      expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
      expect(await page.locator('main img, main script, main [onerror], a[href^="javascript"]').count()).toBe(
        0,
      )
      expect(await page.title()).not.toContain('\u202e')
      expect([problems, requests]).toEqual([[], []])
      await close()
    }
  })

  test('a hostile address only filters', async () => {
    const { page, problems, close } = await openReport(browser, sampleInput, {
      hash: '#view=%3Cscript%3E&action=__proto__&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&context=constructor',
    })
    expect(await page.locator('.empty').textContent()).toBe('No decision matches these filters.')
    expect(problems).toEqual([])
    await close()
  })

  test('the policy stops what the page did not bring', async () => {
    const { page, problems, close } = await openReport(browser, sampleInput)
    const blocked = await page.evaluate(async () => {
      const script = document.createElement('script')
      let refused = 0
      try {
        script.text = 'globalThis.pwned = 1'
      } catch {
        refused++
      }
      await fetch('https://example.com/').catch(() => refused++)
      document.body.setAttribute('style', 'display: none')
      if (getComputedStyle(document.body).display !== 'none') refused++
      return refused
    })
    expect(blocked).toBe(3)
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
    expect(problems.join('\n')).toContain('Content Security Policy')
    await close()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious (%s)', async (colorScheme) => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      for (const view of ['decisions', 'findings', 'routes']) {
        const { page, close } = await openReport(browser, sampleInput, {
          colorScheme,
          viewport,
          hash: `#view=${view}`,
        })
        await page.keyboard.press('s')
        await page.locator('.open').evaluateAll((buttons) => {
          for (const button of buttons) if (button instanceof HTMLElement) button.click()
        })
        const box = page.locator('[data-tick]').first()
        if (await box.isVisible()) await box.check()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('?')
        expect(await violations(page)).toEqual([])
        await close()
      }
    }
  })

  async function violations(page: Awaited<ReturnType<typeof openReport>>['page']): Promise<string[]> {
    const source = (await import('node:fs')).readFileSync(axe, 'utf8')
    const found = (await page.evaluate(`${source};\naxe.run(document, { resultTypes: ['violations'] })`)) as {
      violations: AxeViolation[]
    }
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
      )
  }
})
