import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageData } from '../../src/report/html/data.js'
import { hunksOf } from '../../src/report/html/hunks.js'
import { htmlReport } from '../../src/report/html/index.js'
import { islandJson } from '../../src/report/html/island.js'
import { pack } from '../../src/report/html/pack.js'
import { sourceLines } from '../../src/report/html/source-lines.js'
import { summaryWords } from '../../src/report/html/words.js'
import { change, hostileInput, hostileTexts, largeInput, sampleInput } from './html-sample.js'
import { decision, keptDecision, reviewDecision, samplePlan } from './sample.js'

/** The page's own modules are JavaScript, so that what is read is what runs. */
async function pageModule<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(`src/report/html/page/${name}`).href)) as T
}

const { unpack } = await pageModule<{ unpack: (packed: unknown) => unknown }>('unpack.js')

function island(html: string): string {
  return /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
}

function dataOf(html: string): PageData {
  return unpack(JSON.parse(island(html))) as PageData
}

test('what is packed comes out as it went in, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      expect(unpack(JSON.parse(islandJson(pack(plain))))).toEqual(plain)
    }),
  )
  const odd: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":null,"":[[],{}],"1":1,"x":"1"}')
  expect(unpack(pack(odd))).toEqual(odd)
  expect(unpack(pack({ a: undefined, b: [undefined] }))).toEqual({ b: [null] })
})

test('the plan is whole in the file: the export is made from it', () => {
  for (const input of [sampleInput, hostileInput()]) {
    expect(dataOf(htmlReport(input)).plan).toEqual(input.plan)
  }
})

test('the same plan makes the same bytes, another plan another key', () => {
  expect(htmlReport(sampleInput)).toBe(htmlReport(sampleInput))
  const { plan } = sampleInput
  const other = { ...sampleInput, plan: { ...plan, decisions: plan.decisions.slice(1) } }
  expect(dataOf(htmlReport(other)).key).not.toBe(dataOf(htmlReport(sampleInput)).key)
})

test('the policy allows the own script and the own styles by hash, and nothing else', () => {
  const html = htmlReport(sampleInput)
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/)
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  for (const text of [script, style]) {
    expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  }
  // The policy comes before all that it governs.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
})

test('the script has no imports left, makes no markup from text and asks no network', () => {
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(htmlReport(sampleInput))?.[1] ?? ''
  expect(script).not.toMatch(/^(?:import|export)\b/m)
  expect(script).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttp/,
  )
  expect(script).not.toContain('<!--')
})

test('nothing of the analysed code stands in the markup', () => {
  const html = htmlReport(hostileInput())
  const data = island(html)
  expect(data).not.toContain('<')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(data).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/)
  const around = html.replace(data, '')
  for (const text of hostileTexts.filter((one) => one !== '__proto__')) expect(around).not.toContain(text)
  expect(html.match(/<script/g)).toHaveLength(2)
  expect(Buffer.from(html, 'utf8').toString('utf8')).toBe(html)
})

test('hunks carry three lines around, and leave out what did not change', () => {
  const [first, second] = [change('b.ts', [[20, 'old()', 'new()']]), change('a.ts', [[2, 'x', 'x']])]
  expect(hunksOf([first, second])).toEqual([
    { file: 'b.ts', hunks: [expect.objectContaining({ oldStart: 17, newStart: 17 })] },
  ])
  const [{ hunks } = { hunks: [] }] = hunksOf([first])
  expect(hunks[0]?.lines.map((line) => line[0]).join('')).toBe('   -+   ')
})

test('only lines that the report shows are in it', () => {
  const plan = samplePlan([
    decision({ evidence: [[{ file: 'a.ts', line: 7, symbol: 'f' }]] }),
    reviewDecision({ file: 'r.ts', line: 2, evidence: [] }),
    keptDecision({ file: 'k.ts', line: 9, evidence: [] }),
  ])
  const asked: string[] = []
  const lines = sourceLines(plan, (file, line) => {
    asked.push(`${file}:${line}`)
    return file === 'k.ts' ? null : 'x'.repeat(1000)
  })
  expect(lines.map(({ file, lines }) => [file, lines.map(([line]) => line)])).toEqual([
    ['a.ts', [7]],
    ['r.ts', [1, 2, 3, 4]],
  ])
  expect(asked).toContain('k.ts:11')
  expect(lines[0]?.lines[0]?.[1]).toHaveLength(241)
})

test('the summary says what would happen, and what did', () => {
  expect(summaryWords(sampleInput.plan, 'dry-run')).toMatchObject({
    headline: 'retag would change 4 places in 4 files.',
    sentences: [
      '1 place needs a person.',
      '1 call stays as it is.',
      '2 errors found that no rewrite mends.',
      '1 other finding to know about.',
      '1 file failed and was left alone.',
    ],
  })
  expect(summaryWords(sampleInput.plan, 'apply').headline).toBe('retag changed 4 places in 4 files.')
  expect(summaryWords(samplePlan([]), 'check').headline).toContain('No call that Next.js 16 wants changed')
  expect(summaryWords(samplePlan([keptDecision()]), 'check').headline).toContain(
    'Nothing that retag can rewrite',
  )
})

test('5,000 decisions stay below 5 MB', () => {
  const bytes = Buffer.byteLength(htmlReport(largeInput(5000)))
  expect(bytes).toBeLessThan(5_000_000)
})

test('unticked rewrites are kept in the exported plan, and nothing else changes', async () => {
  const { reviewedPlan } = await pageModule<{
    reviewedPlan: (plan: unknown, isTicked: (index: number) => boolean) => PageData['plan']
  }>('reviewed-plan.js')
  const { plan } = sampleInput
  const reviewed = reviewedPlan(plan, (index) => index === 1)
  expect(reviewed.decisions.map(({ action }) => action)).toEqual([
    'keep',
    'rewrite',
    'keep',
    'review',
    'keep',
    'keep',
  ])
  const restored = reviewed.decisions.map((one, index) => ({ ...one, action: plan.decisions[index]?.action }))
  expect({ ...reviewed, decisions: restored }).toEqual(plan)
})
