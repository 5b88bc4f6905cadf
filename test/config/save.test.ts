import { describe, expect, test } from 'vitest'
import { withDecisions } from '../../src/config/save.js'

const answers = { 'revalidate-tag:b.ts:2': 'max', 'revalidate-tag:a.ts:1': 'keep' }
const value = `{
    "revalidate-tag:a.ts:1": "keep",
    "revalidate-tag:b.ts:2": "max"
  }`

describe('answers in a JSON config', () => {
  test('a config that is not there is made', () => {
    expect(withDecisions(null, answers)).toBe(`{\n  "decisions": ${value}\n}\n`)
  })

  test.each([
    ['an empty object', '{}', `{\n  "decisions": ${value}\n}`],
    ['an empty object with a newline', '{\n}\n', `{\n  "decisions": ${value}\n}\n`],
    [
      'other fields stay as they are written',
      '{\n  "ignore": ["a",   "b"]\n}\n',
      `{\n  "ignore": ["a",   "b"],\n  "decisions": ${value}\n}\n`,
    ],
    ['all on one line', '{ "ignore": [] }\n', `{ "ignore": [],\n  "decisions": ${value}\n}\n`],
    [
      'answers that are there are joined',
      '{\n  "decisions": { "revalidate-tag:a.ts:1": "max" },\n  "paths": { "decisions": "x" }\n}\n',
      `{\n  "decisions": ${value},\n  "paths": { "decisions": "x" }\n}\n`,
    ],
    [
      'a field of that name deeper inside is another thing',
      '{\n  "paths": { "decisions": "}," }\n}',
      `{\n  "paths": { "decisions": "}," },\n  "decisions": ${value}\n}`,
    ],
  ])('%s', (_, before, after) => {
    expect(withDecisions(before, answers)).toBe(after)
    expect(JSON.parse(after)).toMatchObject({ decisions: answers })
  })

  test('the indent and the line ends are those of the file', () => {
    const text = withDecisions('{\r\n\t"ignore": []\r\n}\r\n', { 'x:y:1': 'keep' })
    expect(text).toBe('{\r\n\t"ignore": [],\r\n\t"decisions": {\r\n\t\t"x:y:1": "keep"\r\n\t}\r\n}\r\n')
  })
})
