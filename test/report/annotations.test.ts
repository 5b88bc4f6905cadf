import { expect, test } from 'vitest'
import { annotations } from '../../src/report/annotations.js'
import {
  decision,
  finding,
  keptDecision,
  reviewDecision,
  routeDecision,
  samplePlan,
  times,
} from './sample.js'

const lines = (
  ...[plan, mode = 'check']: [Parameters<typeof annotations>[0], ('apply' | 'check')?]
): string[] => annotations(plan, mode).split('\n').slice(0, -1)

test('errors first, then what needs a person, then what would change; nothing for what is kept', () => {
  const plan = samplePlan([routeDecision(), keptDecision(), reviewDecision()], {
    findings: [finding()],
    failures: [{ file: 'src/broken.ts', message: 'It does not parse.' }],
  })
  expect(lines(plan)).toEqual([
    '::error file=src/broken.ts,title=retag%3A failed::It does not parse.',
    `::error file=src/app/page.tsx,line=14,col=5,title=retag%3A invalidate-in-render::${finding().message} ${finding().help}`,
    `::warning file=src/lib/tags.ts,line=31,col=3,title=retag%3A revalidate-tag needs a person::revalidateTag(...tags)%0A${reviewDecision().reason}`,
    "::notice file=src/app/api/hook/route.ts,line=12,col=3,title=retag%3A revalidate-tag::revalidateTag('posts')%0Awould become%0ArevalidateTag('posts', 'max')%0ARoute handlers run it.",
  ])
})

test('what was written is no notice', () => {
  expect(lines(samplePlan([decision()]), 'apply')).toEqual([])
  expect(annotations(samplePlan([]), 'check')).toBe('')
})

test('nothing of the analysed code ends a command or begins one', () => {
  const [line, ...more] = lines(
    samplePlan([
      reviewDecision({
        file: 'a,  b:c%\n::error::d.ts',
        before: 'f(`100%`)\r\n::set-env name=x::y',
        reason: 'a\n::error::b\u001b[2J',
      }),
    ]),
  )
  expect(more).toEqual([])
  expect(line).toContain('file=a%2C  b%3Ac%25%0A%3A%3Aerror%3A%3Ad.ts,line=31')
  expect(line).toContain('::f(`100%25`) ::set-env name=x::y%0Aa%0A::error::b\\u001b[2J')
})

test('ten of a kind are shown, and a summary tells of the rest', () => {
  const plan = samplePlan([...times(30, decision), ...times(12, reviewDecision)], {
    findings: [...Array(11)].map((_, index) => finding({ line: index + 1 })),
  })
  const all = lines(plan)
  for (const kind of ['error', 'warning', 'notice'])
    expect(all.filter((line) => line.startsWith(`::${kind} `))).toHaveLength(10)
  expect(all.at(-1)).toBe(
    '::notice title=retag::11 errors, 12 warnings, 30 notices; 29 of them shown here. --report markdown=<file> lists more, json=<file> all.',
  )
  expect(lines(samplePlan(times(10, decision)))).toHaveLength(10)
})
