import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editFile } from '../../src/apply/edit-file.js'
import { parse } from '../../src/apply/parse.js'
import { callback, decisionsFor, expireNow, swr, updateTag, type Wanted } from './marked.js'

/** Statements that no edit may touch; each is a line of its own. */
const bystanders = fc.constantFrom(
  'const a = 1',
  "const s = 'revalidateTag(x)'",
  '// revalidateTag(x)',
  '/* two\n   lines */',
  `const t = \`revalidateTag(\${\`x\`})\``,
  'other.revalidateTag(x)',
  'function f(revalidateTag) { return revalidateTag(1) }',
  '\tweird  (  spacing )',
  'label: for (;;) break label',
  '  ',
  '',
  'const { x: { y }, ...z } = o',
  'type R = { revalidateTag: string }',
  'class K { revalidateTag() {} }',
)

const imports = fc.constantFrom(
  "import { revalidateTag } from 'next/cache'",
  'import {revalidateTag} from "next/cache"',
  "import { revalidatePath, revalidateTag } from 'next/cache';",
  "import {\n  revalidateTag,\n  unstable_cache as uc,\n} from 'next/cache'",
  "import cache, { revalidateTag } from 'next/cache'",
  "import { revalidateTag, updateTag } from 'next/cache'",
  "import { updateTag as fresh } from 'next/cache'\nimport { revalidateTag } from 'next/cache'",
  "import { revalidateTag } from '@/lib/cache'",
  "import { revalidateTag, keys } from '@/lib/cache'",
  "import { revalidateTag } from 'next/dist/server/web/spec-extension/revalidate'",
  "const { revalidateTag } = require('next/cache')",
  "const { revalidateTag, revalidatePath } = await import('next/cache')",
)

const sites: fc.Arbitrary<[string, Wanted]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      "«revalidateTag('a')»",
      `await «revalidateTag(\`a-\${b}\`)»;`,
      "«(revalidateTag as any)('a')»;",
      '«revalidateTag(\n  tag, // why\n)»;',
      'if (x) «revalidateTag(x)»;',
      'const g = () => «revalidateTag(f(1, 2))»',
      'function h(updateTag) { «revalidateTag(updateTag)» }',
    ),
    fc.constantFrom<Wanted>(updateTag, swr),
  ),
  fc.tuple(fc.constant('tags.forEach(«revalidateTag»);'), fc.constant(callback('revalidateTag', expireNow))),
)

interface Sample {
  imports: string
  parts: (string | [string, Wanted])[]
}

const samples: fc.Arbitrary<Sample> = fc.record({
  imports,
  parts: fc.array(fc.oneof(bystanders, sites), { minLength: 1, maxLength: 8 }),
})

/** Duplicate declarations would not parse: every name that a line declares gets the number of the line. */
function lineOf(part: Sample['parts'][number], index: number): string {
  const text = typeof part === 'string' ? part : part[0]
  return text
    .replace(/^(const|function|class|type) ([a-zA-Z]\w*)/, `$1 $2${index}`)
    .replace(/: \{ y \}, \.\.\.z/, `: { y: y${index} }, ...z${index}`)
}

function marked({ imports, parts }: Sample): string {
  return `${imports};\n${parts.map((part, index) => `${lineOf(part, index)};\n`).join('')}`.replace(
    /(\S) *;;\n/g,
    '$1;\n',
  )
}

const edits = ({ parts }: Sample): Wanted[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [part[1]]))

const file = 'app/actions.ts'
const runs = { numRuns: 150 }

describe('editing', () => {
  test('leaves every line without an edit as it is, and the result parses', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { source, decisions } = decisionsFor(file, marked(sample), edits(sample))
        const { text } = editFile(file, source, decisions)
        expect(() => parse(file, text)).not.toThrow()
        let from = 0
        for (const [index, part] of sample.parts.entries()) {
          if (typeof part !== 'string') continue
          const at = text.indexOf(lineOf(part, index), from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + lineOf(part, index).length
        }
      }),
      runs,
    )
  })

  test('does the same whatever the line ends are', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const unix = decisionsFor(file, marked(sample), edits(sample))
        const dos = decisionsFor(file, marked(sample).replaceAll('\n', '\r\n'), edits(sample))
        const { text } = editFile(file, unix.source, unix.decisions)
        expect(editFile(file, dos.source, dos.decisions).text).toBe(text.replaceAll('\n', '\r\n'))
      }),
      runs,
    )
  })

  test('names every function that it writes exactly once in the imports', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { source, decisions } = decisionsFor(file, marked(sample), edits(sample))
        const { text } = editFile(file, source, decisions)
        const head = text.slice(0, text.search(/(?<=next\/cache['"]\)?;?\n)(?!import)/))
        const called = new Set(
          [...text.matchAll(/(?<![\w.$])(nextUpdateTag|updateTag|fresh)\(/g)].map(([, name]) => name),
        )
        for (const name of called) {
          if (name === 'updateTag' && /\(updateTag\)/.test(text) && !/\bupdateTag\(/.test(text)) continue
          expect(head.match(new RegExp(`(?<!\\w)${name}(?!\\w)(?! as)(?!:)`, 'g')) ?? []).toHaveLength(1)
        }
      }),
      runs,
    )
  })

  test('with nothing to do changes nothing', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { source, decisions } = decisionsFor(file, marked(sample), edits(sample))
        const { text } = editFile(file, source, decisions)
        const idle = decisions.map((one) => ({ ...one, edit: null }))
        expect(editFile(file, text, idle).text).toBe(text)
      }),
      runs,
    )
  })
})
