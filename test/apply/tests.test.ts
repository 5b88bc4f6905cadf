import { describe, expect, test } from 'vitest'
import { assertion, edited, editedWithAfter, member } from './marked.js'

describe('add-mock-member', () => {
  const table: [string, string, string][] = [
    [
      'on one line',
      "vi.mock('next/cache', () => («{ revalidateTag: vi.fn() }»))\n",
      "vi.mock('next/cache', () => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))\n",
    ],
    [
      'on its own line',
      "jest.mock('next/cache', () => («{\n  revalidateTag: jest.fn(), // tags\n  revalidatePath: jest.fn(),\n}»))\n",
      "jest.mock('next/cache', () => ({\n  revalidateTag: jest.fn(), // tags\n  updateTag: jest.fn(),\n  revalidatePath: jest.fn(),\n}))\n",
    ],
    [
      'without trailing comma',
      "jest.mock('next/cache', () => («{\n  revalidateTag: jest.fn()\n}»))\n",
      "jest.mock('next/cache', () => ({\n  revalidateTag: jest.fn(),\n  updateTag: jest.fn()\n}))\n",
    ],
    [
      'with an implementation',
      "vi.mock('next/cache', () => («{ revalidateTag: vi.fn((tag) => log.push(['revalidateTag', tag])) }»))\n",
      "vi.mock('next/cache', () => ({ revalidateTag: vi.fn((tag) => log.push(['revalidateTag', tag])), updateTag: vi.fn((tag) => log.push(['updateTag', tag])) }))\n",
    ],
    [
      'a member of another mock',
      "vi.mock('next/cache', () => («{ revalidateTag: mocks.revalidateTag }»))\n",
      "vi.mock('next/cache', () => ({ revalidateTag: mocks.revalidateTag, updateTag: mocks.updateTag }))\n",
    ],
    [
      'a shared variable',
      "const mockRevalidateTag = jest.fn()\njest.mock('next/cache', () => («{ revalidateTag: mockRevalidateTag }»))\n",
      "const mockRevalidateTag = jest.fn()\njest.mock('next/cache', () => ({ revalidateTag: mockRevalidateTag, updateTag: jest.fn() }))\n",
    ],
    [
      'a method',
      "vi.mock('next/cache', () => («{ revalidateTag() {} }»))\n",
      "vi.mock('next/cache', () => ({ revalidateTag() {}, updateTag() {} }))\n",
    ],
    [
      'nothing to model it on',
      "jest.mock('next/cache', () => («{}»))\n",
      "jest.mock('next/cache', () => ({ updateTag: jest.fn() }))\n",
    ],
    [
      'there already',
      "vi.mock('next/cache', () => («{ revalidateTag: vi.fn(), updateTag: vi.fn() }»))\n",
      "vi.mock('next/cache', () => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))\n",
    ],
    [
      'a line of a manual mock',
      'export const «revalidateTag» = jest.fn()\nexport const refresh = jest.fn()\n',
      'export const revalidateTag = jest.fn()\nexport const updateTag = jest.fn()\nexport const refresh = jest.fn()\n',
    ],
    [
      'hoisted and taken apart',
      "const { revalidateTag } = vi.hoisted(() => («{ revalidateTag: vi.fn() }»))\nvi.mock('next/cache', () => («{ revalidateTag }»))\n",
      "const { revalidateTag, updateTag } = vi.hoisted(() => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))\nvi.mock('next/cache', () => ({ revalidateTag, updateTag }))\n",
    ],
  ]
  test.each(table)('%s', (_, before, after) => {
    expect(edited(before, member('updateTag', 'revalidateTag'), 'app/actions.test.ts')).toBe(after)
  })
})

describe('assertion', () => {
  const head = "import { revalidateTag } from 'next/cache'\n"
  const moved = "import { updateTag } from 'next/cache'\n"
  const table: [string, string, string | null, string][] = [
    [
      `${head}expect(«revalidateTag»).toHaveBeenCalledWith('a')\n`,
      'updateTag',
      null,
      `${moved}expect(updateTag).toHaveBeenCalledWith('a')\n`,
    ],
    [
      `${head}expect(«revalidateTag»).not.toHaveBeenCalledWith('a')\n`,
      'revalidateTag',
      "'max'",
      `${head}expect(revalidateTag).not.toHaveBeenCalledWith('a', 'max')\n`,
    ],
    [
      `${head}expect(«revalidateTag»).toHaveBeenNthCalledWith(1, 'a')\n`,
      'revalidateTag',
      '{ expire: 0 }',
      `${head}expect(revalidateTag).toHaveBeenNthCalledWith(1, 'a', { expire: 0 })\n`,
    ],
    [
      `${head}expect(«revalidateTag» as Mock).toHaveBeenCalledTimes(2)\n`,
      'updateTag',
      "'max'",
      `${moved}expect(updateTag as Mock).toHaveBeenCalledTimes(2)\n`,
    ],
    [
      `${head}expect(vi.mocked(«revalidateTag»)).toHaveBeenLastCalledWith(\n  'a',\n)\n`,
      'revalidateTag',
      'max',
      `${head}expect(vi.mocked(revalidateTag)).toHaveBeenLastCalledWith(\n  'a',\n  'max',\n)\n`,
    ],
    [
      'const mocks = vi.hoisted(f)\nexpect(mocks.«revalidateTag»).toHaveBeenCalled()\n',
      'updateTag',
      null,
      'const mocks = vi.hoisted(f)\nexpect(mocks.updateTag).toHaveBeenCalled()\n',
    ],
    [
      'const revalidateTag = vi.fn(), updateTag = vi.fn()\nexpect(«revalidateTag»).toHaveBeenCalled()\n',
      'updateTag',
      null,
      'const revalidateTag = vi.fn(), updateTag = vi.fn()\nexpect(updateTag).toHaveBeenCalled()\n',
    ],
    [
      'const { revalidateTag } = vi.hoisted(() => f())\nexpect(«revalidateTag»).toHaveBeenCalled()\n',
      'updateTag',
      null,
      'const { revalidateTag, updateTag } = vi.hoisted(() => f())\nexpect(updateTag).toHaveBeenCalled()\n',
    ],
    [
      "import { action } from './action'\nconst mockRevalidateTag = vi.fn()\nexpect(«mockRevalidateTag»).toHaveBeenCalled()\n",
      'updateTag',
      null,
      "import { action } from './action'\nimport { updateTag } from 'next/cache'\nconst mockRevalidateTag = vi.fn()\nexpect(updateTag).toHaveBeenCalled()\n",
    ],
  ]
  test.each(table)('%s', (before, name, extra, after) => {
    expect(edited(before, assertion(name, extra), 'app/actions.test.ts')).toBe(after)
  })

  test('leaves the name of a mock that only gets an argument', () => {
    const text = "const mock = vi.fn()\nexpect(«mock»).toHaveBeenCalledWith('a')\n"
    expect(edited(text, assertion('revalidateTag', "'max'"), 'app/x.test.ts')).toBe(
      "const mock = vi.fn()\nexpect(mock).toHaveBeenCalledWith('a', 'max')\n",
    )
  })

  test('takes an import, where the pattern has no key for the new function', () => {
    const text =
      "import { a } from './a'\nconst { mock } = vi.hoisted(() => ({ mock: vi.fn() }))\nexpect(«mock»).toBeCalled()\n"
    expect(edited(text, assertion('updateTag'), 'app/x.test.ts')).toBe(
      "import { a } from './a'\nimport { updateTag } from 'next/cache'\nconst { mock } = vi.hoisted(() => ({ mock: vi.fn() }))\nexpect(updateTag).toBeCalled()\n",
    )
  })

  test('refuses a computed member', () => {
    expect(() => edited('expect(«calls[0]»).toBe(1)\n', assertion('updateTag'), 'app/x.test.ts')).toThrow(
      'computed member',
    )
  })

  test('shows the whole assertion afterwards', () => {
    const { after } = editedWithAfter(
      `${head}expect(«revalidateTag»).toHaveBeenCalledWith('a')\n`,
      assertion('updateTag'),
    )
    expect(after).toEqual(["expect(updateTag).toHaveBeenCalledWith('a')"])
  })
})
