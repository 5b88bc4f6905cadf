import { describe, expect, it } from 'vitest'
import { type Files, open, tree } from './tree.js'

function configOf(text: string, name = 'next.config.ts', more: Files = {}) {
  const { apps } = open(
    tree({ 'package.json': { dependencies: { next: '16.0.0' } }, 'app/page.tsx': '', [name]: text, ...more }),
  )
  const { cacheProfiles, customCacheHandler, pageExtensions } = apps[0] ?? {}
  return { cacheProfiles, customCacheHandler, pageExtensions }
}

describe('cacheLife profiles of a next.config', () => {
  it.each<[string, string, string]>([
    ['a plain object', 'next.config.js', 'module.exports = { cacheLife: { blog: {}, "two-weeks": {} } }'],
    [
      'experimental',
      'next.config.mjs',
      'export default { experimental: { cacheLife: { blog: {}, "two-weeks": {} } } }\r\n',
    ],
    [
      'a typed constant',
      'next.config.ts',
      'const c: NextConfig = { cacheLife: { blog: {}, "two-weeks": {} } }\nexport default withA(withB({})(c))',
    ],
    [
      'a function',
      'next.config.mts',
      'export default async (phase: string) => ({ cacheLife: { blog: {}, "two-weeks": {} } } satisfies NextConfig)',
    ],
    [
      'assignments',
      'next.config.cjs',
      'const c = {}\nc.cacheLife = { blog: {}, ["two-weeks"]: {}, "two-weeks": {} }\nmodule.exports = c',
    ],
    [
      'variables and spreads',
      'next.config.ts',
      'const more = { "two-weeks": {} } as const\nconst cacheLife = { blog: {}, ...more }\nexport default { cacheLife }',
    ],
  ])('are read from %s', (_, name, text) => {
    expect(configOf(text, name).cacheProfiles).toEqual(['blog', 'two-weeks'])
  })

  it('are followed into files of the tree', () => {
    const shared = 'export const profiles = { blog: {} }\nexport default { cacheLife: { shop: {} } }\n'
    const text =
      'import base, { profiles as p } from "./config/shared.js"\nexport default { ...base, cacheLife: { ...p, own: {} } }'
    expect(configOf(text, 'next.config.mjs', { 'config/shared.ts': shared }).cacheProfiles).toEqual([
      'blog',
      'own',
      'shop',
    ])
    expect(
      configOf('module.exports = require("./a")', 'next.config.js', {
        'a.js': 'exports.x = { cacheLife: { blog: {} } }; require("./next.config")',
      }).cacheProfiles,
    ).toEqual(['blog'])
  })

  it('are none where nothing is written, and nothing is run', () => {
    expect(configOf('throw new Error("run")').cacheProfiles).toEqual([])
    expect(configOf('export default { cacheLife: load() }').cacheProfiles).toEqual([])
    expect(
      configOf('const a = { ...b }, b = { ...a }\nexport default { cacheLife: a }').cacheProfiles,
    ).toEqual([])
    expect(configOf('export default { cacheLife: {').cacheProfiles).toEqual([])
    expect(configOf('// cacheLife: { blog: {} }\nexport default {}').cacheProfiles).toEqual([])
  })
})

describe('the cache handler of a next.config', () => {
  it.each<[string, boolean]>([
    ['{ cacheHandler: require.resolve("./h.js") }', true],
    ['{ cacheHandlers: { default: "x" } }', true],
    ['{ experimental: { incrementalCacheHandlerPath: "x" } }', true],
    ['{ cacheHandler: process.env.X ? "./h.js" : undefined }', true],
    ['{ cacheHandler: undefined }', false],
    ['{ cacheMaxMemorySize: 0 }', false],
  ])('%s: %j', (text, expected) => {
    expect(configOf(`module.exports = ${text}`, 'next.config.js').customCacheHandler).toBe(expected)
  })
})

describe('page extensions of a next.config', () => {
  it('are read where they are a literal list', () => {
    expect(configOf('export default { pageExtensions: ["page.tsx", `mdx`] }').pageExtensions).toEqual([
      'page.tsx',
      'mdx',
    ])
    expect(configOf('export default { pageExtensions: [...more, "mdx"] }').pageExtensions).toEqual([
      'tsx',
      'ts',
      'jsx',
      'js',
    ])
    expect(configOf('').pageExtensions).toEqual(['tsx', 'ts', 'jsx', 'js'])
  })
})

describe('the flags of a next.config that allow use cache', () => {
  const flagsOf = (text: string, name = 'next.config.ts', more: Files = {}) => {
    const { apps } = open(
      tree({
        'package.json': { dependencies: { next: '16.0.0' } },
        'app/page.tsx': '',
        [name]: text,
        ...more,
      }),
    )
    return [apps[0]?.cacheComponents, apps[0]?.useCache]
  }

  it.each<[string, boolean, boolean]>([
    ['export default { cacheComponents: true }', true, false],
    ['const c: NextConfig = { cacheComponents: true }\nexport default withA(withB({})(c))', true, false],
    [
      'const on = true\nexport default async () => ({ cacheComponents: on } satisfies NextConfig)',
      true,
      false,
    ],
    ['const c: NextConfig = {}\nc.cacheComponents = true\nexport default c', true, false],
    ['export default { experimental: { useCache: true } }', false, true],
    ['export default { experimental: { dynamicIO: true } }', false, true],
    ['export default { experimental: { cacheComponents: true } }', false, true],
    ['const experimental = { cacheComponents: true }\nexport default { experimental }', false, true],
    ['const more = { useCache: true }\nexport default { experimental: { ppr: true, ...more } }', false, true],
    ['const c = { experimental: {} }\nc.experimental.useCache = true\nexport default c', false, true],
    ['const c = {}\nc.experimental = { useCache: true }\nexport default c', false, true],
    ['export default production ? withA({ cacheComponents: true }) : { cacheComponents: true }', true, false],
    ['export default { cacheComponents: true, experimental: { useCache: true } }', true, true],
  ])('%s', (text, cacheComponents, useCache) => {
    expect(flagsOf(text)).toEqual([cacheComponents, useCache])
  })

  it.each([
    'export default { cacheComponents: false, experimental: { useCache: false } }',
    'export default { cacheComponents: process.env.CC === "1" }',
    'export default { cacheComponents: undefined }',
    'export default withPWA({ useCache: true })({ dynamicIO: true })',
    'export default { ...(isDev && { cacheComponents: true }) }',
    'export default { ...(isDev ? { experimental: { useCache: true } } : {}) }',
    'const c = {}\nif (isDev) c.cacheComponents = true\nexport default c',
    'export default isDev ? { cacheComponents: true } : { cacheComponents: false }',
    '// cacheComponents: true\nexport default { env: { note: "cacheComponents: true" } }',
  ])('are off, or cannot be told, in %s', (text) => {
    expect(flagsOf(text)).toEqual([false, false])
  })

  it('are followed into files of the tree', () => {
    const shared = 'export const base = { experimental: { useCache: true } }\nexport const on = true\n'
    const text = 'import { base, on } from "./shared"\nexport default { ...base, cacheComponents: on }'
    expect(flagsOf(text, 'next.config.mjs', { 'shared.ts': shared })).toEqual([true, true])
  })
})
