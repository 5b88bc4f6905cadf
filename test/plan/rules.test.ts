import { describe, expect, test } from 'vitest'
import type { Choices } from '../../src/config/types.js'
import { plan } from '../../src/index.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag, updateTag, refresh } from 'next/cache'\n"
const helper = { 'lib/x.ts': `${head}export function purge() { revalidateTag('a') }` }
const route = {
  'app/api/x/route.ts': "import { purge } from '../../../lib/x'\nexport const GET = () => { purge() }",
}
const action = {
  'app/actions.ts':
    "'use server'\nimport { purge } from '../lib/x'\nexport async function save() { purge() }",
}

/** `rule: after` (or the action where nothing is rewritten) of every decision. */
function rules(files: Tree, choices: Partial<Choices> = {}): string[] {
  const { decisions } = plan(app(files), choices).plan
  return decisions.map(({ rule, action, after }) => `${rule}: ${after ?? action}`)
}

const inRoute = (code: string, top = ''): Tree => ({
  'app/api/x/route.ts': `${head}${top}\nexport async function GET(tags, args) { ${code} }`,
})
const inAction = (code: string): Tree => ({
  'app/page.tsx': '',
  'app/actions.ts': `'use server'\n${head}export async function save(tags, args) { ${code} }`,
})

describe('one-argument revalidateTag', () => {
  test.each<[string, Tree, Partial<Choices>, string]>([
    ['in an action', { ...helper, ...action }, {}, "action-only: updateTag('a')"],
    ['in a route', { ...helper, ...route }, {}, "out-of-band: revalidateTag('a', 'max')"],
    ['in both', { ...helper, ...action, ...route }, {}, "mixed: revalidateTag('a', { expire: 0 })"],
    [
      'in both, as max',
      { ...helper, ...action, ...route },
      { mixed: 'max' },
      "mixed: revalidateTag('a', 'max')",
    ],
    ['in both, for review', { ...helper, ...action, ...route }, { mixed: 'review' }, 'mixed: review'],
    ['nowhere', helper, {}, "unreached: revalidateTag('a', 'max')"],
    [
      'in a page',
      { 'app/page.tsx': `${head}export default () => { revalidateTag('a') }` },
      {},
      'render-only: keep',
    ],
    ['in the client', { 'app/c.tsx': `'use client'\n${head}revalidateTag('a')` }, {}, 'client-only: keep'],
    [
      'in a cached function',
      { 'lib/x.ts': `${head}export async function f() { 'use cache'; revalidateTag('a') }` },
      {},
      'cached-only: keep',
    ],
    [
      'in a page and a cached function',
      {
        'app/page.tsx': `${head}export default () => { f(); async function g() { 'use cache'; f() } }\nfunction f() { revalidateTag('a') }`,
      },
      {},
      'never-allowed: keep',
    ],
    [
      'in pages/api',
      { 'pages/api/x.ts': `${head}export default () => { revalidateTag('a') }` },
      {},
      "pages-api: revalidateTag('a', 'max')",
    ],
    [
      'in the proxy',
      { 'app/page.tsx': '', 'proxy.ts': `${head}export function proxy() { revalidateTag('a') }` },
      {},
      "proxy: revalidateTag('a', 'max')",
    ],
    [
      'in instrumentation',
      {
        'app/page.tsx': '',
        'instrumentation.ts': `${head}export function register() { revalidateTag('a') }`,
      },
      {},
      "instrumentation: revalidateTag('a', 'max')",
    ],
  ])('%s', (_, files, choices, expected) => {
    expect(rules(files, choices)).toEqual([expected])
  })

  test.each<[string, string, string]>([
    ['with two arguments', "revalidateTag('a', 'max')", 'two-arguments: keep'],
    ['with no argument', 'revalidateTag()', 'no-argument: review'],
    ['with spread arguments', 'revalidateTag(...args)', 'spread-argument: review'],
    ['as callback', 'tags.forEach(revalidateTag)', "out-of-band: (tag) => revalidateTag(tag, 'max')"],
    ['handed on', 'run(revalidateTag)', 'injected: review'],
    ['kept', 'const x = { revalidateTag }', 'stored-reference: review'],
  ])('%s', (_, code, expected) => {
    expect(rules(inRoute(code))).toEqual([expected])
  })

  test.each([
    "const x = await revalidateTag('a')",
    "return await revalidateTag('a')",
    "return revalidateTag('a')",
    "await Promise.all([revalidateTag('a')])",
    "void revalidateTag('a')",
    "const x = revalidateTag('a') as unknown",
  ])('has one decision a call: %s', (code) => {
    expect(rules(inRoute(code))).toHaveLength(1)
  })

  test('has one decision a call at the top of a module, too', () => {
    expect(rules(inRoute('', "const x = await revalidateTag('a')"))).toHaveLength(1)
  })
})

describe('a profile', () => {
  const files = { ...helper, ...route }
  test.each<[string, Tree, Partial<Choices>, string]>([
    ['of the run', {}, { profile: 'hours' }, "out-of-band: revalidateTag('a', 'hours')"],
    ['expire-0', {}, { profile: 'expire-0' }, "out-of-band: revalidateTag('a', { expire: 0 })"],
    [
      'by glob',
      {},
      { profiles: [{ glob: 'lib/**', profile: 'days' }] },
      "out-of-band: revalidateTag('a', 'days')",
    ],
    [
      'by the first glob',
      {},
      {
        profiles: [
          { glob: 'lib', profile: 'weeks' },
          { glob: '**', profile: 'days' },
        ],
      },
      "out-of-band: revalidateTag('a', 'weeks')",
    ],
    [
      'by a glob for other files',
      {},
      { profiles: [{ glob: 'app/**', profile: 'days' }] },
      "out-of-band: revalidateTag('a', 'max')",
    ],
    [
      'that the config declares',
      { 'next.config.js': 'module.exports = { cacheLife: { news: {} } }' },
      { profile: 'news' },
      "out-of-band: revalidateTag('a', 'news')",
    ],
    ['that nobody declares', {}, { profile: 'news' }, 'unknown-profile: review'],
  ])('%s', (_, more, choices, expected) => {
    expect(rules({ ...files, ...more }, choices)).toEqual([expected])
  })

  test('does not matter in actions and in mixed helpers', () => {
    expect(rules({ ...helper, ...action }, { profile: 'hours' })).toEqual(["action-only: updateTag('a')"])
    expect(rules({ ...helper, ...action, ...route }, { profile: 'hours' })).toEqual([
      "mixed: revalidateTag('a', { expire: 0 })",
    ])
  })

  test('is unknown where another app declares it', () => {
    const manifest = JSON.stringify({ name: 'b', dependencies: { next: '16' } })
    const other = {
      'apps/b/package.json': manifest,
      'apps/b/app/page.tsx': '',
      'apps/b/next.config.js': 'module.exports = { cacheLife: { news: {} } }',
    }
    expect(rules({ ...files, ...other }, { profile: 'news' })).toEqual(['unknown-profile: review'])
  })
})

describe('updateTag and refresh', () => {
  test('in an action are kept', () => {
    expect(rules(inAction("updateTag('a'); refresh()"))).toEqual([
      'already-update-tag: keep',
      'already-refresh: keep',
    ])
  })
  test('outside one are misused, and updateTag is mended on demand', () => {
    expect(rules(inRoute("updateTag('a'); refresh()"))).toEqual(['misuse: keep', 'misuse: keep'])
    expect(rules(inRoute("updateTag('a'); refresh()"), { fixMisuse: true })).toEqual([
      "misuse: revalidateTag('a', { expire: 0 })",
      'misuse: keep',
    ])
  })
  test('beside max for the same tag are for review', () => {
    expect(rules(inAction("revalidateTag('a'); revalidateTag('a', 'max'); revalidateTag('b')"))).toEqual([
      'mixed-profile: review',
      'two-arguments: keep',
      "action-only: updateTag('b')",
    ])
    expect(rules(inAction("revalidateTag('a'); revalidateTag('a', { expire: 0 })"))).toEqual([
      "action-only: updateTag('a')",
      'two-arguments: keep',
    ])
  })
})

describe('old names', () => {
  const from = (names: string, code: string): Tree => ({
    'app/api/x/route.ts': `import { ${names} } from 'next/cache'\nexport async function GET(tags) { ${code} }`,
  })
  test.each<[string, Tree, string[]]>([
    [
      'unstable_expireTag',
      from('unstable_expireTag', "unstable_expireTag('a')"),
      ["out-of-band: revalidateTag('a', 'max')"],
    ],
    [
      'unstable_expireTag with several tags',
      from('unstable_expireTag', "unstable_expireTag('a', 'b')"),
      ["out-of-band: revalidateTag('a', 'max'); revalidateTag('b', 'max')"],
    ],
    [
      'unstable_expireTag with several tags in an expression',
      from('unstable_expireTag', "return unstable_expireTag('a', 'b')"),
      ['several-tags: review'],
    ],
    [
      'unstable_expireTag with spread',
      from('unstable_expireTag', 'unstable_expireTag(...tags)'),
      ['spread-argument: review'],
    ],
    [
      'unstable_expirePath',
      from('unstable_expirePath', "unstable_expirePath('/a')"),
      ["renamed: revalidatePath('/a')"],
    ],
    ['unstable_cacheTag', from('unstable_cacheTag as cacheTag', "cacheTag('a')"), ["renamed: cacheTag('a')"]],
  ])('%s', (_, files, expected) => {
    expect(rules(files)).toEqual(expected)
  })
})

describe('the transforms that run', () => {
  const files = {
    ...inRoute("revalidateTag('a')"),
    'lib/x.ts': "import { unstable_cacheLife } from 'next/cache'\nunstable_cacheLife('max')",
  }
  const ids = (choices: Partial<Choices>) => [
    ...new Set(plan(app(files), choices).plan.decisions.map(({ transform }) => transform)),
  ]

  test('are all, those that are named, or all but those that are skipped', () => {
    expect(ids({})).toEqual(['revalidate-tag', 'stable-names'])
    expect(ids({ transforms: ['stable-names'] })).toEqual(['stable-names'])
    expect(ids({ skip: ['stable-names'] })).toEqual(['revalidate-tag'])
  })
})
