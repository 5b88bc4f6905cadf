import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { git, open, repository, tree, write } from './tree.js'

describe('reading files', () => {
  it('gives bytes as they are and text without byte order mark', () => {
    const raw = Buffer.from('\uFEFFconst a = "ü"\r\n')
    const workspace = open(tree({ 'a.ts': raw }))
    expect(workspace.bytes('a.ts')).toEqual(raw)
    expect(workspace.text('a.ts')).toBe('const a = "ü"\r\n')
  })

  it('reads a file once, and one above 2 MB each time', () => {
    const root = tree({ 'small.ts': 'a', 'large.ts': Buffer.alloc(2 * 1024 * 1024 + 1, 'a') })
    const workspace = open(root)
    const once = workspace.bytes('small.ts')
    expect(once !== undefined && once === workspace.bytes('small.ts')).toBe(true)
    const again = workspace.bytes('large.ts')
    expect(again === undefined || again === workspace.bytes('large.ts')).toBe(false)
    write(root, { 'small.ts': 'b', 'large.ts': 'b' })
    expect(workspace.text('small.ts')).toBe('a')
    expect(workspace.text('large.ts')).toBe('b')
  })

  it('lists a file that vanished, once', () => {
    const root = tree({ 'a.ts': '' })
    const workspace = open(root)
    rmSync(path.join(root, 'a.ts'))
    expect(workspace.bytes('a.ts')).toBeUndefined()
    expect(workspace.text('a.ts')).toBeUndefined()
    expect(workspace.unreadable).toEqual([{ file: 'a.ts', message: 'it is no longer there' }])
  })

  it('lists a file that is no UTF-8, and keeps a written replacement character', () => {
    const workspace = open(
      tree({ 'latin.ts': Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]), 'fine.ts': '// \uFFFD\n' }),
    )
    expect(workspace.text('latin.ts')).toBeUndefined()
    expect(workspace.text('fine.ts')).toBe('// \uFFFD\n')
    expect(workspace.unreadable).toEqual([
      { file: 'latin.ts', message: 'it is not valid UTF-8; save it as UTF-8' },
    ])
  })

  it('lists a file that is a folder by now', () => {
    const root = tree({ 'a.ts': '' })
    const workspace = open(root)
    rmSync(path.join(root, 'a.ts'))
    mkdirSync(path.join(root, 'a.ts'))
    expect(workspace.text('a.ts')).toBeUndefined()
    expect(workspace.unreadable.map(({ file }) => file)).toEqual(['a.ts'])
  })

  it('knows only source files of the tree', () => {
    const workspace = open(tree({ 'a.ts': '', 'package.json': {} }))
    expect(workspace.bytes('package.json')).toBeUndefined()
    expect(workspace.text('../a.ts')).toBeUndefined()
    expect(workspace.unreadable).toEqual([])
  })
})

describe('the state of git', () => {
  it('names dirty source files: staged, unstaged, added, renamed, odd names', () => {
    const root = repository({
      'staged.ts': 'a\n',
      'unstaged.ts': 'a\n',
      '12_clean.ts': 'x\ny\nz\n',
      'clean.ts': '',
      'a b ü.ts': '',
      'x.css': '',
    })
    write(root, { 'staged.ts': 'b\n', 'added.ts': 'q\n' })
    git(root, 'mv', '12_clean.ts', 'to.ts')
    git(root, 'add', '-A')
    write(root, { 'unstaged.ts': 'b\n', 'a b ü.ts': 'b', 'x.css': 'b', 'untracked.ts': '' })
    expect(open(root).git?.dirty()).toEqual(['a b ü.ts', 'added.ts', 'staged.ts', 'to.ts', 'unstaged.ts'])
  })

  it('names untracked source files', () => {
    const root = repository({ '.gitignore': 'x\n', 'a.ts': '' })
    write(root, { 'b.ts': '', 'deep/c d.ts': '', 'x/d.ts': '', 'e.md': '' })
    expect(open(root).git?.untracked()).toEqual(['b.ts', 'deep/c d.ts'])
    expect(open(root).git?.dirty()).toEqual([])
  })

  it('works before the first commit', () => {
    const root = tree({ 'a.ts': '' })
    git(root, 'init', '-q')
    expect(open(root).git?.untracked()).toEqual(['a.ts'])
    git(root, 'add', '-A')
    expect(open(root).git?.dirty()).toEqual(['a.ts'])
  })
})
