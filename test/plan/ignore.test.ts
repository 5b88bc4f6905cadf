import { describe, expect, test } from 'vitest'
import { plan } from '../../src/index.js'
import { app } from '../support/app.js'

/** Rule and reason of each decision in a route handler with this body. */
function decided(body: string, file = 'app/api/x/route.ts') {
  const text = `import { revalidateTag } from 'next/cache'\nexport async function GET() {\n${body}\n}`
  const { plan: made, changes } = plan(app({ [file]: text }))
  return {
    rules: made.decisions.map(({ rule }) => rule),
    reasons: made.decisions.map(({ reason }) => reason),
    changes: changes.length,
  }
}

describe('a retag-ignore comment keeps', () => {
  test.each([
    ['the line below', "// retag-ignore revalidate-tag -- why\nrevalidateTag('a')"],
    ['its own line', "revalidateTag('a') // retag-ignore revalidate-tag -- why"],
    ['the line below, as block', "/* retag-ignore revalidate-tag -- why */\nrevalidateTag('a')"],
    ['its own line, as block before the call', "/* retag-ignore revalidate-tag -- why */ revalidateTag('a')"],
    [
      'the line below, with Windows line ends',
      "// retag-ignore revalidate-tag -- why\r\nrevalidateTag('a')\r",
    ],
    ['a call over several lines', "// retag-ignore revalidate-tag -- why\nrevalidateTag(\n  'a',\n)"],
    ['all transforms', "// retag-ignore all -- why\nrevalidateTag('a')"],
  ])('%s', (_, body) => {
    expect(decided(body)).toEqual({
      rules: ['ignored'],
      reasons: [expect.stringMatching(/: why$/)],
      changes: 0,
    })
  })

  test('a line in JSX', () => {
    const page =
      "import { revalidateTag } from 'next/cache'\nexport default () => <p>\n{/* retag-ignore revalidate-tag -- why */}\n{xs.map(() => revalidateTag('a'))}\n</p>"
    expect(plan(app({ 'lib/x.tsx': page })).plan.decisions.map(({ rule }) => rule)).toEqual(['ignored'])
  })

  test('without a reason, too', () => {
    expect(decided("// retag-ignore revalidate-tag\nrevalidateTag('a')").reasons).toEqual([
      'A retag-ignore comment keeps this line.',
    ])
  })
})

describe('a retag-ignore comment does not keep', () => {
  test.each([
    ['what another transform does', "// retag-ignore stable-names -- why\nrevalidateTag('a')"],
    ['the line above', "revalidateTag('a')\n// retag-ignore revalidate-tag -- why"],
    ['a line further down', "// retag-ignore revalidate-tag -- why\n\nrevalidateTag('a')"],
    ['the line below code', "log() // retag-ignore revalidate-tag -- why\nrevalidateTag('a')"],
    ['anything without a transform', "// retag-ignore\nrevalidateTag('a')"],
    ['anything in another spelling', "// retag ignore revalidate-tag\nrevalidateTag('a')"],
  ])('%s', (_, body) => {
    expect(decided(body).rules).toEqual(['out-of-band'])
  })

  test('the next call', () => {
    expect(decided("// retag-ignore all -- why\nrevalidateTag('a')\nrevalidateTag('b')").rules).toEqual([
      'ignored',
      'out-of-band',
    ])
  })
})
