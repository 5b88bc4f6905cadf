import { describe, expect, test } from 'vitest'
import { callSites } from '../../src/cache/call-sites.js'
import type { CacheApi } from '../../src/graph/next-cache.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

/** `shape: text` of every use of an API. */
function shapes(files: Tree | string, api: CacheApi = 'revalidateTag'): string[] {
  const tree = typeof files === 'string' ? { 'lib/x.ts': files } : files
  return callSites(app(tree).graph, api).map(({ shape, text }) => `${shape}: ${text}`)
}

const head = "import { revalidateTag } from 'next/cache'\n"

describe('a use of an API is', () => {
  test.each<[string, string, string[]]>([
    ['a call', "revalidateTag('a')", ["call: revalidateTag('a')"]],
    ['a call in an expression', "const x = await revalidateTag('a')", ["call: revalidateTag('a')"]],
    ['a callback of forEach', 'tags.forEach(revalidateTag)', ['callback: revalidateTag']],
    ['a callback of map', 'Promise.all(tags.map(revalidateTag))', ['callback: revalidateTag']],
    ['a callback under a cast', 'tags.forEach(revalidateTag as any)', ['callback: revalidateTag']],
    ['injected as argument', 'run(revalidateTag)', ['injected: revalidateTag']],
    ['injected in an object', 'run({ a: { revalidateTag } })', ['injected: revalidateTag']],
    ['injected into a class', 'new Service(revalidateTag)', ['injected: revalidateTag']],
    [
      'the type of what is injected',
      'function f(expire: typeof revalidateTag) {}',
      ['injected: revalidateTag'],
    ],
    ['stored in a constant', 'export const expire = revalidateTag', ['stored: revalidateTag']],
    ['stored in an object', 'export const cache = { revalidateTag }', ['stored: revalidateTag']],
    ['stored in an array', 'const all = [revalidateTag]', ['stored: revalidateTag']],
    [
      'exported again',
      "export { revalidateTag as expire } from 'next/cache'",
      ['reexport: revalidateTag as expire'],
    ],
    ['imported and exported', 'export { revalidateTag }', ['reexport: revalidateTag']],
    ['nothing, as a type that calls nothing', 'type R = ReturnType<typeof revalidateTag>', []],
    ['nothing, as an import alone', '', []],
  ])('%s', (_, text, expected) => {
    expect(shapes(head + text)).toEqual(expected)
  })

  test.each([
    'revalidateTag.mockClear()',
    '(revalidateTag as Mock).mockReset()',
    "revalidateTag('a').then(f)",
  ])('no call of a member: %s', (text) => {
    expect(shapes(head + text).filter((found) => found.startsWith('call') && found.includes(').'))).toEqual(
      [],
    )
    expect(shapes(head + text)).not.toContain(`call: ${text}`)
  })

  test('a call through a local name is stored, since the name could be anything', () => {
    expect(shapes(`${head}function f() { const expire = revalidateTag; expire('a') }`)).toEqual([
      "stored: expire('a')",
    ])
  })
})

describe('a use says', () => {
  const siteOf = (text: string, file = 'lib/x.ts') =>
    callSites(app({ [file]: text }).graph, 'revalidateTag')[0]

  test('where it stands, in lines and UTF-16 columns from 1', () => {
    expect(siteOf(`${head}\n  /* 🎈 */ revalidateTag('a')`)).toMatchObject({ line: 3, column: 12 })
    expect(siteOf(`\uFEFF${head}revalidateTag('a')`)).toMatchObject({
      line: 2,
      column: 1,
      start: head.length,
    })
  })

  test('its arguments, with their texts and whether they are spread', () => {
    const site = siteOf(`${head}revalidateTag('a' + id, ...rest)`)
    expect(site?.arguments.map(({ text, spread }) => [text, spread])).toEqual([
      ["'a' + id", false],
      ['...rest', true],
    ])
  })

  test('the range of the name, also in a chain', () => {
    const text = "import * as cache from 'next/cache'\n;(cache.revalidateTag as any)('a')"
    const site = siteOf(text)
    expect(site && text.slice(site.name.start, site.name.end)).toBe('revalidateTag')
    expect(site && text.slice(site.start, site.end)).toBe("(cache.revalidateTag as any)('a')")
  })

  test.each([
    ["revalidateTag('a')", true],
    ["await revalidateTag('a')", true],
    ["return revalidateTag('a')", false],
    ["a && revalidateTag('a')", false],
  ])('whether it is a statement: %s', (call, statement) => {
    expect(siteOf(`${head}async function f() { ${call} }`)?.statement).toBe(statement)
  })

  test('whether it comes from a deep path or a barrel', () => {
    expect(
      siteOf(
        "import { revalidateTag } from 'next/dist/server/web/spec-extension/revalidate'\nrevalidateTag('a')",
      ),
    ).toMatchObject({ deep: true, viaBarrel: false })
    expect(siteOf(`${head}revalidateTag('a')`)).toMatchObject({ deep: false, viaBarrel: false })
  })

  test('the function in which it stands', () => {
    expect(siteOf(`${head}export const cache = { clear() { revalidateTag('a') } }`)?.owner.name).toBe(
      'cache.clear',
    )
  })
})

describe('uses are found through modules that export the API again', () => {
  test.each<[string, Tree, string]>([
    [
      'by name',
      { 'lib/c.ts': "export { revalidateTag } from 'next/cache'" },
      "import { revalidateTag } from './c'; revalidateTag('a')",
    ],
    [
      'by another name',
      { 'lib/c.ts': "export { revalidateTag as expire } from 'next/cache'" },
      "import { expire } from './c'; expire('a')",
    ],
    [
      'by star',
      { 'lib/c.ts': "export * from 'next/cache'" },
      "import { revalidateTag } from './c'; revalidateTag('a')",
    ],
    [
      'by star of star',
      { 'lib/b.ts': "export * from 'next/cache'", 'lib/c.ts': "export * from './b'" },
      "import { revalidateTag } from './c'; revalidateTag('a')",
    ],
    [
      'by star with a name',
      { 'lib/c.ts': "export * as next from 'next/cache'" },
      "import { next } from './c'; next.revalidateTag('a')",
    ],
    [
      'by import and export',
      { 'lib/c.ts': "import { revalidateTag } from 'next/cache'\nexport { revalidateTag as expire }" },
      "import { expire } from './c'; expire('a')",
    ],
    [
      'by default',
      { 'lib/c.ts': "export { revalidateTag as default } from 'next/cache'" },
      "import expire from './c'; expire('a')",
    ],
    [
      'by export default',
      { 'lib/c.ts': "import { revalidateTag } from 'next/cache'\nexport default revalidateTag" },
      "import expire from './c'; expire('a')",
    ],
    [
      'through three',
      {
        'lib/a.ts': "export { revalidateTag as a } from 'next/cache'",
        'lib/b.ts': "export { a as b } from './a'",
        'lib/c.ts': "export { b as c } from './b'",
      },
      "import { c } from './c'; c('a')",
    ],
  ])('%s', (_, barrels, text) => {
    const found = callSites(app({ ...barrels, 'lib/x.ts': text }).graph, 'revalidateTag')
    const call = found.find(({ file }) => file === 'lib/x.ts')
    expect(call).toMatchObject({ shape: 'call' })
  })

  test('and know that they came through one', () => {
    const files = {
      'lib/c.ts': "export { revalidateTag as expire } from 'next/cache'",
      'lib/x.ts': "import { expire } from './c'; expire('a')",
    }
    expect(
      callSites(app(files).graph, 'revalidateTag').map(({ file, viaBarrel }) => [file, viaBarrel]),
    ).toEqual([
      ['lib/c.ts', false],
      ['lib/x.ts', true],
    ])
  })
})

test('uses come in the order of files and positions, each once', () => {
  const text = `${head}revalidateTag('1'); run(() => revalidateTag('2')); revalidateTag('3')`
  const files = { 'b.ts': text, 'a.ts': text, 'B.ts': text }
  const found = callSites(app(files).graph, 'revalidateTag')
  expect(found.map(({ file, arguments: [tag] }) => `${file} ${tag?.text}`)).toEqual(
    ['B.ts', 'a.ts', 'b.ts'].flatMap((file) => [1, 2, 3].map((n) => `${file} '${n}'`)),
  )
})

test('each API is found by its own name', () => {
  const text =
    "import * as c from 'next/cache'\nc.updateTag('a'); c.refresh(); c.cacheTag('b'); c.unstable_expireTag('c')"
  expect(shapes(text, 'updateTag')).toEqual(["call: c.updateTag('a')"])
  expect(shapes(text, 'refresh')).toEqual(['call: c.refresh()'])
  expect(shapes(text, 'unstable_expireTag')).toEqual(["call: c.unstable_expireTag('c')"])
  expect(shapes(text, 'revalidateTag')).toEqual([])
})
