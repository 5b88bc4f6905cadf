import { expect, test } from 'vitest'
import type { ReviewItem } from '../../src/plan/choices/types.js'
import type { Decision } from '../../src/plan/types.js'
import { noColors } from '../../src/report/colors.js'
import { question } from '../../src/report/question.js'
import { reviewDecision } from './sample.js'

function asked(over: Partial<Decision>, lines: string[], more: Partial<Decision>[] = []): string {
  const first = { ...reviewDecision(), file: 'a.ts', line: 3, column: 3, evidence: [], ...over }
  const item: ReviewItem = {
    key: 'k',
    decisions: [first, ...more.map((one) => ({ ...first, ...one }))],
    choices: [],
    typed: null,
    choiceOf: () => null,
    next: () => null,
  }
  return question(item, {
    position: '1 of 2',
    width: 60,
    colors: noColors,
    height: 16,
    lineOf: (_, line) => lines[line - 1] ?? null,
  })
}

test('tabs are spaces, the call is marked, empty lines at the borders go', () => {
  const text = asked({ before: 'f(x)', column: 3 }, ['', 'go() {', '\t\tf(x)', '}', ''])
  expect(text).toContain(['  go() {', '  > 3      f(x)', '           ^^^^', '    4  }', ''].join('\n'))
})

test('a call of many lines: the first six', () => {
  const call = ['f({', ...Array.from({ length: 20 }, (_, index) => `  a${index},`), '})']
  const text = asked({ before: call.join('\n'), column: 1, line: 1 }, call)
  expect(text.match(/^ {2}> /gm)).toHaveLength(6)
})

test('what would steer a terminal is shown by its number', () => {
  const text = asked({ before: 'f("\u001b[2J")', file: 'a\u001b.ts', reason: 'It is \u001b]0;x\u0007 so.' }, [
    '',
    '',
    '  f("\u001b[2J") // \u202e',
  ])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/)
  expect(text).toContain('f("\\u001b[2J")')
})

test('the same text elsewhere in the function is named', () => {
  expect(asked({}, [], [{ line: 9 }])).toContain('The same again on line 9; one answer holds for all.')
})

test('many ways: the first ones, and how to see all', () => {
  const evidence = Array.from({ length: 9 }, (_, index) => [{ file: 'b.ts', line: index + 1, symbol: 'go' }])
  const text = asked({ evidence, contexts: ['server-action'] }, [])
  expect(text).toContain('From a Server Action: b.ts:1 go')
  expect(text).toContain('and 7 more ways: npx retag explain a.ts:3')
})
