import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { verify } from '../../src/apply/verify/index.js'
import type { PlanResult } from '../../src/index.js'
import { readTree } from '../support/tree.js'
import {
  action,
  appFolder,
  installApi,
  installCommand,
  next16,
  planned,
  strict,
  verified,
} from './verify-support.js'

// Every test starts a type checker; a loaded machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

const base = { ...next16, 'tsconfig.json': strict }
const two =
  "'use server'\nimport { revalidateTag } from 'next/cache'\n\nexport async function save() {\n  revalidateTag('a')\n}\n\nexport async function more() {\n  revalidateTag('b')\n}\n"

/** As if one of the decisions was wrong: the file calls with a number what wants a text. */
function spoilt(result: PlanResult, tag: string): PlanResult {
  const decisions = result.plan.decisions.map((decision) =>
    decision.before.includes(tag) && decision.edit?.kind === 'call'
      ? {
          ...decision,
          edit: { kind: 'replace', at: decision.edit.at, text: 'revalidateTag(1, {})' } as const,
        }
      : decision,
  )
  const changes = result.changes.map((change) => ({
    ...change,
    after: change.after.replace(`updateTag('${tag}')`, 'updateTag(1)'),
  }))
  return { plan: { ...result.plan, decisions }, changes }
}

describe('errors that go away', () => {
  test.each([
    ['the TypeScript that retag brings', () => {}, 'retag'],
    ['an installed TypeScript with an API', installApi, 'project'],
    ['an installed TypeScript that is a command', installCommand, 'project'],
  ] as const)('are counted by %s', async (_, install, compiler) => {
    const root = appFolder({
      ...base,
      'app/actions.ts': action,
      'app/old.ts': 'export const a: string = 1\n',
    })
    install(root)
    const before = readTree(join(root, 'app'))
    const { result, verification } = await verified(root)
    expect(verification).toMatchObject({
      before: 2,
      after: 1,
      fixed: 1,
      added: [],
      rolledBack: [],
      unchecked: [],
    })
    expect(verification.configs).toMatchObject([{ config: 'tsconfig.json', compiler, unresolved: [] }])
    expect(result.changes).toHaveLength(1)
    expect(readTree(join(root, 'app'))).toEqual(before)
  })

  test('only in the projects of the changed files', async () => {
    const root = appFolder({
      ...next16,
      'apps/web/package.json': '{ "name": "web", "dependencies": { "next": "16.0.3" } }',
      'apps/web/tsconfig.json': strict,
      'apps/web/app/actions.ts': action,
      'apps/docs/tsconfig.json': strict,
      'apps/docs/lib/wrong.ts': 'export const a: string = 1\n',
    })
    const { verification } = await verified(root)
    expect(verification).toMatchObject({ before: 1, after: 0, fixed: 1 })
    expect(verification.configs.map(({ config }) => config)).toEqual(['apps/web/tsconfig.json'])
  })

  test('through a config that only references others', async () => {
    const root = appFolder({
      ...next16,
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
      'tsconfig.app.json': strict.replace('"noEmit":true', '"composite":true'),
      'app/actions.ts': action,
    })
    const { verification } = await verified(root)
    expect(verification).toMatchObject({ before: 1, after: 0, unchecked: [] })
    expect(verification.configs.map(({ config }) => config)).toEqual(['tsconfig.app.json'])
  })
})

describe('an edit that makes a new error is taken back', () => {
  test.each([
    ['with an API', () => {}],
    ['with a command', installCommand],
  ] as const)('%s, and the other one of its file stays', async (_, install) => {
    const root = appFolder({ ...base, 'app/actions.ts': two })
    install(root)
    const { workspace, result } = planned(root)
    const settled = await verify(spoilt(result, 'b'), { workspace })
    const [first, second] = settled.result.plan.decisions
    expect(first).toMatchObject({ action: 'rewrite', after: "updateTag('a')" })
    expect(second).toMatchObject({
      action: 'review',
      rule: 'verify-failed',
      after: null,
      edit: null,
      semantics: null,
    })
    expect(second?.reason).toBe(
      "The edit would make a type error that is not there now: app/actions.ts, TS2345: Argument of type 'number' is not assignable to parameter of type 'string'.",
    )
    expect(settled.result.changes.map(({ after }) => after)).toEqual([
      two
        .replace("revalidateTag('a')", "updateTag('a')")
        .replace('{ revalidateTag }', '{ revalidateTag, updateTag }'),
    ])
    expect(settled.verification).toMatchObject({ before: 2, after: 1, fixed: 1, added: [] })
    expect(settled.verification.rolledBack).toMatchObject([
      { decision: second?.id, errors: [{ file: 'app/actions.ts', code: 'TS2345', line: 9 }] },
    ])
  })

  test('a file whose only edit goes is no change any more, and the counts add up', async () => {
    const root = appFolder({ ...base, 'app/actions.ts': action })
    const { workspace, result } = planned(root)
    const settled = await verify(spoilt(result, 'posts'), { workspace })
    expect(settled.result.changes).toEqual([])
    const { counts, files } = settled.result.plan
    expect(files).toEqual([])
    expect(counts.changed).toBe(0)
    expect(counts.selected).toBe(counts.changed + counts.unchanged + counts.skipped + counts.failed)
  })

  test('the cause stands in another file than the error, and only that one goes', async () => {
    const root = appFolder({
      ...base,
      'lib/one.ts': action.replace("'use server'\n", '').replace('async function save', 'function save'),
      'lib/two.ts': action.replace("'use server'\n", '').replace('async function save', 'function save'),
      'app/use.ts':
        "import { save } from '../lib/one'\nimport { save as other } from '../lib/two'\nexport const a: void = save()\nexport const b: void = other()\n",
    })
    const { workspace, result } = planned(root)
    const changes = result.changes.map((change) =>
      change.file === 'lib/two.ts'
        ? { ...change, after: change.after.replace('save() {', 'save(): number {\n  return 1') }
        : change,
    )
    const settled = await verify({ ...result, changes }, { workspace })
    const rules = settled.result.plan.decisions.map(({ file, rule }) => [file, rule])
    expect(rules).toEqual([
      ['lib/one.ts', 'unreached'],
      ['lib/two.ts', 'verify-failed'],
    ])
  })

  test('assertions about the call go with it', async () => {
    const root = appFolder({
      ...base,
      'app/actions.ts': action,
      'app/actions.test.ts': `import { revalidateTag } from 'next/cache'
import { save } from './actions'

declare const vi: any
declare const expect: any
declare const test: any
vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))

test('saves', async () => {
  await save()
  expect(revalidateTag).toHaveBeenCalledWith('posts')
})
`,
    })
    const { workspace, result } = planned(root)
    expect(result.plan.decisions.map(({ edit }) => edit?.kind)).toContain('assertion')
    const settled = await verify(spoilt(result, 'posts'), { workspace })
    const test = settled.result.changes.find(({ file }) => file === 'app/actions.test.ts')
    expect(test?.after).toContain('expect(revalidateTag)')
    const assertion = settled.result.plan.decisions.find(({ id }) =>
      result.plan.decisions.some((decision) => decision.id === id && decision.edit?.kind === 'assertion'),
    )
    expect(assertion).toMatchObject({ action: 'review', rule: 'verify-failed' })
  })
})

describe('what cannot be checked is said', () => {
  test('Next.js is not installed: its import is missing before and after, and nothing is new', async () => {
    const root = appFolder({
      'tsconfig.json': strict,
      'app/actions.ts': action,
      'lib/load.ts':
        "export async function load(tags: any) {\n  const { revalidateTag } = await import('next/cache')\n  revalidateTag('x')\n}\n",
    })
    const { result, verification } = await verified(root)
    expect(verification).toMatchObject({ added: [], rolledBack: [] })
    expect(verification.configs).toMatchObject([{ compiler: 'retag', unresolved: ['next/cache'] }])
    expect(result.changes).toHaveLength(2)
  })

  test('an older Next.js is installed', async () => {
    const root = appFolder({
      ...base,
      'node_modules/next/package.json': '{ "name": "next", "version": "15.5.4" }',
      'app/actions.ts': action,
    })
    const { verification, result } = await verified(root)
    expect(verification).toMatchObject({ before: 0, after: 0, configs: [] })
    expect(verification.unchecked).toEqual([
      {
        file: 'tsconfig.json',
        reason: 'Next.js 15.5.4 is installed there, and the new calls need 16; install that and run again',
      },
    ])
    expect(result.changes).toHaveLength(1)
  })

  test('JavaScript without a config', async () => {
    const root = appFolder({ ...next16, 'app/actions.js': action })
    const { verification } = await verified(root)
    expect(verification.configs).toEqual([])
    expect(verification.unchecked).toEqual([{ file: 'app/actions.js', reason: 'no tsconfig includes it' }])
  })

  test('JavaScript with a config that does not check it, and with one that does', async () => {
    const files = { ...next16, 'app/actions.js': action }
    const off = appFolder({ ...files, 'jsconfig.json': '{ "compilerOptions": { "lib": ["es2022"] } }' })
    const { verification } = await verified(off)
    expect(verification.unchecked).toEqual([
      { file: 'app/actions.js', reason: 'it is JavaScript, and checkJs is off' },
    ])
    const config =
      '{ "compilerOptions": { "checkJs": true, "lib": ["es2022"], "moduleResolution": "bundler", "module": "esnext" } }'
    const on = appFolder({ ...files, 'jsconfig.json': config })
    expect((await verified(on)).verification).toMatchObject({ before: 1, after: 0, unchecked: [] })
  })

  test('tag helpers in a new file are checked with it', async () => {
    const root = appFolder({
      ...base,
      'app/actions.ts': action,
      'app/page.tsx':
        "import { unstable_cache } from 'next/cache'\n\nconst load = unstable_cache(async () => 1, ['a'], { tags: ['posts'] })\n\nexport default async function Page() {\n  return String(await load())\n}\n",
    })
    const { workspace, result } = planned(root, { transforms: ['revalidate-tag', 'tag-helpers'] })
    expect(result.changes.some(({ before }) => before === '')).toBe(true)
    const { verification } = await verify(result, { workspace })
    expect(verification).toMatchObject({ before: 1, after: 0, added: [], rolledBack: [] })
  })

  test.each([
    ['with an API', () => {}],
    ['with a command', installCommand],
  ] as const)('a config that extends a package which is not there, %s', async (_, install) => {
    const extended = strict.replace('{', '{"extends":"@acme/tsconfig/next.json",')
    const root = appFolder({ ...next16, 'tsconfig.json': extended, 'app/actions.ts': action })
    install(root)
    const { verification } = await verified(root)
    expect(verification.unchecked).toHaveLength(1)
    expect(verification.unchecked[0]?.file).toBe('tsconfig.json')
    expect(verification.unchecked[0]?.reason).toContain('@acme/tsconfig/next.json')
    expect(verification.rolledBack).toEqual([])
  })

  test('types that Next.js generates are not there, which is no new error', async () => {
    const config = strict.replace('"**/*.tsx"', '"**/*.tsx",".next/types/**/*.ts","next-env.d.ts"')
    const page =
      "import './a.css'\nimport logo from './logo.svg'\n\nexport default function Page(props: PageProps<'/'>) {\n  return logo\n}\n"
    const root = appFolder({
      ...base,
      'tsconfig.json': config,
      'app/actions.ts': action,
      'app/page.tsx': page,
    })
    const { verification } = await verified(root)
    expect(verification).toMatchObject({ fixed: 1, added: [], rolledBack: [] })
    expect(verification.after).toBeGreaterThan(0)
    expect(verification.configs[0]?.unresolved).toContain('./logo.svg')
  })

  test('a compiler that gives no answer', async () => {
    const root = appFolder({
      ...base,
      'node_modules/typescript/package.json': '{ "version": "5.9.9", "main": "gone.js" }',
      'app/actions.ts': action,
    })
    await expect(verified(root)).rejects.toThrow(/Cannot find module/)
  })
})

test('no edits: nothing is checked', async () => {
  const root = appFolder({ ...base, 'app/page.tsx': 'export default function Page() {\n  return null\n}\n' })
  const { verification } = await verified(root)
  expect(verification).toEqual({
    before: 0,
    after: 0,
    fixed: 0,
    added: [],
    configs: [],
    unchecked: [],
    rolledBack: [],
  })
})

test('the tree is not written to, not even with build information', async () => {
  const incremental = strict.replace('"noEmit":true', '"noEmit":true,"incremental":true')
  const root = appFolder({ ...base, 'tsconfig.json': incremental, 'app/actions.ts': action })
  const before = Object.keys(readTree(root))
  await verified(root)
  installCommand(root)
  await verified(root)
  const left = Object.keys(readTree(join(root, 'app')))
  expect(left).toEqual(['actions.ts'])
  expect(before).not.toContain('tsconfig.tsbuildinfo')
  expect(() => readFileSync(join(root, 'tsconfig.tsbuildinfo'))).toThrow('ENOENT')
})
