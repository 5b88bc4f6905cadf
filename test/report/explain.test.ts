import { describe, expect, test } from 'vitest'
import type { Decision, Finding } from '../../src/plan/types.js'
import { noColors } from '../../src/report/colors.js'
import { explanation } from '../../src/report/explain.js'
import { finding, mixedDecision, reviewDecision, routeDecision, unreachedDecision } from './sample.js'

const source: Record<string, string> = {
  'src/app/actions.ts:10': 'export async function savePost() {',
  'src/app/api/hook/route.ts:4': 'export async function POST() {',
  'src/lib/cache.ts:8': "  revalidateTag('posts')",
}

function explained(decisions: Decision[], findings: Finding[] = []): string {
  return explanation(
    { decisions, findings },
    { width: 80, colors: noColors, sourceLine: (file, line) => source[`${file}:${line}`] },
  )
}

describe('a decision', () => {
  test('shows what, by which rule, why, where it runs, and every chain with its source lines', () => {
    expect(explained([mixedDecision()])).toBe(
      `src/lib/cache.ts:8:3  revalidateTag
  revalidateTag('posts')

  decision  becomes revalidateTag('posts', { expire: 0 }), behaviour preserved
  rule      mixed (revalidate-tag)
  why       A Server Action and a route handler both run it, and updateTag
            throws in the route handler.
  runs in   Server Actions and route handlers (mixed)

  server-action
    src/app/actions.ts:10 savePost
      export async function savePost() {
      -> src/lib/cache.ts:8 expire
           revalidateTag('posts')

  route-handler
    src/app/api/hook/route.ts:4 POST
      export async function POST() {
      -> src/lib/cache.ts:8 expire
           revalidateTag('posts')
`,
    )
  })

  test('says when behaviour changes', () => {
    expect(explained([routeDecision()])).toContain("revalidateTag('posts', 'max'), behaviour changes")
  })

  test('the way of a cookie into a key has words of its own', () => {
    const [chain] = mixedDecision().evidence
    const cached = {
      ...mixedDecision(),
      transform: 'unstable-cache',
      evidence: [...mixedDecision().evidence, [{ file: 'src/lib/cache.ts', line: 2, symbol: 'cookies()' }]],
    }
    const text = explained([cached])
    expect(text).toContain('  the key comes from\n    src/lib/cache.ts:2 cookies()')
    expect(text).toContain(`  server-action\n    ${chain?.[0]?.file}`)
    expect(text).not.toContain('reached from')
    expect(explained([{ ...cached, transform: 'revalidate-tag' }])).toContain('reached from')
  })

  test('a long function is shown by its head, without what steers a terminal', () => {
    const after = `// what it is for\nasync function load(id: string) {\n  'use cache'\n  ${'x'.repeat(100)}\n}`
    expect(explained([{ ...mixedDecision(), after }])).toContain(
      'becomes async function load(id: string) { ...,',
    )
    expect(explained([{ ...mixedDecision(), after: 'a\u001b[31m' }])).toContain('becomes a\\u001b[31m')
  })

  test('says when nothing leads there', () => {
    const text = explained([unreachedDecision()])
    expect(text).toContain('runs in   nothing that was found (unreached)')
    expect(text).toContain('No chain of calls leads here')
  })

  test('says when a person is needed', () => {
    expect(explained([reviewDecision()])).toContain('decision  needs a person')
  })

  test('names no context where chains and contexts do not pair up', () => {
    const [chain] = mixedDecision().evidence
    const text = explained([mixedDecision({ evidence: chain === undefined ? [] : [chain] })])
    expect(text).toContain('  reached from\n    src/app/actions.ts:10 savePost')
  })
})

test('a finding shows its message, its help and its page', () => {
  const text = explained([], [finding()])
  expect(text).toContain('src/app/page.tsx:14:5  error invalidate-in-render')
  expect(text).toContain('Move the call into a Server Action')
  expect(text).toContain('https://www.npmjs.com/package/retag#invalidate-in-render')
})
