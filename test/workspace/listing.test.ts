import { chmodSync, existsSync, lchownSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type Files, git, open, repository, tempFolder, tree, write } from './tree.js'

const windows = process.platform === 'win32'
const kinds: [string, (files: Files) => string][] = [
  ['git', repository],
  ['a walk', tree],
]

describe.each(kinds)('files by %s', (_, make) => {
  it('are the source files, sorted by code unit', () => {
    const root = make({
      'b.tsx': '',
      'a.mts': '',
      'Z.cjs': '',
      'c/d.jsx': '',
      'e.css': '',
      'f.json': '{}',
      'g.ts.bak': '',
    })
    expect(open(root).files).toEqual(['Z.cjs', 'a.mts', 'b.tsx', 'c/d.jsx'])
  })

  it('leave out what is installed, generated, minified or a declaration', () => {
    const root = make({
      'x.ts': '',
      'node_modules/a/index.js': '',
      'web/node_modules/a/index.js': '',
      '.next/server/page.js': '',
      '.turbo/x.js': '',
      '.vercel/x.js': '',
      '.yarn/releases/yarn.cjs': '',
      '.pnp.cjs': '',
      'lib.min.js': '',
      'env.d.ts': '',
      'env.d.mts': '',
    })
    expect(open(root).files).toEqual(['x.ts'])
  })

  it('may have odd names', () => {
    const plain = ["it's.ts", 'a b.ts', 'über.ts', '日本.tsx', 'app/(shop)/[...slug]/page.tsx', '-x.ts']
    const names = windows ? plain : [...plain, 'line\nbreak.ts', 'quote".ts', 'back\\slash.ts', 'tab\t.ts']
    const root = make(Object.fromEntries(names.map((name) => [name, `// ${names.indexOf(name)}\n`])))
    const workspace = open(root)
    expect(workspace.files).toEqual([...names].sort())
    for (const name of names) expect(workspace.text(name)).toBe(`// ${names.indexOf(name)}\n`)
    expect(workspace.unreadable).toEqual([])
  })

  it('are never reached through symbolic links', () => {
    const outside = tree({ 'secret.ts': 'secret' })
    const root = tree({ 'real/a.ts': '' })
    symlinkSync(outside, path.join(root, 'folder'), 'junction')
    symlinkSync(root, path.join(root, 'real/loop'), 'junction')
    if (!windows) {
      symlinkSync(path.join(outside, 'secret.ts'), path.join(root, 'linked.ts'))
      symlinkSync('nowhere', path.join(root, 'dangling.ts'))
    }
    if (make === repository) {
      git(root, 'init', '-q')
      expect(open(root).files).toEqual(['real/a.ts'])
      git(root, 'add', '-A')
    }
    expect(open(root).files).toEqual(['real/a.ts'])
  })
})

describe('files by git', () => {
  it('are tracked ones and untracked ones that are not ignored', () => {
    const root = repository({ '.gitignore': 'out\n', 'a.ts': '' })
    write(root, { 'new.ts': '', 'deep/er/new.ts': '', 'out/b.ts': '' })
    expect(open(root).files).toEqual(['a.ts', 'deep/er/new.ts', 'new.ts'])
  })

  it('do not include tracked ones that were deleted or left out by a sparse checkout', () => {
    const root = repository({ 'a.ts': '', 'gone.ts': '', 'sparse/b.ts': '', 'keep/c.ts': '' })
    git(root, 'sparse-checkout', 'set', 'keep')
    rmSync(path.join(root, 'gone.ts'))
    const workspace = open(root)
    expect(workspace.files).toEqual(['a.ts', 'keep/c.ts'])
    expect(workspace.unreadable).toEqual([])
  })

  it('do not lie behind a link that was put in place of their folder', () => {
    const outside = tree({ 'a.ts': 'secret' })
    const root = repository({ '.gitignore': 'lib\n', 'lib/a.ts': '', 'x.ts': '' })
    rmSync(path.join(root, 'lib'), { recursive: true })
    symlinkSync(outside, path.join(root, 'lib'), 'junction')
    expect(open(root).files).toEqual(['x.ts'])
  })

  it('are listed once in a merge conflict, and without submodules and nested repositories', () => {
    const root = repository({ 'a.ts': 'one\n' })
    git(root, 'checkout', '-q', '-b', 'other')
    write(root, { 'a.ts': 'two\n' })
    git(root, 'commit', '-q', '-am', 'two')
    git(root, 'checkout', '-q', '-')
    write(root, { 'a.ts': 'three\n' })
    git(root, 'commit', '-q', '-am', 'three')
    expect(() => git(root, 'merge', 'other')).toThrow()
    git(root, 'init', '-q', 'nested.js')
    expect(open(root).files).toEqual(['a.ts'])
    expect(open(root).git?.dirty()).toEqual(['a.ts'])
  })

  it('are listed without running a program of the repository', () => {
    const root = repository({ 'a.ts': 'one\n' })
    const proof = path.join(tempFolder(), 'ran')
    write(root, {
      '.git/evil': `#!/bin/sh\ntouch '${proof}'\n`,
      '.git/hooks/post-index-change': `#!/bin/sh\ntouch '${proof}'\n`,
    })
    chmodSync(path.join(root, '.git/evil'), 0o755)
    chmodSync(path.join(root, '.git/hooks/post-index-change'), 0o755)
    git(root, 'config', 'core.fsmonitor', path.join(root, '.git/evil'))
    write(root, { 'a.ts': 'two\n' })
    const workspace = open(root)
    expect(workspace.git?.dirty()).toEqual(['a.ts'])
    expect(existsSync(proof)).toBe(false)
  })
})

describe('files by git that nobody may look at', () => {
  it.skipIf(windows)('are named, although git calls them deleted', () => {
    const root = repository({ 'a.ts': '', 'hidden/b.ts': '', 'gone.ts': '' })
    rmSync(path.join(root, 'gone.ts'))
    chmodSync(path.join(root, 'hidden'), 0o000)
    const { files, unreadable } = asSomebody(root, () => open(root))
    chmodSync(path.join(root, 'hidden'), 0o755)
    expect(files).toEqual(['a.ts'])
    expect(unreadable).toEqual([
      { file: 'hidden/b.ts', message: 'no permission to read it; check its mode and owner' },
    ])
  })
})

/** Does work as a user whom permissions stop: the superuser hands the tree over and becomes somebody else meanwhile. */
function asSomebody<T>(root: string, work: () => T): T {
  if (process.getuid?.() !== 0) return work()
  const nobody = 65534
  const below = readdirSync(root, { recursive: true, encoding: 'utf8' })
  for (const name of ['', ...below]) lchownSync(path.join(root, name), nobody, nobody)
  vi.stubEnv('HOME', root)
  vi.stubEnv('XDG_CONFIG_HOME', root)
  process.seteuid?.(nobody)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
    vi.unstubAllEnvs()
  }
}

describe('files by a walk', () => {
  it('honour every .gitignore, the deepest first', () => {
    const root = tree({
      '.gitignore': '/generated\r\n*.gen.ts\r\n!keep.gen.ts\r\n',
      'generated/a.ts': '',
      'src/generated/a.ts': '',
      'src/a.gen.ts': '',
      'src/keep.gen.ts': '',
      'web/.gitignore': '!b.gen.ts\nlocal/\n',
      'web/b.gen.ts': '',
      'web/local/x.ts': '',
    })
    expect(open(root).files).toEqual(['src/generated/a.ts', 'src/keep.gen.ts', 'web/b.gen.ts'])
  })

  it('skip build outputs beside a package.json, not folders of that name elsewhere', () => {
    const root = tree({
      'package.json': {},
      'dist/x.js': '',
      'build/x.js': '',
      'out/x.js': '',
      'app/build/page.tsx': '',
    })
    expect(open(root).files).toEqual(['app/build/page.tsx'])
  })
})
