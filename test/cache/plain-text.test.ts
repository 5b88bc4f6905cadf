import { describe, expect, test } from 'vitest'
import { parameter, result, value } from './plain-support.js'

describe('the type of a parameter', () => {
  test.each<[string, string | null]>([
    ['function f(a: string) {}', 'string'],
    ['function f(a?: number) {}', 'number | undefined'],
    ['function f(a: number | undefined = 1) {}', 'number | undefined'],
    ['function f(depth = 0) {}', 'number'],
    ["function f(a = 'x') {}", 'string'],
    ['function f(a: Later) {}\ninterface Later { a: string }', 'Later'],
    ['function f(a?: () => void) {}', '(() => void) | undefined'],
    ["import type { Row } from 'pg'\nfunction f(a: Row | null) {}", 'Row | null'],
    [
      "import { z } from 'zod'\nconst S = z.object({})\nfunction f(a: z.infer<typeof S>) {}",
      'z.infer<typeof S>',
    ],
    ['function g(a: string) {}\nfunction f(...args: Parameters<typeof g>) {}', 'string'],
    ['function f({ id }: { id: string }) {}', '{ id: string }'],
    ['function f<T>(a: T) {}', null],
    ['function f<T extends string>(a: Record<T, 1>) {}', null],
    ['function f(a: { [K in "x" | "y"]: K }) {}', '{ [K in "x" | "y"]: K }'],
    ['function g() { type Own = { a: string }; function f(a: Own) {} }', '{ a: string }'],
    ['function g() { interface Own { a: string } function f(a: Own) {} }', null],
    ['interface Own { b: 1 } function g() { interface Own { a: string } function f(a: Own) {} }', null],
    ['function g(x: { y: string }) { function f(a: typeof x) {} }', '{ y: string }'],
    ["['a'].map((a) => a)", 'string'],
    ['const f: (a: number, b: Date) => void = (a) => {}', 'number'],
    ['function f(a) {}', null],
  ])('%s', (text, expected) => {
    const name = text.includes('...args') ? 'a' : text.includes('{ id }') ? undefined : 'a'
    expect(parameter(text, text.includes('depth') ? 'depth' : name).text).toBe(expected)
  })

  test('of rest parameters is that of the list', () => {
    const text = 'function g(a: string, b?: number) {}\nfunction f(...args: Parameters<typeof g>) {}'
    expect(parameter(text, 'args')).toEqual({
      plain: 'yes',
      why: '',
      text: 'Parameters<typeof g>',
      rich: [],
    })
  })

  test('is not written in JavaScript', () => {
    expect(parameter('function f(a = 1) {}', 'a', 'lib/x.js')).toMatchObject({ plain: 'yes', text: null })
  })
})

describe('the type of a value', () => {
  test.each<[string, string | null]>([
    ["const x = 'a'\nask(x)", 'string'],
    ['const x = 1\nask(x)', 'number'],
    ['const x = true\nask(x)', 'boolean'],
    ["ask('a')", 'string'],
    ["const x = 'a' as const\nask(x)", "'a'"],
    ["type Sort = 'up' | 'down'\nfunction f(x: Sort) { ask(x) }", 'Sort'],
    ['enum Level { Low, High }\nconst x = Level.Low as Level\nask(x)', 'Level'],
    ['const x = { a: 1, b: new Date() }\nask(x)', '{ a: number; b: Date }'],
    ['const x = [1, 2]\nask(x)', 'number[]'],
    ["const x = ['a', 1] as const\nask(x)", "readonly ['a', 1]"],
    ['function f(x: string | null) { if (!x) return; ask(x) }', 'string'],
    ["import type { Row } from './row'\nfunction f(x: Row | null) { if (!x) return; ask(x) }", 'Row'],
    ["import type { Row } from 'pg'\nfunction f(x?: Row) { ask(x) }", 'Row | undefined'],
    ['function f(x?: string) { if (x) return () => ask(x) }', 'string'],
    ['function f(user: { id: string }) { ask(user.id) }', 'string'],
    ['function f({ id }: { id: number }) { ask(id) }', 'number'],
    ['function f(x: string | null) { if (x) ask({ x }.x) }', 'string'],
    ["import { make } from './row'\nconst row = make()\nask(row)", 'ReturnType<typeof make>'],
    [
      "import { load } from './row'\nasync function f() { const row = await load(); ask(row) }",
      'Awaited<ReturnType<typeof load>>',
    ],
    [
      "import { find } from './row'\nasync function f() { const row = await find(); if (row) ask(row) }",
      'NonNullable<Awaited<ReturnType<typeof find>>>',
    ],
    ["import { make, type Row } from './row'\nask(make())", 'Row'],
    ["import { make, type Row as R } from './row'\nask(make())", 'R'],
    ["import * as rows from './row'\nask(rows.make())", 'rows.Row'],
    [
      "import { make } from './row'\ninterface Row { b: 1 }\nconst row = make()\nask(row)",
      'ReturnType<typeof make>',
    ],
    ['ask(JSON.parse("1"))', null],
    ['ask({ a: JSON.parse("1") })', null],
    ['function f<T>(x: T[]) { ask(x) }', null],
    [`const a: Uppercase<string> = 'A'\nask(a)`, 'Uppercase<string>'],
  ])('%s', (text, expected) => {
    const row =
      'export interface Row { a: string }\nexport function make(): Row { return { a: "" } }\n' +
      'export async function load() { return make() }\nexport async function find(): Promise<Row | null> { return null }'
    expect(value({ 'lib/x.ts': text, 'lib/row.ts': row }).text).toBe(expected)
  })

  test('follows the quotes of the file', () => {
    expect(value('import "./a"\nconst x = "a" as const\nask(x)').text).toBe('"a"')
  })

  test.each([
    ["import { cookies } from 'next/headers'\nfunction f() { const x = cookies().get('x')?.value\nask(x) }"],
    [
      "import { cookies } from 'next/headers'\nasync function f() { const x = (await cookies()).get('x')?.value\nask(x) }",
    ],
    [
      "import { cookies } from 'next/headers'\nasync function f() { const store = await cookies(); ask(store.get('x')?.value) }",
    ],
    ['ask(process.env.X)'],
  ])('of a cookie is known without node_modules: %s', (text) => {
    expect(value(text)).toEqual({ plain: 'yes', why: '', text: 'string | undefined', rich: [] })
  })

  test('of a header, of a hash and of what stands in React.cache', () => {
    const head =
      "import { headers } from 'next/headers'\nimport { cache } from 'react'\nimport { createHash } from 'node:crypto'\n"
    expect(value(`${head}async function f() { ask((await headers()).get('a')) }`).text).toBe('string | null')
    expect(value(`${head}ask(createHash('sha256').update('a').digest('hex'))`).text).toBe('string')
    expect(value(`${head}const g = cache(async (id: string) => ({ id }))\nask(await g('a'))`).text).toBe(
      '{ id: string }',
    )
  })
})

describe('the result of a function', () => {
  test.each<[string, string, string | null]>([
    ['function f(): string { return "" }\naskResult(f)', 'yes', 'string'],
    ['async function f(): Promise<string | null> { return "" }\naskResult(f)', 'yes', 'string | null'],
    ['askResult(async () => ({ at: new Date() }))', 'yes', '{ at: Date }'],
    ['askResult(async function () { return 1 })', 'yes', 'number'],
    [
      'type Later = Promise<string>\nfunction f(): Later { return null! }\naskResult(f)',
      'yes',
      'Awaited<Later>',
    ],
    [
      "import type { Row } from 'pg'\nasync function f(): Promise<Row[]> { return [] }\naskResult(f)",
      'unknown',
      'Row[]',
    ],
    ['askResult(async () => {})', 'yes', 'void'],
    ['const o = { f: async (): Promise<string> => "" }\naskResult(o.f)', 'yes', 'string'],
    ['class C { static async f() { return new URL("") } }\naskResult(C.f)', 'no', 'URL'],
    ["import { load } from './row'\naskResult(load)", 'yes', 'Awaited<ReturnType<typeof load>>'],
    ["import { load } from './row'\naskResult(() => load())", 'yes', null],
    ["import { all } from 'pg'\naskResult(all)", 'unknown', null],
    ['const x = 1\naskResult(x)', 'unknown', null],
    [
      'function f(a: string): string\nfunction f(a: number): URL\nfunction f(a: unknown): unknown { return a }\naskResult(f)',
      'no',
      null,
    ],
    ['async function f<T>(x: T): Promise<T> { return x }\naskResult(f)', 'unknown', null],
    ['async function* f() { yield 1 }\naskResult(f)', 'no', 'AsyncGenerator<number, void, unknown>'],
    [
      "import { notFound } from 'next/navigation'\nasync function f(x: string | null) { if (!x) notFound(); return x }\naskResult(f)",
      'yes',
      'string',
    ],
  ])('%s', (text, plain, expected) => {
    const row = 'interface Row { a: string }\nexport async function load(): Promise<Row> { return { a: "" } }'
    const fact = result({ 'lib/x.ts': text, 'lib/row.ts': row })
    expect({ plain: fact.plain, text: fact.text }).toEqual({ plain, text: expected })
  })

  test('says which built-ins are in it', () => {
    expect(result('askResult(async () => [{ at: new Date(), tags: new Set<string>() }])').rich).toEqual([
      'Date',
      'Set',
    ])
  })

  test('names the package that is missing', () => {
    const text =
      "import { db } from 'pg'\naskResult(async () => { const rows = await db.all(); return rows })"
    expect(result(text).why).toBe('its type comes from "pg", which is not installed')
  })
})
