import { describe, expect, test } from 'vitest'
import { conversion, run } from './support.js'

/** The config after the run. */
function added(text: string, file = 'next.config.ts', flag: 'useCache' | 'cacheComponents' = 'useCache') {
  const { changed, decisions } = run({ [file]: text }, { useCacheFlag: flag })
  return changed[file] ?? decisions.map(({ reason }) => reason).join('\n')
}

describe('experimental.useCache is added to', () => {
  test.each<[string, string, string, string]>([
    [
      'an exported object',
      'next.config.mjs',
      'export default { reactStrictMode: true };\n',
      'export default { reactStrictMode: true, experimental: { useCache: true } };\n',
    ],
    [
      'an empty object',
      'next.config.mjs',
      'export default {}\n',
      'export default { experimental: { useCache: true } }\n',
    ],
    [
      'a typed constant',
      'next.config.ts',
      'const nextConfig: NextConfig = {\n\treactStrictMode: true,\n};\n\nexport default nextConfig;\n',
      'const nextConfig: NextConfig = {\n\treactStrictMode: true,\n\texperimental: { useCache: true },\n};\n\nexport default nextConfig;\n',
    ],
    [
      'a list without trailing comma, with a comment',
      'next.config.js',
      'module.exports = {\n  poweredByHeader: false // no need\n}\n',
      'module.exports = {\n  poweredByHeader: false, // no need\n  experimental: { useCache: true }\n}\n',
    ],
    [
      'an object that holds a comment alone',
      'next.config.ts',
      'const nextConfig = {\n  /* config options here */\n};\nexport default nextConfig;\n',
      'const nextConfig = {\n  /* config options here */\n  experimental: { useCache: true },\n};\nexport default nextConfig;\n',
    ],
    [
      'module.exports of a variable',
      'next.config.cjs',
      "const config = { output: 'export' }\nmodule.exports = config\n",
      "const config = { output: 'export', experimental: { useCache: true } }\nmodule.exports = config\n",
    ],
    [
      'the first argument of a plugin',
      'next.config.mts',
      'export default withSentryConfig(withIntl(config), { silent: true })\nconst config = { a: 1 }\n',
      'export default withSentryConfig(withIntl(config), { silent: true })\nconst config = { a: 1, experimental: { useCache: true } }\n',
    ],
    [
      'what a curried plugin is given, not its options',
      'next.config.js',
      "const withMDX = require('@next/mdx')({ experimental: { a: 1 } })\nmodule.exports = require('@x/y')({ b: 1 })(withMDX({ c: 1 }))\n",
      "const withMDX = require('@next/mdx')({ experimental: { a: 1 } })\nmodule.exports = require('@x/y')({ b: 1 })(withMDX({ c: 1, experimental: { useCache: true } }))\n",
    ],
    [
      'the config behind a list of plugins',
      'next.config.js',
      'module.exports = withPlugins([withA, [withB, {}]], { c: 1 })\n',
      'module.exports = withPlugins([withA, [withB, {}]], { c: 1, experimental: { useCache: true } })\n',
    ],
    [
      'what plugins are reduced over',
      'next.config.js',
      'const config = { c: 1 }\nmodule.exports = () => plugins.reduce((all, plugin) => plugin(all), config)\n',
      'const config = { c: 1, experimental: { useCache: true } }\nmodule.exports = () => plugins.reduce((all, plugin) => plugin(all), config)\n',
    ],
    [
      'defineConfig with satisfies',
      'next.config.ts',
      'export default defineConfig({ a: 1 } satisfies NextConfig)\n',
      'export default defineConfig({ a: 1, experimental: { useCache: true } } satisfies NextConfig)\n',
    ],
    [
      'an arrow function',
      'next.config.mjs',
      'export default (phase) => ({ a: phase })\n',
      'export default (phase) => ({ a: phase, experimental: { useCache: true } })\n',
    ],
    [
      'an async function with a variable',
      'next.config.mjs',
      'export default async function config() {\n  const config = { a: 1 }\n  return config\n}\n',
      'export default async function config() {\n  const config = { a: 1, experimental: { useCache: true } }\n  return config\n}\n',
    ],
    [
      'every object that a function returns',
      'next.config.mjs',
      'const config = (phase) => {\n  if (phase === dev) return { a: 1 }\n  return withA({ b: 1 })\n}\nexport default config\n',
      'const config = (phase) => {\n  if (phase === dev) return { a: 1, experimental: { useCache: true } }\n  return withA({ b: 1, experimental: { useCache: true } })\n}\nexport default config\n',
    ],
    [
      'one object that two branches use',
      'next.config.js',
      'let config = { a: 1 }\nconfig = withA(config)\nmodule.exports = analyze ? withB(config) : config\n',
      'let config = { a: 1, experimental: { useCache: true } }\nconfig = withA(config)\nmodule.exports = analyze ? withB(config) : config\n',
    ],
    [
      'an experimental object',
      'next.config.ts',
      'export default {\n  experimental: {\n    ppr: false,\n  },\n} as NextConfig\n',
      'export default {\n  experimental: {\n    ppr: false,\n    useCache: true,\n  },\n} as NextConfig\n',
    ],
    [
      'an experimental object on one line, behind its spreads',
      'next.config.js',
      'module.exports = { experimental: { ...more } }\n',
      'module.exports = { experimental: { ...more, useCache: true } }\n',
    ],
    [
      'a variable that is given as experimental',
      'next.config.js',
      'const experimental = {}\nmodule.exports = { experimental }\n',
      'const experimental = { useCache: true }\nmodule.exports = { experimental }\n',
    ],
    [
      'a spread object that has experimental',
      'next.config.js',
      'const base = { experimental: { a: 1 } }\nmodule.exports = { ...base, b: 1 }\n',
      'const base = { experimental: { a: 1, useCache: true } }\nmodule.exports = { ...base, b: 1 }\n',
    ],
    [
      'the config beside a spread object that has none',
      'next.config.js',
      'const base = { a: 1 }\nmodule.exports = { ...base, ...(dev && { b: 1 }) }\n',
      'const base = { a: 1 }\nmodule.exports = { ...base, ...(dev && { b: 1 }), experimental: { useCache: true } }\n',
    ],
    [
      'what a function of the file returns',
      'next.config.js',
      'const withOwn = (config) => ({ ...config, b: 1 })\nmodule.exports = withOwn({ experimental: { a: 1 } })\n',
      'const withOwn = (config) => ({ ...config, b: 1 })\nmodule.exports = withOwn({ experimental: { a: 1, useCache: true } })\n',
    ],
    [
      'experimental.useCache: false',
      'next.config.js',
      'module.exports = { experimental: { useCache: false, a: 1 } }\n',
      'module.exports = { experimental: { useCache: true, a: 1 } }\n',
    ],
  ])('%s', (_, file, before, after) => {
    expect(added(before, file)).toBe(after)
  })

  test('a config in another file of the tree', () => {
    const files = {
      'next.config.ts': "import { base } from './config/base'\nexport default withA(base)\n",
      'config/base.ts': 'export const base = { a: 1 }\n',
    }
    expect(run(files).changed).toEqual({
      'config/base.ts': 'export const base = { a: 1, experimental: { useCache: true } }\n',
    })
  })

  test('a file with CRLF and tabs', () => {
    expect(added('export default {\r\n\ta: 1,\r\n}\r\n')).toBe(
      'export default {\r\n\ta: 1,\r\n\texperimental: { useCache: true },\r\n}\r\n',
    )
  })
})

describe('cacheComponents', () => {
  test.each([
    ['export default { a: 1 }\n', 'export default { a: 1, cacheComponents: true }\n'],
    ['export default { cacheComponents: false }\n', 'export default { cacheComponents: true }\n'],
    [
      'const base = {}\nexport default { ...base, ...unknown }\n',
      'const base = {}\nexport default { ...base, ...unknown, cacheComponents: true }\n',
    ],
  ])('%s', (before, after) => {
    expect(added(before, 'next.config.ts', 'cacheComponents')).toBe(after)
  })

  test('is not set beside experimental.useCache: false', () => {
    expect(
      added('export default { experimental: { useCache: false } }', 'next.config.ts', 'cacheComponents'),
    ).toBe(
      "'use cache' needs cacheComponents, which cannot be added safely: experimental.useCache is set already. Add cacheComponents: true to the config, and run again.",
    )
  })
})

describe('left for a person', () => {
  test.each([
    ['export default { ...shared, a: 1 }', 'shared is spread, which may set experimental'],
    [
      'export default { ...(dev ? { experimental: {} } : {}) }',
      'dev ? { experimental: {} } : {} sets experimental in some cases only',
    ],
    ['module.exports = Object.assign({}, a, b)', 'it is put together with Object.assign'],
    ['import shared from "@acme/next"\nexport default shared', 'shared cannot be followed'],
    ['export default { experimental: flags() }', 'experimental is not written as one object'],
    [
      'export default { experimental: { useCache: process.env.CACHE === "1" } }',
      'experimental.useCache is computed',
    ],
    [
      'const c = { a: 1 }\nc.experimental = load()\nexport default c',
      'experimental is assigned after the config is made',
    ],
    ['export default (phase, { defaultConfig }) => ({ ...defaultConfig })', 'defaultConfig is spread'],
    ['export default { [name]: 1 }', '[name]: 1 may be any setting'],
    ['export default load("x")', 'load("x") is given no config'],
    ['export default {', 'it does not parse'],
    ['', 'what it exports cannot be told'],
    ['const many = (a) => (a ? many(b) : many(c))\nexport default many({})', 'many is called more than once'],
    ['const w = (c) => ({ ...c })\nexport default w(w({}))', 'c is spread, which may set experimental'],
    ['export default loop()\nfunction loop() { return loop() }', 'loop cannot be followed'],
  ])('%s', (text, why) => {
    const { decisions, changed } = run({ 'next.config.ts': text })
    expect(changed).toEqual({})
    expect(decisions).toMatchObject([{ action: 'review', rule: 'config-unclear', file: 'next.config.ts' }])
    expect(decisions[0]?.reason).toContain(why)
  })

  test('an app without next.config', () => {
    expect(run({}).decisions).toMatchObject([
      {
        file: 'package.json',
        rule: 'no-config',
        reason:
          "'use cache' needs experimental.useCache, which cannot be added safely: there is no next.config. Add experimental: { useCache: true } to a new next.config, and run again.",
      },
    ])
  })

  test('a config that other apps share', () => {
    const files = {
      'package.json': JSON.stringify({ name: 'root', workspaces: ['apps/*'] }),
      'shared.js': 'module.exports = { experimental: {} }\n',
      ...oneApp('apps/a', "module.exports = { ...require('../../shared') }\n"),
      ...oneApp('apps/b', "module.exports = require('../../shared')\n"),
    }
    const { decisions } = run(files, {}, [conversion('apps/a/lib/posts.ts')])
    expect(decisions).toMatchObject([{ action: 'review', file: 'apps/a/next.config.js' }])
    expect(decisions[0]?.reason).toContain('it is written in shared.js, which this run must not change')
  })
})

describe('which apps', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'root', workspaces: ['apps/*', 'packages/*'] }),
    'packages/data/package.json': JSON.stringify({ name: '@acme/data', main: 'index.ts' }),
    'packages/data/index.ts': "export * from './posts'\n",
    'packages/data/posts.ts': 'export const posts = 1\n',
    ...oneApp('apps/a', 'module.exports = { a: 1 }\n'),
    ...oneApp('apps/b', 'module.exports = { b: 1 }\n'),
    'apps/b/app/page.tsx': "import { posts } from '@acme/data'\n",
  }

  test('the one that holds the conversion', () => {
    expect(Object.keys(run(files, {}, [conversion('apps/a/lib/posts.ts')]).changed)).toEqual([
      'apps/a/next.config.js',
    ])
  })

  test('those that import a shared package', () => {
    expect(Object.keys(run(files, {}, [conversion('packages/data/posts.ts')]).changed)).toEqual([
      'apps/b/next.config.js',
    ])
  })

  test('all of them where nobody is seen to import it', () => {
    expect(Object.keys(run(files, {}, [conversion('packages/other/x.ts')]).changed)).toEqual([
      'apps/a/next.config.js',
      'apps/b/next.config.js',
    ])
  })
})

describe('nothing is added', () => {
  test.each([
    ['without a conversion', 'export default {}', {}, []],
    [
      'where a conversion is left for a person',
      'export default {}',
      {},
      [conversion('lib/posts.ts', { action: 'review', rule: 'uses-this' })],
    ],
    ['with --use-cache-flag none', 'export default {}', { useCacheFlag: 'none' } as const, [conversion()]],
    ['where cacheComponents is on', 'export default { cacheComponents: true }', {}, [conversion()]],
    [
      'where experimental.useCache is on',
      'export default { experimental: { useCache: true } }',
      {},
      [conversion()],
    ],
  ])('%s', (_, text, choices, earlier) => {
    expect(run({ 'next.config.ts': text }, choices, earlier)).toMatchObject({ decisions: [], findings: [] })
  })
})

test('the decision names the conversions that need it', () => {
  expect(run({ 'next.config.ts': 'export default { a: 1 }' }).decisions).toMatchObject([
    {
      id: 'next-config:next.config.ts:1:16',
      api: 'experimental.useCache',
      rule: 'flag',
      before: '',
      after: 'experimental: { useCache: true }',
      evidence: [[{ file: 'lib/posts.ts', line: 3, symbol: 'unstable_cache' }]],
    },
  ])
})

function oneApp(dir: string, config: string) {
  return {
    [`${dir}/package.json`]: JSON.stringify({ name: dir, dependencies: { next: '16.0.0' } }),
    [`${dir}/next.config.js`]: config,
    [`${dir}/app/page.tsx`]: '',
    [`${dir}/lib/posts.ts`]: '',
  }
}
