import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLines, checkLines, hunksOf } from '../../corpus/lib/lines.js'
import { decision } from './decision.js'

const before = [
  "'use server'",
  '',
  "import { revalidateTag } from 'next/cache'",
  '',
  'export async function save() {',
  '  await write()',
  '  log()',
  "  revalidateTag('a')",
  '}',
  '',
].join('\n')
const site = decision({ line: 8, column: 3 })
const migrated = before.replaceAll('revalidateTag', 'updateTag')

describe('hunksOf', () => {
  it('gives line numbers of both texts, also for pure insertions and removals', () => {
    expect(hunksOf('a\nb\nc\n', 'a\nx\nb\n')).toEqual([
      { line: 2, newLine: 2, removed: [], added: ['x'] },
      { line: 3, newLine: 4, removed: ['c'], added: [] },
    ])
  })

  it('sees changed line ends', () => {
    expect(changedLines(hunksOf('a\nb\n', 'a\r\nb\r\n'))).toBe(2)
  })

  it('is empty exactly for equal texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', '\r'), { maxLength: 8 }).map((all) => all.join('\n'))
    fc.assert(fc.property(text, text, (a, b) => (hunksOf(a, b).length === 0) === (a === b)))
  })

  it('rebuilds the new text from the old one', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 10 })
      .map((all) => `${all.join('\n')}\n`)
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = a.split('\n')
        for (const hunk of hunksOf(a, b).reverse()) {
          lines.splice(hunk.line - 1, hunk.removed.length, ...hunk.added)
        }
        expect(lines.join('\n')).toBe(b)
      }),
    )
  })
})

describe('checkLines', () => {
  const check = (after: string, decisions = [site]) =>
    checkLines({ file: 'a.ts', before, after }, decisions).map(
      (problem) => `${problem.where} ${problem.message}`,
    )

  it('accepts the call and its import', () => {
    expect(check(migrated)).toEqual([])
  })

  it('accepts a new import with a blank line, and a removed one', () => {
    expect(
      check(
        migrated.replace("'use server'\n\n", "'use server'\n\nimport { cacheTag } from 'next/cache'\n\n"),
      ),
    ).toEqual([])
    expect(check(migrated.replace("import { updateTag } from 'next/cache'\n\n", ''))).toEqual([])
  })

  it('refuses a change elsewhere', () => {
    expect(check(migrated.replace('await write()', 'await write();'))).toEqual([
      'a.ts:6 was changed outside every decision',
      'a.ts:6 got a new line outside every decision',
      'a.ts 6 lines removed or added, decisions and imports explain 5',
    ])
  })

  it('refuses a new line elsewhere', () => {
    expect(check(migrated.replace('  await write()', '  // hello\n  await write()'))).toEqual([
      'a.ts:6 got a new line outside every decision',
    ])
  })

  it('refuses changed line ends', () => {
    expect(check(migrated.replaceAll('\n', '\r\n')).length).toBeGreaterThan(0)
  })

  it('refuses what only a kept decision or one of another file could explain', () => {
    expect(check(migrated, [{ ...site, action: 'keep' }])).not.toEqual([])
    expect(check(migrated, [{ ...site, file: 'b.ts' }])).not.toEqual([])
  })

  it('refuses more lines than the decisions explain', () => {
    const wide = migrated.replace(
      "updateTag('a')",
      "updateTag(\n    'a',\n    // one\n    // two\n    // three\n  )",
    )
    expect(check(wide).join()).toMatch(/decisions and imports explain/)
  })

  it('accepts the destructuring of a dynamic import', () => {
    const old =
      "async function f() {\n  const { revalidateTag } = await import('next/cache')\n\n\n  revalidateTag('a')\n}\n"
    const file = { file: 'a.ts', before: old, after: old.replaceAll('revalidateTag', 'updateTag') }
    expect(checkLines(file, [decision({ line: 5 })])).toEqual([])
  })
})
