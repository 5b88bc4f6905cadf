import { expect, test } from 'vitest'
import { missingModule, newProblems, packageOf } from '../../src/apply/verify/compare.js'
import { compilerOf } from '../../src/apply/verify/compiler.js'
import { findCulprits } from '../../src/apply/verify/culprits.js'
import type { TypeProblem } from '../../src/apply/verify/types.js'
import { decision } from '../report/sample.js'
import { appFolder } from './verify-support.js'

const problem = (over: Partial<TypeProblem> = {}): TypeProblem => ({
  file: 'a.ts',
  line: 1,
  column: 1,
  code: 'TS2345',
  message: 'It does not fit.',
  ...over,
})

const sources = { text: () => '', resolve: () => null }

/** Twenty decisions in two files; the errors stay as long as one of the guilty is made. */
async function search(guilty: string[], at: TypeProblem): Promise<{ found: string[]; checks: number }> {
  const decisions = Array.from({ length: 20 }, (_, index) =>
    decision({ id: `d${index}`, file: index < 10 ? 'a.ts' : 'b.ts', line: (index % 10) * 10 + 1 }),
  )
  let checks = 0
  const found = await findCulprits({
    problems: [at],
    decisions,
    changes: [],
    sources,
    without: async (dropped) => {
      checks++
      return guilty.every((id) => dropped.has(id)) ? [] : [at]
    },
  })
  return { found: [...found].sort(), checks }
}

test('the nearest decision is tried first, and nothing else when that is it', async () => {
  expect(await search(['d3'], problem({ line: 32 }))).toEqual({ found: ['d3'], checks: 1 })
})

test('another one of the file is found, and the innocent are made again', async () => {
  const { found, checks } = await search(['d8'], problem({ line: 1 }))
  expect(found).toEqual(['d8'])
  expect(checks).toBeLessThan(12)
})

test('one of another file is found, without an import that leads there', async () => {
  const { found } = await search(['d17'], problem({ line: 1 }))
  expect(found).toContain('d17')
  expect(found.length).toBeLessThan(5)
})

test('two that only go together', async () => {
  const { found } = await search(['d1', 'd2'], problem({ line: 12 }))
  expect(found).toEqual(['d1', 'd2'])
})

test('an error that nothing removes takes everything back', async () => {
  const { found } = await search(['no such decision'], problem())
  expect(found).toHaveLength(20)
})

test('a moved line is the same error; one more of the same is new', () => {
  expect(newProblems([problem({ line: 1 })], [problem({ line: 9 })])).toEqual([])
  expect(newProblems([problem({ line: 1 })], [problem({ line: 1 }), problem({ line: 9 })])).toEqual([
    problem({ line: 9 }),
  ])
  expect(newProblems([problem()], [problem({ message: 'Another.' })])).toHaveLength(1)
})

test('modules that are missing', () => {
  const message = "Cannot find module 'next/cache' or its corresponding type declarations."
  expect(missingModule(problem({ code: 'TS2307', message }))).toBe('next/cache')
  expect(missingModule(problem({ code: 'TS2345', message }))).toBeNull()
  expect(['next/cache', '@acme/ui/x', './a', '#b', 'node:fs'].map(packageOf)).toEqual([
    'next',
    '@acme/ui',
    null,
    null,
    null,
  ])
})

test.each([
  [null, { kind: 'api', package: null }],
  ['4.9.5', { kind: 'api', package: null }],
  ['5.0.4', { kind: 'api', version: '5.0.4' }],
  ['6.1.0', { kind: 'api', version: '6.1.0' }],
  ['7.0.2', { kind: 'command', version: '7.0.2' }],
])('TypeScript %s is run in the way that it offers', (version, expected) => {
  const manifest = JSON.stringify({ version })
  const root = appFolder(version === null ? {} : { 'node_modules/typescript/package.json': manifest })
  expect(compilerOf(root, 'apps/web/tsconfig.json')).toMatchObject(expected)
})
