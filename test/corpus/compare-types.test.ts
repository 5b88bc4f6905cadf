import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compareTypes } from '../../corpus/lib/compare-types.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'retag-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
}

const before = `import { unstable_cache } from 'next/cache'
import { find } from '@/find'
import { missing } from 'not-installed'
export const getUser = unstable_cache(async (id: string) => find(missing, id), ['user'])
`
const after = `import { cacheLife } from 'next/cache'
import { find } from '@/find'
import { missing } from 'not-installed'
export async function getUser(id: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return find(missing, id)
}
`

function said(text: string, importers: string[] = []): string[] {
  write('tsconfig.json', '{ "compilerOptions": { "strict": true, "paths": { "@/*": ["./src/*"] } } }')
  write('src/find.ts', 'export const find = async (db: unknown, id: string) => ({ db, id, n: 1 })\n')
  write('src/user.ts', before)
  write(
    'src/page.ts',
    "import { getUser } from './user'\nexport const n = async () => (await getUser('a')).n\n",
  )
  const changed = [{ file: 'src/user.ts', before, after: text }]
  return compareTypes(folder, changed, importers).map(({ where, message }) => `${where} ${message}`)
}

it('accepts errors that were there before, wherever they stand now', () => {
  expect(said(after)).toEqual([])
  expect(said(`// one line further\n${after}`, ['src/page.ts'])).toEqual([])
})

it('finds an error that is new', () => {
  expect(said(after.replace('id: string', 'id'))).toEqual([
    "src/user.ts:4 (after) TS7006 Parameter 'id' implicitly has an 'any' type.",
  ])
  expect(said(after.replace('missing, id', 'missing, user'))).toEqual([
    "src/user.ts:7 (after) TS2304 Cannot find name 'user'.",
  ])
  expect(said(after.replace('{ revalidate: Infinity }', '3600'))[0]).toContain('TS2345')
})

it('finds a caller that no longer fits', () => {
  const wider = after.replace('id: string', 'id: string, page: number')
  expect(said(wider)).toEqual([])
  expect(said(wider, ['src/page.ts'])).toEqual([
    'src/page.ts:2 (after) TS2554 Expected 2 arguments, but got 1.',
  ])
})
