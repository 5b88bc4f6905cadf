import { describe, expect, test } from 'vitest'
import { importSpecifiers } from '../../src/graph/import-index.js'
import { app } from '../support/app.js'

const found = (text: string) => importSpecifiers(text).map(({ specifier }) => specifier)

describe('import specifiers are found', () => {
  test.each([
    ['a named import', "import { a } from './x'"],
    ['a default import', "import a from './x'"],
    ['a namespace', "import * as a from './x'"],
    ['a bare import', "import './x'"],
    ['an import without any space', "import{a}from'./x'"],
    ['an import over several lines', "import {\n  a,\n  b as c,\n} from\n  './x'"],
    ['double quotes', 'import a from "./x"'],
    ['an import with attributes', "import a from './x' with { type: 'json' }"],
    ['a named export', "export { a } from './x'"],
    ['a star export', "export * from './x'"],
    ['a star export with a name', "export * as a from './x'"],
    ['a require', "const a = require('./x')"],
    ['a require with spaces', "const a = require ( './x' )"],
    ['an import-equals', "import a = require('./x')"],
    ['a dynamic import', "await import('./x')"],
    ['a dynamic import over several lines', "await import(\n  './x'\n)"],
    ['a dynamic import with a template', 'await import(`./x`)'],
    ['a dynamic import with options', "await import('./x', { with: {} })"],
    ['an import in a type', "let a: import('./x').A"],
    ['an import after a byte order mark', "\uFEFFimport a from './x'"],
    ['an import after code on the same line', "f();import a from './x'"],
    ['an import with Windows line ends', "import {\r\n  a,\r\n} from './x'\r\n"],
    ['a comment between keyword and string', "import a from /* why */ './x'"],
    ['a comment before the argument', "import(/* webpackChunkName: 'a' */ './x')"],
    [
      'several comments before the argument',
      "import(/* webpackChunkName: 'a' */ /* webpackPrefetch: true */ './x')",
    ],
    [
      'comments on lines of their own',
      "import(\n  /* webpackChunkName: 'a' */\n  /* webpackMode: 'lazy' */\n  './x'\n)",
    ],
    ['a comment over several lines', "import(/*\n  why\n*/ './x')"],
    ['a line comment before the argument', "import(\n  // why\n  './x'\n)"],
  ])('%s', (_, text) => {
    expect(found(text)).toContain('./x')
  })

  test('in the order of the text, each as often as it stands there', () => {
    expect(found("import a from './a'\nimport b from './b'\nexport * from './a'")).toEqual([
      './a',
      './b',
      './a',
    ])
  })

  test('with quotes of the other kind in them', () => {
    expect(found(`import a from "./what's-new/x"`)).toEqual(["./what's-new/x"])
  })

  test('but not where nothing is imported', () => {
    expect(found("const from = 'x'; important('./x'); required('./x'); const b = `a`")).toEqual([])
  })

  test('and a line is never joined with the next', () => {
    expect(found("const a = x from '\nimport b from './b'")).toEqual(['./b'])
  })

  test('quickly, also in a megabyte without line ends', () => {
    const text = `${'import '.repeat(50_000)}${'/* '.repeat(100_000)}${'from'.repeat(50_000)}`
    const start = performance.now()
    expect(found(text)).toEqual([])
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('type-only imports are told apart', () => {
  test.each([
    ["import type { A } from './x'", true],
    ["import type A from './x'", true],
    ["import type * as A from './x'", true],
    ["export type { A } from './x'", true],
    ["export type * from './x'", true],
    ["import { type A } from './x'", false],
    ["import type, { a } from './x'", false],
    ["import { a } from './x'\nimport type { B } from './y'", false],
  ])('%s', (text, typeOnly) => {
    expect(importSpecifiers(text)[0]).toEqual({ specifier: './x', typeOnly })
  })
})

describe('importers', () => {
  test('are the files that import a file, by whatever spelling', () => {
    const { graph } = app({
      'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
      'lib/x.ts': '',
      'lib/a.ts': "import './x'",
      'lib/b.ts': "import '@/lib/x'",
      'lib/c.ts': "require('./x.js')",
      'lib/d.ts': "import '../other/x'",
      'lib/e/f.ts': "export * from '../x'; import '../x'",
    })
    expect([...graph.imports.importers('lib/x.ts')].sort()).toEqual([
      'lib/a.ts',
      'lib/b.ts',
      'lib/c.ts',
      'lib/e/f.ts',
    ])
  })

  test('leave out a file that imports itself', () => {
    expect(app({ 'lib/x.ts': "import './x'" }).graph.imports.importers('lib/x.ts')).toEqual([])
  })

  test('find files whose names are not ASCII', () => {
    const { graph } = app({ 'lib/größe-日本-🎈.ts': '', 'lib/a.ts': "import { b } from './größe-日本-🎈'" })
    expect(graph.imports.importers('lib/größe-日本-🎈.ts')).toEqual(['lib/a.ts'])
  })

  test('of next/cache include deep and versioned paths', () => {
    const { graph } = app({
      'a.ts': "import 'next/cache'",
      'b.ts': "import 'next/cache.js'",
      'c.ts': "import 'next/dist/server/web/spec-extension/revalidate'",
      'd.ts': "import 'next/dist/server/use-cache/cache-life.js'",
      'e.ts': "import 'next/headers'",
      'f.ts': "import 'next/cache/other'",
      'g.ts': "import './next/cache'",
    })
    expect(graph.imports.importers('(next/cache)')).toEqual(['a.ts', 'b.ts', 'c.ts', 'd.ts'])
  })
})
