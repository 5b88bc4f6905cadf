import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type HtmlReportInput, htmlReport } from '../../src/report/html/index.js'

const { findChromium } = (await import(pathToFileURL('scripts/browser.mjs').href)) as {
  findChromium: () => Promise<string | null>
}
const executablePath = await findChromium()

/**
 * False only where no Chromium can be found, outside CI: then the tests of the browser are skipped, and say so. In CI
 * they fail for want of one.
 */
export const canRun = executablePath !== null || Boolean(process.env.CI)
if (!canRun) {
  console.warn(
    'SKIPPED: no Chromium was found. Install one, or set CHROMIUM=<path>, to run the tests of the browser.',
  )
}

export async function launch(): Promise<Browser> {
  if (executablePath === null) throw new Error('no Chromium was found; install one or set CHROMIUM=<path>')
  // Root has no sandbox in Chromium; the pages here are our own.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

export interface Opened {
  page: Page
  /** Messages of the console (a breach of the policy is one) and uncaught errors. */
  problems: string[]
  /** Requests beyond the file itself. */
  requests: string[]
  /** Address of the file, without a hash. */
  url: string
  close(): Promise<void>
}

/** Writes a report to a temporary file and opens it from disk, as a person would. */
export async function openReport(
  browser: Browser,
  input: HtmlReportInput,
  options: BrowserContextOptions & { hash?: string } = {},
): Promise<Opened> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'retag-html-'))
  const file = join(folder, 'report.html')
  writeFileSync(file, htmlReport(input))
  const { hash = '', ...contextOptions } = options
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...contextOptions })
  const page = await context.newPage()
  const problems: string[] = []
  const requests: string[] = []
  const url = pathToFileURL(file).href
  page.on('console', (message) => problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) requests.push(request.url())
  })
  await page.goto(url + hash)
  await page.locator('header.top').waitFor()
  const close = async (): Promise<void> => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { page, problems, requests, url, close }
}

/**
 * One browser for the tests of a file. What `open` opened is closed after each test, which fails if the page complained
 * or asked for anything beyond itself.
 */
export function useReports(): (...input: OpenInput) => Promise<Opened> {
  let browser: Browser
  let opened: Opened[] = []
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
  })
  afterEach(async () => {
    const done = opened
    opened = []
    for (const { close } of done) await close()
    expect(done.flatMap(({ problems, requests }) => [...problems, ...requests])).toEqual([])
  })
  return async (...input) => {
    const one = await openReport(browser, ...input)
    opened.push(one)
    return one
  }
}

type OpenInput = Parameters<typeof openReport> extends [Browser, ...infer Rest] ? Rest : never
