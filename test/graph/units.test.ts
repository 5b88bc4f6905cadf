import { describe, expect, test } from 'vitest'
import { modelFile } from '../../src/graph/file-model.js'

/** `name (kind, line)` of every unit but the module itself; closures are marked by a leading `~`. */
function units(text: string, file = 'x.tsx'): string[] {
  return modelFile(file, text)
    .units.slice(1)
    .map(({ name, kind, line, nested }) => `${nested ? '~' : ''}${name} (${kind}, ${line})`)
}

describe('units are', () => {
  test.each<[string, string, string[]]>([
    ['functions', 'function a() {}\nasync function* b() {}', ['a (function, 1)', 'b (function, 2)']],
    [
      'functions in constants',
      'const a = () => {}\nlet b = function () {}',
      ['a (function, 1)', 'b (function, 2)'],
    ],
    ['values', 'const a = f()\nlet b\nvar c = 1', ['a (value, 1)', 'b (value, 2)', 'c (value, 3)']],
    [
      'objects and their members',
      'const o = {\n  a() {},\n  b: () => {},\n  c,\n  d: { e() {} },\n}',
      [
        'o (object, 1)',
        'o.a (function, 2)',
        'o.b (function, 3)',
        'o.c (value, 4)',
        'o.d (object, 5)',
        'o.d.e (function, 5)',
      ],
    ],
    [
      'classes and their members',
      'class K {\n  a() {}\n  static b() {}\n  c = () => {}\n  get d() { return 1 }\n  constructor() {}\n}',
      [
        'K (class, 1)',
        'K.a (function, 2)',
        'K.b (function, 3)',
        'K.c (function, 4)',
        'K.d (function, 5)',
        'K.constructor (function, 6)',
      ],
    ],
    [
      'members with quoted, private and computed names',
      "class K {\n  'a-b'() {}\n  #c() {}\n  [d]() {}\n  ['e']() {}\n}",
      [
        'K (class, 1)',
        'K.a-b (function, 2)',
        'K.#c (function, 3)',
        'K.[computed] (function, 4)',
        'K.e (function, 5)',
      ],
    ],
    [
      'closures, named like what surrounds them',
      'function a() {\n  xs.map(() => {})\n  const b = () => {}\n  run(function c() {})\n}',
      ['a (function, 1)', '~a (function, 2)', 'b (function, 3)', '~c (function, 4)'],
    ],
    ['default exports', 'export default () => {}', ['default (function, 1)']],
    ['default exports with a name', 'export default function page() {}', ['page (function, 1)']],
    [
      'default exports of objects',
      'export default { a() {} }',
      ['default (object, 1)', 'default.a (function, 1)'],
    ],
    [
      'namespaces, as objects',
      'export namespace N {\n  export const a = () => {}\n  function b() {}\n}',
      ['N (object, 1)', 'a (function, 2)', 'b (function, 3)'],
    ],
    [
      'one for each name that is exported again',
      "export { a, b as c } from './x'\nexport * as d from './y'",
      ['a (value, 1)', 'c (value, 1)', 'd (value, 2)'],
    ],
    [
      'one for a destructuring, and one for each name that it exports',
      'export const { GET, POST } = handlers',
      ['GET, POST (value, 1)', 'GET (value, 1)', 'POST (value, 1)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(units(text)).toEqual(expected)
  })

  test('not types, overloads, declarations without code, or imports', () => {
    const text = [
      'interface A { m(): void }',
      'type B = () => void',
      'declare function c(): void',
      "import d from './d'",
      'function e(x: string): void',
      'function e(x: unknown) {}',
    ]
    expect(units(text.join('\n'), 'x.ts')).toEqual(['e (function, 6)'])
  })

  test('told apart by their ids, also when they are called alike', () => {
    const { units: all } = modelFile(
      'x.ts',
      'const o = { a() {}, a() {} }; run(() => () => {}); { const o = () => {} }',
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test('counted in lines from 1, whatever the line ends are', () => {
    expect(units('\uFEFF\r\n\r\nfunction a() {}\r\nfunction b() {}')).toEqual([
      'a (function, 3)',
      'b (function, 4)',
    ])
  })
})

describe('directives belong to', () => {
  test('the function whose body they start', () => {
    const { units: all } = modelFile(
      'x.tsx',
      `async function a() { 'use server' }
       const b = async () => { "use cache"; }
       const o = { async c() { 'use cache: remote' } }
       class K { static async d() { 'use strict'; 'use server' } }
       async function e() { return async () => { 'use server' } }
       async function f() { f(); 'use server' }
       const g = async () => 'use server'
       async function h() { \`use server\` }
       async function i() { ('use server') }
       async function j() { 'USE SERVER' }
       async function k() { // why
         /* why */ 'use server' }`,
    )
    const found = all.flatMap(({ name, nested, directive }) =>
      directive ? [`${nested ? '~' : ''}${name}: ${directive}`] : [],
    )
    expect(found).toEqual([
      'a: use server',
      'b: use cache',
      'o.c: use cache',
      'K.d: use server',
      '~e: use server',
      'k: use server',
    ])
  })
})

describe('a file that does not parse', () => {
  test('says where, and still has units', () => {
    const model = modelFile('x.ts', 'function a() {}\nfunction b( {')
    expect(model.syntaxError).toMatch(/^line 2: /)
    expect(model.units.map(({ name }) => name)).toContain('a')
  })

  test('does not include JavaScript with JSX, or TypeScript with casts', () => {
    for (const file of ['x.js', 'x.jsx', 'x.mjs', 'x.cjs', 'x.tsx'])
      expect(modelFile(file, 'const a = <b>c</b>').syntaxError).toBeNull()
    for (const file of ['x.ts', 'x.mts', 'x.cts'])
      expect(modelFile(file, 'const a = <b>c').syntaxError).toBeNull()
  })

  test('does not include files with a shebang, a byte order mark or decorators', () => {
    expect(modelFile('x.js', '#!/usr/bin/env node\nf()').syntaxError).toBeNull()
    expect(modelFile('x.ts', '\uFEFFf()').syntaxError).toBeNull()
    expect(modelFile('x.ts', '@a() class K { @b c = 1; constructor(@d() e) {} }').syntaxError).toBeNull()
  })
})

test('a parameter with the name of its own type is no endless chain', () => {
  const model = modelFile(
    'x.ts',
    "import type { Panel } from './panel'\nexport function open(Panel: Panel) {\n  Panel.show()\n}\n",
  )
  expect(model.syntaxError).toBeNull()
  expect(model.units.map(({ name }) => name)).toContain('open')
})
