import { beforeAll, describe, expect, test } from 'vitest'
import {
  byName,
  type ExpectedDecision,
  type ExpectedTypeError,
  type Fixture,
  loadFixtures,
} from './support/fixtures.js'
import { typeErrors } from './support/type-check.js'

const fixtures = loadFixtures()
let before: Map<string, ExpectedTypeError[]>
let after: Map<string, ExpectedTypeError[]>

beforeAll(() => {
  before = typeErrors(new Map(fixtures.map(({ name, input }) => [name, input])))
  after = typeErrors(new Map(fixtures.map(({ name, after: whole }) => [name, whole])))
}, 120_000)

describe('against the types of Next.js 16', () => {
  test.each(byName(fixtures))(
    'the output of %s has no errors but those that a person has to settle',
    (name, { report }) => {
      expect(after.get(name)).toEqual(report.typeErrors ?? [])
    },
  )

  test.each(byName(withMandatoryRewrites()))(
    'the input of %s has an error at every call that must change',
    (name, fixture) => {
      const errors = before.get(name) ?? []
      const silent = mandatory(fixture).filter(
        ({ file, line }) => !errors.some((error) => error.file === file && error.line === line),
      )
      expect(silent).toEqual([])
    },
  )

  test('names that Next.js 16 dropped are errors in the input', () => {
    const dropped = fixtures.filter(({ report }) =>
      report.decisions.some(({ api }) => api === 'unstable_expireTag'),
    )
    expect(dropped).not.toEqual([])
    for (const { name } of dropped) expect(before.get(name)?.map(({ code }) => code)).toContain('TS2305')
  })
})

function withMandatoryRewrites(): Fixture[] {
  const found = fixtures.filter((fixture) => mandatory(fixture).length > 0)
  if (found.length < 30) throw new Error('too few fixtures show a type error in their input')
  return found
}

/** One-argument calls in TypeScript that nothing silences. */
function mandatory({ report }: Fixture): ExpectedDecision[] {
  if (report.silentTypes) return []
  return report.decisions.filter(
    ({ api, action, file, transform }) =>
      // Of a tag that becomes a helper call, the call itself may be right already.
      api === 'revalidateTag' && transform !== 'tag-helpers' && action === 'rewrite' && /\.tsx?$/.test(file),
  )
}
