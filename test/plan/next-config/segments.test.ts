import { describe, expect, test } from 'vitest'
import { appsRunning, useCacheFlag as flagOf, segmentConfigs } from '../../../src/plan/next-config/flag.js'
import type { Decision } from '../../../src/plan/types.js'
import type { App } from '../../../src/workspace/types.js'
import { conversion, inputOf, run } from './support.js'

const config = { 'next.config.ts': 'export default { a: 1 }\n' }
const runtime = { 'app/page.tsx': "\nexport const runtime = 'edge'\n" }

function stateOf(files: Record<string, string>, some: Parameters<typeof inputOf>[1] = {}) {
  const input = inputOf(files, some)
  return flagOf(input, input.workspace.apps[0] as App)
}

function found(text: string, flag: 'useCache' | 'cacheComponents' = 'useCache', file = 'app/page.tsx') {
  const input = inputOf({ [file]: text })
  return segmentConfigs(input, input.workspace.apps[0] as App, flag)
}

describe('segment configs that the build refuses', () => {
  test.each([
    "export const runtime = 'edge'",
    "export const runtime: string = 'nodejs'",
    "export let runtime = 'edge'",
    "const runtime = 'edge'\nexport { runtime }",
    "export { runtime } from './config'",
    'export { other, runtime as mode } from "./config"',
    'export function runtime() {}',
    "'use client'\nexport const runtime = 'edge', maxDuration = 5",
  ])('%s', (text) => {
    expect(found(text)).toMatchObject([{ name: 'runtime', file: 'app/page.tsx' }])
  })

  test.each([
    'export const maxDuration = 5',
    "export const preferredRegion = 'iad1'",
    "const runtime = 'edge'",
    "const mode = 'edge'\nexport { mode as runtime }",
    'export type runtime = string',
    'export type { runtime } from "./config"',
    "// export const runtime = 'edge'",
    "export * from './config'",
    "export const dynamic = 'force-dynamic'\nexport const revalidate = 60",
    "export const text = 'runtime'",
  ])('not %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('cacheComponents refuses more', () => {
    const names = ['dynamic', 'dynamicParams', 'revalidate', 'fetchCache', 'runtime', 'experimental_ppr']
    const text = names.map((name) => `export const ${name} = 1\n`).join('')
    expect(found(text, 'cacheComponents').map(({ name, line, column }) => [name, line, column])).toEqual(
      names.map((name, index) => [name, index + 1, 1]),
    )
  })

  test.each([
    ['app/(shop)/layout.jsx', 1],
    ['app/api/x/route.ts', 1],
    ['app/opengraph-image.tsx', 1],
    ['app/sitemap.ts', 1],
    ['app/template.tsx', 0],
    ['app/x/default.tsx', 0],
    ['app/x/loading.tsx', 0],
    ['app/x/page.test.tsx', 0],
    ['app/x/runtime.ts', 0],
    ['lib/page.tsx', 0],
    ['pages/page.tsx', 0],
  ])('in %s: %i', (file, number) => {
    expect(found("export const runtime = 'edge'", 'useCache', file)).toHaveLength(number)
  })
})

describe('useCacheFlag', () => {
  test.each([
    ['cacheComponents', 'export default { cacheComponents: true }'],
    ['experimental.useCache', 'export default { experimental: { useCache: true } }'],
  ])('is on with %s, whatever else holds', (_, text) => {
    expect(stateOf({ 'next.config.ts': text, ...runtime }, { useCacheFlag: 'none' })).toEqual({ state: 'on' })
  })

  test('is left to the person with --use-cache-flag none', () => {
    expect(stateOf({ ...config, ...runtime }, { useCacheFlag: 'none' })).toEqual({ state: 'on' })
  })

  test('is addable to a config that can be edited', () => {
    expect(stateOf(config)).toEqual({ state: 'addable' })
    expect(stateOf(config, { transforms: ['unstable-cache', 'next-config'] })).toEqual({ state: 'addable' })
  })

  test.each<[string, Record<string, string>, Parameters<typeof inputOf>[1], string]>([
    [
      'a segment config',
      { ...config, ...runtime },
      {},
      'app/page.tsx:2 exports runtime, which experimental.useCache does not allow',
    ],
    [
      'several of them',
      { ...config, 'app/page.tsx': 'export const revalidate = 60\nexport const dynamic = "auto"\n' },
      { useCacheFlag: 'cacheComponents' },
      'app/page.tsx:1 exports revalidate (and 1 more), which cacheComponents does not allow',
    ],
    [
      'no config',
      {},
      {},
      'experimental.useCache cannot be added to the config of the app: there is no next.config',
    ],
    [
      'a config that cannot be followed',
      { 'next.config.ts': 'export default { ...x }' },
      {},
      'experimental.useCache cannot be added to the config of the app: x is spread, which may set experimental',
    ],
    [
      '--skip',
      config,
      { skip: ['next-config'] },
      "'use cache' is not switched on in next.config, and the transform next-config does not run",
    ],
    [
      '-t',
      config,
      { transforms: ['unstable-cache'] },
      "'use cache' is not switched on in next.config, and the transform next-config does not run",
    ],
    [
      'a comment',
      { 'next.config.ts': '// retag-ignore next-config -- not yet\nexport default {}\n' },
      {},
      'a retag-ignore comment keeps next.config as it is',
    ],
    [
      'the pages router',
      { ...config, 'pages/index.tsx': '' },
      {},
      "the app has no app router, and the pages router ignores 'use cache'",
    ],
  ])('is blocked by %s', (_, files, some, reason) => {
    expect(stateOf(files, some)).toEqual({ state: 'blocked', reason })
  })
})

describe('the finding forbidden-segment-config', () => {
  const waiting: Decision = conversion('lib/posts.ts', { action: 'review', rule: 'flag' })

  test('stands where a conversion waits for the flag', () => {
    const { decisions, findings } = run({ ...config, ...runtime }, {}, [waiting])
    expect(decisions).toEqual([])
    expect(findings).toMatchObject([
      {
        id: 'forbidden-segment-config',
        severity: 'error',
        file: 'app/page.tsx',
        line: 2,
        column: 1,
        message:
          "The segment config runtime is not compatible with experimental.useCache: the build fails here (export const runtime = 'edge').",
      },
    ])
  })

  test.each([
    ['export default { experimental: { useCache: true } }', ['runtime']],
    ['export default { cacheComponents: true }', ['dynamic', 'runtime']],
    ['export default { experimental: { cacheComponents: true } }', ['dynamic', 'runtime']],
    ['export default {}', []],
  ])('stands where the flag is on: %s', (text, names) => {
    const page = "export const dynamic = 'error'\nexport const runtime = 'nodejs'\n"
    const { findings } = run({ 'next.config.ts': text, 'app/page.tsx': page }, {}, [])
    expect(findings.map(({ message }) => /config (\w+)/.exec(message)?.[1])).toEqual(names)
  })

  test('is left to stable-names where dynamicIO moves', () => {
    const text = 'export default { experimental: { dynamicIO: true } }'
    const moved = { transform: 'stable-names', api: 'experimental.dynamicIO', file: 'next.config.ts' }
    const { findings } = run({ 'next.config.ts': text, ...runtime }, {}, [
      conversion('next.config.ts', moved),
    ])
    expect(findings).toEqual([])
  })
})

test('a file of an app runs in that app alone, whoever imports it', () => {
  const input = inputOf({
    'apps/a/package.json': JSON.stringify({ name: 'a', dependencies: { next: '16.0.0' } }),
    'apps/a/app/page.tsx': '',
    'apps/a/lib/x.ts': '',
    'app/page.tsx': "import '../apps/a/lib/x'",
  })
  expect(appsRunning(input, 'apps/a/lib/x.ts').map(({ dir }) => dir)).toEqual(['apps/a'])
})
