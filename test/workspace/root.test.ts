import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace, UsageError } from '../../src/workspace/index.js'
import { git, open, repository, tempFolder, tree, write } from './tree.js'

const page = 'export default () => null\n'

describe('the root of the tree', () => {
  it('is the git top level, while only the given folder is selected', () => {
    const root = repository({ 'apps/web/app/page.tsx': page, 'packages/ui/index.ts': '' })
    const workspace = open(path.join(root, 'apps/web'))
    expect(workspace.root).toBe(root)
    expect(workspace.git?.topLevel).toBe(root)
    expect(workspace.files).toEqual(['apps/web/app/page.tsx', 'packages/ui/index.ts'])
    expect([...workspace.selected]).toEqual(['apps/web/app/page.tsx'])
  })

  it('is the outermost workspace root without git', () => {
    const root = tree({
      'package.json': { workspaces: ['apps/*'] },
      'apps/pnpm-workspace.yaml': 'packages: []\n',
      'apps/web/app/page.tsx': page,
      'packages/ui/index.ts': '',
    })
    const workspace = open(path.join(root, 'apps/web'))
    expect(workspace.root).toBe(root)
    expect(workspace.git).toBeNull()
    expect([...workspace.selected]).toEqual(['apps/web/app/page.tsx'])
  })

  it.each(['pnpm-workspace.yaml', 'lerna.json'])('is found by %s', (name) => {
    const root = tree({ [name]: '{}', 'a/b/x.ts': '' })
    expect(open(path.join(root, 'a/b')).root).toBe(root)
  })

  it('is the given folder without git and without workspaces', () => {
    const root = tree({ 'package.json': { name: 'x' }, 'web/x.ts': '', 'y.ts': '' })
    const workspace = open(path.join(root, 'web'))
    expect(workspace.root).toBe(path.join(root, 'web'))
    expect(workspace.files).toEqual(['x.ts'])
  })

  it('holds all given paths, files included', () => {
    const root = tree({ 'a/x.ts': '', 'b/y.ts': '', 'b/z.ts': '' })
    const workspace = openWorkspace({ paths: [path.join(root, 'a'), path.join(root, 'b/y.ts')] })
    expect(workspace.root).toBe(root)
    expect([...workspace.selected]).toEqual(['a/x.ts', 'b/y.ts'])
  })

  it('is found through a symbolic link to it', () => {
    const root = repository({ 'x.ts': '' })
    const link = path.join(tempFolder(), 'link')
    symlinkSync(root, link, 'junction')
    const workspace = open(link, { filesFrom: [path.join(link, 'x.ts')] })
    expect(workspace.root).toBe(root)
    expect([...workspace.selected]).toEqual(['x.ts'])
  })

  it('is not taken from the variables of a surrounding git', () => {
    const other = repository({ 'other.ts': '' })
    const root = repository({ 'x.ts': '' })
    const before = process.env.GIT_DIR
    process.env.GIT_DIR = path.join(other, '.git')
    try {
      expect(open(root).files).toEqual(['x.ts'])
      expect(open(root).git?.untracked()).toEqual([])
    } finally {
      if (before === undefined) delete process.env.GIT_DIR
      else process.env.GIT_DIR = before
    }
  })

  it('is the folder itself when git ignores it', () => {
    const root = repository({ '.gitignore': 'scratch\n', 'x.ts': '' })
    write(root, { 'scratch/copy/package.json': { workspaces: [] }, 'scratch/copy/web/y.ts': '' })
    const workspace = open(path.join(root, 'scratch/copy/web'))
    expect(workspace.root).toBe(path.join(root, 'scratch/copy'))
    expect(workspace.git).toBeNull()
    expect(workspace.files).toEqual(['web/y.ts'])
  })

  it('stays the repository when the folder is merely empty', () => {
    const root = repository({ 'x.ts': '', 'docs/readme.md': '' })
    const workspace = open(path.join(root, 'docs'))
    expect(workspace.root).toBe(root)
    expect(workspace.selected.size).toBe(0)
  })
})

describe('usage errors', () => {
  it('names a path that does not exist', () => {
    const missing = path.join(tempFolder(), 'nowhere')
    expect(() => open(missing)).toThrow(UsageError)
    expect(() => open(missing)).toThrow(/nowhere: there is no such file or folder\. Check the path\./)
  })

  it('refuses paths of two repositories', () => {
    const one = repository({ 'x.ts': '' })
    const two = repository({ 'y.ts': '' })
    expect(() => openWorkspace({ paths: [one, two] })).toThrow(/lies outside the git repository/)
  })

  it('refuses to run without a path', () => {
    expect(() => openWorkspace({ paths: [] })).toThrow(UsageError)
  })

  it('says in one line that git cannot read the repository', () => {
    const root = repository({ 'x.ts': '' })
    git(root, 'config', 'core.repositoryformatversion', '99')
    expect(() => open(root)).toThrow(/^git failed in [^\n]*Repair the repository and try again\.$/)
  })
})
