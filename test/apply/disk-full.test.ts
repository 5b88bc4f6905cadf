import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyChanges } from '../../src/apply/write.js'

vi.mock('node:fs', async (original) => ({ ...(await original<typeof fs>()), fsyncSync: vi.fn() }))

let root: string
beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'retag-full-')))
  fs.writeFileSync(join(root, 'a.ts'), 'old\n')
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

test.each([
  ['ENOSPC', 'the disk is full; free some space and run again'],
  ['EACCES', 'permission denied; make the file and its folder writable'],
  ['EIO', 'input/output error'],
])('%s is said, the file stays whole and nothing is left beside it', (code, text) => {
  vi.mocked(fs.fsyncSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('input/output error'), { code })
  })
  const change = { file: 'a.ts', before: 'old\n', after: 'new\n', decisions: [] }
  expect(applyChanges(root, [change])).toEqual({
    written: [],
    failures: [{ file: 'a.ts', message: `cannot be written: ${text}; the file is unchanged` }],
  })
  expect(fs.readFileSync(join(root, 'a.ts'), 'utf8')).toBe('old\n')
  expect(fs.readdirSync(root)).toEqual(['a.ts'])
})
