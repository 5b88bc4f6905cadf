import { describe, expect, test } from 'vitest'
import { swr, updateTag } from './marked.js'
import { type Conversion, converted, convertedWithAfter, lines } from './use-cache-support.js'

const declaration: Conversion = { form: 'declaration' }
const hoisted = (name: string): Conversion => ({ form: 'hoisted', name, call: `${name}()` })
const body = (life: string, tag = ''): string[] => [
  "  'use cache'",
  `  ${life}({ revalidate: Infinity })`,
  ...(tag ? [`  ${tag}('a')`] : []),
  '  return b()',
  '}',
]
const tagged = "(() => b(), ['a'], { tags: ['a'] })"

describe('names', () => {
  const table: [string, string[], string[], string?][] = [
    [
      'are those that the file imports already',
      [
        "import { cacheTag as tagged, unstable_cache } from 'next/cache'",
        `const a = «unstable_cache${tagged}»`,
      ],
      [
        "import { cacheLife, cacheTag as tagged } from 'next/cache'",
        'async function a() {',
        ...body('cacheLife', 'tagged'),
      ],
    ],
    [
      'come through a namespace',
      ["import * as next from 'next/cache'", `const a = «next.unstable_cache${tagged}»`],
      [
        "import * as next from 'next/cache'",
        'async function a() {',
        ...body('next.cacheLife', 'next.cacheTag'),
      ],
    ],
    [
      'give way to those of the module',
      [
        "import { unstable_cache } from 'next/cache'",
        'const cacheTag = 1',
        `const a = «unstable_cache${tagged}»`,
      ],
      [
        "import { cacheLife, cacheTag as nextCacheTag } from 'next/cache'",
        'const cacheTag = 1',
        'async function a() {',
        ...body('cacheLife', 'nextCacheTag'),
      ],
    ],
    [
      'give way to those of the body',
      [
        "import { unstable_cache } from 'next/cache'",
        'const a = «unstable_cache(() => {',
        '  const cacheLife = 1',
        '  return cacheLife',
        '})»',
      ],
      [
        "import { cacheLife as nextCacheLife } from 'next/cache'",
        'async function a() {',
        "  'use cache'",
        '  nextCacheLife({ revalidate: Infinity })',
        '  const cacheLife = 1',
        '  return cacheLife',
        '}',
      ],
    ],
    [
      'come from a require',
      ["const { unstable_cache } = require('next/cache')", `const a = «unstable_cache${tagged}»`],
      [
        "const { cacheLife, cacheTag } = require('next/cache')",
        'async function a() {',
        ...body('cacheLife', 'cacheTag'),
      ],
      'lib/a.js',
    ],
    [
      'replace those of a wrapper of the project, the import of which goes',
      ["import { cached } from '@/lib/cached'", `const a = «cached${tagged}»`],
      [
        "import { cacheLife, cacheTag } from 'next/cache'",
        'async function a() {',
        ...body('cacheLife', 'cacheTag'),
      ],
    ],
    [
      'replace a wrapper that is a default export',
      ["import cached from '@/lib/cached'", "import { b } from './b'", `const a = «cached${tagged}»`],
      [
        "import { cacheLife, cacheTag } from 'next/cache'",
        "import { b } from './b'",
        'async function a() {',
        ...body('cacheLife', 'cacheTag'),
      ],
    ],
    [
      'leave the old one to what still uses it',
      [
        "import { unstable_cache } from 'next/cache'",
        'type Old = typeof unstable_cache',
        `const a = «unstable_cache${tagged}»`,
      ],
      [
        "import { unstable_cache, cacheLife, cacheTag } from 'next/cache'",
        'type Old = typeof unstable_cache',
        'async function a() {',
        ...body('cacheLife', 'cacheTag'),
      ],
    ],
    [
      'take imports along that only the key used, not those that go on being named',
      [
        "import { unstable_cache } from 'next/cache'",
        "import { KEY, TAG } from './keys'",
        "import prefix from './prefix'",
        'const a = «unstable_cache(() => b(), [KEY, prefix, TAG], { tags: [TAG] })»',
      ],
      [
        "import { cacheLife, cacheTag } from 'next/cache'",
        "import { TAG } from './keys'",
        'async function a() {',
        "  'use cache'",
        '  cacheLife({ revalidate: Infinity })',
        '  cacheTag(TAG)',
        '  return b()',
        '}',
      ],
    ],
  ]
  test.each(table)('%s', (_, before, after, file) => {
    expect(converted(lines(...before), [declaration], file)).toBe(lines(...after))
  })

  test('of a hoisted function come from the module, not from the function around the call', () => {
    const before = lines(
      "import { b } from './b'",
      '',
      'export async function f() {',
      "  const { unstable_cache } = await import('next/cache')",
      '  const cacheLife = 1',
      '  return [«unstable_cache(() => b())»(), cacheLife]',
      '}',
    )
    expect(converted(before, [hoisted('getCached')])).toBe(
      lines(
        "import { b } from './b'",
        "import { cacheLife } from 'next/cache'",
        '',
        'async function getCached() {',
        ...body('cacheLife'),
        '',
        'export async function f() {',
        '  const cacheLife = 1',
        '  return [getCached(), cacheLife]',
        '}',
      ),
    )
  })
})

describe('other edits', () => {
  test('inside a body that moves and around it', () => {
    const before = lines(
      "import { revalidateTag, unstable_cache } from 'next/cache'",
      '',
      'export async function f(id: string) {',
      "  «revalidateTag('a')»",
      '  return «unstable_cache(',
      '    async () => {',
      "      «revalidateTag('b')»",
      '      return id',
      '    },',
      "    ['a', id],",
      '  )»()',
      '}',
    )
    const { text, after } = convertedWithAfter(before, [
      updateTag,
      { ...hoisted('getCached'), parameters: ['id: string'], call: 'getCached(id)' },
      swr,
    ])
    expect(text).toBe(
      lines(
        "import { cacheLife, revalidateTag, updateTag } from 'next/cache'",
        '',
        'async function getCached(id: string) {',
        "  'use cache'",
        '  cacheLife({ revalidate: Infinity })',
        "  revalidateTag('b', 'max')",
        '  return id',
        '}',
        '',
        'export async function f(id: string) {',
        "  updateTag('a')",
        '  return getCached(id)',
        '}',
      ),
    )
    expect(after[2]).toBe("revalidateTag('b', 'max')")
  })

  test('in several conversions of one file', () => {
    const before = lines(
      "import { unstable_cache } from 'next/cache'",
      '',
      'export const a = «unstable_cache(() => b())»',
      '',
      'export const c = () => «unstable_cache(() => b())»()',
      '',
      'export const d = { e: «unstable_cache(() => b())» }',
      '',
      'export const g = () => [«unstable_cache(() => b())»()]',
    )
    const text = converted(before, [declaration, { form: 'fold' }, { form: 'arrow' }, hoisted('getG')])
    expect(text).not.toContain('unstable_cache')
    expect(text.match(/^async function getG\(\) \{$|^export const g = \(\) => \[getG\(\)\]$/gm)).toHaveLength(
      2,
    )
    expect(text.match(/'use cache'/g)).toHaveLength(4)
  })
})

describe('replacements', () => {
  test('are made in the body, and a shorthand keeps its key', () => {
    const before = lines(
      "import { unstable_cache } from 'next/cache'",
      '',
      'export async function f(session, user) {',
      '  return [«unstable_cache(async () => load(session.user.id, { user }))»()]',
      '}',
    )
    const source = before.replace(/[«»]/g, '')
    const at = (text: string, nth = 0): { start: number; end: number } => {
      const start = nth ? source.lastIndexOf(text) : source.indexOf(text)
      return { start, end: start + text.length }
    }
    const text = converted(
      before,
      [
        {
          ...hoisted('getCached'),
          parameters: ['userId', 'owner'],
          call: 'getCached(session.user.id, user)',
          replacements: [
            { ...at('session.user.id'), text: 'userId' },
            { ...at('user', 1), text: 'owner' },
          ],
        },
      ],
      'lib/a.js',
    )
    expect(text).toContain('  return load(userId, { user: owner })\n')
    expect(text).toContain('  return [getCached(session.user.id, user)]\n')
  })
})
