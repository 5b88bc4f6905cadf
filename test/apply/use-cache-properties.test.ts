import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editFile } from '../../src/apply/edit-file.js'
import { parse } from '../../src/apply/parse.js'
import { type Conversion, conversions, converted } from './use-cache-support.js'

/** Statements that no conversion may touch. */
const bystanders = fc.constantFrom(
  'const a = 1',
  "const s = 'unstable_cache(x)'",
  '// unstable_cache(x)',
  '/** two\n *   lines */',
  `const t = \`unstable_cache(\${\`\n    x\`})\``,
  'other.unstable_cache(x)',
  'function f(unstable_cache) { return unstable_cache(1) }',
  '\tweird  (  spacing )',
  '  ',
  '',
  'type R = { unstable_cache: string }',
  'const { x: { y }, ...z } = o',
)

const bodies = fc.constantFrom(
  '{ return 1 }',
  '{}',
  '{\n  return go({\n    id,\n  })\n}',
  `{\n\t\t// why\n\t\treturn \`\n  fixed \${ id }\n\`\n}`,
  '{\n    /*\n     * art\n     */\n    const one = await go(id)\n\n    if (one) {\n      return [\n        one,\n      ]\n    }\n}',
  '{ const one = 1; return one // one\n}',
  '({ id })',
  '(\n  id &&\n  1\n)',
  'go(id)',
  `go(\`\n  \${id}\n\`)`,
)

/** Everything behind the callback. */
const rests = fc.constantFrom(
  '',
  ", ['k']",
  ", // cached\n  // key\n  ['k', id], // of it\n",
  ", ['k'], { tags: ['a'] }",
  `,\n  ['k'], // of it\n  {\n    // hour\n    revalidate: 3600, // 1 hour\n    tags: ['a', \`b-\${1}\`],\n  },\n`,
  ', [], { revalidate: false } // never\n',
  ", [], // key\n  // settings\n  {\n    tags: [\n      'a', // first\n    ],\n    // revalidate: 1,\n  }\n",
)

interface Site {
  form: Conversion['form']
  body: string
  rest: string
}

const sites: fc.Arbitrary<Site> = fc.record({
  form: fc.constantFrom<Conversion['form']>('declaration', 'arrow', 'hoisted', 'fold'),
  body: bodies,
  rest: rests,
})

const imports = fc.constantFrom(
  "import { unstable_cache } from 'next/cache'",
  'import { unstable_cache } from "next/cache";',
  "import { revalidateTag, unstable_cache } from 'next/cache'",
  "import {\n  cacheTag as tagged,\n  unstable_cache,\n} from 'next/cache'",
  "const { unstable_cache } = require('next/cache')",
  "import { unstable_cache } from '@/lib/cache'",
)

interface Sample {
  head: string
  parts: (string | Site)[]
}

const samples: fc.Arbitrary<Sample> = fc.record({
  head: imports,
  parts: fc.array(fc.oneof(bystanders, sites), { minLength: 1, maxLength: 6 }),
})

/** Every name that a part declares gets the number of the part. */
function textOf(part: Sample['parts'][number], index: number): string {
  if (typeof part === 'string')
    return part
      .replace(/^(const|function|type) ([a-zA-Z]\w*)/, `$1 $2${index}`)
      .replace(/: \{ y \}, \.\.\.z/, `: { y: y${index} }, ...z${index}`)
  const callback = `async (${part.form === 'fold' ? '' : 'id'}) => ${part.body}`
  const call = `«unstable_cache(${callback}${part.rest})»`
  switch (part.form) {
    case 'declaration':
      return `// above\nexport const d${index} = ${call}`
    case 'arrow':
      return `const o${index} = {\n  // above\n  m: ${call},\n}`
    case 'hoisted':
      return `/** above */\nexport async function h${index}(id) {\n  const r = await ${call}(id)\n  return r // behind\n}`
    case 'fold':
      return `export const f${index} = (id) =>\n  ${call}()`
  }
}

function marked({ head, parts }: Sample): string {
  return `${head}\n${parts.map((part, index) => `${textOf(part, index)}\n;\n`).join('')}`
}

function wants({ parts }: Sample): Conversion[] {
  return parts.flatMap((part, index): Conversion[] => {
    if (typeof part === 'string') return []
    const name = part.form === 'declaration' ? {} : { name: `getCached${index}` }
    const call = part.form === 'hoisted' ? `getCached${index}(id)` : null
    return [{ form: part.form, ...name, call }]
  })
}

const file = 'lib/data.ts'
const runs = { numRuns: 150 }
const squeezed = (text: string): string => text.replace(/[\s;]/g, '')

describe('converting', () => {
  test('leaves every other statement as it is, and nothing of the old calls', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const all = wants(sample)
        const text = converted(marked(sample), all, file)
        let from = 0
        for (const [index, part] of sample.parts.entries()) {
          if (typeof part !== 'string') continue
          const line = `${textOf(part, index)}\n;\n`
          const at = text.indexOf(line, from)
          expect(at).toBeGreaterThanOrEqual(from)
          from = at + line.length
        }
        expect(text.match(/^[ \t]*['"]use cache['"]/gm) ?? []).toHaveLength(all.length)
        const known = new RegExp(/(['`.(/] ?)unstable_cache|unstable_cache(: string|\(1\))/g)
        if (all.length > 0) expect(text.replace(known, '')).not.toContain('unstable_cache')
      }),
      runs,
    )
  })

  test('keeps the code and the comments of what it moves', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const text = squeezed(converted(marked(sample), wants(sample), file))
        for (const part of sample.parts) {
          if (typeof part === 'string') continue
          const inner = part.body.replace(/^\(\{|\}\)$|^[{(]|[})]$/g, '')
          expect(text).toContain(squeezed(inner))
          for (const [comment] of part.rest.matchAll(/\/\/.*/g))
            if (!/of it|key/.test(comment)) expect(text).toContain(squeezed(comment))
        }
      }),
      runs,
    )
  })

  test('does the same whatever the line ends are', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const dos = marked(sample).replaceAll('\n', '\r\n')
        const unix = converted(marked(sample), wants(sample), file)
        expect(converted(dos, wants(sample), file)).toBe(unix.replaceAll('\n', '\r\n'))
      }),
      runs,
    )
  })

  test('cannot be done twice', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { source, decisions } = conversions(marked(sample), wants(sample), file)
        fc.pre(decisions.length > 0)
        const { text } = editFile(file, source, decisions)
        expect(() => parse(file, text)).not.toThrow()
        expect(() => editFile(file, text, decisions)).toThrow()
      }),
      runs,
    )
  })
})
