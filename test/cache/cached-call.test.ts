import { describe, expect, test } from 'vitest'
import {
  type CachedCall,
  readCachedCall,
  usesOf,
  wrapperCalls,
  wrapperOf,
} from '../../src/cache/cached-call/index.js'
import { callSites } from '../../src/cache/call-sites.js'
import { app } from '../support/app.js'

function read(code: string): CachedCall {
  const { graph } = app({ 'lib/data.ts': `import { unstable_cache } from 'next/cache'\n${code}` })
  const [site] = callSites(graph, 'unstable_cache')
  const cached = site && readCachedCall(graph, site, null)
  if (!cached) throw new Error('no use was found')
  return cached
}

function captured(code: string): string[] {
  const { callback, model } = read(code)
  return callback.node ? usesOf(model, callback.node).map(({ path }) => path) : []
}

describe('where the result goes', () => {
  test.each([
    ['export const getX = unstable_cache(load)', 'constant'],
    ['export default unstable_cache(load)', 'constant'],
    ['export const getX: () => Promise<string> = unstable_cache(load)', 'value'],
    ['export let getX = unstable_cache(load)', 'value'],
    ['export const a = unstable_cache(load), b = 1', 'value'],
    ['export const box = { get: unstable_cache(load) }', 'value'],
    ['export class Box { static get = unstable_cache(load) }', 'value'],
    ['export const getX = cache(unstable_cache(load))', 'value'],
    ['export const getX = (id: string) => unstable_cache(load, [id])', 'value'],
    ['export const getX = (id: string) => unstable_cache(load, [id])(id)', 'invoked'],
    ['export async function f() { const get = unstable_cache(load); return get() }', 'local'],
    ['export async function f() { const get = unstable_cache(load); return [get].map((g) => g()) }', 'value'],
    ['export async function f() { const get = unstable_cache(load); return { get } }', 'value'],
    ['export async function f() { const get = unstable_cache(load); return box.get() }', 'value'],
  ])('%s', (code, kind) => {
    expect(read(code).position.kind).toBe(kind)
  })

  test('a local name hidden by another one is not called', () => {
    const { position } = read(
      'export async function f() { const get = unstable_cache(load); return get(1) + xs.map((get) => get(2)) }',
    )
    expect(position.kind === 'local' && position.calls.map((call) => call.getText())).toEqual(['get(1)'])
  })
})

describe('the options', () => {
  test.each([
    ['', null, null],
    [", ['k']", null, null],
    [", ['k'], { revalidate: 60, tags: ['a'] }", '60', "['a']"],
    [", ['k'], { tags, revalidate }", 'revalidate', 'tags'],
    [", ['k'], { ...shared, tags: ['b'] }", 'shared.revalidate', "['b']"],
    [", ['k'], shared", 'shared.revalidate', 'shared.tags'],
    [", ['k'], { revalidate: undefined }", null, null],
  ])('unstable_cache(load%s)', (rest, revalidate, tags) => {
    const cached = read(
      `const shared = { revalidate: 60, tags: ['a'] }\nexport const getX = unstable_cache(load${rest})`,
    )
    const text = (setting: CachedCall['tags']) => (setting.kind === 'given' ? setting.text : setting.kind)
    expect([text(cached.revalidate), text(cached.tags)]).toEqual([revalidate ?? 'absent', tags ?? 'absent'])
  })

  test.each([
    ["load, ['k'], makeOptions()", 'its options are not written where it is called'],
    ["load, ['k'], { [name]: 1 }", 'a name of its options is computed'],
    ["load, ['k'], ...rest", 'its arguments are spread'],
  ])('unstable_cache(%s) is unclear', (given, why) => {
    expect(read(`export const getX = unstable_cache(${given})`).tags).toEqual({ kind: 'unclear', why })
  })
})

describe('what the callback captures', () => {
  test('names of the module and its own are not captured', () => {
    expect(
      captured(
        'const limit = 3\nexport const getX = (org: string) => unstable_cache(async (id: string) => { const n = limit; return find(org, id, n) })',
      ),
    ).toEqual(['org'])
  })

  test('the widest read is what counts', () => {
    expect(
      captured(
        'export async function f(session: any) { return unstable_cache(async () => find(session.user.id, session?.user!.org))() }',
      ),
    ).toEqual(['session.user.id', 'session.user.org'])
  })

  test('a method needs what it is called on', () => {
    expect(
      captured(
        'export async function f(db: any, ids: string[]) { return unstable_cache(async () => db.users.find(ids.join()))() }',
      ),
    ).toEqual(['db.users', 'ids'])
  })

  test('a cookie is read by its name', () => {
    const { callback, model } = read(
      "export async function f() { const store = await cookies(); return unstable_cache(async () => find(store.get('plan')?.value))() }",
    )
    const [use] = callback.node ? usesOf(model, callback.node) : []
    expect(use && [use.node.getText(), use.narrow]).toEqual(["store.get('plan')?.value", true])
  })

  test('members, keys, labels and types are no captures', () => {
    expect(
      captured(
        'export async function f(id: string, type: string) { type T = string; return unstable_cache(async () => { const x: T = id; return { type: x, a: y.type } })() }',
      ),
    ).toEqual(['id'])
  })

  test('shorthand, JSX and typeof are', () => {
    expect(
      captured(
        'export async function f(id: string, kind: string) { return unstable_cache(async () => { const x: typeof kind = ""; return { id, x } })() }',
      ),
    ).toEqual(['kind', 'id'])
  })

  test.each([
    ['hit = false', true],
    ['seen.count++', true],
    ["seen.push('a')", true],
    ['seen.list.sort()', true],
    ['Object.assign(seen, { a: 1 })', true],
    ['Object.assign({ a: 1 }, seen)', false],
    ['seen.slice().length', false],
    ['find(seen.push)', false],
  ])('whether %s writes is seen', (code, writes) => {
    const { callback, model } = read(
      `export async function f(seen: any) { let hit = true; return unstable_cache(async () => { ${code}; return 1 })() }`,
    )
    expect(callback.node && usesOf(model, callback.node).map(({ written }) => written)).toEqual([writes])
  })
})

describe('wrappers', () => {
  const files = {
    'lib/cached.ts': [
      "import { unstable_cache as nextCache } from 'next/cache'",
      "import { cache } from 'react'",
      'export const unstable_cache = <A extends unknown[], R>(callback: (...args: A) => Promise<R>, key: string[], options: { revalidate: number }) =>',
      '  cache(nextCache(callback, key, options))',
    ].join('\n'),
    'lib/users.ts': [
      "import { unstable_cache } from './cached'",
      "export const getUsers = unstable_cache(async () => [1], ['users'], { revalidate: 60 })",
      "export const getUser = unstable_cache(async (id: string) => id, ['user'], { revalidate: 60 })",
    ].join('\n'),
  }

  test('a function that hands its parameters on is transparent, and its calls are uses', () => {
    const { graph } = app(files)
    const [site] = callSites(graph, 'unstable_cache')
    const cached = site && readCachedCall(graph, site, null)
    const wrapper = cached && wrapperOf(cached)
    expect(wrapper?.transparent).toMatchObject({ name: 'unstable_cache', memoised: true })
    expect(wrapper && wrapperCalls(graph, wrapper).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'lib/users.ts:2',
      'lib/users.ts:3',
    ])
  })

  test.each([
    'export const w = (fn: () => Promise<string>, k: string[]) => unstable_cache(async () => JSON.stringify(await fn()), k)',
    'export const w = (fn: () => Promise<string>, k: string) => unstable_cache(fn, [k])',
  ])('one that does more is not: %s', (code) => {
    expect(wrapperOf(read(code))).toMatchObject({ transparent: null })
  })

  test('a captured value that is no function makes no wrapper', () => {
    expect(
      wrapperOf(read('export const w = (id: string) => unstable_cache(async () => find(id))()')),
    ).toBeNull()
  })
})
