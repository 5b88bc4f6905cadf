import { describe, expect, it } from 'vitest'
import { countReport, kindOf, sum } from '../../corpus/lib/count.js'
import { checkDecisions, compareRuns } from '../../corpus/lib/decisions.js'
import { readReport } from '../../corpus/lib/report.js'
import { decision, report } from './decision.js'

const messages = (...decisions: ReturnType<typeof decision>[]) =>
  checkDecisions(report({ decisions })).map((problem) => problem.message)

describe('checkDecisions', () => {
  it('accepts a sound report', () => {
    const unreached = decision({ line: 2, reach: 'unreached', contexts: [], evidence: [] })
    const double = decision({ line: 3, transform: 'test-doubles', evidence: [] })
    expect(messages(decision(), unreached, double)).toEqual([])
  })

  it('wants evidence or the word unreached', () => {
    expect(messages(decision({ evidence: [] }))).toEqual([
      'is rewritten without evidence and is not called unreached',
    ])
    expect(messages(decision({ reach: 'unreached' }))).toEqual(['is called unreached but has evidence'])
    expect(messages(decision({ evidence: [[{ file: 'b.ts', line: 1, symbol: 'x' }]] }))).toEqual([
      'has evidence that ends elsewhere',
    ])
  })

  it('refuses updateTag where a non-action can reach it', () => {
    const contexts = ['server-action', 'route-handler'] as const
    expect(messages(decision({ contexts: [...contexts] }))).toEqual([
      'becomes updateTag, which route-handler can reach',
    ])
    expect(
      messages(decision({ contexts: [...contexts], after: "revalidateTag('a', { expire: 0 })" })),
    ).toEqual([])
  })

  it('wants a finding for an updateTag that stays there', () => {
    const kept = decision({ api: 'updateTag', action: 'keep', after: null, contexts: ['script'] })
    expect(messages(kept)).toEqual(['is updateTag, which script can reach, without a finding'])
    const written = decision({ contexts: ['server-action', 'pages-api'] })
    expect(messages(written)).toEqual(['is updateTag, which pages-api can reach, without a finding'])
    const finding = {
      id: 'update-tag-outside-action',
      severity: 'error',
      file: 'a.ts',
      line: 1,
      column: 1,
      message: '',
      help: '',
      url: '',
    } as const
    for (const found of [kept, written]) {
      expect(checkDecisions(report({ decisions: [found], findings: [finding] }))).toEqual([])
    }
  })

  it('wants one decision per site, in order, and counts that add up', () => {
    expect(messages(decision(), decision())).toEqual(['has more than one decision for revalidateTag'])
    expect(messages(decision({ line: 2 }), decision())[0]).toMatch(/out of order/)
    const counts = { selected: 3, parsed: 1, changed: 1, unchanged: 1, skipped: 0, failed: 0 }
    expect(checkDecisions(report({ counts }))[0]?.message).toMatch(/^selected is 3/)
  })

  it('wants the same decisions from the dry run and the run', () => {
    const dry = report({ decisions: [decision(), decision({ line: 2 })] })
    const run = report({ decisions: [decision({ reason: 'Otherwise.' })] })
    expect(compareRuns(dry, dry)).toEqual([])
    expect(compareRuns(dry, run)).toHaveLength(2)
  })
})

describe('counting', () => {
  it.each([
    ["updateTag('a')", 'updateTag'],
    ["nextUpdateTag('a')", 'updateTag'],
    ['tags.forEach((tag) => updateTag(tag))', 'updateTag'],
    ['revalidateTag(tag, "max")', 'max'],
    ["revalidateTag('a', { expire: 0 })", 'expire0'],
    ["revalidateTag('a', {expire: 0})", 'expire0'],
    ["revalidateTag('updateTag', 'max')", 'max'],
    ["revalidateTag('a', 'seconds')", 'otherProfile'],
  ])('%s is %s', (after, kind) => {
    expect(kindOf(decision({ after }))).toBe(kind)
  })

  it('goes by the transform and the API where the text says too little', () => {
    const tag = decision({
      transform: 'stable-names',
      api: 'unstable_cacheTag',
      after: "cacheTag('a', 'max')",
    })
    expect(kindOf(tag)).toBe('renames')
    expect(kindOf(decision({ api: 'unstable_expireTag' }))).toBe('updateTag')
    expect(kindOf(decision({ transform: 'test-doubles' }))).toBe('testDoubles')
  })

  it('adds up the parts and the repositories', () => {
    const numbers = countReport(
      report({
        decisions: [
          decision(),
          decision({ line: 2, action: 'review', after: null, reach: 'mixed' }),
          decision({ line: 3, action: 'keep', after: null }),
          decision({ line: 4, transform: 'test-doubles' }),
        ],
      }),
      { files: 1, lines: 2 },
    )
    expect(numbers).toMatchObject({
      callSites: 4,
      updateTag: 1,
      review: 1,
      kept: 1,
      mixed: 1,
      testDoubles: 1,
      changedFiles: 1,
      changedLines: 2,
    })
    expect(sum([numbers, numbers])).toMatchObject({ callSites: 8, updateTag: 2, changedLines: 4 })
  })
})

describe('readReport', () => {
  it('reads a report and says what is wrong with anything else', () => {
    const text = JSON.stringify(report({ decisions: [decision()] }))
    expect(readReport(text).decisions).toHaveLength(1)
    expect(() => readReport('Done.')).toThrow(/stdout is no JSON/)
    expect(() => readReport('null')).toThrow(/no report/)
    expect(() => readReport('{}')).toThrow(/schemaVersion undefined/)
    expect(() => readReport('{"schemaVersion":1}')).toThrow(/no list "apps"/)
  })
})
