import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Plan } from '../../src/plan/types.js'
import type { Report } from '../../src/report/json.js'
import { type Project, project, type Ran, runIn } from './fake.js'
import { retag } from './process.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const action = 'app/actions.ts'
const other = 'app/more.ts'
const source = (name: string): string =>
  `'use server'\n\nimport { revalidateTag } from 'next/cache'\n\nexport async function ${name}() {\n  revalidateTag('${name}')\n}\n`
const migrated = (name: string): string => source(name).replaceAll('revalidateTag', 'updateTag')
const files = {
  'package.json': '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n',
  'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
  [action]: source('save'),
  [other]: source('more'),
}

interface Planned extends Project {
  /** Absolute, outside the tree. */
  plan: string
  /** Changes the stored plan. */
  edit(change: (plan: Plan) => void): void
}

/** A tree with its stored plan, made by the real engine. */
async function planned(git = true): Promise<Planned> {
  const made = project({ git, files })
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'retag-plan-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const plan = join(folder, 'plan.json')
  const engine = await import('../../src/index.js')
  const { code, stdout } = await runIn(made.root, ['plan', '-o', plan], { engine })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  return {
    ...made,
    plan,
    edit(change) {
      const value = JSON.parse(readFileSync(plan, 'utf8')) as Plan
      change(value)
      writeFileSync(plan, JSON.stringify(value))
    },
  }
}

function expectRefused({ code, stdout, stderr }: Ran, message: string | RegExp): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
  expect(stderr).toMatch(/^retag: [^\n]+\n$/)
}

describe('the real program', () => {
  test('plan, then apply: the same as a run', async () => {
    const { root, read, git } = project({ git: true, files })
    const made = await retag(['plan', '-o', 'plan.json'], root)
    expect({ code: made.code, stdout: made.stdout }).toEqual({ code: 0, stdout: '' })
    expect(made.stderr).toContain('To write these changes: npx retag apply plan.json')
    expect(read(action)).toBe(source('save'))
    git('diff', '--exit-code')
    const applied = await retag(['apply', 'plan.json'], root)
    expect(applied.code).toBe(0)
    expect(applied.stderr).toContain('2 calls became updateTag(tag)')
    expect([read(action), read(other)]).toEqual([migrated('save'), migrated('more')])
    expect((await retag(['--check'], root)).code).toBe(0)
  })

  test('a truncated plan: one line, exit 2', async () => {
    const { root, write, read } = project({ git: true, files })
    write('plan.json', read('package.json').slice(0, 20))
    expectRefused(await retag(['apply', 'plan.json'], root), 'plan.json is no valid JSON; it may be cut off')
  })
})

describe('retag plan', () => {
  const engine = () => import('../../src/index.js')

  test('without -o the plan goes to stdout, and nothing else does', async () => {
    const { root } = project({ git: true, files })
    const { stdout } = await runIn(root, ['plan'], { engine: await engine() })
    expect((JSON.parse(stdout) as Plan).files.map(({ file }) => file)).toEqual([action, other])
    expect((await runIn(root, ['plan', '-o', '-'], { engine: await engine() })).stdout).toBe(stdout)
  })

  test('paths and choices as in a run', async () => {
    const { root } = project({ git: true, files })
    const { stdout } = await runIn(root, ['plan', other, '--skip', 'test-doubles'], {
      engine: await engine(),
    })
    expect((JSON.parse(stdout) as Plan).files.map(({ file }) => file)).toEqual([other])
  })

  test('an older plan is written over, another file only with --force', async () => {
    const { root, read, plan } = await planned()
    expect((await runIn(root, ['plan', '-o', plan], { engine: await engine() })).code).toBe(0)
    const before = read('package.json')
    expectRefused(
      await runIn(root, ['plan', '-o', 'package.json'], { engine: await engine() }),
      /is no plan of retag/,
    )
    expect(read('package.json')).toBe(before)
    writeFileSync(plan, 'x')
    expect((await runIn(root, ['plan', '-o', plan, '--force'], { engine: await engine() })).code).toBe(0)
  })

  test.each([
    [['-o', 'app'], 'app is a folder'],
    [['-o', 'package.json/plan.json'], 'cannot be written (E'],
    [['--report', 'json=p.json'], 'lies in the tree'],
    [['-o', '../p', '--report', 'json=../p'], 'is a report too'],
  ])('%o: exit 2, nothing written', async (argv, message) => {
    const { root } = project({ git: true, files })
    const { code, stderr } = await runIn(root, ['plan', ...argv], { engine: await engine() })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(existsSync(join(root, '../p'))).toBe(false)
  })
})

describe('retag apply', () => {
  test('--dry-run shows and writes nothing; --json is the report; --print the diff', async () => {
    const { root, plan, read } = await planned()
    const { code, stdout, stderr } = await runIn(root, ['apply', plan, '--dry-run', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout) as Report).toMatchObject({ mode: 'dry-run', root, counts: { changed: 2 } })
    expect(stderr).toContain(`To write these changes: npx retag apply ${plan}`)
    expect((await runIn(root, ['apply', plan, '-dp'])).stdout).toContain("+  updateTag('save')")
    expect((await runIn(root, ['apply', plan], { env: { DRY_RUN: '1' } })).code).toBe(0)
    expect(read(action)).toBe(source('save'))
  })

  test('a rewrite that a person set to keep is left; the rest is exactly the plan', async () => {
    const { root, plan, read, edit } = await planned()
    edit(({ decisions }) => {
      for (const decision of decisions) if (decision.file === action) decision.action = 'keep'
    })
    expect((await runIn(root, ['apply', plan])).code).toBe(0)
    expect([read(action), read(other)]).toEqual([source('save'), migrated('more')])
  })

  test('keep set to rewrite without an edit names the decision', async () => {
    const { root, plan, read, edit } = await planned()
    edit(({ decisions }) => {
      for (const decision of decisions) decision.edit = null
    })
    expectRefused(
      await runIn(root, ['apply', plan]),
      'The decision revalidate-tag:app/actions.ts:6:3 is set to rewrite, but the plan holds no edit for it',
    )
    expect(read(other)).toBe(source('more'))
  })

  test('a file that has changed since is refused by name, the rest goes on, exit 3', async () => {
    const { root, plan, read, write, git } = await planned()
    write(action, `// new\n${source('save')}`)
    git('commit', '-qam', 'changed')
    const { code, stdout, stderr } = await runIn(root, ['apply', plan, '--json'])
    expect(code).toBe(3)
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'app/actions.ts: It has changed since the plan was made. Make the plan again.',
    )
    expect((JSON.parse(stdout) as Report).failures.map(({ file }) => file)).toEqual([action])
    expect(read(action)).toBe(`// new\n${source('save')}`)
    expect(read(other)).toBe(migrated('more'))
  })

  test('applied twice: every file has changed by then', async () => {
    const { root, plan, git } = await planned()
    expect((await runIn(root, ['apply', plan])).code).toBe(0)
    git('commit', '-qam', 'applied')
    expectRefused(
      await runIn(root, ['apply', plan]),
      /None of the 2 files of .*plan\.json is in .* as it was/,
    )
  })

  test('another tree: one line, exit 2', async () => {
    const { plan } = await planned()
    const { root, read } = project({
      git: true,
      files: { ...files, [action]: source('a'), [other]: source('b') },
    })
    expectRefused(await runIn(root, ['apply', plan]), /None of the 2 files.*app\/actions\.ts: It has changed/)
    expect(read(action)).toBe(source('a'))
  })

  test('the same tree elsewhere: another checkout, another folder of it, or named', async () => {
    const { plan, root: made } = await planned()
    rmSync(made, { recursive: true })
    const { root, read } = project({ git: true, files })
    expect((await runIn(join(root, 'app'), ['apply', plan, '-d'])).code).toBe(0)
    expect((await runIn('/', ['apply', plan, root])).code).toBe(0)
    expect(read(action)).toBe(migrated('save'))
  })

  test('without git the root of the plan counts where it lies below; --force is needed as in a run', async () => {
    const { root, plan, read } = await planned(false)
    const above = realpathSync(mkdtempSync(join(tmpdir(), 'retag-above-')))
    onTestFinished(() => rmSync(above, { recursive: true, force: true }))
    cpSync(root, join(above, 'app'), { recursive: true })
    expectRefused(await runIn(root, ['apply', plan]), 'There is no git repository here')
    const stored = readFileSync(plan, 'utf8').replaceAll(root, join(above, 'app'))
    writeFileSync(plan, stored)
    const { code, stderr } = await runIn(above, ['apply', plan, '-d'])
    expect(code).toBe(0)
    expect(stderr).toContain(`npx retag apply --force ${plan}`)
    expect((await runIn(above, ['apply', plan, '--force'])).code).toBe(0)
    expect(readFileSync(join(above, 'app', action), 'utf8')).toBe(migrated('save'))
    expect(read(action)).toBe(source('save'))
  })

  test('a file that git could not bring back is refused as in a run', async () => {
    const { root, plan, read, git } = await planned()
    git('rm', '-q', '--cached', action)
    git('commit', '-qm', 'untracked')
    expectRefused(await runIn(root, ['apply', plan]), 'app/actions.ts is not tracked by git. Use --force')
    expect(read(other)).toBe(source('more'))
    expect((await runIn(root, ['apply', plan, '--force'])).code).toBe(0)
    expect(read(action)).toBe(migrated('save'))
  })

  test('asks first on a terminal', async () => {
    const { root, plan, read } = await planned()
    const { code, stderr } = await runIn(root, ['apply', plan], { typed: 'n' })
    expect(code).toBe(0)
    expect(stderr).toContain('Nothing was written.')
    expect(read(action)).toBe(source('save'))
  })

  test.each([
    ['nothing.json', 'nothing.json does not exist. Name a plan'],
    ['app', 'app cannot be read (EISDIR). Name a plan'],
    ['package.json', 'package.json is no plan of retag.'],
  ])('%s is no plan', async (name, message) => {
    const { root } = project({ git: true, files })
    expectRefused(await runIn(root, ['apply', name]), message)
  })
})

describe('paths of a plan are not trusted', () => {
  test.each(['../outside.ts', '/etc/outside.ts', 'app/../../outside.ts'])('%s', async (file) => {
    const { root, plan, edit, read } = await planned()
    edit(({ decisions, files: hashes }) => {
      for (const one of [...decisions, ...hashes]) if (one.file === action) one.file = file
    })
    expectRefused(await runIn(root, ['apply', plan, '--force']), /\/file".* is not as the schema wants it/)
    expect(read(other)).toBe(source('more'))
  })

  test('a link, or a file behind one, is no source file of the tree', async () => {
    const { root, plan, edit } = await planned()
    const away = project({ git: false, files })
    symlinkSync(join(away.root, action), join(root, 'app/link.ts'))
    symlinkSync(join(away.root, 'app'), join(root, 'linked'))
    edit(({ decisions, files: hashes }) => {
      for (const one of [...decisions, ...hashes]) {
        if (one.file === action) one.file = 'app/link.ts'
        if (one.file === other) one.file = 'linked/more.ts'
      }
    })
    expectRefused(
      await runIn(root, ['apply', plan, '--force']),
      /app\/link\.ts: It is no source file of this tree/,
    )
    expect([away.read(action), away.read(other)]).toEqual([source('save'), source('more')])
  })

  test('a root that lies elsewhere is not gone to', async () => {
    const { root, plan, edit, read } = await planned()
    const away = project({ git: true, files })
    edit((value) => {
      value.root = away.root
    })
    expect((await runIn(root, ['apply', plan])).code).toBe(0)
    expect(read(action)).toBe(migrated('save'))
    expect(away.read(action)).toBe(source('save'))
  })
})
