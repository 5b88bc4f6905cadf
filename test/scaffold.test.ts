import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))
const copied = [
  'package.json',
  'biome.json',
  'tsconfig.json',
  'src',
  'transforms',
  'schema',
  'scripts',
  'docs/transforms',
]

let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'retag-scaffold-'))
  for (const path of copied) cpSync(join(projectRoot, path), join(copy, path), { recursive: true })
  // A junction needs no privilege on Windows; elsewhere the type is ignored.
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'), 'junction')
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

function newTransform(...args: string[]) {
  return node(join('scripts', 'new-transform.mjs'), ...args)
}

function node(...args: string[]) {
  return spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
}

function read(path: string): string {
  return readFileSync(join(copy, path), 'utf8')
}

describe('npm run new-transform', () => {
  test.each([[[]], [['Upper']], [['two words']], [['../out']], [['a', 'b']]])('refuses the id %j', (args) => {
    const { status, stderr } = newTransform(...args)
    expect(status).toBe(1)
    expect(stderr).toContain('Give one in kebab-case')
  })

  test('refuses an id that is taken, and writes nothing', () => {
    const before = read('src/plan/catalogue.ts')
    const { status, stderr } = newTransform('stable-names')
    expect(status).toBe(1)
    expect(stderr).toContain('transforms/stable-names.ts exists already')
    expect(read('src/plan/catalogue.ts')).toBe(before)
  })

  test('writes files that fit in: types, lint and the list of transforms', () => {
    const { status, stdout, stderr } = newTransform('drop-no-store')
    expect(status, stderr).toBe(0)
    const files = stdout.split('\n').flatMap((line) => /^ {2}(\S+\.\w+)$/.exec(line)?.[1] ?? [])
    expect(files).toEqual([
      'transforms/drop-no-store.ts',
      'src/plan/drop-no-store.ts',
      'docs/transforms/drop-no-store.md',
      '__testfixtures__/drop-no-store/rewrites-one-call/input/package.json',
      '__testfixtures__/drop-no-store/rewrites-one-call/input/app/actions.ts',
      '__testfixtures__/drop-no-store/rewrites-one-call/output/app/actions.ts',
      '__testfixtures__/drop-no-store/rewrites-one-call/report.json',
      '__testfixtures__/drop-no-store/leaves-what-only-looks-like-it/input/package.json',
      '__testfixtures__/drop-no-store/leaves-what-only-looks-like-it/input/app/actions.ts',
      '__testfixtures__/drop-no-store/leaves-what-only-looks-like-it/report.json',
    ])
    expect(files.filter((file) => !existsSync(join(copy, file)))).toEqual([])

    const types = node(join('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.')
    expect(types.stdout).toBe('')
    const biome = join('node_modules', '@biomejs', 'biome', 'bin', 'biome')
    const lint = node(biome, 'check', 'transforms/drop-no-store.ts', 'src/plan/drop-no-store.ts')
    expect(lint.status, lint.stderr).toBe(0)
    const list = node('--import', 'tsx', join('src', 'cli', 'main.ts'), 'list')
    expect(list.stdout).toMatch(/^ {2}drop-no-store +Say in one sentence/m)
  })
})
