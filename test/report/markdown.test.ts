import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, prose } from '../../src/report/markdown/escape.js'
import { markdownReport } from '../../src/report/markdown/index.js'
import {
  decision,
  finding,
  keptDecision,
  mixedDecision,
  reviewDecision,
  routeDecision,
  samplePlan,
  times,
} from './sample.js'

const full = samplePlan(
  [mixedDecision(), decision(), keptDecision({ line: 3 }), reviewDecision(), routeDecision()],
  {
    apps: [
      { dir: 'apps/web', next: '^15.5.0', router: ['app'] },
      { dir: 'apps/docs', next: null, router: ['app'] },
    ],
    findings: [finding(), finding({ id: 'next-version', severity: 'warning' })],
    failures: [{ file: 'src/broken.ts', message: 'It does not parse.' }],
  },
)

test('a pull request gets the summary, the table, what to review, findings and files', () => {
  expect(markdownReport(full, 'dry-run')).toBe(`## retag: cache invalidation for Next.js 16

Apps: apps/web on Next.js ^15.5.0 and apps/docs on Next.js (version unknown). retag would change 3 places in 3 files. 1 place needs a person. 1 call stays as it is. 1 error found that no rewrite mends. 1 other finding to know about. 1 file failed and was left alone.

- **1 call would become revalidateTag(tag, 'max')**: run by route handlers, never by a Server Action. **This changes behaviour: the next reader may still get the old data once, while Next.js fetches the new.**
- **1 call would become revalidateTag(tag, { expire: 0 })**: Server Actions run it, but so do route handlers, where updateTag throws. As before, the next reader gets fresh data.
- **1 call would become updateTag(tag)**: only Server Actions can run it. As before, the next reader gets fresh data.

### Decisions

| Transform | Rewritten, same behaviour | Rewritten, changed behaviour | Kept | To review |
|---|---:|---:|---:|---:|
| revalidate-tag | 2 | 1 | 1 | 1 |

### Failed

- \`src/broken.ts\`: It does not parse.

### Errors

- error [invalidate-in-render](https://www.npmjs.com/package/retag#invalidate-in-render) \`src/app/page.tsx:14\`<br>${finding().message} ${finding().help}

### To review

- [ ] \`src/lib/tags.ts:31\` \`revalidateTag(...tags)\`<br>${reviewDecision().reason}

### Findings

- warning [next-version](https://www.npmjs.com/package/retag#invalidate-in-render) \`src/app/page.tsx:14\`<br>${finding().message} ${finding().help}

### Changed files

- \`src/lib/cache.ts\`
  - line 8: \`revalidateTag('posts')\` → \`revalidateTag('posts', { expire: 0 })\`<br>${mixedDecision().reason}
- \`src/app/actions.ts\`
  - line 12: \`revalidateTag('posts')\` → \`updateTag('posts')\`<br>Only Server Actions can run it.
- \`src/app/api/hook/route.ts\`
  - line 12: \`revalidateTag('posts')\` → \`revalidateTag('posts', 'max')\`<br>Route handlers run it. **Changed behaviour.**
`)
})

test('with several transforms the table has a row for all', () => {
  const plan = samplePlan([decision(), keptDecision({ transform: 'stable-names' })])
  expect(markdownReport(plan, 'apply')).toContain('| **All** | 1 | 0 | 1 | 0 |')
  expect(markdownReport(plan, 'apply')).toContain('retag changed 1 place in 1 file.')
})

test('an empty plan is told in one sentence', () => {
  expect(markdownReport(samplePlan([]), 'check')).toBe(
    '## retag: cache invalidation for Next.js 16\n\nApp: Next.js 16.0.1. No call that Next.js 16 wants changed, in 30 files.\n',
  )
})

describe('room', () => {
  const huge = samplePlan([...times(3_000, decision), ...times(2_000, reviewDecision)], {
    findings: [...Array(900)].map((_, index) => finding({ line: index + 1 })),
    failures: [...Array(500)].map((_, index) => ({
      file: `${'x'.repeat(100)}${index}.ts`,
      message: 'It failed.',
    })),
  })

  test('the text of a pull request stays under 60,000 characters and says what was left out', () => {
    const text = markdownReport(huge, 'dry-run')
    expect(text.length).toBeLessThan(60_000)
    expect(text.length).toBeGreaterThan(50_000)
    const tail = /Left out: (.+)\. `--report html/.exec(text)?.[1] ?? ''
    const shown = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
    expect(tail).toContain(`${(500 - shown(/It failed\./g)).toLocaleString('en-US')} failed files`)
    expect(tail).toContain(`${(900 - shown(/^- error /gm)).toLocaleString('en-US')} errors`)
    expect(tail).toContain(`${(2_000 - shown(/^- \[ \] /gm)).toLocaleString('en-US')} places to review`)
    expect(tail).toMatch(/\d+ changed files$/)
    for (const heading of ['Failed', 'Errors', 'To review', 'Changed files'])
      expect(text).toContain(`### ${heading}\n`)
  })

  test('one endless line of code does not take the room', () => {
    const plan = samplePlan([decision({ before: 'x'.repeat(1_000_000), reason: 'y'.repeat(100_000) })])
    expect(markdownReport(plan, 'dry-run').length).toBeLessThan(3_000)
  })

  test('what fits is whole', () => {
    expect(markdownReport(full, 'dry-run')).not.toContain('Left out')
  })
})

describe('text of the analysed code', () => {
  test.each([
    ['@octocat and @org/team', '@\u200boctocat and @\u200borg/team'],
    ['fixes #12, GH-34, a!56', 'fixes #\u200b12, GH\u200b-34, a!\u200b56'],
    ['https://github.com/a/b/issues/1', 'https:\u200b//github.com/a/b/issues/1'],
    ['www.example.com', 'www\u200b.example.com'],
    ['<img src=x onerror=y> & <!-- -->', '&lt;img src=x onerror=y&gt; &amp; &lt;!-- --&gt;'],
    ['a|b `c` *d* _e_ [f](g) ~h~ $i$ \\', 'a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\~h\\~ \\$i\\$ \\\\'],
    ['a\n\n## b', 'a #\u200b#\u200b b'],
    ['\u202eevil\u0007', '\\\\u202eevil\\\\u0007'],
  ])('%j as prose', (text, escaped) => {
    expect(prose(text)).toBe(escaped)
  })

  test.each([
    ["revalidateTag('a')", "`revalidateTag('a')`"],
    ['a`b`', '`` a`b` ``'],
    ['``` @octocat', '```` ``` @octocat ````'],
    ['f(\n  a |\n  b\n)', '`f( a | b )`'],
    ['', '` `'],
    ['\u202e', '`\\u202e`'],
  ])('%j as code', (text, fenced) => {
    expect(code(text)).toBe(fenced)
  })

  test('no mention, no tag and no line of its own gets out of any text', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '@',
        '#',
        'a',
        '1',
        '`',
        '|',
        '<',
        '>',
        '\n',
        '\r',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '- ',
        '$',
        '\u2028',
      ),
    })
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, before, reason) => {
        const plain = decision({ action: 'review', file: 'f', before: 'b', reason: 'r' })
        const text = markdownReport(samplePlan([{ ...plain, file, before, reason }]), 'dry-run')
        const expected = markdownReport(samplePlan([plain]), 'dry-run')
        expect(text.split('\n').length).toBe(expected.split('\n').length)
        const outside = withoutCode(text)
        expect(outside).not.toMatch(/[@]\w/)
        expect(outside).not.toMatch(/[a-z\s]#\d/)
        expect(outside.replaceAll('<br>', '')).not.toMatch(/</)
      }),
      { numRuns: 200 },
    )
  })
})

/** The text without escaped characters and code spans, read from left to right as CommonMark does. */
function withoutCode(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const fence = /^`+/.exec(rest)?.[0]
    if (/^\\[!-/:-@[-`{-~]/.test(rest)) at += 2
    else if (fence === undefined) out += text[at++]
    else {
      const end = [...rest.slice(fence.length).matchAll(/`+/g)].find(([run]) => run.length === fence.length)
      if (end === undefined) out += fence
      at += fence.length + (end === undefined ? 0 : end.index + fence.length)
    }
  }
  return out
}
