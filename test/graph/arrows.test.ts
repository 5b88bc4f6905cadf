import { describe, expect, test } from 'vitest'
import type { Unit } from '../../src/graph/types.js'
import { app, contextsOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag } from 'next/cache'\n"

/** Arrows to a unit as `file name how`, a `~` before those that do not name it exactly. */
function arrowsTo(files: Tree, file: string, find: (unit: Unit) => boolean): string[] {
  const { graph } = app(files)
  const unit = graph.model(file)?.units.find(find)
  if (!unit) throw new Error('no such unit')
  return graph
    .arrows(unit)
    .map(({ reference: { from, how }, exact }) => `${exact ? '' : '~'}${from.file} ${from.name} ${how}`)
    .sort()
}

const named = (name: string) => (unit: Unit) => unit.name === name

describe('arrows', () => {
  test('come from calls, values, attributes and other names', () => {
    const files = {
      'lib/x.ts': 'export function purge() {}\nconst other = purge',
      'a.ts': "import { purge } from './lib/x'\nexport const a = () => { purge() }",
      'b.ts': "import { purge } from './lib/x'\nexport const b = () => run(purge)",
      'c.tsx': "import { purge } from './lib/x'\nexport const C = () => <form action={purge} />",
      'd.ts': "export { purge as d } from './lib/x'",
      'e.ts': "import { d } from './d'\nexport const e = () => { d() }",
      'f.ts': "import { other } from './lib/x'\nother()",
      'g.ts': "import { purge } from './lib/y'\npurge()",
      'h.ts': 'purge()',
    }
    expect(arrowsTo(files, 'lib/x.ts', named('purge'))).toEqual([
      'a.ts a call',
      'b.ts b value',
      'c.tsx C jsx',
      'd.ts d alias',
      'lib/x.ts other alias',
    ])
    expect(arrowsTo(files, 'd.ts', named('d'))).toEqual(['e.ts e call'])
  })

  test('to a method come from chains that name it, and from hand-overs of its object', () => {
    const files = {
      'lib/x.ts': 'export const cache = { purge() {}, keep() {} }',
      'a.ts': "import { cache } from './lib/x'\nexport const a = () => { cache.purge() }",
      'b.ts': "import { cache } from './lib/x'\nexport const b = () => { cache.keep() }",
      'c.ts': "import { cache } from './lib/x'\nexport const c = () => { run(cache) }",
    }
    expect(arrowsTo(files, 'lib/x.ts', named('cache.purge'))).toEqual(['a.ts a call', '~c.ts c value'])
    expect(arrowsTo(files, 'lib/x.ts', named('cache.keep'))).toEqual(['b.ts b call', '~c.ts c value'])
  })

  test('are the same whatever was asked before', () => {
    const files = {
      'lib/x.ts': 'export function one() { two() }\nexport function two() {}',
      'lib/i.ts': "export * from './x'",
      'a.ts': "import { one, two } from './lib/i'\nexport const a = () => { one(); two() }",
    }
    const { graph } = app(files)
    const units = graph.model('lib/x.ts')?.units ?? []
    for (const unit of [...units].reverse()) graph.arrows(unit)
    const again = units.map((unit) => graph.arrows(unit).length)
    expect(again).toEqual([0, 1, 2])
    expect(units.map((unit) => graph.arrows(unit).length)).toEqual(again)
  })

  test('cost no parse of files that cannot name the unit', () => {
    const { graph } = app({
      'lib/x.ts': `${head}export const purge = () => revalidateTag('a')`,
      'a.ts': "import { purge } from './lib/x'\npurge()",
      'b.ts': "import { keep } from './lib/x'\nkeep()",
      'c.ts': 'purge()',
    })
    const unit = graph.model('lib/x.ts')?.exports.get('purge')
    expect(unit && graph.arrows(unit)).toHaveLength(1)
    expect(graph.parsed().map(({ file }) => file)).toEqual(['lib/x.ts', 'a.ts'])
  })
})

describe('one member does not stand for the others', () => {
  const route = (call: string) => `import { cache } from '../../lib/cache'\nexport const GET = () => ${call}`
  test.each([
    [
      'an object',
      'export const cache = { tag: { byId: (id) => id }, revalidate() { revalidateTag(this.tag.byId(1)) } }',
      "cache.tag.byId('x')",
    ],
    [
      'a nested object',
      "export const cache = { a: { purge() { revalidateTag('a') } }, b: { read() {} } }",
      'cache.b.read()',
    ],
    [
      'a class',
      "class Cache { read() {} purge() { revalidateTag('a') } }\nexport const cache = new Cache()",
      'cache.read()',
    ],
    [
      'a static class',
      "export class cache { static read() {} static purge() { revalidateTag('a') } }",
      'cache.read()',
    ],
    [
      'a namespace',
      "export namespace cache { export function read() {} export function purge() { revalidateTag('a') } }",
      'cache.read()',
    ],
    [
      'a class that reads a property',
      "class Cache { size = 1; purge() { revalidateTag('a') } }\nexport const cache = new Cache()",
      'cache.size',
    ],
    [
      'an object, by pattern',
      "export const cache = { read() {}, purge() { revalidateTag('a') } }",
      '{ const { read } = cache; read() }',
    ],
    [
      'CommonJS exports',
      "function read() {}\nfunction purge() { revalidateTag('a') }\nexports.cache = read; exports.purge = purge",
      'cache()',
    ],
  ])('of %s', (_, cache, call) => {
    const contexts = contextsOf({ 'lib/cache.ts': head + cache, 'app/x/route.ts': route(call) })
    expect(Object.values(contexts)).toEqual([[]])
  })
})

describe('code that goes round in circles comes to an end', () => {
  const route = (from: string, call: string) =>
    `import { ${call} } from '${from}'\nexport const GET = () => ${call}()`
  test.each<[string, Tree]>([
    [
      'stars of each other',
      { 'lib/a.ts': "export * from './b'\nexport * from './x'", 'lib/b.ts': "export * from './a'" },
    ],
    ['stars of themselves', { 'lib/a.ts': "export * from './a'\nexport * from './x'" }],
    [
      'three stars',
      {
        'lib/a.ts': "export * from './b'",
        'lib/b.ts': "export * from './c'",
        'lib/c.ts': "export * from './a'\nexport * from './x'",
      },
    ],
    [
      'imports of each other',
      { 'lib/a.ts': "import './b'\nexport { purge } from './x'", 'lib/b.ts': "import './a'" },
    ],
    [
      'namespaces of each other',
      { 'lib/a.ts': "export * as b from './b'\nexport * from './x'", 'lib/b.ts': "export * as a from './a'" },
    ],
  ])('%s', (_, barrels) => {
    const files = { 'lib/x.ts': `${head}export const purge = () => revalidateTag('a')`, ...barrels }
    expect(contextsOf({ ...files, 'app/x/route.ts': route('../../lib/a', 'purge') }).a).toEqual([
      'route-handler',
    ])
  })

  test.each([
    ['names of each other', 'export const a = b; export const b = a'],
    ['a name of itself', 'export const a = a'],
    ['members of each other', 'export const a = b.x; export const b = a.x'],
    ['calls of each other', 'export const a = b(); export function b() { return a }'],
    ['local names of each other', 'export function a() { const x = y; const y = x; x.z() }'],
    ['a function that returns itself', 'export function a() { return a }'],
    ['a function that returns its own call', 'export function a() { return a() }'],
    ['an object in itself', 'export const a = { a: a, get b() { return a } }'],
    ['an object that spreads itself', 'export const a = { ...a }'],
    ['classes of each other', 'export class a extends b {} class b extends a {}'],
    ['a class of itself', 'export class a extends a { x() { super.x() } }'],
    ['instances of each other', 'export class a { b = new b() } class b { a = new a() }'],
    [
      'instances of itself',
      'export class a { static it = new a(); next = new a(); m() { return this.next.next.next.m() } }',
    ],
    ['types of each other', 'export let a: typeof b; let b: typeof a'],
    ['names exported as each other', 'export { a as b, b as a }; const a = 1'],
    ['a file that exports from itself', "export { a } from './y'; export { a as c } from './y'"],
    ['patterns of each other', 'export const { a } = b; export const { b } = a'],
  ])('%s', (_, text) => {
    const files = {
      'lib/y.ts': `${head}${text}\nexport const purge = () => { revalidateTag('a'); a(); a.x.y(); new a().m(); run(a) }`,
      'app/x/route.ts':
        "import { purge, a } from '../../lib/y'\nexport const GET = () => { purge(); a(); a.b.c(); run(a); run(new a()) }",
    }
    const { graph } = app(files)
    for (const unit of graph.model('lib/y.ts')?.units ?? []) graph.arrows(unit)
    expect(contextsOf(files).a).toEqual(['route-handler'])
  })

  test('functions that call each other', () => {
    const lib = `${head}export function a() { b(); revalidateTag('a') }\nexport function b() { c() }\nexport function c() { a() }`
    expect(contextsOf({ 'lib/x.ts': lib, 'app/x/route.ts': route('../../lib/x', 'c') }).a).toEqual([
      'route-handler',
    ])
    expect(contextsOf({ 'lib/x.ts': lib }).a).toEqual([])
  })
})

describe('long and deep code', () => {
  const wrap = (code: string) =>
    contextsOf({ 'app/x/route.ts': `${head}export const GET = () => { revalidateTag('a'); ${code} }` }).a

  test.each([
    ['a sum of many terms', `const s = ${Array(4000).fill('"a"').join(' + ')}`],
    ['a chain of many calls', `z${'.string().min(1)'.repeat(100)}`],
    ['a chain of many members', `z${'.a'.repeat(400)}`],
    ['many nested arrays', `const s = ${'['.repeat(200)}${']'.repeat(200)}`],
    ['many nested closures', `${'() => '.repeat(150)}1`],
    ['many nested blocks', `${'{'.repeat(200)}${'}'.repeat(200)}`],
    ['many branches', `${Array(300).fill('if (a) b(); else').join(' ')} c()`],
    ['many aliases', Array.from({ length: 500 }, (_, i) => `const a${i + 1} = a${i}`).join(';')],
  ])('is read: %s', (_, code) => {
    expect(wrap(code)).toEqual(['route-handler'])
  })
})
