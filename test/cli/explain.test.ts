import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { finding } from '../report/sample.js'
import { fakeEngine, project, runIn } from './fake.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

describe('retag explain', () => {
  test('prints decision, rule, reason and evidence with source lines', async () => {
    const { root } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, ['explain', 'app/actions.ts:4'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('app/actions.ts:4:3  revalidateTag')
    expect(stdout).toContain("decision  becomes updateTag('posts'), behaviour preserved")
    expect(stdout).toContain('server-action\n    app/actions.ts:3 save\n      export async function save() {')
  })

  test('finds paths from the current folder and from the root', async () => {
    const { root } = project({ git: true })
    for (const path of ['actions.ts', 'app/actions.ts', join(root, 'app/actions.ts')]) {
      expect((await runIn(join(root, 'app'), ['explain', `${path}:4`])).code).toBe(0)
    }
  })

  test.skipIf(process.platform === 'win32')('takes a file name with a line end', async () => {
    const { root, write } = project({ git: true })
    write('app/new\nline.ts', "'use server'\nexport const a = async () => revalidateTag('x')\n")
    expect((await runIn(root, ['explain', 'app/new\nline.ts:2'])).code).toBe(0)
    expect((await runIn(root, ['explain', 'app/no\nline.ts:2'])).stderr).toMatch(
      /^retag: app\/no\\nline.ts does not exist[^\n]+\n$/,
    )
  })

  test('takes a column', async () => {
    const { root } = project({ git: true })
    expect((await runIn(root, ['explain', 'app/actions.ts:4:3'])).code).toBe(0)
    expect((await runIn(root, ['explain', 'app/actions.ts:4:9'])).code).toBe(2)
  })

  test('prints findings of the line', async () => {
    const { root } = project({ git: true })
    const engine = fakeEngine({ findings: [finding({ file: 'app/page.tsx', line: 2 })] })
    const { stdout } = await runIn(root, ['explain', 'app/page.tsx:2'], { engine })
    expect(stdout).toContain('error invalidate-in-render')
  })

  test('what other files decide is decided with them', async () => {
    const tag = "'post-' + id"
    const { root } = project({
      git: true,
      files: {
        'package.json': '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n',
        'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
        'lib/posts.ts': `import { cacheTag } from 'next/cache'\nexport async function post(id: string) {\n  'use cache'\n  cacheTag(${tag})\n  return id\n}\n`,
        'app/actions.ts': `'use server'\nimport { updateTag } from 'next/cache'\nexport async function save(id: string) {\n  updateTag(${tag})\n}\n`,
      },
    })
    const engine = await import('../../src/index.js')
    const { stdout } = await runIn(root, ['explain', '-t', 'tag-helpers', '--', 'lib/posts.ts:4'], { engine })
    expect(stdout).toContain('decision  becomes postTags.record(id)')
  })

  test('names the nearest calls when the line holds none', async () => {
    const { root } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, ['explain', 'app/actions.ts:1'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      'retag: app/actions.ts:1 holds no call that retag looks at. The nearest is app/actions.ts:4.\n',
    )
  })

  test.each([
    ['app/page.tsx:1', 'nor does any other line of the file'],
    ['app/nope.ts:1', 'app/nope.ts does not exist'],
    ['app/actions.ts', 'names no line'],
    ['app:1', 'app is no source file'],
    ['package.json:1', 'package.json is no source file'],
    ['app/actions.ts:x', 'names no line'],
  ])('%s is bad usage', async (target, message) => {
    const { root } = project({ git: true })
    const { code, stderr } = await runIn(root, ['explain', target])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  test('writes nothing, asks nothing, and takes the choices of a run', async () => {
    const { root, read } = project({ git: true })
    const engine = fakeEngine()
    const argv = ['explain', 'app/actions.ts:4', '--mixed', 'max']
    expect((await runIn(root, argv, { engine, typed: 'y' })).code).toBe(0)
    expect(engine.seen.choices).toMatchObject({ mixed: 'max' })
    expect(read('app/actions.ts')).toContain('revalidateTag')
  })
})
