import { describe, expect, test } from 'vitest'
import { findings } from '../src/plan/catalogue.js'
import { runProgram, runStandalone } from './support/command.js'
import { actualOutcome, expectedOutcome } from './support/expectations.js'
import { byName, loadFixtures } from './support/fixtures.js'
import { type Runs, runOnce, runTwice } from './support/run.js'
import { difference, mapTexts, type Tree, withCrlf, withoutMark } from './support/tree.js'

const fixtures = loadFixtures()
const programRuns = once(() => runProgram(fixtures))

describe.each(byName(fixtures))('%s', (name, { transform, report, input, output, after }) => {
  let runs: Runs
  const run = () => {
    runs ??= runTwice(input, report.options)
    return runs
  }

  test('decides and reports what report.json says', () => {
    expect(actualOutcome(run().first, report)).toEqual(expectedOutcome(report))
  })

  test('changes the files of output/, and only those', () => {
    expect(mapTexts(run().planned, withoutMark)).toEqual(mapTexts(output, withoutMark))
    expect(difference(input, run().written)).toEqual(difference(input, after))
  })

  test('changes nothing when it runs again', () => {
    const { second, written, again } = run()
    expect(second.decisions.filter(({ action }) => action === 'rewrite')).toEqual([])
    expect(difference(written, again)).toEqual({})
  })

  test('does the same to files with CRLF', () => {
    const crlf = mapTexts(input, withCrlf)
    const changed = difference(crlf, runOnce(crlf, report.options))
    expect(changed).toEqual(mapTexts(difference(input, after) as Tree, withCrlf))
  })

  if (report.standalone) {
    test('comes to the same output when jscodeshift runs the transform alone', () => {
      expect(difference(input, runStandalone(transform, input))).toEqual(difference(input, after))
    })
  }

  test('comes to the same output when the program runs', { timeout: 300_000 }, () => {
    expect(difference(input, programRuns().get(name) ?? {})).toEqual(difference(input, after))
  })
})

describe('the fixtures', () => {
  const shown = new Set(fixtures.flatMap(({ report }) => report.shapes))

  test('are at least 70', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(70)
  })

  test.each(['T1', 'T3'] as const)('show every shape of %s', (group) => {
    expect(shapesOf(group).filter((shape) => !shown.has(shape))).toEqual([])
  })

  test('name no shape that there is not', () => {
    const all = [...shapesOf('T1'), ...shapesOf('T2'), ...shapesOf('T3')]
    expect([...shown].filter((shape) => !all.includes(shape))).toEqual([])
  })

  test('show every finding', () => {
    const shown = new Set(fixtures.flatMap(({ report }) => report.findings.map(({ id }) => id)))
    expect(findings.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  })

  test.each(byName(fixtures))('%s is well formed', (name, { report, input, output }) => {
    const shows = name.split('/')[1] ?? ''
    const rewrites = report.decisions.filter(({ action }) => action === 'rewrite')
    expect(shows).toMatch(/^(rewrites|leaves|reports)-/)
    expect(report.why).toMatch(/\.$/)
    const isMade = (file: string) => rewrites.some((one) => one.api === 'tag-helpers' && one.file === file)
    expect(Object.keys(output).filter((file) => input[file] === undefined && !isMade(file))).toEqual([])
    expect(Object.keys(output).filter((file) => input[file] === output[file])).toEqual([])
    expect(Object.keys(output).length > 0).toBe(rewrites.length > 0)
    if (shows.startsWith('rewrites-')) expect(rewrites).not.toEqual([])
    if (shows.startsWith('reports-'))
      expect([...report.findings, ...reviews(report.decisions)]).not.toEqual([])
  })
})

const shapeCounts = { T1: 35, T2: 8, T3: 22 }

/** `T1-01` to `T1-35`. */
function shapesOf(group: keyof typeof shapeCounts): string[] {
  return Array.from(
    { length: shapeCounts[group] },
    (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`,
  )
}

function reviews<T extends { action: string }>(decisions: T[]): T[] {
  return decisions.filter(({ action }) => action === 'review')
}

/** The result of the first call, for all calls; what the first one threw, too. */
function once<T>(make: () => T): () => T {
  let result: { value: T } | { error: unknown } | undefined
  return () => {
    result ??= attempt(make)
    if ('error' in result) throw result.error
    return result.value
  }
}

function attempt<T>(make: () => T): { value: T } | { error: unknown } {
  try {
    return { value: make() }
  } catch (error) {
    return { error }
  }
}
