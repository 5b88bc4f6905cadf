import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colorPatch } from '../../src/report/color-patch.js'
import { type Colors, noColors } from '../../src/report/colors.js'
import { patchText } from '../../src/report/diff.js'

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
    ['quotes in the name', 'say "hi" \'there\'.ts', before, after],
    ['a tab in the name', 'a\tb.ts', before, after],
    ['a backslash in the name', 'a\\b\\n.ts', before, after],
    ['a line end in the name', 'a\nb.ts', before, after],
    ['a name that ends in a space', 'end .ts ', before, after],
    ['mixed line ends', 'mixed.ts', before.replace('\n\n', '\r\n\n'), after.replace('\n\n', '\r\n\n')],
    [
      'a lone carriage return, a form feed and U+2028',
      'lone.ts',
      `'\r\f\u2028'\n${before}`,
      `'\r\f\u2028'\n${after}`,
    ],
    ['letters beyond ASCII', 'app/größe/日本.ts', before, after],
    ['lines that look like headers', 'h.ts', `-- a\n++ b\n${before}`, `-- c\n++ d\n${after}`],
  ])('%s', (_, file, old, text) => {
    expect(applyByGit([{ file, before: old, after: text }])).toEqual([text])
  })

  test('several files at once', () => {
    const changes = ['z.ts', 'b/y.ts'].map((file) => ({ file, before, after }))
    expect(applyByGit(changes)).toEqual([after, after])
  })

  test.each(['new.ts', 'new dir/größe/[id] "x".ts'])('a file that is new: %s', (file) => {
    const input = patchText([{ file, before: '', after }])
    expect(input).toMatch(/^new file mode 100644$/m)
    for (const flags of [['--check'], []]) {
      execFileSync('git', ['apply', ...flags, '-'], { cwd: folder, input, stdio: 'pipe' })
    }
    expect(readFileSync(join(folder, file), 'utf8')).toBe(after)
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

describe('colours', () => {
  const esc = String.fromCharCode(27)
  const marks: Colors = {
    bold: (text) => `<b>${text}</b>`,
    dim: (text) => text,
    red: (text) => `<r>${text}</r>`,
    green: (text) => `<g>${text}</g>`,
    yellow: (text) => text,
    cyan: (text) => `<c>${text}</c>`,
    inverse: (text) => `<i>${text}</i>`,
  }
  const colored = (old: string, text: string): string[] =>
    colorPatch(patchText([{ file: 'a.ts', before: old, after: text }]), marks).split('\n')

  test('without them it is the patch, byte for byte', () => {
    const patch = patchText([{ file: 'a.ts', before: `${before}\r`, after: `${after}${esc}` }])
    expect(colorPatch(patch, noColors)).toBe(patch)
  })

  test('words that differ stand out; every line ends what it begins', () => {
    const lines = colored(before, after)
    expect(lines).toContain("<r>-  <i>revalidateTag</i>('a')</r>")
    expect(lines).toContain("<g>+  <i>updateTag</i>('a')</g>")
    expect(lines[0]).toBe('<b>diff --git a/a.ts b/a.ts</b>')
    for (const line of lines) {
      for (const name of ['b', 'r', 'g', 'c', 'i'])
        expect(line.split(`<${name}>`).length).toBe(line.split(`</${name}>`).length)
    }
  })

  test('lines that have nothing in common, or no partner, are not compared', () => {
    expect(colored('one()\n', 'two[3]\n')).toContain('<r>-one()</r>')
    expect(colored('f(a)\n', 'f(a)\nf(b)\n')).toContain('<g>+f(b)</g>')
    expect(colored('f(a)\n', 'f(b)\nf(c)\n')).toEqual(
      expect.arrayContaining(['<r>-f(a)</r>', '<g>+f(b)</g>', '<g>+f(c)</g>']),
    )
  })

  test('text that looks like a header is text', () => {
    const lines = colored('-- a\n@@ -1 +1 @@\nx\n', '-- b\n@@ -1 +1 @@\nx\n')
    expect(lines).toContain('<r>--- <i>a</i></r>')
    expect(lines).toContain(' @@ -1 +1 @@')
  })

  test('a missing newline at the end stays a note', () => {
    const lines = colored('f(a)', 'f(b)')
    expect(lines.filter((line) => line === '\\ No newline at end of file')).toHaveLength(2)
    expect(lines).toContain('<r>-f(<i>a</i>)</r>')
    expect(lines).toContain('<g>+f(<i>b</i>)</g>')
  })

  test('source text cannot steer the terminal', () => {
    const lines = colored(`f('${esc}[2J')\r\n`, `g('${esc}[2J')\r\n`)
    expect(lines.join('\n')).not.toContain(esc)
    expect(lines.join('\n')).not.toContain('\r')
    expect(lines).toContain("<r>-<i>f</i>('\\u001b[2J')</r>")
  })
})
