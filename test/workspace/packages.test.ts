import { describe, expect, it } from 'vitest'
import { type Files, open, tree } from './tree.js'

const empty = (...files: string[]): Files => Object.fromEntries(files.map((file) => [file, '']))

/** A workspace with an app and a package `@acme/ui`, whose manifest and files are given. */
function resolveUi(manifest: object, files: string[], specifiers: string[]): (string | null)[] {
  const workspace = open(
    tree({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      'apps/web/package.json': { name: 'web', dependencies: { '@acme/ui': '*' } },
      'apps/web/x.ts': '',
      'packages/ui/package.json': { name: '@acme/ui', ...manifest },
      ...empty(...files.map((file) => `packages/ui/${file}`)),
    }),
  )
  return specifiers.map(
    (specifier) => workspace.resolve(specifier, 'apps/web/x.ts')?.replace(/^packages\/ui\//, '') ?? null,
  )
}

describe('packages of the workspace', () => {
  it.each<[string, object, string[], Record<string, string | null>]>([
    ['exports as one path', { exports: './a.ts' }, ['a.ts'], { '@acme/ui': 'a.ts', '@acme/ui/a': 'a.ts' }],
    [
      'exports by subpath',
      { exports: { '.': './a.ts', './b': './deep/b.tsx' } },
      ['a.ts', 'deep/b.tsx'],
      { '@acme/ui': 'a.ts', '@acme/ui/b': 'deep/b.tsx' },
    ],
    [
      'conditions, nested',
      { exports: { '.': { import: { types: './none.d.ts', default: './a.ts' } } } },
      ['a.ts'],
      { '@acme/ui': 'a.ts' },
    ],
    [
      'conditions without subpath',
      { exports: { browser: './b.ts', default: './a.ts' } },
      ['a.ts', 'b.ts'],
      { '@acme/ui': 'a.ts' },
    ],
    [
      'a custom condition for source',
      { exports: { '.': { '@acme/source': './src/a.ts', default: './dist/z.js' } } },
      ['src/a.ts'],
      { '@acme/ui': 'src/a.ts' },
    ],
    [
      'patterns, longest first',
      { exports: { './*': './src/*.ts', './icons/*': './icons/*/icon.tsx' } },
      ['src/a.ts', 'icons/x/icon.tsx'],
      { '@acme/ui/a': 'src/a.ts', '@acme/ui/icons/x': 'icons/x/icon.tsx' },
    ],
    [
      'patterns with an end',
      { exports: { './*.js': './src/*.ts' } },
      ['src/a.ts'],
      { '@acme/ui/a.js': 'src/a.ts' },
    ],
    [
      'lists of targets',
      { exports: { './*': ['./src/*.ts', './src/*.tsx'] } },
      ['src/b.tsx'],
      { '@acme/ui/b': 'src/b.tsx' },
    ],
    [
      'folders',
      { exports: { './lib/': './src/lib/' } },
      ['src/lib/a.ts'],
      { '@acme/ui/lib/a': 'src/lib/a.ts' },
    ],
    [
      'built files',
      {
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.mjs' },
          './icons': './dist/icons/index.mjs',
        },
      },
      ['src/index.tsx', 'src/icons/index.tsx'],
      { '@acme/ui': 'src/index.tsx', '@acme/ui/icons': 'src/icons/index.tsx' },
    ],
    [
      'built files by format',
      { main: './dist/cjs/index.js', exports: { './x': './build/esm/x.js' } },
      ['src/index.ts', 'src/x.ts'],
      { '@acme/ui': 'src/index.ts', '@acme/ui/x': 'src/x.ts' },
    ],
    ['built files that keep src', { main: './dist/src/a.js' }, ['src/a.ts'], { '@acme/ui': 'src/a.ts' }],
    ['main', { main: 'a.js' }, ['a.ts'], { '@acme/ui': 'a.ts' }],
    ['types before main', { main: './lib/none.js', types: './a.ts' }, ['a.ts'], { '@acme/ui': 'a.ts' }],
    ['src/index by default', {}, ['src/index.ts', 'index.ts'], { '@acme/ui': 'src/index.ts' }],
    ['index by default', {}, ['index.js'], { '@acme/ui': 'index.js' }],
    [
      'subpaths without exports',
      {},
      ['a.ts', 'src/b.ts', 'c/index.ts'],
      { '@acme/ui/a': 'a.ts', '@acme/ui/b': 'src/b.ts', '@acme/ui/c': 'c/index.ts', '@acme/ui/none': null },
    ],
    [
      'nothing for styles',
      { exports: { './globals.css': './src/globals.css' } },
      ['src/a.ts'],
      { '@acme/ui/globals.css': null },
    ],
  ])('resolve %s', (_, manifest, files, expected) => {
    expect(resolveUi(manifest, files, Object.keys(expected))).toEqual(Object.values(expected))
  })

  it('resolve imports that start with #, and themselves', () => {
    const workspace = open(
      tree({
        'package.json': {
          name: 'me',
          imports: { '#db': './src/db.js', '#lib/*': './src/lib/*.ts', '#other': 'me/sub' },
          exports: { './sub': './src/sub.ts' },
        },
        ...empty('src/db.ts', 'src/lib/a.ts', 'src/sub.ts'),
      }),
    )
    const found = ['#db', '#lib/a', '#other', '#none', 'me/sub'].map((specifier) =>
      workspace.resolve(specifier, 'src/db.ts'),
    )
    expect(found).toEqual(['src/db.ts', 'src/lib/a.ts', 'src/sub.ts', null, 'src/sub.ts'])
  })

  it('do not shadow what comes from a registry', () => {
    const root = tree({
      'pnpm-workspace.yaml': 'packages:\n  - "packages/*"\n  - "!packages/off"\n',
      'packages/ui/package.json': { name: 'ui' },
      'packages/off/package.json': { name: 'off' },
      'packages/pinned/package.json': {
        name: 'pinned',
        dependencies: { linked: 'link:../../examples/linked', off: 'workspace:*' },
      },
      'examples/one/package.json': { name: 'one', dependencies: { ui: '1.0.0' } },
      'examples/two/package.json': { name: 'react' },
      'examples/linked/package.json': { name: 'linked' },
      ...empty(
        'packages/ui/index.ts',
        'packages/off/index.ts',
        'packages/pinned/x.ts',
        'packages/ui/nested/x.ts',
        'examples/one/x.ts',
        'examples/two/index.ts',
        'examples/linked/index.ts',
        'x.ts',
      ),
      'packages/pinned/nested/package.json': { type: 'module' },
      'packages/pinned/nested/x.ts': '',
    })
    const workspace = open(root)
    expect(workspace.resolve('ui', 'packages/pinned/x.ts')).toBe('packages/ui/index.ts')
    expect(workspace.resolve('ui', 'packages/pinned/nested/x.ts')).toBe('packages/ui/index.ts')
    expect(workspace.resolve('linked', 'packages/pinned/x.ts')).toBe('examples/linked/index.ts')
    expect(workspace.resolve('off', 'packages/pinned/x.ts')).toBe('packages/off/index.ts')
    expect(workspace.resolve('off', 'packages/ui/index.ts')).toBeNull()
    expect(workspace.resolve('ui', 'examples/one/x.ts')).toBeNull()
    expect(workspace.resolve('react', 'packages/ui/index.ts')).toBeNull()
    expect(workspace.resolve('constructor', 'packages/ui/index.ts')).toBeNull()
  })

  it('are the nearest of several with one name', () => {
    const member = (name: string) => ({ name, exports: './i.ts' })
    const workspace = open(
      tree({
        'a/package.json': { workspaces: ['*'] },
        'a/ui/package.json': member('ui'),
        'a/web/package.json': member('web'),
        'b/package.json': { workspaces: ['*'] },
        'b/ui/package.json': member('ui'),
        'b/web/package.json': member('web'),
        ...empty('a/ui/i.ts', 'a/web/i.ts', 'b/ui/i.ts', 'b/web/i.ts'),
      }),
    )
    expect(workspace.resolve('ui', 'a/web/i.ts')).toBe('a/ui/i.ts')
    expect(workspace.resolve('ui', 'b/web/i.ts')).toBe('b/ui/i.ts')
  })
})

describe('the list of packages', () => {
  it('tells folder, name, privacy and the innermost package of a file', () => {
    const workspace = open(
      tree({
        'package.json': { private: true },
        'a/package.json': { name: '@x/a' },
        'a/b/c.ts': '',
        'ab/c.ts': '',
        'd.ts': '',
      }),
    )
    expect(workspace.packages).toEqual([
      { dir: '', name: null, private: true, scriptFiles: [] },
      { dir: 'a', name: '@x/a', private: false, scriptFiles: [] },
    ])
    expect(['a/b/c.ts', 'ab/c.ts', 'd.ts'].map((file) => workspace.packageOf(file)?.dir)).toEqual([
      'a',
      '',
      '',
    ])
    expect(open(tree({ 'a.ts': '' })).packageOf('a.ts')).toBeNull()
  })

  it('names the files that scripts run and bin names, not those that tools read', () => {
    const scripts = {
      seed: 'dotenv -e .env -- tsx --env-file=.env ./scripts/seed.ts && node scripts/plain',
      quoted: 'node --import tsx "scripts/quoted.mts"; NODE_ENV=x ./scripts/run.mjs',
      lint: 'eslint scripts/linted.ts && prettier --write scripts/linted.ts',
      build: 'next build && tsup scripts/bundled.ts',
      test: 'node_modules/.bin/ts-node -r ./scripts/setup.ts ../up.ts',
    }
    const names = ['seed.ts', 'plain.js', 'quoted.mts', 'run.mjs', 'linted.ts', 'bundled.ts', 'setup.ts']
    const files = empty(...names.map((name) => `p/scripts/${name}`), 'p/src/cli.ts', 'p/build.js', 'up.ts')
    const workspace = open(tree({ ...files, 'p/package.json': { scripts, bin: { x: './dist/cli.js' } } }))
    const run = ['plain.js', 'quoted.mts', 'run.mjs', 'seed.ts', 'setup.ts'].map(
      (name) => `p/scripts/${name}`,
    )
    expect(workspace.packages[0]?.scriptFiles).toEqual([...run, 'p/src/cli.ts', 'up.ts'])
  })

  it('goes on after broken files and lists them', () => {
    const workspace = open(
      tree({
        'package.json': '{ nope',
        'pnpm-workspace.yaml': 'a: [',
        'a/package.json': '\uFEFF{"name":"a"}\r\n',
        'b/package.json': '[]',
      }),
    )
    expect(workspace.packages.map(({ name }) => name)).toEqual(['a', null])
    expect(workspace.unreadable.map(({ file }) => file).sort()).toEqual([
      'package.json',
      'pnpm-workspace.yaml',
    ])
  })
})
