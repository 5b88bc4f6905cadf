import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Plan, plan } from '../../src/index.js'
import { app } from '../support/app.js'
import { loadFixtures } from '../support/fixtures.js'
import type { Tree } from '../support/tree.js'

const fixtures = loadFixtures().map(({ name, input, report }) => ({
  name,
  input,
  choices: report.options ?? {},
}))

const planOf = (input: Tree, choices = {}): Plan => plan(app(input), choices).plan
const plans = fixtures.map(({ input, choices }) => planOf(input, choices))

/** All fixtures side by side, so that the sorting has something to do. */
const everything: Tree = Object.fromEntries(
  fixtures
    .slice(0, 40)
    .flatMap(({ name, input }) => Object.entries(input).map(([file, text]) => [`${name}/${file}`, text])),
)

describe('a plan', () => {
  test('is the same in every run', () => {
    for (const [index, { input, choices }] of fixtures.entries()) {
      expect(JSON.stringify(planOf(input, choices))).toBe(JSON.stringify(plans[index]))
    }
    expect(JSON.stringify(planOf(everything))).toBe(JSON.stringify(planOf(everything)))
  })

  test('is plain data', () => {
    for (const made of plans) expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  })

  test('is sorted by file, line and column', () => {
    const { decisions, findings, files, failures } = planOf(everything)
    const place = ({ file, line, column }: { file: string; line: number; column: number }) =>
      `${file}\0${String(line).padStart(6, '0')}\0${String(column).padStart(6, '0')}`
    const isSorted = (list: string[]) =>
      list.every((item, index) => index === 0 || (list[index - 1] as string) <= item)
    expect(decisions.length).toBeGreaterThan(50)
    expect(findings.length).toBeGreaterThan(5)
    expect(
      [
        decisions.map(place),
        findings.map(place),
        files.map(({ file }) => file),
        failures.map(({ file }) => file),
      ].map(isSorted),
    ).toEqual([true, true, true, true])
  })

  test('has one decision for each place and transform, with its evidence', () => {
    const { decisions } = planOf(everything)
    expect(new Set(decisions.map(({ id }) => id)).size).toBe(decisions.length)
    for (const { transform, contexts, reach, evidence, action, after, edit } of decisions) {
      // The way of a cookie into a key, and what needs a setting, are evidence beside that of the contexts.
      const hasMore = transform === 'unstable-cache' || transform === 'next-config'
      if (hasMore) expect(evidence.length).toBeGreaterThanOrEqual(contexts.length)
      else expect(evidence.length).toBe(contexts.length)
      // Nothing runs a config.
      if (transform !== 'next-config') expect(reach === 'unreached').toBe(contexts.length === 0)
      if (action !== 'rewrite') expect([after, edit]).toEqual([null, null])
      for (const step of evidence.flat()) expect(step.line).toBeGreaterThan(0)
    }
  })

  test('adds up: what is selected is changed, unchanged, skipped or failed', () => {
    for (const { counts, files } of plans) {
      expect(counts.changed + counts.unchanged + counts.skipped + counts.failed).toBe(counts.selected)
      expect(counts.changed).toBe(files.length)
    }
  })

  test('never says updateTag where something else can reach the line', () => {
    for (const { after, contexts } of planOf(everything).decisions) {
      if (!after?.includes('updateTag(')) continue
      expect(contexts).not.toContain('route-handler')
      expect(contexts).not.toContain('script')
    }
  })
})

const noise = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '`',
    "'",
    '"',
    '/*',
    '*/',
    '//',
    '\n',
    '\r',
    '=>',
    '...',
    'export ',
    'import ',
    'class ',
    '@',
    '#',
    '${',
    '?.',
    'async ',
    'default ',
    '= ',
    ', ',
    ';',
    '[',
    '\u2028',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)

const mutations = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(30), insert: noise }),
  { minLength: 1, maxLength: 6 },
)

test('broken code never makes it throw, nor slow', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fixtures), fc.nat(), mutations, ({ input, choices }, pick, changes) => {
      const sources = Object.keys(input).filter((file) => /\.[jt]sx?$/.test(file))
      const file = sources[pick % sources.length] as string
      let text = input[file] as string
      for (const { at, remove, insert } of changes) {
        const start = Math.floor(at * text.length)
        text = text.slice(0, start) + insert + text.slice(start + remove)
      }
      const start = performance.now()
      planOf({ ...input, [file]: text }, choices)
      expect(performance.now() - start).toBeLessThan(5000)
    }),
    { numRuns: 150 },
  )
})
