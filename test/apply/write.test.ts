import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyChanges, writeFileSafely } from '../../src/apply/write.js'

let root: string
let outside: string

beforeEach(() => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'retag-write-')))
  root = join(base, 'tree')
  outside = join(base, 'outside')
  mkdirSync(join(root, 'app'), { recursive: true })
  mkdirSync(outside)
})
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }))

const put = (file: string, text: string | Buffer): string => {
  writeFileSync(join(root, file), text)
  return join(root, file)
}
const change = (file: string, before: string, after: string) => ({ file, before, after, decisions: [] })
const onWindows = process.platform === 'win32'

describe('writeFileSafely', () => {
  test('replaces the text and leaves nothing beside it', () => {
    const file = put('app/a.ts', 'old\n')
    writeFileSafely(file, 'new\n', { root, bom: false })
    expect(readFileSync(file, 'utf8')).toBe('new\n')
    expect(readdirSync(join(root, 'app'))).toEqual(['a.ts'])
  })

  test('takes a name as long as the file system does', () => {
    const file = put(`app/${'é'.repeat(60)}${'a'.repeat(132)}.ts`, 'old\n')
    writeFileSafely(file, 'new\n', { root, bom: false })
    expect(readFileSync(file, 'utf8')).toBe('new\n')
  })

  test('puts the byte order mark back', () => {
    const file = put('app/a.ts', '\uFEFFold\n')
    writeFileSafely(file, 'new', { root, bom: true })
    expect([...readFileSync(file)]).toEqual([0xef, 0xbb, 0xbf, 0x6e, 0x65, 0x77])
  })

  test.skipIf(onWindows)('keeps the mode', () => {
    const file = put('app/a.ts', 'old\n')
    chmodSync(file, 0o755)
    writeFileSafely(file, 'new\n', { root, bom: false })
    expect(statSync(file).mode & 0o777).toBe(0o755)
  })

  test.skipIf(onWindows)('keeps a link and replaces what it means', () => {
    const file = put('app/a.ts', 'old\n')
    symlinkSync('a.ts', join(root, 'app/link.ts'))
    writeFileSafely(join(root, 'app/link.ts'), 'new\n', { root, bom: false })
    expect(lstatSync(join(root, 'app/link.ts')).isSymbolicLink()).toBe(true)
    expect(readFileSync(file, 'utf8')).toBe('new\n')
  })

  test.skipIf(onWindows)('does not follow a link out of the tree', () => {
    writeFileSync(join(outside, 'a.ts'), 'old\n')
    symlinkSync(join(outside, 'a.ts'), join(root, 'app/link.ts'))
    expect(() => writeFileSafely(join(root, 'app/link.ts'), 'new\n', { root, bom: false })).toThrow(
      'lies outside',
    )
    expect(readFileSync(join(outside, 'a.ts'), 'utf8')).toBe('old\n')
  })

  test.each(['', ' \n\t'])('refuses to empty a file: %j', (text) => {
    const file = put('app/a.ts', 'old\n')
    expect(() => writeFileSafely(file, text, { root, bom: false })).toThrow('is empty')
    expect(readFileSync(file, 'utf8')).toBe('old\n')
  })

  test('leaves nothing behind when the rename fails', () => {
    mkdirSync(join(root, 'app/folder.ts'))
    writeFileSync(join(root, 'app/folder.ts/x'), '')
    expect(() => writeFileSafely(join(root, 'app/folder.ts'), 'new\n', { root, bom: false })).toThrow()
    expect(readdirSync(join(root, 'app'))).toEqual(['folder.ts'])
  })
})

describe('applyChanges', () => {
  test('goes on after a file that fails and says why', () => {
    put('app/a.ts', 'old a\n')
    put('app/b.ts', 'other b\n')
    put('app/c.ts', 'old c\r\n')
    put('app/d.ts', Buffer.from([0x61, 0xff, 0x0a]))
    const result = applyChanges(root, [
      change('app/a.ts', 'old a\n', 'new a'),
      change('app/b.ts', 'old b\n', 'new b\n'),
      change('app/missing.ts', 'x', 'y'),
      change('app/d.ts', 'a\uFFFD\n', 'b\n'),
      change('app/c.ts', 'old c\r\n', 'new c\r\n'),
    ])
    expect(result).toEqual({
      written: ['app/a.ts', 'app/c.ts'],
      failures: [
        { file: 'app/b.ts', message: 'changed since it was analysed; run again' },
        {
          file: 'app/missing.ts',
          message: 'cannot be written: does not exist any more; run again; the file is unchanged',
        },
        { file: 'app/d.ts', message: 'is not valid UTF-8; convert it and run again' },
      ],
    })
    expect(readFileSync(join(root, 'app/a.ts'), 'utf8')).toBe('new a')
    expect(readFileSync(join(root, 'app/b.ts'), 'utf8')).toBe('other b\n')
    expect(readFileSync(join(root, 'app/c.ts'), 'utf8')).toBe('new c\r\n')
    expect([...readFileSync(join(root, 'app/d.ts'))]).toEqual([0x61, 0xff, 0x0a])
  })

  test('keeps the byte order mark that the texts do not hold', () => {
    put('app/a.ts', '\uFEFFold\r\n')
    expect(applyChanges(root, [change('app/a.ts', 'old\r\n', 'new\r\n')]).failures).toEqual([])
    expect(readFileSync(join(root, 'app/a.ts'), 'utf8')).toBe('\uFEFFnew\r\n')
  })
})

describe('a file that is new', () => {
  test('is written with the folders that lead to it', () => {
    expect(applyChanges(root, [change('src/lib/tags.ts', '', 'export {}\n')])).toEqual({
      written: ['src/lib/tags.ts'],
      failures: [],
    })
    expect(readFileSync(join(root, 'src/lib/tags.ts'), 'utf8')).toBe('export {}\n')
    expect(readdirSync(join(root, 'src/lib'))).toEqual(['tags.ts'])
  })

  test.skipIf(onWindows)('can be read by all and written by its owner', () => {
    applyChanges(root, [change('app/tags.ts', '', 'export {}\n')])
    expect(statSync(join(root, 'app/tags.ts')).mode & 0o777).toBe(0o644)
  })

  test.each(['mine\n', ''])('is not written over what has come to stand there: %j', (text) => {
    put('app/tags.ts', text)
    const { written, failures } = applyChanges(root, [change('app/tags.ts', '', 'export {}\n')])
    expect([written, failures.map(({ message }) => message)]).toEqual([
      [],
      ['cannot be written: has come to stand there meanwhile; run again; the file is unchanged'],
    ])
    expect(readFileSync(join(root, 'app/tags.ts'), 'utf8')).toBe(text)
    expect(readdirSync(join(root, 'app'))).toEqual(['tags.ts'])
  })

  test.skipIf(onWindows)('does not go through a link out of the tree', () => {
    symlinkSync(outside, join(root, 'lib'))
    const { failures } = applyChanges(root, [change('lib/tags.ts', '', 'export {}\n')])
    expect(failures[0]?.message).toContain('lies outside')
    expect(readdirSync(outside)).toEqual([])
  })

  test('where a file stands in place of its folder, that is told', () => {
    put('lib', 'x')
    const { failures } = applyChanges(root, [change('lib/tags.ts', '', 'export {}\n')])
    expect(failures[0]?.message).toContain('is a file where its folder would be')
  })
})
