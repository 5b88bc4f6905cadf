import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/plan/types.js'
import { noColors } from '../../src/report/colors.js'
import type { SummaryOptions } from '../../src/report/terminal.js'
import { summary } from '../../src/report/terminal.js'
import { visibleLength } from '../../src/report/wrap.js'
import {
  callEdit,
  decision,
  finding,
  keptDecision,
  mixedDecision,
  reviewDecision,
  routeDecision,
  samplePlan,
  times,
  unreachedDecision,
} from './sample.js'

function told(plan: Plan, over: Partial<SummaryOptions> = {}): string {
  return summary(plan, {
    tense: 'did',
    width: 80,
    colors: noColors,
    writeCommand: 'npx retag src',
    ...over,
  })
}

/** The text without its line breaks: what is said, however it is wrapped. */
function said(plan: Plan, over: Partial<SummaryOptions> = {}): string {
  return told(plan, over).replaceAll(/\s+/g, ' ')
}

describe('what became what, and why', () => {
  test('actions, routes, both and nowhere', () => {
    const plan = samplePlan([
      ...times(14, decision),
      ...times(3, ({ line }) => routeDecision({ line })),
      mixedDecision(),
      unreachedDecision(),
    ])
    const text = said(plan)
    expect(text).toContain('retag changed 19 places in 17 files:')
    expect(text).toContain('14 calls became updateTag(tag): only Server Actions can run them.')
    expect(text).toContain("3 calls became revalidateTag(tag, 'max'): run by route handlers")
    expect(text).toContain(
      '1 call became revalidateTag(tag, { expire: 0 }): Server Actions run it, but so do route handlers, where updateTag throws.',
    )
    expect(text).toContain("1 call became revalidateTag(tag, 'max'): nothing was found that calls it.")
  })

  test('callbacks and calls with several tags are told together with plain calls', () => {
    const to = { name: 'updateTag', profile: null }
    const at = { start: 0, end: 1 }
    const callback = decision({ edit: { kind: 'callback', at, to } })
    const several = decision({ api: 'unstable_expireTag', edit: { kind: 'call-per-argument', at, to } })
    expect(said(samplePlan([decision(), callback, several]))).toContain('3 calls became updateTag(tag)')
  })

  test('a change of behaviour is said, and only where there is one', () => {
    expect(said(samplePlan([routeDecision()]))).toContain('This changes behaviour: the next reader may still')
    const preserved = said(samplePlan([decision(), mixedDecision()]))
    expect(preserved).not.toContain('This changes behaviour')
    expect(preserved).toContain('As before, the next reader gets fresh data.')
  })

  test('one tense for each kind of run', () => {
    const plan = samplePlan([decision()])
    expect(said(plan, { tense: 'would' })).toContain('1 call would become updateTag(tag)')
    expect(said(plan, { tense: 'will' })).toContain('1 call becomes updateTag(tag)')
    expect(said(samplePlan(times(2, decision)), { tense: 'will' })).toContain('2 calls become updateTag(tag)')
    expect(said(plan, { tense: 'did' })).toContain('1 call became updateTag(tag)')
  })

  test('names, mocks and assertions have words of their own', () => {
    const rename = decision({
      api: 'unstable_cacheTag',
      edit: { kind: 'rename', at: { start: 0, end: 1 }, to: { name: 'cacheTag' } },
    })
    const deep = decision({
      api: 'cacheLife',
      edit: { kind: 'rename', at: { start: 0, end: 1 }, to: { name: 'cacheLife' } },
    })
    const mock = decision({
      edit: {
        kind: 'add-mock-member',
        at: { start: 0, end: 1 },
        member: 'updateTag',
        like: 'revalidateTag',
      },
    })
    const assertion = decision({
      edit: { kind: 'assertion', at: { start: 0, end: 1 }, member: 'updateTag', extraArgument: null },
    })
    const stays = decision({
      api: 'revalidateTag',
      edit: { kind: 'assertion', at: { start: 0, end: 1 }, member: 'revalidateTag', extraArgument: "'max'" },
    })
    const path = decision({ api: 'unstable_expirePath', edit: callEdit('revalidatePath', null) })
    const text = said(samplePlan([rename, deep, mock, assertion, stays, path]))
    expect(text).toContain("1 assertion in tests got the second argument 'max'")
    expect(text).toContain('1 use of unstable_cacheTag became cacheTag')
    expect(text).toContain('1 import of cacheLife moved to next/cache')
    expect(text).toContain('1 mock of next/cache got updateTag')
    expect(text).toContain('1 assertion in tests moved to updateTag')
    expect(text).toContain('1 call of unstable_expirePath became revalidatePath(path)')
  })

  test('cached functions, and what their readers notice', () => {
    const at = { start: 0, end: 1 }
    const converted = decision({
      api: 'unstable_cache',
      semantics: 'changed',
      edit: {
        kind: 'use-cache',
        at,
        form: 'declaration',
        name: 'getUser',
        typeParameters: '',
        parameters: [],
        returnType: null,
        body: { kind: 'call', text: 'load()' },
        replacements: [],
        revalidate: '60',
        tags: [],
        replace: at,
        call: null,
        calls: [],
      },
    })
    expect(said(samplePlan([converted]))).toContain("1 use of unstable_cache became a 'use cache' function:")
    const text = said(samplePlan([converted, { ...converted, id: 'other', line: 2 }]))
    expect(text).toContain("2 uses of unstable_cache became 'use cache' functions:")
    expect(text).toContain('This changes behaviour: entries live in the memory of each process')
  })

  test('tests among the callers of a route are not worth a word', () => {
    const text = said(samplePlan([routeDecision({ contexts: ['route-handler', 'test'] })]))
    expect(text).toContain('run by route handlers, never by a Server Action')
  })
})

describe('what needs a person', () => {
  test('the place, the code and the reason', () => {
    const text = told(samplePlan([reviewDecision()]))
    expect(text).toContain('1 place needs a person:\n  The arguments are spread')
    expect(text).toContain('    src/lib/tags.ts:31  revalidateTag(...tags)')
  })

  test('a long list is capped and says so', () => {
    const text = told(samplePlan(times(200, reviewDecision)))
    expect(text).toContain('200 places need a person:')
    expect(text).toContain('  and 194 more places; see --json')
    expect(text.match(/revalidateTag\(\.\.\.tags\)/g)).toHaveLength(6)
  })

  test('every reason counts towards the cap', () => {
    const reviews = Array.from({ length: 40 }, (_, index) =>
      reviewDecision({ line: index + 1, reason: `Reason ${index}.` }),
    )
    expect(told(samplePlan(reviews))).toContain('and 28 more places; see --json')
  })
})

describe('findings, failures and the version of Next.js', () => {
  test('errors stand before warnings and notes; the same sentence is said once', () => {
    const findings = [
      finding({ id: 'custom-cache-handler', severity: 'note', message: 'N.', help: 'H.' }),
      finding({ line: 14 }),
      finding({ line: 20 }),
      finding({ id: 'mixed-profile', severity: 'warning', message: 'W.', help: 'H.' }),
    ]
    const text = told(samplePlan([], { findings }))
    const heads = ['2 errors:', '1 warning:', '1 note:'].map((head) => text.indexOf(head))
    expect(heads.every((at) => at >= 0)).toBe(true)
    expect(heads).toEqual([...heads].sort((a, b) => a - b))
    expect(text.match(/while a page renders/g)).toHaveLength(1)
    expect(text).toContain('    src/app/page.tsx:14\n    src/app/page.tsx:20')
  })

  test('different sentences stand beside their places', () => {
    const findings = [finding({ line: 1, message: 'First.' }), finding({ line: 2, message: 'Second.' })]
    const text = told(samplePlan([], { findings }))
    expect(text).toContain('src/app/page.tsx:1 First.')
    expect(text).toContain('src/app/page.tsx:2 Second.')
  })

  test('files that failed are named with the reason', () => {
    const failures = [{ file: 'src/broken.ts', message: 'does not parse' }]
    expect(told(samplePlan([decision()], { failures }))).toContain(
      '1 file failed and was left as it is:\n  src/broken.ts: does not parse',
    )
  })

  test('an app below Next.js 16 is no ordinary finding', () => {
    const findings = [
      finding({ id: 'next-version', severity: 'warning', message: 'Too old.', help: 'Upgrade.' }),
    ]
    const text = told(samplePlan([decision()], { findings }))
    expect(text).toContain('Next.js version: Too old. Upgrade.')
    expect(text).not.toContain('1 warning')
  })
})

describe('what to run next', () => {
  test('a dry run says that nothing was written, and the command that writes', () => {
    const text = told(samplePlan([decision()]), { tense: 'would' })
    expect(text).toContain('Nothing was written. Add --print to see the diff.')
    expect(text).toContain('To write these changes: npx retag src')
    expect(told(samplePlan([decision()]), { tense: 'would', diffShown: true })).not.toContain('--print')
  })

  test('after writing: the type check, the tests and the evidence', () => {
    const text = told(samplePlan([decision()]))
    expect(text).toContain('Next: run your type check and your tests.')
    expect(text).toContain('npx retag explain src/app/actions.ts:12')
    expect(text).not.toContain('Nothing was written')
  })

  test('with nothing to do it says only that', () => {
    expect(told(samplePlan([]))).toBe(
      'Next.js 16.0.1\n\nNothing to do: in 30 files retag found no call that Next.js 16 wants changed.\n',
    )
  })

  test('when all is kept it says why', () => {
    const text = said(samplePlan([keptDecision()]))
    expect(text).toContain('Nothing to change. 1 call stays as it is: it already has a second argument.')
  })

  test('after a question it does not repeat the plan', () => {
    const text = told(samplePlan([decision()]), { brief: true })
    expect(text).toContain('Done: 1 file changed.')
    expect(text).not.toContain('updateTag')
  })
})

test.each([40, 80, 120])('no line of prose is wider than %i columns', (width) => {
  const plan = samplePlan(
    [...times(500, decision), routeDecision(), mixedDecision(), ...times(30, reviewDecision), keptDecision()],
    { findings: [finding(), finding({ id: 'mixed-profile', severity: 'warning' })] },
  )
  const lines = told(plan, { width, tense: 'would' }).split('\n')
  // Commands, code and places are never broken, so that they can be copied.
  const prose = lines.filter((line) => !/npx retag|src\/|revalidateTag\(/.test(line))
  expect(prose.length).toBeGreaterThan(10)
  for (const line of prose) expect(visibleLength(line)).toBeLessThanOrEqual(width)
})
