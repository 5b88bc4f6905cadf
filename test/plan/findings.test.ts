import { describe, expect, test } from 'vitest'
import type { Choices } from '../../src/config/types.js'
import { plan } from '../../src/index.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag, updateTag, refresh } from 'next/cache'\n"

/** `id file:line` of every finding. */
function findings(files: Tree, choices: Partial<Choices> = {}): string[] {
  return plan(app({ 'app/page.tsx': '', ...files }), choices).plan.findings.map(
    ({ id, file, line }) => `${id} ${file}:${line}`,
  )
}

describe('findings', () => {
  test.each<[string, Tree, string[]]>([
    [
      'for a call in render',
      { 'app/page.tsx': `${head}export default () => { revalidateTag('a') }` },
      ['invalidate-in-render app/page.tsx:2'],
    ],
    [
      'for a helper that render calls',
      {
        'lib/x.ts': `${head}export const f = () => { revalidateTag('a') }`,
        'app/page.tsx': "import { f } from '../lib/x'\nexport default () => { f() }",
      },
      ['invalidate-in-render lib/x.ts:2'],
    ],
    [
      'not for a helper that render hands on',
      {
        'lib/x.ts': `${head}export const f = () => { revalidateTag('a') }`,
        'app/page.tsx': "import { f } from '../lib/x'\nexport default () => <C f={f} />",
      },
      [],
    ],
    [
      'for a call in the client',
      { 'app/c.tsx': `'use client'\n${head}export const C = () => { revalidateTag('a') }` },
      ['invalidate-in-client app/c.tsx:3'],
    ],
    [
      'for a call in a cached function',
      { 'lib/x.ts': `${head}export async function f() { 'use cache'; revalidateTag('a') }` },
      ['invalidate-in-cached-function lib/x.ts:2'],
    ],
    [
      'for a call in the proxy',
      { 'proxy.ts': `${head}export const proxy = () => { revalidateTag('a', 'max') }` },
      ['invalidate-in-proxy proxy.ts:2'],
    ],
    [
      'for a call in pages/api',
      { 'pages/api/x.ts': `${head}export default () => { revalidateTag('a') }` },
      ['invalidate-in-pages-api pages/api/x.ts:2'],
    ],
    [
      'for a call in instrumentation',
      { 'instrumentation.ts': `${head}export function register() { revalidateTag('a') }` },
      ['invalidate-in-instrumentation instrumentation.ts:2'],
    ],
    [
      'for updateTag in a route',
      { 'app/x/route.ts': `${head}export const GET = () => { updateTag('a') }` },
      ['update-tag-outside-action app/x/route.ts:2'],
    ],
    [
      'for refresh in a route',
      { 'app/x/route.ts': `${head}export const GET = () => { refresh() }` },
      ['update-tag-outside-action app/x/route.ts:2'],
    ],
    [
      'not for updateTag in an action',
      { 'app/actions.ts': `'use server'\n${head}export async function save() { updateTag('a') }` },
      [],
    ],
    [
      'for two lifetimes of one tag',
      {
        'app/actions.ts': `'use server'\n${head}export async function save() {\nupdateTag('a')\nrevalidateTag('a', 'max')\n}`,
      },
      ['mixed-profile app/actions.ts:5'],
    ],
    [
      'not for two lifetimes of two tags',
      {
        'app/actions.ts': `'use server'\n${head}export async function save() {\nupdateTag('a')\nrevalidateTag('b', 'max')\n}`,
      },
      ['stale-after-action app/actions.ts:5'],
    ],
    [
      'not for two lifetimes in two functions',
      {
        'app/actions.ts': `'use server'\n${head}export async function a() { updateTag('a') }\nexport async function b() { revalidateTag('a', 'max') }`,
      },
      ['stale-after-action app/actions.ts:4'],
    ],
    [
      'for an unknown profile',
      { 'app/x/route.ts': `${head}export const GET = () => { revalidateTag('a', 'news') }` },
      ['unknown-profile app/x/route.ts:2'],
    ],
    [
      'not for a known profile',
      {
        'next.config.js': 'module.exports = { cacheLife: { news: {} } }',
        'app/x/route.ts': `${head}export const GET = () => { revalidateTag('a', 'news'); revalidateTag('b', 'days') }`,
      },
      [],
    ],
    [
      'for a Next.js below 16',
      {
        'package.json': JSON.stringify({ name: 'a', dependencies: { next: '^15.5.0' } }),
        'app/x/route.ts': `${head}export const GET = () => { revalidateTag('a') }`,
      },
      ['next-version package.json:1'],
    ],
    [
      'not for a Next.js below 16 where nothing changes',
      {
        'package.json': JSON.stringify({ name: 'a', dependencies: { next: '^15.5.0' } }),
        'app/x/route.ts': `${head}export const GET = () => { revalidateTag('a', 'max') }`,
      },
      [],
    ],
    [
      'for a cache handler that gets durations',
      {
        'next.config.js': 'module.exports = { cacheHandler: x }',
        'lib/x.ts': `${head}export const expire = () => { revalidateTag('a') }`,
        'app/actions.ts': `'use server'\nimport { expire } from '../lib/x'\nexport async function save() { expire() }`,
        'app/x/route.ts': `import { expire } from '../../lib/x'\nexport const POST = () => { expire() }`,
      },
      ['custom-cache-handler next.config.js:1'],
    ],
    [
      'not for a cache handler that gets what it got: updateTag passes no durations',
      {
        'next.config.js': 'module.exports = { cacheHandler: x }',
        'app/actions.ts': `'use server'\n${head}export async function save() { revalidateTag('a') }`,
      },
      [],
    ],
  ])('%s', (_, files, expected) => {
    expect(findings(files)).toEqual(expected)
  })

  test('for misuse go away when it is mended', () => {
    const files = { 'app/x/route.ts': `${head}export const GET = () => { updateTag('a') }` }
    expect(findings(files, { fixMisuse: true })).toEqual([])
  })

  test('name the place that leads there', () => {
    const files = {
      'lib/x.ts': `${head}export const f = () => { revalidateTag('a') }`,
      'app/page.tsx': "import { f } from '../lib/x'\n\nexport default function Page() { f() }",
    }
    const [finding] = plan(app(files)).plan.findings
    expect(finding).toMatchObject({
      severity: 'error',
      column: 26,
      url: expect.stringMatching(/#invalidate-in-render$/),
    })
    expect(finding?.message).toContain('app/page.tsx:3 (Page)')
  })
})
