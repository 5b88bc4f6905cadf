import { describe, expect, test } from 'vitest'
import { editFile } from '../../src/apply/edit-file.js'
import { EditError } from '../../src/apply/errors.js'
import { edited, swr, updateTag } from './marked.js'

const head = "import { revalidateTag } from 'next/cache'\n"
const done = "import { updateTag } from 'next/cache'\n"

describe('kinds of files', () => {
  const table: [string, string, string][] = [
    ['app/a.ts', 'angle casts', 'const n = <number>x; const f = <T>(x: T) => x;\n'],
    ['app/a.mts', 'angle casts', 'const n = <number>x\n'],
    ['app/a.cts', 'export =', 'export = x\n'],
    [
      'app/a.ts',
      'decorators on parameters',
      '@Injectable() class A { constructor(@Inject(B) private b: B) {} }\n',
    ],
    ['app/a.ts', 'decorators behind export', 'export @dec class A {}\n'],
    ['app/a.ts', 'satisfies', 'const a = { b: 1 } satisfies Record<string, number>\n'],
    ['app/a.ts', 'using', '{ using a = f(); await using b = g() }\n'],
    [
      'app/a.ts',
      'enum, namespace, abstract',
      'enum E { A }; namespace N { export const a = 1 }; abstract class B { abstract m(): void }\n',
    ],
    [
      'app/a.ts',
      'overloads',
      'function f(a: string): void\nfunction f(a: number): void\nfunction f(a: unknown) {}\n',
    ],
    [
      'app/a.ts',
      'accessors and private names',
      'class A { accessor x = 1; #p = 2; static { this.x } has(o) { return #p in o } }\n',
    ],
    ['app/a.tsx', 'JSX', 'const A = <T,>(p: T) => <form action={save}>{`a`}</form>\n'],
    ['app/a.js', 'JSX', 'const A = () => <form action={save}>text</form>\n'],
    ['app/a.jsx', 'JSX', 'const A = () => <></>\n'],
    ['app/a.mjs', 'top-level await', 'await x()\n'],
    ['app/a.cjs', 'module.exports', 'module.exports = { x }\n'],
    ['app/a.js', 'types nevertheless', 'const a = b as string\n'],
    ['app/a.ts', 'import attributes', "import data from './a.json' with { type: 'json' }\n"],
  ]
  test.each(table)('%s with %s', (file, _, body) => {
    expect(edited(`${head}${body}«revalidateTag('a')»\n`, updateTag, file)).toBe(
      `${done}${body}updateTag('a')\n`,
    )
  })

  test('shebang, licence header and directive keep their place', () => {
    const top = "#!/usr/bin/env node\n/*! licence */\n'use server'\n"
    expect(edited(`${top}${head}«revalidateTag('a')»`, updateTag)).toBe(`${top}${done}updateTag('a')`)
  })

  test('tabs, CRLF and no final newline', () => {
    const before = `${head}export function f() {\n\t«revalidateTag(\n\t\t'a',\n\t)»\n}`.replaceAll(
      '\n',
      '\r\n',
    )
    const after = `${head}export function f() {\n\trevalidateTag(\n\t\t'a',\n\t\t'max',\n\t)\n}`
    expect(edited(before, swr)).toBe(after.replaceAll('\n', '\r\n'))
  })

  test('a file of 1 MB', { timeout: 60_000 }, () => {
    const lines = 'export const record = { id: "x", list: [1, 2, 3], call: (a) => a.b.c }\n'
    const body = Array.from({ length: 14_000 }, (_, n) => lines.replace('record', `record${n}`)).join('')
    expect(body.length).toBeGreaterThan(1_000_000)
    expect(edited(`${head}${body}«revalidateTag('a')»\n`, updateTag)).toBe(`${done}${body}updateTag('a')\n`)
  })

  test('deep nesting', () => {
    const depth = 100
    const open = 'f(() => { if (a) { '.repeat(depth)
    const close = ' } })'.repeat(depth)
    expect(edited(`${head}${open}«revalidateTag('a')»${close}\n`, updateTag)).toBe(
      `${done}${open}updateTag('a')${close}\n`,
    )
  })

  test('nesting that the parser cannot follow is an error of that file', () => {
    const depth = 20_000
    const text = `${head}${'['.repeat(depth)}${']'.repeat(depth)}\n«revalidateTag('a')»\n`
    expect(() => edited(text, updateTag)).toThrow(EditError)
  })
})

describe('what is refused', () => {
  test('a file that does not parse', () => {
    expect(() => edited(`${head}«revalidateTag('a')» }\n`, updateTag)).toThrow(
      /^app\/actions\.ts: does not parse \(.*\); the file is left as it is$/,
    )
  })

  test('a place where no such node is', () => {
    expect(() => edited(`${head}«revalidateTag»('a')\n`, updateTag)).toThrow(
      'app/actions.ts: has no call at line 2; it changed since the plan, plan again',
    )
  })
})

test('without decisions nothing is even parsed', () => {
  expect(editFile('a.ts', 'not { code', [])).toEqual({ text: 'not { code', after: new Map() })
})
