import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test, vi } from 'vitest'
import { loadEngine } from '../../src/cli/engine.js'
import { packageRoot, packageSchema } from '../../src/config/package-root.js'
import type { Report } from '../../src/report/json.js'
import { action, next16, strict } from '../apply/verify-support.js'
import { type Project, project, type Ran, runIn } from './fake.js'

// Every test starts a type checker or a formatter; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const file = 'app/actions.ts'
const page = 'export default function Page() {\n  return null\n}\n'
const manifest = '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n'
const migrated = action
  .replace("revalidateTag('posts')", "updateTag('posts')")
  .replace('{ revalidateTag }', '{ updateTag }')

function app(files: Record<string, string> = {}): Project {
  const made = project({
    git: true,
    files: {
      'package.json': manifest,
      '.gitignore': 'node_modules\n',
      'tsconfig.json': strict,
      [file]: action,
      'app/page.tsx': page,
      ...files,
    },
  })
  for (const [name, text] of Object.entries(next16)) made.write(name, text)
  return made
}

async function real(root: string, argv: string[]): Promise<Ran> {
  return await runIn(root, argv, { engine: await loadEngine() })
}

test('--verify says how many type errors went away, on stderr and in the report', async () => {
  const { root, read } = app()
  const { code, stdout, stderr } = await real(root, ['--verify', '--json'])
  expect(code).toBe(0)
  expect(read(file)).toBe(migrated)
  expect(stderr).toContain('Type errors: 1 before, 0 after; 0 new.')
  const report = JSON.parse(stdout) as Report
  expect(report.verification).toMatchObject({ before: 1, after: 0, fixed: 1, added: [], rolledBack: [] })
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(packageSchema('report'))
  validate(report)
  expect(validate.errors).toBeNull()
})

test('--verify in a dry run writes nothing', async () => {
  const { root, read } = app()
  const { stderr } = await real(root, ['--verify', '--dry-run'])
  expect(stderr).toContain('Type errors: 1 before, 0 after; 0 new.')
  expect(stderr).toContain('To write these changes: npx retag --verify\n')
  expect(read(file)).toBe(action)
})

test('an edit that makes a new error waits for a person', async () => {
  const wrong = next16['node_modules/next/cache.d.ts']?.replace(
    'updateTag(tag: string)',
    'updateTag(tag: number)',
  )
  const made = app()
  made.write('node_modules/next/cache.d.ts', wrong ?? '')
  const { code, stderr } = await real(made.root, ['--verify', '--fail-on', 'review'])
  expect(code).toBe(1)
  expect(made.read(file)).toBe(action)
  expect(stderr).toContain('Type errors: 1 before, 1 after; 0 new (1 prevented).')
  expect(stderr).toContain('1 edit was taken back and waits for a person')
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('The edit would make a type error that is not there now')
})

test('types that cannot be checked: one line, nothing is written', async () => {
  const made = app()
  made.write('node_modules/typescript/package.json', '{ "version": "5.9.9", "main": "gone.js" }')
  const { code, stderr } = await real(made.root, ['--verify'])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /^retag: The types could not be checked: [^\n]+\. Run without --verify to write all the same\.\n$/,
  )
  expect(made.read(file)).toBe(action)
  const dry = await real(made.root, ['--verify', '--dry-run'])
  expect(dry.code).toBe(0)
  expect(dry.stderr).toContain('The types could not be checked')
})

test('a stored plan is verified and formatted as a run is', async () => {
  const { root, read } = app()
  await real(root, ['plan', '-o', 'plan.json'])
  const { code, stderr } = await real(root, ['apply', 'plan.json', '--verify', '--force'])
  expect(code).toBe(0)
  expect(stderr).toContain('Type errors: 1 before, 0 after; 0 new.')
  expect(read(file)).toBe(migrated)
})

test('the repository’s formatter lays out what was clean, unless it is told not to', async () => {
  const call = "  revalidateTag('a-tag-that-is-long-enough-for-the-line-to-break')\n"
  const text = action
    .replace("  revalidateTag('posts')\n", call)
    .replace("'use server'\n", "'use server'\n\n")
  const handler = text.replace("'use server'\n\n", '').replace('save', 'POST')
  const route = 'app/api/route.ts'
  const rc = '{ "semi": false, "singleQuote": true, "printWidth": 68 }\n'
  const made = app({ [route]: handler, '.prettierrc': rc })
  mkdirSync(join(made.root, 'node_modules'), { recursive: true })
  symlinkSync(
    join(packageRoot(), 'node_modules/prettier'),
    join(made.root, 'node_modules/prettier'),
    'junction',
  )
  const none = await real(made.root, ['--dry-run', '--print', '--format', 'none'])
  expect(none.stdout).toContain(
    "+  revalidateTag('a-tag-that-is-long-enough-for-the-line-to-break', 'max')\n",
  )
  await real(made.root, [])
  expect(made.read(route)).toContain(
    "  revalidateTag(\n    'a-tag-that-is-long-enough-for-the-line-to-break',\n    'max',\n  )\n",
  )
  made.git('commit', '-qam', 'moved')
  expect((await real(made.root, ['--check'])).code).toBe(0)
})

test('an unknown way to format is refused before anything is looked at', async () => {
  const { root } = app()
  const { code, stderr } = await real(root, ['--format', 'pretty'])
  expect(code).toBe(2)
  expect(stderr).toBe('retag: --format knows no "pretty". Valid: auto, none, trust.\n')
})
