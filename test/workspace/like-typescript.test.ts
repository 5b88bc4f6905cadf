import { ts } from '@ts-morph/common'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { folderOf, joinPath } from '../../src/workspace/paths.js'
import { createProbe } from '../../src/workspace/probe.js'
import { createResolver } from '../../src/workspace/resolve.js'

const extensions = ['.ts', '.tsx', '.js', '.jsx']
const folder = fc.constantFrom('', 'a/', 'b/', 'a/b/', 'src/', 'src/a/')
const stem = fc.constantFrom('a', 'b', 'index', 'a.server', 'src')
const file = fc.tuple(folder, stem, fc.constantFrom(...extensions)).map((parts) => parts.join(''))
const tail = fc.constantFrom(
  'a',
  'b',
  'index',
  'a.server',
  'a.js',
  'b.jsx',
  'index.js',
  'src',
  'a/b',
  'src/a',
  'src/a/index',
  'a/',
  '',
)
const specifier = fc
  .tuple(fc.constantFrom('./', '../', '../../', '@/', 'one/', '~'), tail)
  .map((parts) => parts.join(''))

const paths = { '@/*': ['src/*', '*'], 'one/a': ['b'], 'one/*': ['a/*'], '~*': ['src/a/*'] }
const aliases = Object.entries(paths).map(([pattern, targets]) => {
  const [prefix = '', suffix = ''] = pattern.split('*')
  return { prefix, suffix, star: pattern.includes('*'), targets }
})

it('resolves random imports as TypeScript does', () => {
  const options: ts.CompilerOptions = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    allowJs: true,
    baseUrl: '/',
    paths,
  }
  const check = fc.property(
    fc.uniqueArray(file, { minLength: 1, maxLength: 14 }),
    specifier,
    fc.nat(),
    (files, name, pick) => {
      const from = files[pick % files.length] as string
      fc.pre(joinPath(folderOf(from), name) !== null)
      const known = new Set(files.map((entry) => `/${entry}`))
      const host: ts.ModuleResolutionHost = {
        fileExists: (path) => known.has(path),
        readFile: () => undefined,
      }
      const expected =
        ts.resolveModuleName(name, `/${from}`, options, host).resolvedModule?.resolvedFileName.slice(1) ??
        null
      const config = { file: 'tsconfig.json', baseUrl: '', aliases, references: [] }
      const packages = { list: [], byDir: new Map(), pnpm: new Map(), linked: () => null }
      const { resolve } = createResolver(packages, () => null, createProbe(files, new Map()), {
        chain: () => [config],
      })
      if (expected !== null) expect(resolve(name, from)).toBe(expected)
    },
  )
  fc.assert(check, { numRuns: 2000 })
})
