import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { packageSchema } from '../../src/config/package-root.js'
import { withApplied } from '../../src/report/applied.js'
import { jsonReport, toReport } from '../../src/report/json.js'
import {
  decision,
  finding,
  keptDecision,
  mixedDecision,
  reviewDecision,
  samplePlan,
  unreachedDecision,
} from './sample.js'

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(packageSchema('report'))

const full = samplePlan(
  [mixedDecision(), decision(), keptDecision({ line: 3 }), reviewDecision(), unreachedDecision()],
  {
    apps: [
      { dir: 'apps/web', next: '15.5.8', router: ['pages', 'app'] },
      { dir: 'apps/docs', next: null, router: ['app'] },
    ],
    findings: [finding({ line: 20 }), finding({ line: 14 })],
    failures: [{ file: 'src/broken.ts', message: 'does not parse' }],
  },
)

test('the report is what the schema says, in every mode', () => {
  for (const mode of ['dry-run', 'apply', 'check'] as const) {
    const report: unknown = JSON.parse(jsonReport(full, mode))
    validate(report)
    expect(validate.errors).toBeNull()
    expect(report).toMatchObject({ schemaVersion: 1, mode, root: '/project' })
  }
  expect(validate(JSON.parse(jsonReport(samplePlan([]), 'apply')))).toBe(true)
})

test('the schema refuses what the contract does not know', () => {
  const report = toReport(full, 'apply')
  expect(validate({ ...report, extra: 1 })).toBe(false)
  expect(validate({ ...report, mode: 'plan' })).toBe(false)
  expect(validate({ ...report, decisions: [{ ...report.decisions[0], line: 0 }] })).toBe(false)
  expect(validate({ ...report, decisions: [{ ...report.decisions[0], edit: null }] })).toBe(false)
})

test("edits and hashes are retag's own business", () => {
  const text = jsonReport(full, 'dry-run')
  expect(text).not.toContain('"edit"')
  expect(text).not.toContain('"hash"')
  expect(text).not.toContain('"files"')
})

test('lists are sorted, whatever order the plan has, and two runs are the same bytes', () => {
  const turned = {
    ...full,
    apps: [...full.apps].reverse(),
    decisions: [...full.decisions].reverse(),
    findings: [...full.findings].reverse(),
  }
  expect(jsonReport(turned, 'apply')).toBe(jsonReport(full, 'apply'))
  const { decisions, findings } = toReport(full, 'apply')
  expect(decisions.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'src/app/actions.ts:3',
    'src/app/actions.ts:12',
    'src/lib/cache.ts:8',
    'src/lib/tags.ts:31',
    'src/lib/unused.ts:12',
  ])
  expect(findings.map(({ line }) => line)).toEqual([14, 20])
})

test('a file that could not be written counts as failed, and the sum holds', () => {
  const plan = samplePlan([decision(), mixedDecision()])
  const { counts, failures } = withApplied(plan, [{ file: 'src/lib/cache.ts', message: 'EACCES' }])
  expect(counts).toMatchObject({ changed: 1, failed: 1 })
  expect(counts.selected).toBe(counts.changed + counts.unchanged + counts.skipped + counts.failed)
  expect(failures).toEqual([{ file: 'src/lib/cache.ts', message: 'EACCES' }])
})

test('what could not be written is no rewrite', () => {
  const { decisions } = withApplied(samplePlan([decision(), mixedDecision()]), [
    { file: 'src/lib/cache.ts', message: 'EACCES' },
  ])
  expect(
    decisions.map(({ file, action, rule, after, semantics }) => [file, action, rule, after, semantics]),
  ).toEqual([
    [decision().file, 'rewrite', decision().rule, decision().after, decision().semantics],
    ['src/lib/cache.ts', 'review', 'not-written', null, null],
  ])
})
