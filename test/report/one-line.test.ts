import { describe, expect, test } from 'vitest'
import { headOfCode, oneLine } from '../../src/report/one-line.js'

const long = 'x'.repeat(120)

describe('the head of a piece of code', () => {
  test.each([
    ['one line stays, however long', `f(${long})`, `f(${long})`],
    ['short code stays', 'f(\n  a,\n)', 'f(\n  a,\n)'],
    ['a function', `async function f(a: A) {\n  return '${long}'\n}`, 'async function f(a: A) { ...'],
    [
      'parameters on lines of their own',
      `cache(\n  async (\n    a: A,\n  ) => {\n    ${long}\n  },\n)`,
      'cache(async (a: A, ) => { ...',
    ],
    ['comments in front', `// why\n/* so */\nfunction f() {\n  ${long}\n}`, 'function f() { ...'],
    ['nothing that opens', `f(\n  ${long},\n)`, `f(\n  ${long},\n)`],
  ])('%s', (_, code, head) => {
    expect(headOfCode(code)).toBe(head)
  })

  test('what would steer the reader is shown by its number', () => {
    expect(oneLine(headOfCode('a\u001b[31m'))).toBe('a\\u001b[31m')
  })
})
