import { ts } from '@ts-morph/common'
import { describe, expect, test } from 'vitest'
import { readTestMock, type TestMock } from '../../src/cache/test-mocks.js'
import type { FileModel } from '../../src/graph/types.js'
import { app } from '../support/app.js'

function read(text: string): { model: FileModel; mock: TestMock | null } {
  const { graph } = app({ 'lib/x.test.ts': text })
  const model = graph.model('lib/x.test.ts')
  if (!model) throw new Error('the test file is missing')
  return { model, mock: readTestMock(graph, model) }
}

/** The names of the members of each mock object. */
const members = (text: string) => read(text).mock?.objects.map((object) => [...object.members].sort()) ?? null

/** Whether the subject of the first `expect(...)` is the mock of revalidateTag. */
function isMock(text: string): boolean | undefined {
  const { model, mock } = read(text)
  let subject: ts.Expression | undefined
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'expect') subject ??= node.arguments[0]
    ts.forEachChild(node, visit)
  }
  visit(model.source)
  return subject && mock?.isMockOf(subject, 'revalidateTag')
}

describe('the members of a mock come from', () => {
  test.each<[string, string, string[][]]>([
    [
      'vi.mock',
      "vi.mock('next/cache', () => ({ revalidateTag: vi.fn(), revalidatePath: vi.fn() }))",
      [['revalidatePath', 'revalidateTag']],
    ],
    ['jest.mock', "jest.mock('next/cache', () => ({ revalidateTag: jest.fn() }))", [['revalidateTag']]],
    [
      'jest.mock with a type',
      "jest.mock<typeof import('next/cache')>('next/cache', () => ({ revalidateTag: jest.fn() }))",
      [['revalidateTag']],
    ],
    ['vi.doMock', "vi.doMock('next/cache', () => ({ revalidateTag: vi.fn() }))", [['revalidateTag']]],
    [
      'unstable_mockModule',
      "jest.unstable_mockModule('next/cache', () => ({ revalidateTag: jest.fn() }))",
      [['revalidateTag']],
    ],
    [
      'vi.mock of an import',
      "vi.mock(import('next/cache'), () => ({ revalidateTag: vi.fn() }))",
      [['revalidateTag']],
    ],
    [
      'a factory with return',
      "vi.mock('next/cache', () => { const x = 1; return { revalidateTag: vi.fn() } })",
      [['revalidateTag']],
    ],
    [
      'an async factory with the original',
      "vi.mock('next/cache', async (original) => ({ ...(await original()), revalidateTag: vi.fn() }))",
      [['revalidateTag']],
    ],
    [
      'a function as factory',
      "vi.mock('next/cache', function () { return { revalidateTag() {} } })",
      [['revalidateTag']],
    ],
    [
      'shorthands and quoted names',
      "vi.mock('next/cache', () => ({ revalidateTag, 'revalidatePath': f, ['refresh']: g }))",
      [['refresh', 'revalidatePath', 'revalidateTag']],
    ],
    [
      'a hoisted object',
      "const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn() }))\nvi.mock('next/cache', () => mocks)",
      [['revalidateTag']],
    ],
    [
      'members of a hoisted object',
      "const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn(), other: 1 }))\nvi.mock('next/cache', () => ({ revalidateTag: mocks.revalidateTag }))",
      [['revalidateTag'], ['other', 'revalidateTag']],
    ],
    [
      'a spread of a hoisted object',
      "const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn() }))\nvi.mock('next/cache', () => ({ ...mocks }))",
      [[], ['revalidateTag']],
    ],
    [
      'a plain object',
      "const mockCache = { revalidateTag: jest.fn() }\njest.mock('next/cache', () => mockCache)",
      [['revalidateTag']],
    ],
    [
      'several mocks',
      "vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))\nvi.doMock('next/cache', () => ({ revalidatePath: vi.fn() }))",
      [['revalidateTag'], ['revalidatePath']],
    ],
    [
      'a hoisted object that is taken apart',
      "const { revalidateTag } = vi.hoisted(() => ({ revalidateTag: vi.fn(), other: 1 }))\nvi.mock('next/cache', () => ({ revalidateTag }))",
      [['revalidateTag'], ['other', 'revalidateTag']],
    ],
    [
      'an object inside a hoisted object',
      "const { mocks } = vi.hoisted(() => ({ mocks: { revalidateTag: vi.fn() } }))\nvi.mock('next/cache', () => mocks)",
      [['revalidateTag']],
    ],
    ['no factory', "vi.mock('next/cache')", []],
    ['a factory that cannot be read', "vi.mock('next/cache', factory)", []],
  ])('%s', (_, text, expected) => {
    expect(members(text)).toEqual(expected)
  })

  test.each([
    "vi.mock('next/headers', () => ({ a }))",
    "vi.unmock('next/cache')",
    "mock('next/cache')",
    'vi.mock(name, () => ({ revalidateTag }))',
    '',
  ])('nothing in %s', (text) => {
    expect(members(text)).toBeNull()
  })
})

describe('the mock of a function is', () => {
  const imports = "import { revalidateTag } from 'next/cache'\nimport * as nextCache from 'next/cache'\n"
  const factory = "vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))\n"
  test.each([
    ['the function that is imported', `${imports}${factory}expect(revalidateTag).toHaveBeenCalled()`],
    ['the same, automocked', `${imports}vi.mock('next/cache')\nexpect(revalidateTag).toHaveBeenCalled()`],
    ['a member of the namespace', `${imports}${factory}expect(nextCache.revalidateTag).toHaveBeenCalled()`],
    ['under a cast', `${imports}${factory}expect(revalidateTag as Mock).toHaveBeenCalled()`],
    [
      'imported by another name',
      `import { revalidateTag as rt } from 'next/cache'\n${factory}expect(rt).toHaveBeenCalled()`,
    ],
    [
      'imported inside the test',
      `${factory}it('x', async () => { const { revalidateTag } = await import('next/cache'); expect(revalidateTag).toHaveBeenCalled() })`,
    ],
    [
      'a variable that the factory uses',
      "const expire = vi.fn()\nvi.mock('next/cache', () => ({ revalidateTag: expire }))\nexpect(expire).toHaveBeenCalled()",
    ],
    [
      'a shorthand that the factory uses',
      "const revalidateTag = vi.fn()\nvi.mock('next/cache', () => ({ revalidateTag }))\nexpect(revalidateTag).toHaveBeenCalled()",
    ],
    [
      'a member of the hoisted object',
      "const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn() }))\nvi.mock('next/cache', () => mocks)\nexpect(mocks.revalidateTag).toHaveBeenCalled()",
    ],
    [
      'a hoisted member by another name',
      "const mocks = vi.hoisted(() => ({ expire: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag: mocks.expire }))\nexpect(mocks.expire).toHaveBeenCalled()",
    ],
    [
      'a hoisted variable by pattern',
      "const { expire } = vi.hoisted(() => ({ expire: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag: expire }))\nexpect(expire).toHaveBeenCalled()",
    ],
    [
      'a constant with a cast',
      `${imports}${factory}const expire = revalidateTag as jest.Mock\nexpect(expire).toHaveBeenCalled()`,
    ],
    [
      'a constant with vi.mocked',
      `${imports}${factory}const expire = vi.mocked(revalidateTag)\nexpect(expire).toHaveBeenCalled()`,
    ],
  ])('%s', (_, text) => {
    expect(isMock(text)).toBe(true)
  })

  test.each([
    ['another function', `${imports}${factory}expect(other).toHaveBeenCalled()`],
    ['a member of another object', `${imports}${factory}expect(service.revalidateTag).toHaveBeenCalled()`],
    [
      'a local function of the name',
      `${factory}function f(revalidateTag) { expect(revalidateTag).toHaveBeenCalled() }`,
    ],
    ['another member', `${imports}${factory}expect(nextCache.revalidatePath).toHaveBeenCalled()`],
    ['a string', `${imports}${factory}expect('revalidateTag').toBe(1)`],
    ['its calls', `${imports}${factory}expect((revalidateTag as Mock).mock.calls).toHaveLength(1)`],
    ['one of its calls', `${imports}${factory}expect(revalidateTag.mock.calls[0]).toEqual(['a'])`],
    [
      'a call that was taken apart',
      `${imports}${factory}const [call] = revalidateTag.mock.calls\nexpect(call).toEqual(['a'])`,
    ],
    [
      'a function that it calls',
      "const revalidateTagMock = vi.fn()\nvi.mock('next/cache', () => ({ revalidateTag: (...a) => revalidateTagMock(...a) }))\nexpect(revalidateTagMock).toBeCalled()",
    ],
    [
      'a spy on it',
      `${imports}${factory}const spy = vi.spyOn(nextCache, 'revalidateTag')\nexpect(spy).toBeCalled()`,
    ],
  ])('not %s', (_, text) => {
    expect(isMock(text)).toBe(false)
  })
})
