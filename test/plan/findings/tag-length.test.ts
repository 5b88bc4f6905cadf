import { describe, expect, test } from 'vitest'
import { plan } from '../../../src/index.js'
import { app } from '../../support/app.js'
import { findings } from './support.js'

const id = 'tag-too-long'
const text = (length: number) => `'${'a'.repeat(length)}'`
const list = (length: number) => `[${Array.from({ length }, (_, index) => `'t${index}'`).join(', ')}]`
const head = "import { cacheTag, unstable_cache, updateTag, unstable_expireTag } from 'next/cache'\n"
const inLib = (code: string) => ({ 'lib/a.ts': `${head}${code}` })

describe('tags that Next.js drops', () => {
  test.each([
    ['cacheTag', `async function f() { 'use cache'; cacheTag('a', ${text(257)}) }`],
    ['updateTag', `export const f = () => updateTag(${text(257)})`],
    ['every argument of unstable_expireTag', `export const f = () => unstable_expireTag('a', ${text(257)})`],
    ['unstable_cache', `export const f = unstable_cache(g, [], { tags: ['a', ${text(257)}] })`],
    ['fetch', `export const f = () => fetch('/', { next: { tags: [${text(257)}] } })`],
    ['a tag that is put together', `const a = ${text(200)}; export const f = () => updateTag(a + a)`],
    ['129 arguments', `async function f() { 'use cache'; cacheTag(...${list(129)}) }`],
    ['129 tags in a list', `export const f = unstable_cache(g, [], { tags: ${list(129)} })`],
    [
      '129 tags in two lists',
      `const a = ${list(100)}, b = ${list(29)}; export const f = unstable_cache(g, [], { tags: [...a, ...b] })`,
    ],
  ])('are found in %s', (_, code) => {
    expect(findings(inLib(code), id)).toEqual(['lib/a.ts:2'])
  })

  test.each([
    ['256 characters', `export const f = unstable_cache(g, [${text(300)}], { tags: [${text(256)}] })`],
    ['128 tags', `export const f = unstable_cache(g, [], { tags: ${list(128)} })`],
    [
      'lists of which one is unknown',
      `export const f = (x) => unstable_cache(g, [], { tags: [...x, ...${list(128)}] })`,
    ],
    ['other options called tags', `export const f = menu({ tags: [${text(300)}] })`],
    ['a long profile', `export const f = () => updateTag('a', ${text(300)})`],
  ])('are not found for %s', (_, code) => {
    expect(findings(inLib(code), id)).toEqual([])
  })

  test('are found where they are used when they come from another file, with their length', () => {
    const files = {
      ...inLib("import { tag } from './tag'\nexport const f = () => updateTag(tag)"),
      'lib/tag.ts': `export const tag = ${text(300)}`,
    }
    const found = plan(app(files)).plan.findings.find((finding) => finding.id === id)
    expect(found).toMatchObject({ severity: 'error', file: 'lib/a.ts', line: 3 })
    expect(found?.message).toContain('300 characters')
  })
})
