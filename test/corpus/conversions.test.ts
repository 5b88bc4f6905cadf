import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { conversionTables } from '../../corpus/lib/conversion-table.js'
import { count, oneEach, runConversions } from '../../corpus/lib/conversions.js'
import type { Site } from '../../corpus/lib/sites.js'
import { decision, report } from './decision.js'

const site: Site = { file: 'a.ts', line: 2, name: 'unstable_cache', args: 1, kind: 'call' }
const made = decision({
  transform: 'unstable-cache',
  api: 'unstable_cache',
  rule: 'declaration',
  line: 2,
  column: 24,
})
const left = { ...made, line: 9, action: 'review' as const, rule: 'wrapper', after: null }

describe('oneEach', () => {
  const said = (decisions = [made]) =>
    oneEach([site], decisions).map(({ where, message }) => `${where} ${message}`)

  it('wants one decision for each use, and lets users of a wrapper have theirs', () => {
    expect(said()).toEqual([])
    expect(said([made, left])).toEqual([])
  })

  it('finds a use without one, and one with two', () => {
    expect(said([])).toEqual(['a.ts:2 a use with 0 decisions'])
    expect(said([made, made])).toEqual(['a.ts:2 has more than one decision', 'a.ts:2 a use with 2 decisions'])
  })
})

it('counts by form and by rule', () => {
  const gated = report({ decisions: [{ ...made, action: 'review', rule: 'flag' }] })
  const other = decision({ transform: 'next-config', rule: 'flag' })
  expect(count([site], report({ decisions: [made, left, other] }), gated)).toEqual({
    uses: 1,
    users: 1,
    'rewrite declaration': 1,
    'review wrapper': 1,
    gated: 1,
    findings: 0,
    failed: 0,
  })
})

it('shows forms, and the rules that left something for a person', () => {
  const row = { seconds: 1, problems: [] }
  const lines = conversionTables([
    { ...row, name: 'a/b', numbers: { uses: 2, 'rewrite fold': 2 } },
    { ...row, name: 'c/d', numbers: { uses: 1, 'review wrapper': 1, gated: 1 } },
    { ...row, name: 'e/f', numbers: null },
  ]).split('\n')
  expect(lines[0]).toMatch(/\| converted \| fold \| kept \| review \| gated \|/)
  expect(lines[4]).toMatch(/^\| e\/f .* - \|/)
  expect(lines[5]).toMatch(/^\| 3 repositories \| +3 \| +0 \| +2 \| +2 \| +0 \| +1 \| +1 \|/)
  expect(lines.at(-2)).toMatch(/^\| c\/d +\| +1 \|$/)
})

describe('runConversions', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'retag-test-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function write(file: string, text: string): string {
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text)
    return target
  }

  const old =
    "import { unstable_cache } from 'next/cache'\nexport const getUser = unstable_cache(async (id: string) => [id], ['user'])\n"
  const now =
    "import { cacheLife } from 'next/cache'\nexport async function getUser(id: string) {\n  'use cache'\n  cacheLife({ revalidate: Infinity })\n  return [id]\n}\n"

  /** A command that writes `now` as retag would. */
  function command(text: string): string {
    const first = report({ decisions: [made], counts: { ...report().counts, selected: 1, changed: 1 } })
    return write(
      'retag.cjs',
      `const fs = require('node:fs')
const isOld = fs.readFileSync('a.ts', 'utf8') === ${JSON.stringify(old)}
if (isOld && !process.argv.includes('--dry-run')) fs.writeFileSync('a.ts', ${JSON.stringify(text)})
console.log(JSON.stringify(isOld ? ${JSON.stringify(first)} : ${JSON.stringify(report())}))
`,
    )
  }

  async function run(text: string) {
    const checkout = path.dirname(write('checkout/a.ts', old))
    const result = await runConversions('a/b', checkout, command(text))
    return { ...result, said: result?.problems.map(({ check, message }) => `${check}: ${message}`) }
  }

  it('passes over a repository without a use', async () => {
    const checkout = path.dirname(write('checkout/a.ts', 'export {}\n'))
    expect(await runConversions('a/b', checkout, 'nothing')).toBeNull()
  })

  it('counts a good conversion', async () => {
    const { said, numbers } = await run(now)
    expect(said).toEqual([])
    expect(numbers).toMatchObject({ uses: 1, users: 0, 'rewrite declaration': 1, changedFiles: 1 })
  })

  it('finds a wrong one', async () => {
    const { said } = await run(now.replace('return [id]', 'return [user]'))
    expect(said).toEqual([
      'cached function: uses user, which nothing declares',
      "types: TS2304 Cannot find name 'user'.",
    ])
  })
})
