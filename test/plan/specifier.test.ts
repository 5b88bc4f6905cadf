import { expect, test } from 'vitest'
import { specifierFor } from '../../src/plan/specifier.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const tsconfig = JSON.stringify({ compilerOptions: { paths: { '@/*': ['./src/*'] } } })
const tags = 'export const postTags = { list: () => "posts" }\n'

/** How `src/app/actions.ts` would import `postTags` of `src/lib/tags.ts`. */
function specifier(files: Tree, from = 'src/app/actions.ts', target = 'src/lib/tags.ts'): string {
  const { workspace, graph } = app({ 'tsconfig.json': tsconfig, ...files })
  return specifierFor(workspace, graph, from, target, 'postTags')
}

const existing = { 'src/lib/tags.ts': tags }

const cases: [string, Tree, string][] = [
  ['as the file already does', { 'src/app/actions.ts': "import { x } from '../lib/tags'\n" }, '../lib/tags'],
  [
    'through the barrel that the file imports',
    {
      'src/lib/index.ts': "export * from './tags'\n",
      'src/app/actions.ts': "import { x } from '@/lib'\n",
    },
    '@/lib',
  ],
  [
    'through a barrel that names it',
    {
      'src/lib/index.ts': "export { postTags } from './tags'\n",
      'src/app/actions.ts': "import { x } from '@/lib'\n",
    },
    '@/lib',
  ],
  [
    'not through a module that does not export it',
    { 'src/lib/db.ts': 'export const db = 1\n', 'src/app/actions.ts': "import { db } from '@/lib/db'\n" },
    '@/lib/tags',
  ],
  [
    'as other files do',
    {
      'src/app/actions.ts': "import { y } from './y'\n",
      'src/app/page.tsx': "import { postTags } from '@/lib/tags'\n",
    },
    '@/lib/tags',
  ],
  [
    'by the alias that the file uses',
    { 'src/db.ts': 'export const db = 1\n', 'src/app/actions.ts': "import { db } from '@/db'\n" },
    '@/lib/tags',
  ],
  [
    'by the alias that files around use, where the file has no imports of the project',
    {
      'src/db.ts': 'export const db = 1\n',
      'src/app/actions.ts': '',
      'src/app/page.tsx': "import { db } from '@/db'\n",
    },
    '@/lib/tags',
  ],
  [
    'relative, where the file imports relatively',
    {
      'src/db.ts': 'export const db = 1\n',
      'src/app/actions.ts': "import { db } from '../db'\n",
      'src/app/page.tsx': "import { db } from '@/db'\n",
    },
    '../lib/tags',
  ],
  [
    'relative with extension',
    { 'src/db.ts': 'export const db = 1\n', 'src/app/actions.ts': "import { db } from '../db.js'\n" },
    '../lib/tags.js',
  ],
  [
    'relative with the extension of the source',
    { 'src/db.ts': 'export const db = 1\n', 'src/app/actions.ts': "import { db } from '../db.ts'\n" },
    '../lib/tags.ts',
  ],
  ['relative without any hint', { 'src/app/actions.ts': '' }, '../lib/tags'],
]

test.each(cases)('%s', (_, files, expected) => {
  expect(specifier({ ...existing, ...files })).toBe(expected)
})

test.each(cases.slice(5))('%s, for a file that is new', (_, files, expected) => {
  expect(specifier(files)).toBe(expected)
})

test('a file beside it', () => {
  expect(specifier({ ...existing, 'src/lib/posts.ts': "import './db'\n" }, 'src/lib/posts.ts')).toBe('./tags')
})

test('an index file', () => {
  const files = { 'src/lib/tags/index.ts': tags, 'src/app/actions.ts': '' }
  expect(specifier(files, 'src/app/actions.ts', 'src/lib/tags/index.ts')).toBe('../lib/tags')
})

test('a package of the workspace is imported by its name, but not by its own files', () => {
  const files: Tree = {
    'package.json': JSON.stringify({ name: 'root', workspaces: ['apps/*', 'packages/*'] }),
    'packages/cache/package.json': JSON.stringify({
      name: '@acme/cache',
      exports: { './tags': './src/tags.ts' },
    }),
    'packages/cache/src/tags.ts': tags,
    'packages/cache/src/other.ts': '',
    'apps/web/package.json': JSON.stringify({
      name: 'web',
      dependencies: { next: '16.0.0', '@acme/cache': 'workspace:*' },
    }),
    'apps/web/app/page.tsx': "import { postTags } from '@acme/cache/tags'\n",
    'apps/web/app/actions.ts': '',
  }
  const target = 'packages/cache/src/tags.ts'
  expect(specifier(files, 'apps/web/app/actions.ts', target)).toBe('@acme/cache/tags')
  expect(specifier(files, 'packages/cache/src/other.ts', target)).toBe('./tags')
})
