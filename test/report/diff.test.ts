import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noColors } from '../../src/report/colors.js'
import { colorPatch, patchText } from '../../src/report/diff.js'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retag-diff-'))
  execFileSync('git', ['init', '-q'], { cwd: folder })
  execFileSync('git', ['config', 'core.autocrlf', 'false'], { cwd: folder })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the old texts, lets git apply the patch, and gives back the texts that stand there then. */
function applyByGit(changes: { file: string; before: string; after: string }[]): string[] {
  for (const { file, before } of changes) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), before)
  }
  const input = patchText(changes)
  for (const flags of [['--check'], ['--whitespace=nowarn']]) {
    execFileSync('git', ['apply', ...flags, '-'], { cwd: folder, input, stdio: 'pipe' })
  }
  return changes.map(({ file }) => readFileSync(join(folder, file), 'utf8'))
}

const before =
  "import { revalidateTag } from 'next/cache'\n\nexport function f() {\n  revalidateTag('a')\n}\n"
const after = before.replaceAll('revalidateTag', 'updateTag')

describe('git apply takes the patch', () => {
  test.each([
    ['a plain file', 'a.ts', before, after],
    ['no newline at the end', 'no-newline.ts', before.trimEnd(), after.trimEnd()],
    ['CRLF', 'crlf.ts', before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
    ['a byte order mark', 'bom.ts', `\uFEFF${before}`, `\uFEFF${after}`],
    ['a route folder', 'app/(shop)/[id]/route.ts', before, after],
    ['a space in the name', 'some dir/a b.ts', before, after],
    ['letters beyond ASCII', 'app/größe/日本.ts', before, after],
    ['lines that look like headers', 'h.ts', `-- a\n++ b\n${before}`, `-- c\n++ d\n${after}`],
  ])('%s', (_, file, old, text) => {
    expect(applyByGit([{ file, before: old, after: text }])).toEqual([text])
  })

  test('several files at once', () => {
    const changes = ['z.ts', 'b/y.ts'].map((file) => ({ file, before, after }))
    expect(applyByGit(changes)).toEqual([after, after])
  })

  test('any text of lines', () => {
    const line = fc.constantFrom('a', 'b', '', '  c', '-', '+', '@@ x')
    const text = fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, end, last]) => lines.join(end) + (last ? end : ''))
      .filter((value) => value !== '')
    fc.assert(
      fc.property(text, text, (old, changed) => {
        fc.pre(old !== changed)
        expect(applyByGit([{ file: 'any.ts', before: old, after: changed }])).toEqual([changed])
      }),
      { numRuns: 25 },
    )
  })
})

test('files stand in the order of their names; unchanged ones are left out', () => {
  const text = patchText([
    { file: 'b.ts', before, after },
    { file: 'same.ts', before, after: before },
    { file: 'a.ts', before, after },
  ])
  expect(text.match(/^diff --git .*$/gm)).toEqual(['diff --git a/a.ts b/a.ts', 'diff --git a/b.ts b/b.ts'])
})

test('colours touch no character of the patch', () => {
  const patch = patchText([{ file: 'a.ts', before, after }])
  expect(colorPatch(patch, noColors)).toBe(patch)
  const marked = colorPatch(patch, { ...noColors, green: (line) => `<g>${line}</g>` })
  expect(marked).toContain("<g>+  updateTag('a')</g>")
})
