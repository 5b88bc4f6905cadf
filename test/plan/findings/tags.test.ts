import { describe, expect, test } from 'vitest'
import { plan } from '../../../src/index.js'
import { app } from '../../support/app.js'
import type { Tree } from '../../support/tree.js'

/** `id severity file:line: message` of the findings about tags, the message cut down to what is quoted in it. */
function found(files: Tree): string[] {
  return tagFindings(files).map(
    ({ id, severity, file, line, message }) =>
      `${id} ${severity} ${file}:${line} ${message.match(/"[^"]*"/g)?.join(' ')}`,
  )
}

function tagFindings(files: Tree) {
  const ids = ['orphan-tag', 'dead-tag', 'tag-on-dynamic-fetch']
  return plan(app({ 'app/page.tsx': 'export default function Page() { return null }', ...files }), {
    skip: ['revalidate-tag', 'unstable-cache'],
  }).plan.findings.filter(({ id }) => ids.includes(id))
}

const head = "import { cacheTag, unstable_cache, updateTag, revalidateTag } from 'next/cache'\n"
const action = (body: string) => `'use server'\n${head}export async function save(id, form) { ${body} }`
const reader = (tags: string) => `${head}export async function read(id) { 'use cache'; cacheTag(${tags}) }`

describe('orphan-tag: invalidated, and carried by nothing', () => {
  test.each([
    ['cacheTag', reader("'posts'"), []],
    ['several tags', reader("'all', 'posts'"), []],
    ['another tag', reader("'post'"), ['orphan-tag warning app/actions.ts:3 "posts"']],
    ['a tag that may be it', reader('`${id}s`'), []],
    ['a tag that cannot be it', reader('`post-${id}`'), ['orphan-tag warning app/actions.ts:3 "posts"']],
    ['an unknown tag', reader('id'), []],
    ['a list that cannot be followed', reader('...id'), []],
    ['unstable_cache', `${head}export const a = unstable_cache(f, [], { tags: ['posts'] })`, []],
    ['options that cannot be read', `${head}export const a = unstable_cache(f, [], window.options)`, []],
    ['fetch', "fetch('/', { cache: 'force-cache', next: { tags: ['posts'] } })", []],
    ['the options of a client', "client.get('/', { next: { tags: ['posts'] } })", []],
    ['options that are assigned', "init.next = { tags: ['posts'] }", []],
    ['no cached read at all', 'export const a = 1', []],
    ['an option that is called tags', `${reader("'x'")}\nsdk.read({ cacheTags: ['posts'] })`, []],
    [
      'the header of a CDN',
      `${reader("'x'")}\nheaders.set('Cache-Tag', 'posts,all')`,
      ['orphan-tag warning app/actions.ts:3 "posts"'],
    ],
    ['the very header', `${reader("'x'")}\nexport const h = { 'Vercel-Cache-Tag': 'posts' }`, []],
  ])('%s', (_, code, expected) => {
    const files = { 'app/actions.ts': action("updateTag('posts')"), 'lib/data.ts': code }
    expect(found(files).filter((line) => line.includes('warning'))).toEqual(expected)
  })

  test('is told once for a tag, at its first place', () => {
    const files = {
      'app/actions.ts': action("updateTag('posts'); updateTag(`post-${id}`); updateTag(`post-${form.id}`)"),
      'app/b/actions.ts': action("updateTag('posts')"),
      'lib/data.ts': `${head}export const a = unstable_cache(f, ['key'], {})`,
    }
    expect(found(files)).toEqual([
      'orphan-tag warning app/actions.ts:3 "posts"',
      'orphan-tag warning app/actions.ts:3 "post-${id}"',
    ])
  })

  test('names the entry of which it is a key part', () => {
    const [finding] = tagFindings({
      'app/actions.ts': action("updateTag('counts')"),
      'lib/data.ts': `${head}export const counts = unstable_cache(load, ['counts'], { revalidate: 60 })`,
    })
    expect(finding?.help).toBe(
      '"counts" is a part of the key of the entry in lib/data.ts:2, and a key part is no tag: add it to the tags of that entry.',
    )
  })

  test('finds tags and keys behind wrappers', () => {
    const wrapper = `${head}export function cached(fn, keys, options) { return unstable_cache(fn, keys, options) }`
    const use =
      "import { cached } from './cached'\nexport const a = cached(f, ['counts'], { tags: ['posts'] })"
    const files = { 'lib/cached.ts': wrapper, 'lib/data.ts': use }
    expect(found({ ...files, 'app/actions.ts': action("updateTag('posts')") })).toEqual([])
    const [finding] = tagFindings({
      ...files,
      'app/actions.ts': action("updateTag('posts'); updateTag('counts')"),
    })
    expect(finding?.help).toContain('lib/data.ts:2')
  })

  test('follows helpers on both sides', () => {
    const tags = 'export const tags = { list: () => `posts`, record: (id: string) => `post-${id}` }'
    const imported = "import { tags } from '../lib/tags'\n"
    expect(
      found({
        'lib/tags.ts': tags,
        'app/actions.ts': `${action('updateTag(tags.list()); updateTag(tags.record(id))')}\n${imported}`,
        'lib/data.ts': `${reader('tags.record(id)')}\n${imported}`,
      }),
    ).toEqual(['orphan-tag warning app/actions.ts:3 "posts"'])
  })

  test('is silent about empty tags, tags of paths and tests', () => {
    expect(
      found({
        'app/actions.ts': action("updateTag(''); revalidateTag('_N_T_/posts', 'max')"),
        'test/posts.test.ts': `${head}updateTag('mock')`,
        'lib/data.ts': `${head}export const a = unstable_cache(f, ['key'])`,
      }),
    ).toEqual([])
  })

  test('looks for readers in the same app and in packages', () => {
    const manifest = JSON.stringify({ dependencies: { next: '16.0.0' } })
    const files = {
      'package.json': JSON.stringify({ workspaces: ['apps/*', 'packages/*'] }),
      'apps/a/package.json': manifest,
      'apps/a/app/page.tsx': reader("'own'"),
      'apps/a/app/actions.ts': action("updateTag('own'); updateTag('shared'); updateTag('other')"),
      'apps/b/package.json': manifest,
      'apps/b/app/page.tsx': reader("'other'"),
      'packages/data/package.json': JSON.stringify({ name: 'data' }),
      'packages/data/index.ts': reader("'shared'"),
    }
    expect(found(files)).toEqual(['orphan-tag warning apps/a/app/actions.ts:3 "other"'])
  })
})

describe('orphan-tag: carried, and invalidated by nothing', () => {
  test('is a note, one for each entry', () => {
    expect(
      found({
        'app/actions.ts': action("updateTag('posts')"),
        'lib/data.ts': reader("'posts', 'a', `b-${id}`"),
      }),
    ).toEqual(['orphan-tag note lib/data.ts:2 "a" "b-${id}"'])
  })

  test.each([
    ['no tag is invalidated', action("revalidatePath('/')")],
    ['a tag comes from the request', action("updateTag('posts'); updateTag(form.get('tag'))")],
    ['the function is kept', `${action("updateTag('posts')")}\nexport const expire = { run: updateTag }`],
    ['a list is not known', action("updateTag('posts'); form.tags.forEach(updateTag)")],
    ['a list holds it', action("updateTag('posts'); ['posts', 'other'].forEach(updateTag)")],
    [
      'a helper is called with it',
      `${action("updateTag('posts'); expire('other')")}\nfunction expire(tag: string) { updateTag(tag) }`,
    ],
  ])('is silent where %s', (_, code) => {
    expect(found({ 'app/actions.ts': code, 'lib/data.ts': reader("'posts', 'other'") })).toEqual([])
  })

  test('tells a helper that is called with other tags', () => {
    const code = `${action("expire('posts')")}\nfunction expire(tag: string) { updateTag(tag) }`
    expect(found({ 'app/actions.ts': code, 'lib/data.ts': reader("'posts', 'other'") })).toEqual([
      'orphan-tag note lib/data.ts:2 "other"',
    ])
  })
})

describe('tag-on-dynamic-fetch', () => {
  const page = (options: string, more = '') =>
    `import { cookies } from 'next/headers'\nexport default async function Page() {\n${more}\nawait fetch('https://x.test', ${options}) }`
  const cookies = 'await cookies()'
  const id = 'tag-on-dynamic-fetch warning app/page.tsx:4 "posts"'

  test.each([
    ['tags alone on a dynamic page', page("{ next: { tags: ['posts'] } }", cookies), [id]],
    ['tags alone on a static page', page("{ next: { tags: ['posts'] } }"), []],
    ['tags with force-cache', page("{ cache: 'force-cache', next: { tags: ['posts'] } }", cookies), []],
    ['tags with a lifetime', page("{ next: { revalidate: 60, tags: ['posts'] } }", cookies), []],
    ['tags with an unknown lifetime', page("{ next: { revalidate: time, tags: ['posts'] } }", cookies), []],
    ['tags with no-store', page("{ cache: 'no-store', next: { tags: ['posts'] } }"), [id]],
    ['tags with revalidate: 0', page("{ next: { revalidate: 0, tags: ['posts'] } }"), [id]],
    [
      'a segment config that has it stored',
      `export const fetchCache = 'force-cache'\n${page("{ next: { tags: ['posts'] } }", cookies)}`,
      [],
    ],
    ['no tags', page("{ cache: 'no-store' }"), []],
    ['a fetch of its own', `const fetch = own\n${page("{ cache: 'no-store', next: {} }")}`, []],
  ])('%s', (_, code, expected) => {
    expect(found({ 'app/page.tsx': code })).toEqual(expected)
  })

  test('counts every page that runs the fetch', () => {
    const data = "export const load = () => fetch('https://x.test', { next: { tags: ['posts'] } })"
    const use = (more: string) =>
      `import { cookies } from 'next/headers'\nimport { load } from '../lib/data'\nexport default async function Page() { ${more}; await load() }`
    const files = { 'lib/data.ts': data, 'app/page.tsx': use(cookies) }
    const dead = ['tag-on-dynamic-fetch warning lib/data.ts:1 "posts"']
    expect(found(files)).toEqual(dead)
    expect(found({ ...files, 'app/about/page.tsx': use('').replace('../lib', '../../lib') })).toEqual([])
    expect(found({ 'lib/data.ts': data })).toEqual([])
    const handler = "import { load } from '../../lib/data'\nexport async function POST() { await load() }"
    expect(found({ 'lib/data.ts': data, 'app/api/route.ts': handler })).toEqual(dead)
  })

  test('is silent inside a cached function, which takes the tags over', () => {
    const data = `export async function load() { 'use cache'; return fetch('https://x.test', { cache: 'no-store', next: { tags: ['posts'] } }) }`
    expect(found({ 'lib/data.ts': data })).toEqual([])
  })

  test('tells contradicting options of a client', () => {
    const data = "client.get('/', { cache: 'no-store', next: { tags: ['posts'] } })"
    expect(found({ 'lib/data.ts': data })).toEqual(['tag-on-dynamic-fetch warning lib/data.ts:1 "posts"'])
  })
})

describe('dead-tag', () => {
  const data =
    "export const cart = () => fetch('https://x.test', { cache: 'no-store', next: { tags: ['cart'] } })"

  test('tells what invalidates it, and what an action does beside', () => {
    const all = tagFindings({ 'lib/data.ts': data, 'app/actions.ts': action("updateTag('cart')") })
    expect(all.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'dead-tag app/actions.ts',
      'tag-on-dynamic-fetch lib/data.ts',
    ])
    expect(all[0]?.help).toContain('refresh()')
  })

  test('does not speak of refresh() in a route handler', () => {
    const route = `${head}export async function POST() { revalidateTag('cart', 'max') }`
    const [finding] = tagFindings({ 'lib/data.ts': data, 'app/api/route.ts': route })
    expect(finding?.id).toBe('dead-tag')
    expect(finding?.help).not.toContain('refresh()')
  })

  test('is silent where another reader carries the tag', () => {
    const files = {
      'lib/data.ts': data,
      'lib/other.ts': reader("'cart'"),
      'app/actions.ts': action("updateTag('cart')"),
    }
    expect(found(files)).toEqual(['tag-on-dynamic-fetch warning lib/data.ts:1 "cart"'])
  })
})
