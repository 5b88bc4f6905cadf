import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findings, transforms } from '../../src/plan/catalogue.js'
import type { Plan } from '../../src/plan/types.js'
import { sarifReport } from '../../src/report/sarif/index.js'
import type { Result, SarifLog } from '../../src/report/sarif/types.js'
import {
  decision,
  finding,
  keptDecision,
  mixedDecision,
  reviewDecision,
  routeDecision,
  samplePlan,
} from './sample.js'

const validate = new Ajv({ strict: false, validateFormats: false }).compile(officialSchema())

/** The schema is of draft 4, which differs in nothing that it uses but the name of its own id. */
function officialSchema(): object {
  const file = new URL('fixtures/sarif-schema-2.1.0.json', import.meta.url)
  const { $schema: _, id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  expect(JSON.stringify(schema)).not.toMatch(/"exclusiveM(in|ax)imum"|"id":"/)
  return { ...schema, $id: id }
}

function logOf(plan: Plan, ...rest: [('apply' | 'check' | 'dry-run')?, { results: number; bytes: number }?]) {
  const [mode = 'dry-run', limits] = rest
  const log = JSON.parse(sarifReport(plan, mode, limits)) as SarifLog
  validate(log)
  expect(validate.errors).toBeNull()
  const [run] = log.runs
  if (run === undefined) throw new Error('a log has a run')
  return run
}

const textOf = (results: Result[]): string[] => results.map(({ message }) => message.text)

const full = samplePlan(
  [mixedDecision(), decision(), keptDecision({ line: 3 }), reviewDecision(), routeDecision()],
  {
    findings: [finding(), finding({ id: 'custom-cache-handler', severity: 'note', file: 'next.config.ts' })],
    failures: [{ file: 'src/broken.ts', message: 'It does not parse.' }],
  },
)

test('it is SARIF by the official schema, in every mode and for an empty plan', () => {
  for (const mode of ['dry-run', 'check', 'apply'] as const) expect(logOf(full, mode).results).toHaveLength(6)
  expect(logOf(samplePlan([])).results).toEqual([])
})

test('the schema would object', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false)
})

test('every transform and every finding is a rule with help, whatever was found', () => {
  const { rules } = logOf(samplePlan([])).tool.driver
  expect(rules.map(({ id }) => id)).toEqual([...transforms, ...findings].map(({ id }) => id))
  for (const rule of rules) {
    expect(rule.helpUri).toBe(`https://www.npmjs.com/package/retag#${rule.id}`)
    expect(rule.fullDescription.text).toContain(rule.shortDescription.text)
    expect(rule.help.text).not.toBe('')
    expect(rule.name).toMatch(/^([A-Z][a-z]*)+$/)
  }
})

test('the gravest come first; what is kept is no result', () => {
  const run = logOf(full)
  expect(run.results.map(({ level, ruleId }) => `${level} ${ruleId}`)).toEqual([
    'error invalidate-in-render',
    'warning revalidate-tag',
    'note custom-cache-handler',
    'note revalidate-tag',
    'note revalidate-tag',
    'note revalidate-tag',
  ])
  for (const { ruleId, ruleIndex } of run.results)
    expect(run.tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId)
})

test('texts tell what becomes what, in the tense of the mode', () => {
  const plan = samplePlan([routeDecision(), reviewDecision()])
  expect(textOf(logOf(plan).results)).toEqual([
    `revalidateTag(...tags) needs a person. ${reviewDecision().reason}`,
    "revalidateTag('posts') would become revalidateTag('posts', 'max'). Route handlers run it. This changes behaviour.",
  ])
  expect(textOf(logOf(plan, 'apply').results)[1]).toContain(' became ')
})

test('failures are notifications of a run that did not succeed', () => {
  const [invocation] = logOf(full).invocations
  expect(invocation?.executionSuccessful).toBe(false)
  expect(invocation?.toolExecutionNotifications).toMatchObject([
    { level: 'error', message: { text: 'It does not parse.' } },
  ])
  expect(logOf(samplePlan([])).invocations[0]?.executionSuccessful).toBe(true)
})

test('each chain of evidence is a code flow, entry point first', () => {
  const [result] = logOf(samplePlan([mixedDecision()])).results
  const flows = result?.codeFlows?.map(({ threadFlows }) =>
    threadFlows[0]?.locations.map(
      ({ location }) =>
        `${location.physicalLocation.artifactLocation.uri}:${location.physicalLocation.region?.startLine} ${location.message?.text}`,
    ),
  )
  expect(flows).toEqual([
    ['src/app/actions.ts:10 savePost', 'src/lib/cache.ts:8 expire'],
    ['src/app/api/hook/route.ts:4 POST', 'src/lib/cache.ts:8 expire'],
  ])
})

describe('places', () => {
  test('columns count UTF-16 code units, and the end follows from the text', () => {
    const run = logOf(
      samplePlan([decision({ before: "f('\u{1f600}')" }), decision({ line: 20, before: 'f(\r\n  a,\r\n)' })]),
    )
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.results.map(({ locations }) => locations[0]?.physicalLocation.region)).toEqual([
      { startLine: 12, startColumn: 3, endLine: 12, endColumn: 10 },
      { startLine: 20, startColumn: 3, endLine: 22, endColumn: 2 },
    ])
  })

  test.each([
    ['app/(shop)/[id]/page.tsx', 'app/(shop)/%5Bid%5D/page.tsx'],
    ['a b/größe#1?.ts', 'a%20b/gr%C3%B6%C3%9Fe%231%3F.ts'],
    ['c:/x%20.ts', 'c%3A/x%2520.ts'],
    ['back\\slash.ts', 'back%5Cslash.ts'],
    ['half\ud800.ts', 'half%EF%BF%BD.ts'],
  ])('%s', (file, uri) => {
    const [result] = logOf(samplePlan([decision({ file })])).results
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri, uriBaseId: 'SRCROOT' })
    if (!file.includes('\ud800')) expect(decodeURIComponent(uri)).toBe(file)
  })

  test('no path of the machine stands in it', () => {
    expect(sarifReport({ ...full, root: '/home/somebody/project' }, 'dry-run')).not.toContain(
      '/home/somebody',
    )
  })
})

describe('fingerprints', () => {
  const prints = (plan: Plan): string[] =>
    logOf(plan).results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join())

  test('stay when lines move', () => {
    const moved = (plan: Plan): Plan => ({
      ...plan,
      decisions: plan.decisions.map((one) => ({ ...one, line: one.line + 40, column: 9, id: `${one.id}9` })),
      findings: plan.findings.map((one) => ({
        ...one,
        line: one.line + 40,
        message: `${one.message} x.ts:54`,
      })),
    })
    const said = {
      ...full,
      findings: full.findings.map((one) => ({ ...one, message: `${one.message} x.ts:14` })),
    }
    expect(prints(moved(full))).toEqual(prints(said))
  })

  test('differ between equal calls of one file, and between files', () => {
    const same = [decision({ line: 1 }), decision({ line: 2 }), decision({ file: 'src/other.ts' })]
    expect(new Set(prints(samplePlan(same))).size).toBe(3)
  })
})

describe('limits', () => {
  const many = samplePlan(
    [...Array(12)].map((_, index) => decision({ line: index + 1 })),
    { findings: [finding()] },
  )

  test('of too many results the gravest stay, and a notification says so', () => {
    const run = logOf(many, 'dry-run', { results: 5, bytes: 1e9 })
    expect(run.results).toHaveLength(5)
    expect(run.results[0]?.level).toBe('error')
    expect(run.invocations[0]?.toolExecutionNotifications[0]).toEqual({
      level: 'warning',
      message: {
        text: '8 results of 13 left out: code scanning takes no more. The report with --report json=<file> is whole.',
      },
    })
    expect(logOf(many).invocations[0]?.toolExecutionNotifications).toEqual([])
  })

  test('GitHub shows 5,000 results', () => {
    const plan = samplePlan([...Array(5_100)].map((_, index) => decision({ line: index + 1 })))
    expect(logOf(plan).results).toHaveLength(5_000)
  })

  test('a file that is too large loses its code flows, then results, and says both', () => {
    const random = (seed: number): string =>
      [...Array(60)].map((_, at) => (seed * 7919 + at * 104729).toString(36)).join('')
    const noisy = samplePlan(
      [...Array(100)].map((_, index) =>
        decision({
          line: index + 1,
          evidence: [[{ file: `${random(index)}.ts`, line: 1, symbol: random(index) }]],
        }),
      ),
    )
    const whole = gzipSync(sarifReport(noisy, 'dry-run')).length
    const flowless = logOf(noisy, 'dry-run', { results: 5_000, bytes: Math.floor(whole * 0.8) })
    expect(flowless.results).toHaveLength(100)
    expect(flowless.results.some(({ codeFlows }) => codeFlows)).toBe(false)
    expect(flowless.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(
      /^The code flows are left out/,
    )
    const bytes = gzipSync(sarifReport(samplePlan([]), 'dry-run')).length + 1_500
    const limits = { results: 5_000, bytes }
    const cut = logOf(noisy, 'dry-run', limits)
    expect(cut.results.length).toBeLessThan(100)
    expect(cut.results.length).toBeGreaterThan(0)
    expect(gzipSync(sarifReport(noisy, 'dry-run', limits)).length).toBeLessThanOrEqual(bytes)
    expect(cut.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/left out/)
  })
})

test('any text of the analysed code gives valid SARIF without links in messages', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '[', ']', '(', ')', '{0}', '\n', '\u0000', '\u202e', '\ud800', '`', '\\'),
  })
  fc.assert(
    fc.property(text, text, (before, reason) => {
      const { results } = logOf(samplePlan([decision({ before, reason, after: before })]))
      expect(results[0]?.message.text).not.toContain('](')
    }),
    { numRuns: 50 },
  )
})
