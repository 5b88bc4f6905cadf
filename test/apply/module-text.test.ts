import { describe, expect, test } from 'vitest'
import { addMembers, edited, editedWithAfter, insertText } from './marked.js'

const two = addMembers("list: () => 'posts'", 'record: (id: string) => `post-$' + '{id}`')
const listed = "list: () => 'posts'"
const record = 'record: (id: string) => `post-$' + '{id}`'

describe('members of an object', () => {
  test.each([
    ['empty', '{}', `{ ${listed}, ${record} }`],
    ['on one line', '{ all: 1 }', `{ all: 1, ${listed}, ${record} }`],
    ['with trailing comma', '{\n  all: 1,\n}', `{\n  all: 1,\n  ${listed},\n  ${record},\n}`],
    ['without', '{\n  all: 1\n}', `{\n  all: 1,\n  ${listed},\n  ${record}\n}`],
    ['a comment behind', '{\n  all: 1, // why\n}', `{\n  all: 1, // why\n  ${listed},\n  ${record},\n}`],
    ['a method', '{\n  all() {},\n}', `{\n  all() {},\n  ${listed},\n  ${record},\n}`],
  ])('%s', (_, before, after) => {
    expect(edited(`export const postTags = «${before}» as const\n`, two, 'lib/tags.ts')).toBe(
      `export const postTags = ${after} as const\n`,
    )
  })
})

describe('text at the end of a module', () => {
  const text = insertText('\n\nexport const b = {\n  c: 1,\n}')

  test.each([
    ['a line end', 'export const a = 1«»\n', 'export const a = 1\n\nexport const b = {\n  c: 1,\n}\n'],
    ['none', 'export const a = 1«»', 'export const a = 1\n\nexport const b = {\n  c: 1,\n}'],
    [
      'CRLF',
      'const a = 1\r\nexport const d = 2«»\r\n',
      'const a = 1\r\nexport const d = 2\r\n\r\nexport const b = {\r\n  c: 1,\r\n}\r\n',
    ],
  ])('behind %s', (_, before, after) => {
    expect(edited(before, text, 'lib/tags.ts')).toBe(after)
  })

  test('the report shows it', () => {
    expect(editedWithAfter('export const a = 1«»\n', text, 'lib/tags.ts').after).toEqual([
      'export const b = {\n  c: 1,\n}',
    ])
  })
})
