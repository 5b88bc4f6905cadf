import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, open, tree } from './tree.js'

/** Resolves specifiers from one file of a tree made of empty files. */
function resolveAll(files: Files, from: string, specifiers: string[]): (string | null)[] {
  const workspace = open(tree(files))
  return specifiers.map((specifier) => workspace.resolve(specifier, from))
}

const empty = (...files: string[]): Files => Object.fromEntries(files.map((file) => [file, '']))

describe('relative imports', () => {
  it('try every extension and index files', () => {
    const names = ['a.ts', 'b.tsx', 'c.mts', 'd.cts', 'e.js', 'f.jsx', 'g.mjs', 'h.cjs']
    const files = empty(
      'src/x.ts',
      ...names.map((name) => `src/${name}`),
      ...names.map((name) => `src/in/${name[0]}/index${name.slice(1)}`),
    )
    const short = names.map((name) => name[0])
    expect(
      resolveAll(
        files,
        'src/x.ts',
        short.map((name) => `./${name}`),
      ),
    ).toEqual(names.map((name) => `src/${name}`))
    expect(
      resolveAll(
        files,
        'src/x.ts',
        short.map((name) => `./in/${name}`),
      ),
    ).toEqual(names.map((name) => `src/in/${name[0]}/index${name.slice(1)}`))
  })

  it('prefer a file to a folder, TypeScript to JavaScript', () => {
    expect(
      resolveAll(empty('a.ts', 'a/index.ts', 'b.js', 'b.ts', 'x.ts'), 'x.ts', [
        './a',
        './a/',
        './b',
        './b.js',
      ]),
    ).toEqual(['a.ts', 'a/index.ts', 'b.ts', 'b.ts'])
  })

  it('find TypeScript where JavaScript is written, as NodeNext does', () => {
    const files = empty('a.ts', 'b.tsx', 'c.mts', 'd.cts', 'e.js', 'f.tsx', 'g.server.ts', 'h.js.ts', 'x.ts')
    const written = [
      './a.js',
      './b.js',
      './c.mjs',
      './d.cjs',
      './e.js',
      './f.jsx',
      './g.server',
      './g.server.js',
      './h.js',
      './a.ts',
      './c.js',
    ]
    expect(resolveAll(files, 'x.ts', written)).toEqual([
      'a.ts',
      'b.tsx',
      'c.mts',
      'd.cts',
      'e.js',
      'f.tsx',
      'g.server.ts',
      'g.server.ts',
      'h.js.ts',
      'a.ts',
      null,
    ])
  })

  it('reach the folder itself and those above', () => {
    const files = empty('index.ts', 'a/index.ts', 'a/b/index.ts', 'a/b/x.ts')
    expect(resolveAll(files, 'a/b/x.ts', ['.', './', '..', '../', '../..', '../../..', './../b'])).toEqual([
      'a/b/index.ts',
      'a/b/index.ts',
      'a/index.ts',
      'a/index.ts',
      'index.ts',
      null,
      'a/b/index.ts',
    ])
  })

  it('go through the package.json of a folder', () => {
    const files = { ...empty('x.ts', 'lib/start.ts'), 'lib/package.json': { main: './start.js' } }
    expect(resolveAll(files, 'x.ts', ['./lib'])).toEqual(['lib/start.ts'])
  })

  it('mean nothing when they are assets, declarations or missing', () => {
    const files = empty('x.ts', 'a.css', 'b.json', 'c.d.ts', 'w.ts')
    expect(
      resolveAll(files, 'x.ts', [
        './a.css',
        './b.json',
        './c',
        './missing',
        './w?worker',
        '',
        '/x',
        'node:fs',
        'fs',
      ]),
    ).toEqual([null, null, null, null, 'w.ts', null, null, null, null])
  })

  it('know folders of an app router', () => {
    const files = empty(
      'app/(shop)/[...slug]/page.tsx',
      'app/(shop)/[...slug]/actions.ts',
      'app/@modal/(.)a/b.ts',
    )
    expect(resolveAll(files, 'app/(shop)/[...slug]/page.tsx', ['./actions', '../../@modal/(.)a/b'])).toEqual([
      'app/(shop)/[...slug]/actions.ts',
      'app/@modal/(.)a/b.ts',
    ])
  })

  it('reach the target of a link that stays in the tree, and no other', () => {
    const outside = tree({ 'b.ts': '' })
    const root = tree({ 'shared/a.ts': '', 'shared/deep/index.ts': '', 'web/x.ts': '' })
    symlinkSync(path.join(root, 'shared'), path.join(root, 'web/shared'), 'junction')
    symlinkSync(outside, path.join(root, 'web/outside'), 'junction')
    const workspace = open(root)
    const found = ['./shared/a', './shared/deep', './outside/b'].map((specifier) =>
      workspace.resolve(specifier, 'web/x.ts'),
    )
    expect(found).toEqual(['shared/a.ts', 'shared/deep/index.ts', null])
  })
})

describe('aliases', () => {
  const lib = empty('web/src/lib/a.ts', 'web/src/b.ts', 'web/app/page.ts', 'web/app/deep/x.ts')

  it('come from paths, relative to the config or to baseUrl', () => {
    const paths = {
      'web/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'], exact: ['./src/b'] } } },
    }
    expect(
      resolveAll({ ...lib, ...paths }, 'web/app/deep/x.ts', [
        '@/lib/a',
        '@/lib/a.js',
        '@/none',
        'exact',
        'exact/b',
        '@/lib//a',
      ]),
    ).toEqual(['web/src/lib/a.ts', 'web/src/lib/a.ts', null, 'web/src/b.ts', null, 'web/src/lib/a.ts'])
    const based = {
      'web/jsconfig.json': { compilerOptions: { baseUrl: 'src', paths: { '@/*': ['lib/*'] } } },
    }
    expect(resolveAll({ ...lib, ...based }, 'web/app/page.ts', ['@/a', 'lib/a', 'b', '@/b'])).toEqual([
      'web/src/lib/a.ts',
      'web/src/lib/a.ts',
      'web/src/b.ts',
      null,
    ])
  })

  it('try the targets in order and the most exact pattern first', () => {
    const paths = {
      '@/*': ['./none/*', './src/*'],
      '@/lib/*': ['./src/lib/*'],
      '@/lib/a': ['./src/b.ts'],
      '*/end': ['./src/*'],
    }
    const files = { ...lib, 'web/tsconfig.json': { compilerOptions: { paths } } }
    expect(resolveAll(files, 'web/app/page.ts', ['@/b', '@/lib/a', 'b/end'])).toEqual([
      'web/src/b.ts',
      'web/src/b.ts',
      'web/src/b.ts',
    ])
  })

  it('lead from a build to its source, but not from a missing lib or types', () => {
    const files = {
      ...empty('web/x.ts', 'ui/src/a.ts', 'ui/src/b.ts', 'ui/b.ts'),
      'ui/package.json': { name: 'ui' },
      'web/tsconfig.json': { compilerOptions: { paths: { '@ui/*': ['../ui/*'] } } },
    }
    const specifiers = ['@ui/dist/a', '../ui/dist/a.js', '@ui/lib/b', '../ui/types/b']
    expect(resolveAll(files, 'web/x.ts', specifiers)).toEqual(['ui/src/a.ts', 'ui/src/a.ts', null, null])
  })

  it('leave built-in modules to Node.js', () => {
    const files = { ...empty('crypto.ts', 'x.ts'), 'tsconfig.json': { compilerOptions: { baseUrl: '.' } } }
    expect(resolveAll(files, 'x.ts', ['crypto', './crypto'])).toEqual([null, 'crypto.ts'])
  })

  it('are extended: by file, by list, by package of the workspace, with configDir', () => {
    const files: Files = {
      ...lib,
      'package.json': { workspaces: ['web', 'config'] },
      'config/package.json': { name: '@acme/config', exports: { './next': './next.json' } },
      'config/next.json': { compilerOptions: { paths: { '@/*': ['\x24{configDir}/src/*'] } } },
      'config/old.json': { compilerOptions: { paths: { '~/*': ['../web/src/lib/*'] } } },
      'base.json': { compilerOptions: { paths: { 'base/*': ['./web/src/*'] } } },
      'web/package.json': { name: 'web' },
    }
    const extending = (value: unknown) => ({ ...files, 'web/tsconfig.json': { extends: value } })
    const from = 'web/app/page.ts'
    expect(resolveAll(extending('../base'), from, ['base/b'])).toEqual(['web/src/b.ts'])
    expect(resolveAll(extending('@acme/config/next'), from, ['@/b'])).toEqual(['web/src/b.ts'])
    expect(resolveAll(extending(['../base.json', '../config/old.json']), from, ['base/b', '~/a'])).toEqual([
      null,
      'web/src/lib/a.ts',
    ])
    expect(resolveAll(extending('not-installed/tsconfig.json'), from, ['@/b'])).toEqual([null])
  })

  it('come from an installed package, read from disk', () => {
    const files = {
      ...lib,
      'node_modules/shared/tsconfig.json': {
        compilerOptions: { paths: { '@/*': ['\x24{configDir}/src/*'] } },
      },
      'web/tsconfig.json': { extends: 'shared/tsconfig.json' },
    }
    expect(resolveAll(files, 'web/app/page.ts', ['@/b'])).toEqual(['web/src/b.ts'])
  })

  it('fall back to referenced configs, then to outer ones', () => {
    const files = {
      ...lib,
      'tsconfig.json': { compilerOptions: { paths: { 'outer/*': ['./web/src/*'] } } },
      'web/tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './src' }] },
      'web/tsconfig.app.json': {
        compilerOptions: { paths: { '@/*': ['./src/*'] } },
        references: [{ path: '.' }],
      },
      'web/src/tsconfig.json': { compilerOptions: { paths: { '~/*': ['./lib/*'] } } },
    }
    expect(resolveAll(files, 'web/app/page.ts', ['@/b', '~/a', 'outer/b'])).toEqual([
      'web/src/b.ts',
      'web/src/lib/a.ts',
      'web/src/b.ts',
    ])
  })

  it('survive comments, CRLF, a byte order mark and syntax errors, which are listed', () => {
    const commented =
      '\uFEFF{\r\n  // aliases\r\n  "compilerOptions": { "paths": { "@/*": ["./src/*",], }, },\r\n}\r\n'
    expect(resolveAll({ ...lib, 'web/tsconfig.json': commented }, 'web/app/page.ts', ['@/b'])).toEqual([
      'web/src/b.ts',
    ])
    const workspace = open(
      tree({ ...lib, 'web/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, oops' }),
    )
    expect(workspace.resolve('@/b', 'web/app/page.ts')).toBe('web/src/b.ts')
    expect(workspace.unreadable).toEqual([
      { file: 'web/tsconfig.json', message: expect.stringMatching(/not valid JSON/) },
    ])
    expect(open(tree({ 'x.ts': '', 'tsconfig.json': 'nonsense' })).resolve('@/b', 'x.ts')).toBeNull()
    expect(open(tree({ 'x.ts': '', 'tsconfig.json': '' })).resolve('@/b', 'x.ts')).toBeNull()
  })

  it('never lead out of the tree', () => {
    const files = {
      'web/x.ts': '',
      'tsconfig.json': { compilerOptions: { baseUrl: '../..', paths: { '@/*': ['../../../etc/*'] } } },
    }
    expect(resolveAll(files, 'web/x.ts', ['@/../web/x', '@/../../x'])).toEqual([null, null])
  })
})
