import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { globMatcher } from '../../src/workspace/globs.js'
import type { WorkspaceOptions } from '../../src/workspace/index.js'
import { open, tree } from './tree.js'

const files = ['app/(shop)/[id]/page.tsx', 'app/a/page.tsx', 'lib/a.test.ts', 'lib/a.ts', 'lib/deep/b.js']

function selected(options: (root: string) => Partial<WorkspaceOptions>): string[] {
  const root = tree(Object.fromEntries(files.map((file) => [file, ''])))
  const workspace = open(root, options(root))
  expect(workspace.files).toEqual(files)
  return [...workspace.selected]
}

describe('the selection', () => {
  it('is everything without globs', () => {
    expect(selected(() => ({}))).toEqual(files)
    expect(selected(() => ({ include: [], exclude: [], ignore: [] }))).toEqual(files)
  })

  it('is what include names and neither exclude nor ignore takes out', () => {
    expect(selected(() => ({ include: ['lib/**'], exclude: ['*.test.ts'], ignore: ['lib/deep'] }))).toEqual([
      'lib/a.ts',
    ])
  })

  it('is what files-from names, gone and foreign files aside', () => {
    const filesFrom = (root: string) => [
      path.join(root, 'lib/a.ts'),
      path.join(root, 'gone/x.ts'),
      path.join(root, '../x.ts'),
    ]
    expect(selected((root) => ({ filesFrom: filesFrom(root) }))).toEqual(['lib/a.ts'])
    expect(selected(() => ({ filesFrom: [] }))).toEqual([])
  })
})

describe('globs', () => {
  it.each<[string[], string[]]>([
    [['app/(shop)/[id]/**'], ['app/(shop)/[id]/page.tsx']],
    [['app/(shop)'], ['app/(shop)/[id]/page.tsx']],
    [['app/[ab]/*'], ['app/a/page.tsx']],
    [['./lib/'], ['lib/a.test.ts', 'lib/a.ts', 'lib/deep/b.js']],
    [['**/*.{js,tsx}'], ['app/(shop)/[id]/page.tsx', 'app/a/page.tsx', 'lib/deep/b.js']],
    [
      ['lib/**', '!**/*.test.*'],
      ['lib/a.ts', 'lib/deep/b.js'],
    ],
    [['!lib'], ['app/(shop)/[id]/page.tsx', 'app/a/page.tsx']],
    [['a.ts'], ['lib/a.ts']],
    [['lib/@(a|x).ts'], ['lib/a.ts']],
    [['.'], files],
    [[], []],
  ])('%j', (patterns, expected) => {
    expect(files.filter(globMatcher(patterns))).toEqual(expected)
  })
})
