import { describe, expect, test } from 'vitest'
import { parameter, value } from './plain-support.js'

/** The judgement of a parameter of that type; names in it are declared by `more`. */
const judged = (type: string, more = '') => {
  const { plain, why, rich } = parameter(`${more}\nexport function asked(given: ${type}) {}`, 'given')
  return { plain, why, rich }
}

describe('plain are', () => {
  test.each<[string, string?]>([
    ['string'],
    ["'a' | 'b'"],
    ['number | null | undefined'],
    ['boolean'],
    ['symbol extends string ? 1 : 2'],
    [`\`post-\${string}\``],
    ['keyof { a: 1; b: 2 }'],
    ['string & { __brand: "id" }'],
    ['Id', 'declare const id: unique symbol; type Id = number & { readonly [id]: true }'],
    ['{ a: string; b?: { c: number[] } }'],
    ['[string, number?]'],
    ['readonly string[]'],
    ['ReadonlyArray<{ a: 1 }>'],
    ['Record<string, string[]>'],
    ["Pick<Post, 'id'> & Partial<Omit<Post, 'id'>>", 'interface Post { id: string; title: string }'],
    ['Uint8Array'],
    ['FormData'],
    ['ArrayBuffer'],
    ['void'],
    ['Level', 'enum Level { Low, High }'],
    ['Level', "enum Level { Low = 'low', High = 'high' }"],
    ['Level.Low', "enum Level { Low = 'low', High = 'high' }"],
    ['Tree', 'interface Tree { name: string; children: Tree[]; parent?: Tree }'],
    ['Json', 'type Json = string | number | null | Json[] | { [key: string]: Json }'],
    ['Extended', 'interface Base { id: string } interface Extended extends Base { name: string }'],
    ['ResponseInit["status"]'],
    ['Awaited<Promise<string>>'],
    ['Parameters<typeof f>', 'function f(a: string, b: { c: number }) {}'],
    ['(typeof list)[number]', "const list = ['a', 'b'] as const"],
  ])('%s', (type, more) => {
    expect(judged(type, more)).toEqual({ plain: 'yes', why: '', rich: [] })
  })

  test.each<[string, string[]]>([
    ['Date', ['Date']],
    ['{ at: Date | null }[]', ['Date']],
    ['Map<string, Set<Date>>', ['Date', 'Map', 'Set']],
    ['ReadonlyMap<string, bigint>', ['BigInt', 'Map']],
    ['1n | 2n', ['BigInt']],
  ])('%s, which JSON would change', (type, rich) => {
    expect(judged(type)).toEqual({ plain: 'yes', why: '', rich })
  })
})

describe('not plain is', () => {
  test.each<[string, string, string?]>([
    ['() => void', 'it is a function'],
    ['Function', 'it is a function'],
    ['new () => Date', 'it is a class'],
    ['User', 'it is an instance of the class User', 'class User { constructor(readonly id: string) {} }'],
    ['User | null', 'it is an instance of the class User', 'declare class User { id: string }'],
    ['typeof User', 'it is a class', 'class User {}'],
    ['URL', 'it is a URL'],
    ['URLSearchParams', 'it is a URLSearchParams'],
    ['RegExp', 'it is a RegExp'],
    ['Headers', 'it is a Headers'],
    ['Request', 'it is a Request'],
    ['Response', 'it is a Response'],
    ['Error', 'it is an Error'],
    ['ReadableStream<string>', 'it is a ReadableStream'],
    ['WeakMap<object, string>', 'it is a WeakMap'],
    ['AbortSignal', 'it is an AbortSignal'],
    ['Generator<string>', 'it is a Generator'],
    ['{ a: string; b: { c: URL }[] }', 'its member "b[].c" is a URL'],
    ['(() => void)[]', 'an element of it is a function'],
    ['Map<string, RegExp>', 'an element of it is a RegExp'],
    [
      'Client',
      'its member "query" is a function',
      'interface Client { name: string; query(sql: string): unknown }',
    ],
    ['Client', 'its member "query" is a function', 'interface Client { query?: (sql: string) => unknown }'],
    ['Call', 'it is a function', 'interface Call { (sql: string): string; name: string }'],
    ['Record<string, () => void>', 'an element of it is a function'],
    ['{ a: number } & { f(): void }', 'its member "f" is a function'],
  ])('%s', (type, why, more) => {
    expect(judged(type, more)).toMatchObject({ plain: 'no', why })
  })

  test('the store of cookies, and the headers', () => {
    const read = "import { cookies, headers } from 'next/headers'\n"
    expect(value(`${read}async function f() { const s = await cookies(); ask(s) }`).plain).toBe('no')
    expect(value(`${read}function f() { ask(cookies()) }`).plain).toBe('no')
    expect(value(`${read}async function f() { ask(await headers()) }`).plain).toBe('no')
  })

  test('a request of Next.js', () => {
    expect(judged('NextRequest', "import { NextRequest } from 'next/server'")).toMatchObject({
      plain: 'no',
      why: 'it is an instance of the class NextRequest',
    })
  })
})

describe('unknown is', () => {
  test.each<[string, string, string?]>([
    ['any', 'its type is `any`'],
    ['unknown', 'its type is `unknown`'],
    ['{ a: any }', 'the type of its member "a" is `any`'],
    ['any[]', 'the type of an element of it is `any`'],
    ['object', 'its type may be anything'],
    ['{}', 'its type may be anything'],
    ['Promise<string>', 'its type is a promise'],
    ['{ a: Promise<string> }', 'the type of its member "a" is a promise'],
    ['symbol', 'its type is a symbol'],
    ['Pool', 'its type comes from "pg", which is not installed', "import type { Pool } from 'pg'"],
    [
      'Db.Pool',
      'its type comes from "@scope/pg", which is not installed',
      "import type * as Db from '@scope/pg/lib'",
    ],
    [
      'z.infer<typeof S>',
      'its type comes from "zod", which is not installed',
      "import { z } from 'zod'\nconst S = z.object({})",
    ],
    [
      '{ row: Row }',
      'the type of its member "row" comes from "pg", which is not installed',
      "import type { Row } from 'pg'",
    ],
    ['Gone', 'its type comes from "./gone", which was not found', "import type { Gone } from './gone'"],
    [
      'Wide',
      'the type of its member "row" comes from "pg", which is not installed',
      "import { Row } from 'pg'\ninterface Wide { row: Row }",
    ],
    [
      'ReactNode',
      'its type comes from "react", which is not installed',
      "import type { ReactNode } from 'react'",
    ],
    [
      'Box<string>',
      'the type of its member "next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next" is too large to be looked through',
      'interface Box<T> { next: Box<Box<T>> }',
    ],
  ])('%s', (type, why, more) => {
    expect(judged(type, more)).toMatchObject({ plain: 'unknown', why })
  })

  test('a type parameter', () => {
    expect(parameter('function f<T>(given: T) {}', 'given')).toEqual({
      plain: 'unknown',
      why: 'its type is the type parameter T',
      text: null,
      rich: [],
    })
    expect(parameter('function f<T>(given: T[]) {}', 'given').text).toBeNull()
    expect(parameter('function f<T>(given: T extends string ? 1 : URL) {}', 'given').plain).toBe('unknown')
  })
})

describe('the blame goes through the tree to', () => {
  test.each<[string, Record<string, string>]>([
    [
      '"pg"',
      {
        'lib/x.ts': "import { db } from './db'\nask(db.query('a'))",
        'lib/db.ts': "import { Pool } from 'pg'\nexport const db = new Pool()",
      },
    ],
    [
      '"pg"',
      {
        'lib/x.ts': "import { rows } from './db'\nconst all = await rows(1)\nask(all)",
        'lib/db.ts':
          "import { pool } from './pool'\nexport async function rows(n: number) { return pool.query(n) }",
        'lib/pool.ts': "export { default as pool } from 'pg'",
      },
    ],
    [
      '"zod"',
      {
        'lib/x.ts': "import { type Post } from './post'\ndeclare const post: Post\nask(post)",
        'lib/post.ts':
          "import { z } from 'zod'\nconst S = z.object({})\nexport type Post = z.infer<typeof S>",
      },
    ],
    [
      '"@clerk/nextjs"',
      {
        'lib/x.ts':
          "import { auth } from '@clerk/nextjs/server'\nasync function f() { const { userId } = await auth()\nask(userId) }",
      },
    ],
    ['"pg"', { 'lib/x.ts': "import { pool } from 'pg'\nfor (const row of pool.rows) ask(row)" }],
    ['"pg"', { 'lib/x.ts': "import { pool } from 'pg'\npool.each((row) => ask(row))" }],
    ['"fs"', { 'lib/x.ts': "import fs from 'fs'\nask(fs.readFileSync('a'))" }],
  ])('%s', (name, files) => {
    const { plain, why } = value(files)
    expect(plain).toBe('unknown')
    expect(why).toMatch(new RegExp(`comes from ${name}`))
  })

  test('nobody, where the language itself gives any', () => {
    expect(value("import { text } from 'pg'\nask(JSON.parse(text))").why).toBe('its type is `any`')
  })
})
