import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LoadedConfig } from '../../src/config/load.js'
import { loadConfig } from '../../src/config/load.js'
import { contexts } from '../../src/context/types.js'
import { UsageError } from '../../src/workspace/types.js'

let root = ''

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'retag-config-')))
  mkdirSync(join(root, '.git'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, text: string): string {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

function load(paths = ['.'], explicit?: string): Promise<LoadedConfig | null> {
  const absolute = paths.map((path) => join(root, path))
  return loadConfig({
    paths: absolute,
    cwd: root,
    ...(explicit === undefined ? {} : { explicit: join(root, explicit) }),
  })
}

async function problem(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UsageError)
  const { message } = error as UsageError
  expect(message).not.toContain('\n')
  return message
}

describe('finding', () => {
  test('none', async () => {
    expect(await load()).toBeNull()
  })

  test('upward from the given path to the top of the repository', async () => {
    const file = write('retag.config.json', '{ "ignore": ["x"] }')
    const deep = dirname(write('apps/web/src/a.ts', ''))
    expect(await load([deep.slice(root.length + 1)])).toEqual({
      file,
      dir: root,
      config: { ignore: ['x'] },
    })
    expect((await load(['apps/web/src/a.ts']))?.file).toBe(file)
  })

  test('the nearest wins', async () => {
    write('retag.config.json', '{}')
    const near = write('apps/web/retag.config.mjs', 'export default {}')
    expect((await load(['apps/web']))?.file).toBe(near)
  })

  test('not beyond the repository', async () => {
    write('retag.config.json', '{}')
    mkdirSync(join(root, 'inner/.git'), { recursive: true })
    expect(await load(['inner'])).toBeNull()
  })

  test('two in one folder are refused', async () => {
    write('retag.config.json', '{}')
    write('retag.config.ts', 'export default {}')
    expect(await problem(load())).toMatch(/holds retag\.config\.ts and retag\.config\.json\. Keep one/)
  })

  test('paths under different configs are refused', async () => {
    write('a/retag.config.json', '{}')
    write('b/retag.config.json', '{}')
    expect(await problem(load(['a', 'b']))).toMatch(/different configs .*Pass --config <file>/)
  })
})

describe('checking', () => {
  test('an unknown field is named with the valid ones', async () => {
    write('retag.config.json', '{ "profils": {} }')
    expect(await problem(load())).toBe(
      'retag.config.json: unknown field "profils". Valid fields: profiles, contexts, ignore, tagHelpers, paths, resources, decisions.',
    )
  })

  test('a wrong context is named with the valid ones', async () => {
    write('retag.config.ts', "export default { contexts: { 'src/a~b/*.ts': 'worker' } }")
    expect(await problem(load())).toBe(
      `retag.config.ts: "contexts" > "src/a~b/*.ts" is no context. Valid contexts: ${contexts.join(', ')}.`,
    )
  })

  test('a wrong type', async () => {
    write('retag.config.json', '{ "ignore": "x" }')
    expect(await problem(load())).toContain('retag.config.json: "ignore" must be an array')
  })

  test('comments in JSON', async () => {
    write('retag.config.json', '{ // mine\n "ignore": [] }')
    expect(await problem(load())).toMatch(/is not valid JSON .*Take out comments and trailing commas/)
  })

  test('$schema is allowed and dropped; a byte order mark does no harm', async () => {
    write('retag.config.json', '\uFEFF{ "$schema": "./x.json", "ignore": [] }')
    expect((await load())?.config).toEqual({ ignore: [] })
  })

  test('broken JSON', async () => {
    write('retag.config.json', '{ "ignore": ')
    expect(await problem(load())).toMatch(/^retag\.config\.json is not valid JSON/)
  })

  test('broken TypeScript', async () => {
    write('retag.config.ts', 'export default {\n  a: ,\n}')
    expect(await problem(load())).toMatch(/^retag\.config\.ts:2 is not valid: /)
  })

  test('a file that is not there, and a folder in its place', async () => {
    expect(await problem(load(['.'], 'nope.json'))).toMatch(/^The config nope\.json does not exist/)
    mkdirSync(join(root, 'folder.json'))
    expect(await problem(load(['.'], 'folder.json'))).toMatch(/is a folder/)
  })
})

describe('modules', () => {
  const running =
    "import { writeFileSync } from 'node:fs'\nwriteFileSync(new URL('./ran', import.meta.url), '')\n"

  test('a found module is never run, not even around a literal', async () => {
    write('retag.config.mjs', `${running}export default { ignore: ['x'] }`)
    expect((await load())?.config).toEqual({ ignore: ['x'] })
    expect(existsSync(join(root, 'ran'))).toBe(false)
  })

  test('what cannot be read without running is refused', async () => {
    write('retag.config.mjs', `${running}export default { ignore: [String(1)] }`)
    expect(await problem(load())).toBe(
      'retag.config.mjs:3 cannot be read without running it. Pass --config retag.config.mjs to run it, or use retag.config.json.',
    )
    expect(existsSync(join(root, 'ran'))).toBe(false)
  })

  test('with --config it is run; retag itself can be imported without being installed', async () => {
    write(
      'my.config.ts',
      "import { defineConfig } from 'retag'\nconst names: string[] = ['a', 'b']\nexport default defineConfig({ ignore: names.map((name) => name.concat('/**')) })",
    )
    expect((await load(['.'], 'my.config.ts'))?.config).toEqual({ ignore: ['a/**', 'b/**'] })
  })

  test('a module that throws is told in one line', async () => {
    write(
      'my.config.mjs',
      "export default { ignore: [fail()] }\nfunction fail() {\n  throw new Error('no\\nluck')\n}",
    )
    expect(await problem(load(['.'], 'my.config.mjs'))).toBe(
      'my.config.mjs failed when it was run (no). Mend it.',
    )
  })

  test('undefined is left out, a function is refused', async () => {
    write('my.config.mjs', "export default { ignore: ['a'], profiles: process.env.NO_SUCH }")
    expect((await load(['.'], 'my.config.mjs'))?.config).toEqual({ ignore: ['a'] })
    write('other.config.mjs', 'export default async () => ({ ignore: [] })')
    expect(await problem(load(['.'], 'other.config.mjs'))).toBe(
      'other.config.mjs: it holds a function. Export a plain object.',
    )
  })

  test('no default export', async () => {
    write('retag.config.ts', 'export const config = {}')
    expect(await problem(load())).toMatch(/has no default export/)
  })
})
