import { describe, expect, test } from 'vitest'
import {
  call,
  callback,
  edited,
  editedWithAfter,
  expireNow,
  max,
  perArgument,
  swr,
  updateTag,
  type Wanted,
} from './marked.js'

const ns = "import * as cache from 'next/cache'\n"

describe('call', () => {
  const table: [string, string, Wanted, string][] = [
    ['only the name', "revalidateTag('a')", updateTag, "updateTag('a')"],
    ['a second argument', "revalidateTag('a')", swr, "revalidateTag('a', 'max')"],
    [
      'the object form',
      "revalidateTag('a')",
      call('revalidateTag', expireNow),
      "revalidateTag('a', { expire: 0 })",
    ],
    ['both', "updateTag('a')", call('revalidateTag', expireNow), "revalidateTag('a', { expire: 0 })"],
    [
      'comments inside',
      "revalidateTag /* x */ ( /* y */ 'a' /* z */ )",
      swr,
      "revalidateTag /* x */ ( /* y */ 'a', 'max' /* z */ )",
    ],
    ['a trailing comma', "revalidateTag('a',)", swr, "revalidateTag('a', 'max',)"],
    ['parentheses around the argument', "revalidateTag(('a'))", swr, "revalidateTag(('a'), 'max')"],
    [
      'arguments on their own lines',
      "revalidateTag(\n    'a',\n  )",
      swr,
      "revalidateTag(\n    'a',\n    'max',\n  )",
    ],
    [
      'own lines without trailing comma',
      "revalidateTag(\n    'a'\n  )",
      swr,
      "revalidateTag(\n    'a',\n    'max'\n  )",
    ],
    [
      'a comment behind the argument',
      "revalidateTag(\n    'a', // why\n  )",
      swr,
      "revalidateTag(\n    'a', // why\n    'max',\n  )",
    ],
    [
      'a comment without comma',
      "revalidateTag(\n    'a' // why\n  )",
      swr,
      "revalidateTag(\n    'a', // why\n    'max'\n  )",
    ],
    ['a template over two lines', `revalidateTag(\`a\n\${b}\`)`, swr, `revalidateTag(\`a\n\${b}\`, 'max')`],
    ['a type argument', "revalidateTag<string>('a')", updateTag, "updateTag<string>('a')"],
    ['an optional call', "revalidateTag?.('a')", updateTag, "updateTag?.('a')"],
    ['an `any` cast', "(revalidateTag as any)('a')", updateTag, "updateTag('a')"],
    [
      'a double cast',
      "(revalidateTag as unknown as (t: string) => void)('a')",
      swr,
      "revalidateTag('a', 'max')",
    ],
    ['an angle cast', "(<any>revalidateTag)('a')", updateTag, "updateTag('a')"],
    ['a non-null cast', "revalidateTag!('a')", updateTag, "updateTag('a')"],
    ['a cast and nested parentheses', "((revalidateTag as any))('a')", updateTag, "updateTag('a')"],
    ['undefined as second argument', "revalidateTag('a', undefined)", swr, "revalidateTag('a', 'max')"],
    ['undefined that has to go', "revalidateTag('a', undefined)", updateTag, "updateTag('a')"],
  ]
  test.each(table)('%s', (_, before, edit, after) => {
    const used = after.startsWith('updateTag') ? 'updateTag' : 'revalidateTag'
    const known = before.includes('updateTag') ? 'updateTag' : 'revalidateTag'
    const result = editedWithAfter(
      `import { ${known} } from 'next/cache'\nasync function f(b) {\n  await «${before}» // c\n}\n`,
      edit,
    )
    expect(result.text).toBe(
      `import { ${used} } from 'next/cache'\nasync function f(b) {\n  await ${after} // c\n}\n`,
    )
    expect(result.after).toEqual([after])
  })

  const members: [string, string, string][] = [
    ['a namespace', "cache.revalidateTag('a')", "cache.updateTag('a')"],
    ['an optional member', "cache?.revalidateTag('a')", "cache?.updateTag('a')"],
    ['an optional call of a member', "cache.revalidateTag?.('a')", "cache.updateTag?.('a')"],
    ['a computed member', 'cache["revalidateTag"](\'a\')', 'cache["updateTag"](\'a\')'],
    ['a cast namespace', "(cache as any).revalidateTag('a')", "cache.updateTag('a')"],
    ['a cast member', "(cache.revalidateTag as any)('a')", "cache.updateTag('a')"],
    ['require', "require('next/cache').revalidateTag('a')", "require('next/cache').updateTag('a')"],
    [
      'import()',
      "(await import('next/cache')).revalidateTag('a')",
      "(await import('next/cache')).updateTag('a')",
    ],
    [
      'a cast import()',
      "((await import('next/cache')) as any).revalidateTag('a')",
      "(await import('next/cache')).updateTag('a')",
    ],
    [
      'an inner module of Next.js',
      "require('next/dist/server/web/spec-extension/revalidate').revalidateTag('a')",
      "require('next/cache').updateTag('a')",
    ],
  ]
  test.each(members)('member of %s', (_, before, after) => {
    expect(edited(`${ns}cache.refresh();\n«${before}»\n`, updateTag)).toBe(
      `${ns}cache.refresh();\n${after}\n`,
    )
  })

  test('one inside the argument of another', () => {
    const before =
      "import { revalidateTag } from 'next/cache'\n«revalidateTag(f(() => «revalidateTag('b')»))»\n"
    expect(edited(before, [swr, updateTag])).toBe(
      "import { revalidateTag, updateTag } from 'next/cache'\nrevalidateTag(f(() => updateTag('b')), 'max')\n",
    )
  })

  test('the semicolon that only the cast needed goes', () => {
    const head = "import { revalidateTag } from 'next/cache'\nfoo()\n"
    expect(edited(`${head};«(revalidateTag as any)('a')»\n`, swr)).toBe(`${head}revalidateTag('a', 'max')\n`)
    expect(edited(`${head}if (x)\n;«(revalidateTag as any)('a')»\n`, swr)).toBe(
      `${head}if (x)\n;revalidateTag('a', 'max')\n`,
    )
  })

  test.each(['return', 'await', 'void', 'throw', 'yield', 'typeof', 'case 1:', 'class A extends'])(
    'a cast behind %s leaves a space',
    (word) => {
      const wrap = (code: string): string => {
        if (word === 'case 1:') return `switch (1) { case${code}: }`
        if (word.startsWith('class')) return `${word}${code} {}`
        return `async function* f() { ${word}${code} }`
      }
      expect(edited(`${ns}${wrap("«(cache.revalidateTag as any)('a')»")}\n`, updateTag)).toBe(
        `${ns}${wrap(" cache.updateTag('a')")}\n`,
      )
    },
  )

  test('quotes of the file', () => {
    const before = 'import { revalidateTag } from "next/cache";\n«revalidateTag(\'a\')»;\n'
    expect(edited(before, swr)).toContain('revalidateTag(\'a\', "max");')
  })

  test.each([
    ["revalidateTag('a', 'b')", swr],
    ['revalidateTag(...tags)', swr],
    ['revalidateTag()', updateTag],
  ])('%s is refused', (before, edit) => {
    expect(() => edited(`import { revalidateTag } from 'next/cache'\n«${before}»\n`, edit)).toThrow(
      'app/actions.ts: holds a call without exactly one argument at line 2',
    )
  })
})

describe('call-per-argument', () => {
  const plain = perArgument({ name: 'updateTag', profile: null })
  const head = "import { unstable_expireTag } from 'next/cache'\n"
  const done = "import { updateTag } from 'next/cache'\n"
  const table: [string, string, string][] = [
    ['two tags', '«unstable_expireTag(a, b)»\n', 'updateTag(a)\nupdateTag(b)\n'],
    [
      'semicolons, indent and await',
      '{\n    await «unstable_expireTag(a, b)»;\n}\n',
      '{\n    await updateTag(a);\n    await updateTag(b);\n}\n',
    ],
    ['one tag', '«unstable_expireTag(a)»\n', 'updateTag(a)\n'],
    [
      'an unbraced if',
      'if (x) «unstable_expireTag(a, b)»\ny()\n',
      'if (x) {\n  updateTag(a)\n  updateTag(b)\n}\ny()\n',
    ],
    [
      'an unbraced if with else',
      'if (x)\n  «unstable_expireTag(a, b)»;\nelse y();\n',
      'if (x) {\n  updateTag(a);\n  updateTag(b);\n} else y();\n',
    ],
    [
      'a block on one line',
      'if (x) { «unstable_expireTag(a, b)» }\n',
      'if (x) { updateTag(a); updateTag(b) }\n',
    ],
    [
      'tags on their own lines with comments',
      '«unstable_expireTag(\n  a, // one\n  // above\n  b, // two\n)»\n',
      'updateTag(a) // one\n// above\nupdateTag(b) // two\n',
    ],
    [
      'a comment before a tag',
      '«unstable_expireTag(a, /* why */ b /* so */, c)»\n',
      'updateTag(a)\nupdateTag(/* why */ b) /* so */\nupdateTag(c)\n',
    ],
    [
      'a semicolon that protects the next line',
      '«unstable_expireTag(a, b)»\n;[c].map(d)\n',
      'updateTag(a)\nupdateTag(b)\n;[c].map(d)\n',
    ],
    [
      'a cast behind await',
      'await«(unstable_expireTag as any)(a, b)»\n',
      'await updateTag(a)\nawait updateTag(b)\n',
    ],
    ['parentheses', '«unstable_expireTag((a), (b))»\n', 'updateTag((a))\nupdateTag((b))\n'],
  ]
  test.each(table)('%s', (_, before, after) => {
    expect(edited(head + before, plain)).toBe(done + after)
  })

  test('with a profile', () => {
    const edit = perArgument({ name: 'revalidateTag', profile: max })
    expect(edited(`${head}«unstable_expireTag(a, b)»\n`, edit)).toBe(
      "import { revalidateTag } from 'next/cache'\nrevalidateTag(a, 'max')\nrevalidateTag(b, 'max')\n",
    )
  })

  test('a namespace', () => {
    expect(edited(`${ns}«cache.unstable_expireTag(a, b)»\n`, plain)).toBe(
      `${ns}cache.updateTag(a)\ncache.updateTag(b)\n`,
    )
  })

  test.each(['const x = «unstable_expireTag(a, b)»', '«unstable_expireTag(a, ...b)»'])(
    '%s is refused',
    (code) => {
      expect(() => edited(`${head}${code}\n`, plain)).toThrow('change it by hand')
    },
  )
})

describe('callback', () => {
  const head = "import { revalidateTag } from 'next/cache'\n"
  test.each([
    ['tags.forEach(«revalidateTag»)', 'tags.forEach((tag) => revalidateTag(tag, { expire: 0 }))'],
    ['tags.forEach(«revalidateTag» as any)', 'tags.forEach((tag) => revalidateTag(tag, { expire: 0 }))'],
    [
      'const tag = 1; tags.map(«revalidateTag»)',
      'const tag = 1; tags.map((item) => revalidateTag(item, { expire: 0 }))',
    ],
    ['f(x => x); tags.map(«revalidateTag»)', 'f(x => x); tags.map(tag => revalidateTag(tag, { expire: 0 }))'],
  ])('%s', (before, after) => {
    expect(edited(`${head}${before}\n`, callback('revalidateTag', expireNow))).toBe(`${head}${after}\n`)
  })

  test('a member', () => {
    expect(edited(`${ns}tags.forEach(«cache.revalidateTag»)\n`, callback('updateTag'))).toBe(
      `${ns}tags.forEach((tag) => cache.updateTag(tag))\n`,
    )
  })

  test('the import follows', () => {
    expect(edited(`${head}tags.forEach(«revalidateTag»)\n`, callback('updateTag'))).toBe(
      "import { updateTag } from 'next/cache'\ntags.forEach((tag) => updateTag(tag))\n",
    )
  })
})
