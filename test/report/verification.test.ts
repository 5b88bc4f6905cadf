import { expect, test } from 'vitest'
import type { Verification } from '../../src/apply/verify/types.js'
import { verificationNotes } from '../../src/report/verification.js'

const config = {
  config: 'tsconfig.json',
  typescript: '5.9.3',
  compiler: 'project' as const,
  before: 41,
  after: 3,
  unresolved: [],
}

const clean: Verification = {
  before: 41,
  after: 3,
  fixed: 38,
  added: [],
  configs: [config],
  unchecked: [],
  rolledBack: [],
}

const problem = {
  file: 'app/a.ts',
  line: 4,
  column: 2,
  code: 'TS2345',
  message: 'It does not fit.\nAnd more.',
}

test('numbers alone where all is well', () => {
  expect(verificationNotes(clean)).toEqual(['Type errors: 41 before, 3 after; 0 new.'])
})

test('what was taken back, what is left, and what could not be checked', () => {
  const notes = verificationNotes({
    ...clean,
    before: 1041,
    added: [problem],
    rolledBack: [
      { decision: 'a', errors: [problem, problem] },
      { decision: 'b', errors: [] },
    ],
    configs: [
      { ...config, compiler: 'retag', unresolved: ['next/cache', 'react'] },
      { ...config, unresolved: ['a', 'b', 'react'] },
    ],
    unchecked: [
      { file: 'a.js', reason: 'no tsconfig includes it' },
      { file: 'b.js', reason: 'no tsconfig includes it' },
      { file: 'tsconfig.json', reason: 'File not found.' },
    ],
  })
  expect(notes).toEqual([
    'Type errors: 1,041 before, 3 after; 1 new (2 prevented).',
    '2 edits were taken back and wait for a person, so that no new type error comes in.',
    'New and left as it is: app/a.ts:4 TS2345 It does not fit.',
    'No TypeScript 5 or later is installed there: checked with 5.9.3, which retag brings.',
    '4 imports could not be resolved (a, b, next/cache, 1 more), so what depends on them was not checked. Install the dependencies and run again to check all.',
    'Not checked: a.js, b.js: no tsconfig includes it.',
    'Not checked: tsconfig.json: File not found.',
  ])
})

test('nothing to check', () => {
  const unchecked = [{ file: 'a.js', reason: 'no tsconfig includes it' }]
  expect(verificationNotes({ ...clean, before: 0, after: 0, fixed: 0, configs: [], unchecked })).toEqual([
    'Types: nothing was checked.',
    'Not checked: a.js: no tsconfig includes it.',
  ])
})
