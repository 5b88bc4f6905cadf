import { describe, expect, test } from 'vitest'
import { app, sitesOf } from '../support/app.js'

/** The calls and references in one file that mean an API of next/cache: `line: text`. */
function bound(text: string, file = 'lib/x.tsx'): string[] {
  return sitesOf(app({ [file]: text })).map(({ site }) => `${site.line}: ${site.text}`)
}

const imported = "import { revalidateTag } from 'next/cache'\n"

describe('a call means the function of next/cache', () => {
  test.each([
    ['by its name', "import { revalidateTag } from 'next/cache'; revalidateTag('a')", "revalidateTag('a')"],
    ['by another name', "import { revalidateTag as rt } from 'next/cache'; rt('a')", "rt('a')"],
    ['by a quoted name', "import { 'revalidateTag' as rt } from 'next/cache'; rt('a')", "rt('a')"],
    [
      'as member of a namespace',
      "import * as c from 'next/cache'; c.revalidateTag('a')",
      "c.revalidateTag('a')",
    ],
    [
      'as quoted member',
      "import * as c from 'next/cache'; c['revalidateTag']('a')",
      "c['revalidateTag']('a')",
    ],
    [
      'as member of the default import',
      "import c from 'next/cache'; c.revalidateTag('a')",
      "c.revalidateTag('a')",
    ],
    [
      'as member of what require gives',
      "require('next/cache').revalidateTag('a')",
      "require('next/cache').revalidateTag('a')",
    ],
    [
      'taken from require',
      "const { revalidateTag } = require('next/cache'); revalidateTag('a')",
      "revalidateTag('a')",
    ],
    [
      'taken from require by another name',
      "const { revalidateTag: rt } = require('next/cache'); rt('a')",
      "rt('a')",
    ],
    ['by import-equals', "import c = require('next/cache'); c.revalidateTag('a')", "c.revalidateTag('a')"],
    [
      'taken from a dynamic import',
      "async function f() { const { revalidateTag } = await import('next/cache'); revalidateTag('a') }",
      "revalidateTag('a')",
    ],
    [
      'as member of a dynamic import',
      "async function f() { (await import('next/cache')).revalidateTag('a') }",
      "(await import('next/cache')).revalidateTag('a')",
    ],
    ['in a then', "import('next/cache').then((m) => m.revalidateTag('a'))", "m.revalidateTag('a')"],
    [
      'in a then with a pattern',
      "import('next/cache').then(({ revalidateTag }) => revalidateTag('a'))",
      "revalidateTag('a')",
    ],
    [
      'under a cast',
      "import { revalidateTag } from 'next/cache'; (revalidateTag as any)('a')",
      "(revalidateTag as any)('a')",
    ],
    [
      'under satisfies and !',
      "import { revalidateTag } from 'next/cache'; (revalidateTag satisfies Function)!('a')",
      "(revalidateTag satisfies Function)!('a')",
    ],
    [
      'as an optional call',
      "import { revalidateTag } from 'next/cache'; revalidateTag?.('a')",
      "revalidateTag?.('a')",
    ],
    [
      'with Windows line ends',
      "import {\r\n  revalidateTag,\r\n} from 'next/cache'\r\n\r\nrevalidateTag('a')\r\n",
      "revalidateTag('a')",
    ],
  ])('%s', (_, text, call) => {
    expect(bound(text).map((found) => found.replace(/^\d+: /, ''))).toContain(call)
  })

  test('under an angle-bracket cast, where TypeScript has them', () => {
    expect(bound(`${imported};(<any>revalidateTag)('a')`, 'lib/x.ts')).toEqual([
      "2: (<any>revalidateTag)('a')",
    ])
  })

  test('in scopes that only look like they hide it', () => {
    const lines = [
      "if (a) { const revalidateTag = 1 } else revalidateTag('else')",
      "{ function revalidateTag() {} } revalidateTag('block')",
      "for (const revalidateTag of []) {} revalidateTag('for')",
      "try {} catch (revalidateTag) {} revalidateTag('catch')",
      "function f(x = revalidateTag('default')) { const revalidateTag = 1 }",
      "const g = (revalidateTag) => 1; revalidateTag('param')",
      "const k = class revalidateTag {}; revalidateTag('class')",
      "const h = function revalidateTag() {}; revalidateTag('function')",
      "revalidateTag: for (;;) { revalidateTag('label'); break revalidateTag }",
      "o = { revalidateTag: revalidateTag('key') }",
      "class K { revalidateTag() { revalidateTag('method') } }",
      "type revalidateTag2 = { revalidateTag: string }; revalidateTag('type')",
      "o.revalidateTag; revalidateTag('member')",
      "const { revalidateTag: other } = o; revalidateTag('pattern')",
      "switch (1) { case 1: let revalidateTag } revalidateTag('switch')",
      "p = <P revalidateTag={revalidateTag('attribute')} />",
    ]
    const tags = sitesOf(app({ 'lib/x.tsx': imported + lines.join('\n') })).map(
      ({ site }) => site.arguments[0]?.text,
    )
    expect(tags).toEqual(lines.map((line) => /revalidateTag\(('\w+')\)/.exec(line)?.[1]))
  })
})

describe('a call means something else when the name is', () => {
  test.each([
    ['a parameter', 'function f(revalidateTag) { revalidateTag(1) }'],
    ['a parameter of an arrow', 'const f = (revalidateTag) => revalidateTag(1)'],
    ['a parameter with default', 'const f = (revalidateTag = g) => revalidateTag(1)'],
    ['a destructured parameter', 'function f({ revalidateTag }) { revalidateTag(1) }'],
    ['a renamed part of a parameter', 'function f({ a: { b: [revalidateTag] } }) { revalidateTag(1) }'],
    ['the rest of a parameter', 'function f({ a, ...revalidateTag }) { revalidateTag(1) }'],
    ['a rest parameter', 'function f(...revalidateTag) { revalidateTag(1) }'],
    [
      'a parameter of an outer function',
      'function f(revalidateTag) { return () => { { revalidateTag(1) } } }',
    ],
    ['a parameter of a method', 'class K { m(revalidateTag) { revalidateTag(1) } }'],
    ['a parameter of a setter', 'const o = { set m(revalidateTag) { revalidateTag(1) } }'],
    ['a local constant', 'function f() { const revalidateTag = g; revalidateTag(1) }'],
    ['a local constant that comes later', 'function f() { revalidateTag(1); const revalidateTag = g }'],
    ['a destructured constant', 'function f() { const { revalidateTag } = g(); revalidateTag(1) }'],
    ['a constant from an array', 'function f() { const [, revalidateTag] = g(); revalidateTag(1) }'],
    [
      'a var further down in a block',
      'function f() { revalidateTag(1); if (a) { for (;;) { var revalidateTag = g } } }',
    ],
    ['a function further down', 'function f() { revalidateTag(1); function revalidateTag() {} }'],
    ['a class', 'function f() { class revalidateTag {} revalidateTag(1) }'],
    ['an enum', 'function f() { enum revalidateTag {} revalidateTag(1) }'],
    ['the variable of a for', 'function f() { for (let revalidateTag = g; ; ) revalidateTag(1) }'],
    ['the variable of a for-of', 'function f() { for (const revalidateTag of g) revalidateTag(1) }'],
    ['the variable of a for-in', 'function f() { for (const revalidateTag in g) { revalidateTag(1) } }'],
    ['what a catch caught', 'function f() { try {} catch (revalidateTag) { revalidateTag(1) } }'],
    [
      'a part of what a catch caught',
      'function f() { try {} catch ({ revalidateTag }) { revalidateTag(1) } }',
    ],
    [
      'declared in a switch',
      'function f() { switch (a) { case 1: let revalidateTag = g; default: revalidateTag(1) } }',
    ],
    ['declared in a static block', 'class K { static { const revalidateTag = g; revalidateTag(1) } }'],
    ['the own name of a function expression', 'const f = function revalidateTag() { revalidateTag(1) }'],
    ['the own name of a callback', 'run(function revalidateTag() { revalidateTag(1) })'],
    ['the own name of a class expression', 'const f = class revalidateTag { m() { revalidateTag(1) } }'],
    ['declared in a namespace', 'namespace N { const revalidateTag = g; revalidateTag(1) }'],
    ['a member of another object', 'o.revalidateTag(1); this.revalidateTag(1); o?.revalidateTag?.(1)'],
    ['a private member', 'class K { #revalidateTag() {} m() { this.#revalidateTag(1) } }'],
  ])('%s', (_, text) => {
    expect(bound(imported + text)).toEqual([])
  })

  test.each([
    ['in another module', "import { revalidateTag } from './cache'; revalidateTag('a')"],
    ['in no module', "revalidateTag('a')"],
    ['in a package with a similar name', "import { revalidateTag } from 'next-cache'; revalidateTag('a')"],
    [
      'in a comment or string',
      `${imported}// revalidateTag('a')\nconst s = "revalidateTag('a')" + \`revalidateTag('a')\``,
    ],
    [
      'only a type',
      "import type { revalidateTag } from 'next/cache'; type T = ReturnType<typeof revalidateTag>",
    ],
  ])('declared %s', (_, text) => {
    expect(bound(text)).toEqual([])
  })
})

test('what merely names the function is a reference, not a call', () => {
  const text = `${imported}const a = revalidateTag\nrun(revalidateTag)\nrun({ revalidateTag })\nrun({ a: revalidateTag })`
  expect(bound(text)).toEqual([
    '2: revalidateTag',
    '3: revalidateTag',
    '4: revalidateTag',
    '5: revalidateTag',
  ])
})

test('names that are members of every object are not taken for declarations', () => {
  expect(bound(`${imported}constructor(1); toString(2); __proto__(3); revalidateTag('a')`)).toEqual([
    "2: revalidateTag('a')",
  ])
})
