import { describe, expect, test } from 'vitest'
import { plan } from '../../src/index.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const code: Tree = {
  'app/page.tsx': '',
  'lib/purge.ts':
    "import { revalidateTag } from 'next/cache'\nexport const purge = () => { revalidateTag('posts') }\nexport const both = () => { revalidateTag('both') }",
  'app/actions.ts':
    "'use server'\nimport { revalidateTag } from 'next/cache'\nimport { both } from '../lib/purge'\nexport async function save(id) { revalidateTag('posts'); both() }\nexport async function kept() { revalidateTag('kept', 'max') }",
  'app/api/x/route.ts':
    "import { purge, both } from '../../../lib/purge'\nexport async function POST() { purge(); both() }",
}
const importSave = "import { save } from '../app/actions'\n"
const importPost = "import { POST } from '../app/api/x/route'\n"
const runsSave = `${importSave}it('saves', () => save(1))\n`
const runsPost = `${importPost}it('posts', () => POST())\n`
const importCache = "import { revalidateTag } from 'next/cache'\n"
const mock = "vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))\n"

/** `rule: what` of the decisions about one test file; an assertion shows the member and the extra argument. */
function decided(text: string, more: Tree = {}, file = 'test/x.test.ts'): string[] {
  const { decisions } = plan(app({ ...code, [file]: text, ...more })).plan
  return decisions
    .filter((decision) => decision.file === file && decision.transform === 'test-doubles')
    .map(({ rule, edit }) => {
      if (edit?.kind === 'add-mock-member') return `${rule}: ${edit.member} like ${edit.like}`
      if (edit?.kind === 'assertion')
        return `${rule}: ${edit.member}${edit.extraArgument ? ` + ${edit.extraArgument}` : ''}`
      return rule
    })
}

describe('a mock gets the function that the code now calls', () => {
  test.each<[string, string, string[]]>([
    ['vi.mock', `${runsSave}${mock}`, ['mock-member: updateTag like revalidateTag']],
    [
      'jest.mock',
      `${runsSave}jest.mock('next/cache', () => ({ revalidateTag: jest.fn() }))`,
      ['mock-member: updateTag like revalidateTag'],
    ],
    [
      'jest.mock with a type',
      `${runsSave}jest.mock<typeof import('next/cache')>('next/cache', () => ({ revalidateTag: jest.fn() }))`,
      ['mock-member: updateTag like revalidateTag'],
    ],
    [
      'a hoisted object',
      `${runsSave}const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn() }))\nvi.mock('next/cache', () => mocks)`,
      ['mock-member: updateTag like revalidateTag'],
    ],
    [
      'a hoisted object and the factory that names its members',
      `${runsSave}const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag: mocks.revalidateTag }))`,
      ['mock-member: updateTag like revalidateTag', 'mock-member: updateTag like revalidateTag'],
    ],
    [
      'code imported in the test itself',
      `${mock}it('x', async () => { const { save } = await import('../app/actions'); await save(1) })`,
      ['mock-member: updateTag like revalidateTag'],
    ],
    [
      'no function, where it has it already',
      `${runsSave}vi.mock('next/cache', () => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))`,
      [],
    ],
    ['no function, automocked', `${runsSave}vi.mock('next/cache')`, []],
    ['no function, where the code keeps its own', `${runsPost}${mock}`, []],
    ['no function, where nothing of the code is reached', mock, []],
    [
      'no function, in a mock of something else',
      `${runsSave}vi.mock('../lib/purge', () => ({ revalidateTag: vi.fn() }))`,
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(decided(text)).toEqual(expected)
  })

  test('in a setup file, for the tests of its package', () => {
    expect(decided(mock, {}, 'vitest.setup.ts')).toEqual(['mock-member: updateTag like revalidateTag'])
    const other = { 'packages/b/package.json': '{"name":"b"}', 'packages/b/vitest.setup.ts': mock }
    expect(decided(mock, other, 'packages/b/vitest.setup.ts')).toEqual([])
  })

  test('each test by what it runs', () => {
    const tests = { 'test/a.test.ts': `${runsSave}${mock}`, 'test/b.test.ts': `${runsPost}${mock}` }
    expect(decided(tests['test/a.test.ts'], tests, 'test/a.test.ts')).toHaveLength(1)
    expect(decided(tests['test/b.test.ts'], tests, 'test/b.test.ts')).toEqual([])
  })
})

describe('an assertion follows the call', () => {
  const complete = "vi.mock('next/cache')\n"
  const inAction = (assertion: string) =>
    decided(`${importSave}${importCache}${complete}it('x', async () => { await save(1); ${assertion} })`)
  const inRoute = (assertion: string) =>
    decided(`${importPost}${importCache}${complete}it('x', async () => { await POST(); ${assertion} })`)

  test.each([
    "expect(revalidateTag).toHaveBeenCalledWith('posts')",
    "expect(revalidateTag).not.toHaveBeenCalledWith('posts')",
    "expect(revalidateTag).toHaveBeenNthCalledWith(1, 'posts')",
    "expect(revalidateTag).toHaveBeenLastCalledWith('posts')",
    "expect(revalidateTag).toHaveBeenCalledExactlyOnceWith('posts')",
    "expect(vi.mocked(revalidateTag)).toHaveBeenCalledWith('posts')",
    "expect(revalidateTag as Mock).toHaveBeenCalledWith('posts')",
  ])('to updateTag in an action, to its argument in a route: %s', (assertion) => {
    expect(inAction(assertion)).toEqual(['assertion: updateTag'])
    expect(inRoute(assertion)).toEqual(["assertion: revalidateTag + 'max'"])
  })

  test('with the profile of a mixed helper', () => {
    const assertion = "expect(revalidateTag).toHaveBeenCalledWith('both')"
    expect(inAction(assertion)).toEqual(['assertion: revalidateTag + { expire: 0 }'])
    expect(inRoute(assertion)).toEqual(['assertion: revalidateTag + { expire: 0 }'])
  })

  test.each(['toHaveBeenCalled()', 'toHaveBeenCalledTimes(2)', 'not.toHaveBeenCalled()'])(
    'or asks, where it could mean two calls: %s',
    (matcher) => {
      expect(inAction(`expect(revalidateTag).${matcher}`)).toEqual(['assertion-both'])
      expect(inRoute(`expect(revalidateTag).${matcher}`)).toEqual([])
    },
  )

  test('not, where it is about something else', () => {
    expect(
      inAction(
        "expect(other).toHaveBeenCalledWith('posts'); expect(service.revalidateTag).toHaveBeenCalledWith('posts')",
      ),
    ).toEqual([])
    expect(
      inAction("function f(revalidateTag) { expect(revalidateTag).toHaveBeenCalledWith('posts') }"),
    ).toEqual([])
  })

  test('in a member of the namespace and of the hoisted object', () => {
    const namespace = `${importSave}import * as nextCache from 'next/cache'\n${complete}it('x', async () => { await save(1); expect(nextCache.revalidateTag).toHaveBeenCalledWith('posts') })`
    expect(decided(namespace)).toEqual(['assertion: updateTag'])
    const hoisted = `${importSave}const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))\nvi.mock('next/cache', () => mocks)\nit('x', async () => { await save(1); expect(mocks.revalidateTag).toHaveBeenCalledWith('posts') })`
    expect(decided(hoisted)).toEqual(['assertion: updateTag'])
  })

  test('not, where the new member calls the same spy as the old one', () => {
    const text = `${importSave}const expire = vi.fn()\nvi.mock('next/cache', () => ({ revalidateTag: (...args) => expire(...args) }))\nit('x', async () => { await save(1); expect(expire).toHaveBeenCalledWith('posts') })`
    expect(decided(text)).toEqual(['mock-member: updateTag like revalidateTag'])
  })

  test('by the code that its own test runs', () => {
    const text = `${importSave}${importPost}${importCache}${complete}
it('action', async () => { await save(1); expect(revalidateTag).toHaveBeenCalledWith('posts') })
it('route', async () => { await POST(); expect(revalidateTag).toHaveBeenCalledWith('posts') })`
    expect(decided(text)).toEqual(['assertion: updateTag', "assertion: revalidateTag + 'max'"])
  })

  test('or asks, where one test runs both', () => {
    const text = `${importSave}${importPost}${importCache}${complete}it('x', async () => { await save(1); await POST(); expect(revalidateTag).toHaveBeenCalledWith('posts') })`
    expect(decided(text)).toEqual(['assertion-both'])
  })

  test('unless the code kept its call', () => {
    const text = `import { kept } from '../app/actions'\n${importCache}${complete}it('x', async () => { await kept(); expect(revalidateTag).toHaveBeenCalledWith('kept', 'max') })`
    expect(decided(text)).toEqual([])
  })

  test('once more never: a migrated test is left alone', () => {
    const migrated = {
      'app/actions.ts':
        "'use server'\nimport { updateTag } from 'next/cache'\nexport async function save() { updateTag('posts') }",
    }
    const text = `${importSave}import { updateTag } from 'next/cache'\n${complete}it('x', async () => { await save(1); expect(updateTag).toHaveBeenCalledWith('posts') })`
    expect(decided(text, migrated)).toEqual([])
  })
})

describe('an assertion on something made from the mock is for a person', () => {
  test.each([
    'expect((revalidateTag as Mock).mock.calls).toHaveLength(1)',
    "expect((revalidateTag as Mock).mock.calls[0]).toEqual(['posts'])",
    "expect((nextCache.revalidateTag as Mock).mock.calls[0][0]).toBe('posts')",
    "expect(vi.mocked(revalidateTag).mock.calls.map(([tag]) => tag)).toEqual(['posts'])",
    "const [call] = revalidateTag.mock.calls; expect(call).toEqual(['posts'])",
    'const calls = (revalidateTag as Mock).mock.calls; expect(calls).toHaveLength(1)',
  ])('%s', (assertion) => {
    const run = (code: string) =>
      decided(
        `import { kept, only } from '../app/only'\n${importCache}import * as nextCache from 'next/cache'\nvi.mock('next/cache')\nit('x', async () => { await ${code}; ${assertion} })`,
        {
          'app/only.ts':
            "'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function only() { revalidateTag('posts') }\nexport async function kept() { revalidateTag('posts', 'max') }",
        },
      )
    expect(run('only()')).toEqual(['assertion-derived'])
    expect(run('kept()')).toEqual([])
  })

  test('where a second argument makes a difference', () => {
    const asked = (assertion: string) =>
      decided(
        `${importPost}${importCache}vi.mock('next/cache')\nit('x', async () => { await POST(); ${assertion} })`,
        {
          'lib/purge.ts':
            "import { revalidateTag } from 'next/cache'\nexport const purge = () => { revalidateTag('posts') }\nexport const both = () => {}",
        },
      )
    expect(asked("expect(revalidateTag.mock.calls[0]).toEqual(['posts'])")).toEqual(['assertion-derived'])
    expect(asked("expect(revalidateTag.mock.calls[0][0]).toBe('posts')")).toEqual([])
    expect(asked('expect(revalidateTag.mock.calls).toHaveLength(1)')).toEqual([])
  })
})

describe('an assertion moves to a function that the mock has or gets', () => {
  const asks = (name: string) =>
    `it('x', async () => { await save(1); expect(${name}).toHaveBeenCalledWith('posts') })\n`
  const member = 'mock-member: updateTag like revalidateTag'
  const moved = 'assertion: updateTag'

  test.each<[string, string, string[]]>([
    [
      'a hoisted object that is taken apart',
      `const { revalidateTag } = vi.hoisted(() => ({ revalidateTag: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag }))\n${asks('revalidateTag')}`,
      [member, member, moved],
    ],
    [
      'an object inside it',
      `const { mocks } = vi.hoisted(() => ({ mocks: { revalidateTag: vi.fn() } }))\nvi.mock('next/cache', () => mocks)\n${asks('mocks.revalidateTag')}`,
      [member, moved],
    ],
    [
      'another name',
      `const { expire } = vi.hoisted(() => ({ expire: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag: expire }))\n${asks('expire')}`,
      [member, moved],
    ],
    [
      'a hoisted object that is made elsewhere',
      `const { revalidateTag } = vi.hoisted(make)\nvi.mock('next/cache', () => ({ revalidateTag }))\n${asks('revalidateTag')}`,
      ['mock-unclear', 'mock-unclear'],
    ],
    [
      'a holder that is made elsewhere',
      `import { mocks } from './mocks'\nvi.mock('next/cache', () => ({ revalidateTag: mocks.revalidateTag }))\n${asks('mocks.revalidateTag')}`,
      ['mock-unclear', 'mock-unclear'],
    ],
    [
      'a member of another name',
      `const mocks = vi.hoisted(() => ({ expire: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag: mocks.expire }))\n${asks('mocks.expire')}`,
      [member, 'mock-unclear'],
    ],
    [
      'a factory that is made elsewhere',
      `${importCache}vi.mock('next/cache', () => createMock())\n${asks('revalidateTag')}`,
      ['mock-unclear', 'mock-unclear'],
    ],
    [
      'a spy',
      `import * as nextCache from 'next/cache'\nconst spy = vi.spyOn(nextCache, 'revalidateTag')\n${asks('spy')}`,
      ['mock-unclear'],
    ],
    [
      'a function that the mock calls',
      `const revalidateTagMock = vi.fn()\nvi.mock('next/cache', () => ({ revalidateTag: (tag) => revalidateTagMock(tag) }))\n${asks('revalidateTagMock')}`,
      [member, 'mock-unclear'],
    ],
    [
      'a mock below the imports',
      `const expire = vi.fn()\nvi.doMock('next/cache', () => ({ revalidateTag: expire }))\n${asks('expire')}`,
      [member, 'mock-unclear'],
    ],
    ['no mock', `${importCache}${asks('revalidateTag')}`, ['mock-unclear']],
  ])('%s', (_, text, expected) => {
    expect(decided(`${importSave}${text}`)).toEqual(expected)
  })

  test('in a setup file or a manual mock of its package', () => {
    const text = `${importSave}${importCache}${asks('revalidateTag')}`
    const manual = '__mocks__/next/cache.ts'
    const simple = 'export const revalidateTag = vi.fn()\n'
    expect(decided(text, { 'vitest.setup.ts': mock })).toEqual([moved])
    expect(decided(text, { [manual]: simple })).toEqual([moved])
    expect(decided(simple, { 'test/a.test.ts': text }, manual)).toEqual([member])
    const object = 'module.exports = { revalidateTag: jest.fn() }\n'
    expect(decided(text, { [manual]: object })).toEqual([moved])
    expect(decided(object, { 'test/a.test.ts': text }, manual)).toEqual([member])
    const opaque = 'export function revalidateTag() {}\n'
    expect(decided(text, { [manual]: opaque })).toEqual(['mock-unclear'])
    expect(decided(opaque, { 'test/a.test.ts': text }, manual)).toEqual(['mock-unclear'])
    const other = { 'packages/b/package.json': '{"name":"b"}', 'packages/b/vitest.setup.ts': mock }
    expect(decided(text, other)).toEqual(['mock-unclear'])
  })
})
