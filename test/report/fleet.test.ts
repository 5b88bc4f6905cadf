import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/config/package-root.js'
import { digestOf, outcomeOf } from '../../src/report/fleet/digest.js'
import { foldFleet } from '../../src/report/fleet/fold.js'
import { fleetFormats } from '../../src/report/fleet/formats.js'
import { rowsOf } from '../../src/report/fleet/merge.js'
import type { Fleet, FleetRepository } from '../../src/report/fleet/types.js'
import { outcomes } from '../../src/report/fleet/types.js'
import { jsonReport, toReport } from '../../src/report/json.js'
import { decision, finding, reviewDecision, samplePlan } from './sample.js'

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(packageRoot(), 'schema/fleet.schema.json'), 'utf8')),
)

const plan = samplePlan([decision({}), reviewDecision({})], {
  findings: [finding({}), finding({ line: 99 })],
})
const digest = digestOf(toReport(plan, 'dry-run'))

function row(over: Partial<FleetRepository> = {}): FleetRepository {
  return {
    ...{
      name: 'github.com/acme/shop',
      outcome: 'changed',
      reason: null,
      labels: ['a'],
      base: 'b'.repeat(40),
    },
    ...{ branch: null, commit: null, pullRequest: null, digest },
    reports: { json: 'reports/x.json', html: 'reports/x.html', markdown: null },
    ...over,
  }
}

const hostile =
  '<img src=x onerror=alert(1)>"\'&\n\u001b[31m\u202e=cmd|"/c calc"!A1, @all #1 [x](javascript:1) `'

describe('outcome of a report', () => {
  const numbers = {
    ...digest,
    decisions: { rewrite: 1, keep: 0, review: 0 },
    findings: [],
    files: { selected: 3, changed: 1, failed: 0 },
  }
  test.each([
    [{}, 'changed', null],
    [{ files: { selected: 3, changed: 0, failed: 0 } }, 'clean', null],
    [{ decisions: { rewrite: 1, keep: 0, review: 2 } }, 'needs-review', '2 places to review'],
    [{ files: { selected: 3, changed: 1, failed: 1 } }, 'needs-review', '1 file that failed'],
    [{ findings: [{ id: 'x', severity: 'error' as const, count: 3 }] }, 'needs-review', '3 errors'],
    [{ findings: [{ id: 'x', severity: 'warning' as const, count: 3 }] }, 'changed', null],
  ])('%j', (over, outcome, reason) => {
    expect(outcomeOf({ ...numbers, ...over })).toEqual({ outcome, reason })
  })
})

describe('a fleet', () => {
  const rows = outcomes.flatMap((outcome, index) =>
    Array.from({ length: index + 1 }, (_, number) =>
      row({ outcome, name: `r${index}-${number}`, digest: outcome === 'failed' ? null : digest }),
    ),
  )
  const fleet = foldFleet(rows)

  test('has counts that add up, and fits its schema', () => {
    const { repositories, ...parts } = fleet.counts
    expect(repositories).toBe(rows.length)
    expect(Object.values(parts).reduce((sum, number) => sum + number, 0)).toBe(rows.length)
    expect(validate(JSON.parse(fleetFormats.json(fleet)))).toBe(true)
    expect(fleet.findings).toEqual([
      { ...digest.findings[0], count: 2 * (rows.length - 5), repositories: rows.length - 5 },
    ])
  })

  test('is the same in whatever order it is folded', () => {
    for (const format of Object.values(fleetFormats)) {
      expect(format(foldFleet([...rows].reverse()))).toBe(format(fleet))
    }
  })

  test('names every repository in every format', () => {
    for (const format of Object.values(fleetFormats)) {
      const text = format(fleet)
      for (const { name } of rows) expect(text).toContain(name)
    }
  })

  test('an empty one is no crash', () => {
    for (const format of Object.values(fleetFormats)) expect(format(foldFleet([]))).not.toContain('undefined')
    expect(validate(foldFleet([]))).toBe(true)
  })

  test('markdown of a large one is cut, and says what is left out', () => {
    const many = foldFleet(
      Array.from({ length: 2_000 }, (_, index) => row({ name: `github.com/acme/repository-${index}` })),
    )
    const text = fleetFormats.markdown(many)
    expect(text.length).toBeLessThanOrEqual(60_000)
    expect(text).toMatch(/Left out: [\d,]+ repositories/)
  })
})

describe('what repositories are called is harmless', () => {
  const fleet = foldFleet([
    row({
      name: hostile,
      reason: hostile,
      labels: [hostile],
      branch: hostile,
      pullRequest: `https://x/${hostile}`,
      reports: { json: null, html: `reports/${hostile}.html`, markdown: null },
    }),
    row({
      name: 'bad link',
      pullRequest: 'javascript:alert(1)',
      reports: { json: null, html: 'javascript:alert(2)', markdown: null },
    }),
  ])

  test('in HTML: text stays text, and the policy allows styles by hash and nothing else', () => {
    const html = fleetFormats.html(fleet)
    expect(html).not.toContain('<img')
    expect(html).not.toContain('\u001b')
    expect(html).not.toContain('\u202e')
    expect(html).not.toMatch(/href="javascript:/)
    expect(html).not.toMatch(/<script|\son\w+=[^&]*>/)
    expect(html).toMatch(
      /default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'/,
    )
    expect(html).not.toMatch(/style="|@import|url\(/)
  })

  test('in Markdown: no image, no mention, no foreign link', () => {
    const text = fleetFormats.markdown(fleet)
    expect(text).not.toContain('<img')
    expect(text).not.toMatch(/[^\\]\]\(javascript:/)
    expect(text).not.toMatch(/@all|#1\b/)
    expect(text.split('\n').filter((line) => line.includes('onerror'))).toHaveLength(1)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|x', '%0A=1', '\r=1', '\uFF1D1'])(
    'in CSV: %j is no formula',
    (name) => {
      const [, line = ''] = fleetFormats.csv(foldFleet([row({ name })])).split('\r\n')
      const cell = line.startsWith('"') ? line.slice(1) : line
      expect(cell).toMatch(/^['\\]/)
    },
  )

  test('in CSV: one line for each, quotes doubled', () => {
    const lines = fleetFormats.csv(fleet).split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines.join('')).not.toMatch(/\n/)
  })
})

describe('merging', () => {
  const text = jsonReport(plan, 'dry-run')
  const named = (root: string): string => JSON.stringify({ ...JSON.parse(text), root })

  test('reports are named by what batch wrote, by their file, or by the folder of a file that is just called report', () => {
    const files = [
      { file: 'x/1.json', text: named('github.com/acme/shop') },
      { file: 'reports/site.json', text },
      { file: 'job-7/report.json', text },
      { file: 'job-8/retag.json', text },
      { file: 'a/same.json', text },
      { file: 'b/same.json', text },
    ]
    expect(rowsOf(files).map(({ rows }) => rows[0]?.name)).toEqual([
      'github.com/acme/shop',
      'site',
      'job-7',
      'job-8',
      'a/same.json',
      'b/same.json',
    ])
    expect(rowsOf(files)[0]?.rows[0]).toMatchObject({ outcome: 'needs-review', digest })
  })

  test('a fleet counts as its repositories', () => {
    const fleet: Fleet = foldFleet([row(), row({ name: 'b', outcome: 'failed', digest: null })])
    const [read] = rowsOf([{ file: 'fleet.json', text: fleetFormats.json(fleet) }])
    expect(foldFleet(read?.rows ?? [])).toEqual(fleet)
  })

  test.each([
    ['', 'It is no valid JSON; it may be cut off.'],
    [text.slice(0, 200), 'It is no valid JSON; it may be cut off.'],
    ['[1]', 'It is no valid JSON'],
    ['{"a":1}', 'It is no report of retag.'],
    [
      text.replace('"schemaVersion": 1', '"schemaVersion": 9'),
      'It has the schema version 9, but this retag reads 1.',
    ],
    [JSON.stringify({ schemaVersion: 1, decisions: [], files: [] }), 'It is a plan.'],
    [text.replace('"selected"', '"chosen"'), 'It is no report of retag: '],
    ['{"schemaVersion":1,"repositories":[{"name":5}]}', 'It is no report of retag: '],
  ])('a file that is no report is a row that failed: %#', (broken, message) => {
    const rows = rowsOf([{ file: 'job/broken.json', text: broken }])[0]?.rows
    expect(rows).toMatchObject([{ name: 'broken', outcome: 'failed', digest: null }])
    expect(rows?.[0]?.reason).toContain(message)
  })
})
