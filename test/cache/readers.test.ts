import { describe, expect, test } from 'vitest'
import { createReaders, type RouteReads } from '../../src/cache/readers/index.js'
import { routesOf } from '../../src/cache/routes/index.js'
import { showText } from '../../src/cache/values/index.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

function readsOf(files: Tree, pattern = '/'): RouteReads {
  const { workspace, graph } = app(files)
  const [first] = workspace.apps
  const route = first && routesOf(workspace, first).find((one) => one.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return createReaders(graph).of(route)
}

/** `kind what [tags] cached` of every read; a star behind tags that may be more. */
function reads(files: Tree | string, pattern = '/'): string[] {
  const tree = typeof files === 'string' ? { 'app/page.tsx': files } : files
  return readsOf(tree, pattern).reads.map(({ kind, what, tags, complete, cached }) => {
    const texts = tags.flatMap((tag) => tag.texts.texts.map(showText)).join(' ')
    return `${kind} ${what} [${texts}${complete ? '' : '*'}] ${cached}`
  })
}

const page = (body: string, head = ''): string => `${head}\nexport default async function Page() { ${body} }`
const cacheHead = "import { unstable_cache, cacheTag, cacheLife } from 'next/cache'\n"

test('an action that is bound and handed on runs later, not while the page renders', () => {
  const files = {
    'app/actions.ts':
      "'use server'\nexport async function save(id) { return fetch('https://a.example', { method: 'PUT' }) }",
    'app/page.tsx': `import { save } from './actions'
      export default function Page() { return <form action={save.bind(null, 1)} /> }`,
  }
  expect(reads(files)).toEqual([])
})

describe('a cached function is one read, with its tags', () => {
  test.each<[string, string, string]>([
    [
      'a function with the directive',
      "async function getPosts() { 'use cache'; cacheTag('posts', 'u-' + 1); return db.query() }",
      'use-cache getPosts [posts u-1] true',
    ],
    ['without tags', "async function getPosts() { 'use cache'; return 1 }", 'use-cache getPosts [] true'],
    [
      'tags from its parameters',
      "async function getPosts(id) { 'use cache'; cacheTag('post-' + id) }",
      `use-cache getPosts [post-${'$'}{id}] true`,
    ],
    [
      'an arrow',
      "const getPosts = async () => { 'use cache'; cacheTag('posts') }",
      'use-cache getPosts [posts] true',
    ],
    [
      'unstable_cache',
      "const getPosts = unstable_cache(async () => db.query(), ['k'], { tags: ['posts', 'all'], revalidate: 60 })",
      'unstable_cache getPosts [posts all] true',
    ],
    [
      'unstable_cache of a function that stands elsewhere',
      "async function load() { return fetch('x', { cache: 'force-cache' }) }\nconst getPosts = unstable_cache(load)",
      'unstable_cache getPosts [] true',
    ],
    [
      'tags that a constant holds',
      "const options = { tags: ['posts'] }\nconst getPosts = unstable_cache(async () => 1, [], options)",
      'unstable_cache getPosts [posts] true',
    ],
  ])('%s', (_, text, expected) => {
    expect(reads(cacheHead + text + page('await getPosts()'))).toEqual([expected])
  })

  test('called where it is made', () => {
    const text = page("return unstable_cache(() => fetch('x'), [], { tags: ['a'] })()", cacheHead)
    expect(reads(text)).toEqual(['unstable_cache Page [a] true'])
  })

  test('an alias of the API and a deep import', () => {
    expect(
      reads({
        'app/page.tsx': `import { unstable_cacheTag as tag } from 'next/dist/server/use-cache/cache-tag'
          async function get() { 'use cache'; tag('a') }
          ${page('await get()')}`,
      }),
    ).toEqual(['use-cache get [a] true'])
  })

  test('a file with the directive', () => {
    expect(
      reads({
        'lib/posts.ts':
          "'use cache'\nimport { cacheTag } from 'next/cache'\nexport async function posts() { cacheTag('p'); return help() }\nfunction help() { return fetch('x') }",
        'app/page.tsx': page('await posts()', "import { posts } from '../lib/posts'"),
      }),
    ).toEqual(['use-cache posts [p] true'])
  })

  test('tags that a function it calls adds, and those of a fetch in it', () => {
    const text = `${cacheHead}function mark() { cacheTag('a') }
      async function get() { 'use cache'; mark(); await fetch('x', { next: { tags: ['b'] } }) }
      ${page('await get()')}`
    expect(reads(text)).toEqual(['use-cache get [b a] true'])
  })

  test('beside the entries that it fills itself with', () => {
    const text = `${cacheHead}
      async function inner() { 'use cache'; cacheTag('in') }
      async function outer() { 'use cache'; cacheTag('out'); await inner(); await fetch('x', { cache: 'force-cache' }) }
      ${page('await outer()')}`
    expect(reads(text)).toEqual([
      'use-cache inner [in] true',
      'use-cache outer [out in] true',
      "fetch fetch('x') [] true",
    ])
  })

  test('an unstable_cache inside another one is no entry of its own', () => {
    const text = `${cacheHead}
      const inner = unstable_cache(async () => 1, [], { tags: ['in'] })
      const outer = unstable_cache(async () => inner(), [], { tags: ['out'] })
      ${page('await outer()')}`
    expect(reads(text)).toEqual(['unstable_cache outer [out] true'])
  })

  test('tags of which not all can be told', () => {
    const text = `${cacheHead}export const get = (more) => unstable_cache(async () => 1, [], { tags: ['a', ...more] })
      ${page('await get(x)()')}`
    expect(reads(text)).toEqual(['unstable_cache get [a*] true'])
  })

  test('with its lifetime', () => {
    const text = `${cacheHead}async function a() { 'use cache'; cacheLife('hours') }
      const b = unstable_cache(async () => 1, [], { revalidate: 60 * 60 })
      ${page('await a(); await b()')}`
    const found = readsOf({ 'app/page.tsx': text }).reads
    expect(found.map(({ life, revalidate }) => [life, revalidate])).toEqual([
      ["'hours'", null],
      [null, 3600],
    ])
  })
})

describe('a project wrapper around unstable_cache makes an entry of each call', () => {
  test('with the options handed on', () => {
    expect(
      reads({
        'lib/cache.ts':
          "import { unstable_cache as next } from 'next/cache'\nimport { cache } from 'react'\nexport const unstable_cache = (callback, keys, options) => cache(next(callback, keys, options))",
        'app/page.tsx': `import { unstable_cache } from '../lib/cache'
          const get = unstable_cache(() => fetch('x'), [], { tags: ['a'] })
          ${page('await get()')}`,
      }),
    ).toEqual(['unstable_cache get [a] true'])
  })

  test('with tags from one object of arguments', () => {
    expect(
      reads({
        'lib/cache.ts':
          "import { unstable_cache } from 'next/cache'\nexport function cached({ run, tag }) { return unstable_cache(run, [], { tags: [tag] })() }",
        'app/page.tsx': page(
          "await cached({ run: () => db.posts.list(), tag: 'a' })",
          "import { cached } from '../lib/cache'",
        ),
      }),
    ).toEqual(['unstable_cache Page [a] true'])
  })
})

describe('a fetch', () => {
  test.each<[string, string]>([
    ["fetch('x')", "fetch fetch('x') [] false"],
    ["fetch('x', { next: { tags: ['a'] } })", "fetch fetch('x') [a] false"],
    ["fetch('x', { next: { tags: ['a'], revalidate: 60 } })", "fetch fetch('x') [a] true"],
    ["fetch('x', { next: { revalidate: false } })", "fetch fetch('x') [] true"],
    ["fetch('x', { next: { revalidate: 0, tags: ['a'] } })", "fetch fetch('x') [a] false"],
    ["fetch('x', { cache: 'force-cache' })", "fetch fetch('x') [] true"],
    ["fetch('x', { cache: 'no-store', next: { tags: ['a'] } })", "fetch fetch('x') [a] false"],
    ["fetch('x', { method: 'POST', cache: 'force-cache' })", "fetch fetch('x') [] true"],
    ["fetch('x', { cache: draft ? 'no-store' : 'force-cache' })", "fetch fetch('x') [] unknown"],
    [
      "fetch('x', { ...(draft ? { cache: 'no-store' } : { next: { revalidate: 60 } }) })",
      "fetch fetch('x') [] unknown",
    ],
    ["fetch('x', options)", "fetch fetch('x') [*] unknown"],
    ["globalThis.fetch('x')", "fetch globalThis.fetch('x') [] false"],
  ])('%s', (text, expected) => {
    expect(reads(page(`await ${text}`))).toEqual([expected])
  })

  test('of the project, or a local name, is none', () => {
    expect(reads(page('await fetch(1)', 'function fetch() {}'))).toEqual([])
  })

  test('takes the fetchCache of its segment where it says nothing', () => {
    const text = page(
      "await fetch('a'); await fetch('b', { cache: 'no-store' })",
      "export const fetchCache = 'default-cache'",
    )
    expect(reads(text)).toEqual(["fetch fetch('a') [] true", "fetch fetch('b') [] false"])
  })

  test('in a wrapper has the options of each call', () => {
    const api = `export async function api(path, { tags, revalidate } = {}) {
        return fetch(path, { next: { tags, revalidate } })
      }`
    expect(
      reads({
        'lib/api.ts': api,
        'lib/index.ts': "export { api } from './api'",
        'app/page.tsx': page(
          "await api('/a', { tags: ['a'], revalidate: 60 }); await api('/b', { tags: ['b'] }); await api('/c')",
          "import { api } from '../lib'",
        ),
      }),
    ).toEqual(["fetch api('/a') [a] true", "fetch api('/b') [b] false", "fetch api('/c') [] false"])
  })

  test('in a wrapper in a wrapper', () => {
    expect(
      reads({
        'lib/api.ts': `const send = (url, init) => fetch(url, { ...init })
          export const get = (path, tags) => send(path, { next: { tags }, cache: 'force-cache' })`,
        'app/page.tsx': page("await get('/a', ['a'])", "import { get } from '../lib/api'"),
      }),
    ).toEqual(["fetch get('/a') [a] true"])
  })

  test('in a wrapper that is handed on may have any options', () => {
    expect(
      reads({
        'lib/api.ts': 'export const send = (url, init) => fetch(url, init)',
        'app/page.tsx': page('await run(send)', "import { send } from '../lib/api'"),
      }),
    ).toEqual(['fetch fetch(url) [*] unknown'])
  })

  test('with options that a function of the project makes', () => {
    expect(
      reads({
        'app/page.tsx': `async function options(tag) { return { tags: [\`x-\${tag}\`] } }
          ${page("const next = { ...(await options('a')) }; await fetch('u', { next, cache: 'force-cache' })")}`,
      }),
    ).toEqual(["fetch fetch('u') [x-a] true"])
  })
})

describe('data that no cache holds', () => {
  test.each<[string, string, string]>([
    [
      'a client',
      "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()",
      'prisma.post.findMany()',
    ],
    [
      'a client that is kept in a global',
      "import { PrismaClient } from '../generated/client'\nconst prisma = globalThis.prisma ?? new PrismaClient()",
      'prisma.post.findMany()',
    ],
    [
      'a query builder',
      "import { drizzle } from 'drizzle-orm/postgres-js'\nconst db = drizzle(1)",
      'db.select().from(posts).where(1)',
    ],
    [
      'what a function of the project makes',
      "import { createServerClient } from '@supabase/ssr'\nasync function make() { const c = createServerClient(1); return c }",
      "(await make()).from('posts').select('*')",
    ],
    ['a file', "import fs from 'node:fs/promises'", "fs.readFile('a')"],
    ['a file, read at once', "import { readFileSync } from 'fs'", "readFileSync('a')"],
    ['an HTTP client', "import axios from 'axios'", "axios.get('a')"],
    ['a model', "import mongoose from 'mongoose'\nconst Post = mongoose.model('Post')", 'Post.find({})'],
    ['a name that says so', 'declare const ctx', 'ctx.prisma.post.findMany()'],
  ])('%s', (_, head, call) => {
    const found = readsOf({ 'app/page.tsx': page(`await ${call}`, head) }).reads
    expect(found.map(({ kind, cached }) => [kind, cached])).toEqual([['uncached', false]])
  })

  test('a template of a database package', () => {
    expect(reads(page('await sql`select 1`', "import { sql } from '@vercel/postgres'"))).toEqual([
      'uncached sql [] false',
    ])
  })

  test('is no read where it only makes or closes the client', () => {
    expect(
      reads(
        page(
          'await prisma.$connect()',
          "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()",
        ),
      ),
    ).toEqual([])
  })

  test('an unknown package that somebody waits for may be anything', () => {
    expect(reads(page('await sdk.posts(); plain()', "import sdk, { plain } from 'acme-sdk'"))).toEqual([
      'uncached sdk.posts [] unknown',
    ])
  })

  test('an SDK may hand options to fetch', () => {
    const head = "import { createClient } from 'next-sanity'\nconst client = createClient({})"
    expect(
      reads(page("await client.fetch('q', {}, { next: { tags: ['a'], revalidate: 60 } })", head)),
    ).toEqual(["fetch client.fetch('q') [a] true"])
    expect(reads(page("await client.fetch('q')", head))).toEqual(['uncached client.fetch [] unknown'])
  })
})

describe('the walk goes', () => {
  const posts = "export async function posts() { return fetch('posts') }"
  test.each<[string, Tree]>([
    [
      'through components',
      {
        'app/list.tsx':
          "import { posts } from './posts'\nexport default async function List() { await posts() }",
        'app/page.tsx': page('return <List />', "import List from './list'"),
      },
    ],
    [
      'through barrels',
      {
        'app/index.ts': "export * from './posts'",
        'app/page.tsx': page('await posts()', "import { posts } from './index'"),
      },
    ],
    [
      'through what is handed on',
      {
        'app/page.tsx': page('return run(posts)', "import { posts } from './posts'"),
      },
    ],
    [
      'through components in attributes',
      {
        'app/page.tsx': page(
          'return <Frame side={Side} />',
          "import { posts } from './posts'\nconst Side = async () => posts()\nfunction Frame({ side: S }) { return <S /> }",
        ),
      },
    ],
    [
      'through React cache',
      {
        'app/page.tsx': page(
          'await get()',
          "import { cache } from 'react'\nimport { posts } from './posts'\nconst get = cache(async () => posts())",
        ),
      },
    ],
    [
      'through methods',
      {
        'app/page.tsx': page(
          'await api.list()',
          "import { posts } from './posts'\nconst api = { list: () => posts(), other: () => fetch('other') }",
        ),
      },
    ],
    [
      'through dynamic imports',
      {
        'app/list.tsx':
          "import { posts } from './posts'\nexport default async function List() { await posts() }",
        'app/page.tsx': page(
          'return <List />',
          "import dynamic from 'next/dynamic'\nconst List = dynamic(() => import('./list'))",
        ),
      },
    ],
    [
      'through a wrapped page',
      {
        'app/page.tsx':
          "import { posts } from './posts'\nasync function Page() { await posts() }\nexport default withAuth(Page)",
      },
    ],
    [
      'through generateMetadata',
      {
        'app/page.tsx': `import { posts } from './posts'\nexport async function generateMetadata() { await posts() }\n${page('')}`,
      },
    ],
    [
      'through actions that are called',
      {
        'app/actions.ts':
          "'use server'\nimport { posts } from './posts'\nexport async function list() { return posts() }",
        'app/page.tsx': page('await list()', "import { list } from './actions'"),
      },
    ],
    [
      'through layouts',
      {
        'app/layout.tsx':
          "import { posts } from './posts'\nexport default async function Layout() { await posts() }",
        'app/page.tsx': page(''),
      },
    ],
    [
      'through slots',
      {
        'app/layout.tsx': '',
        'app/@side/page.tsx': page('await posts()', "import { posts } from '../posts'"),
        'app/page.tsx': page(''),
      },
    ],
  ])('%s', (_, files) => {
    expect(reads({ 'app/posts.ts': posts, ...files })).toEqual(["fetch fetch('posts') [] false"])
  })

  test.each<[string, Tree]>([
    [
      'into actions that are handed on',
      {
        'app/actions.ts':
          "'use server'\nimport { posts } from './posts'\nexport async function list() { return posts() }",
        'app/page.tsx': page('return <form action={list} />', "import { list } from './actions'"),
      },
    ],
    [
      'into inline actions',
      {
        'app/page.tsx': page(
          "async function save() { 'use server'; await posts() } return <form action={save} />",
          "import { posts } from './posts'",
        ),
      },
    ],
    [
      'into client components',
      {
        'app/form.tsx': "'use client'\nimport { posts } from './posts'\nexport function Form() { posts() }",
        'app/page.tsx': page('return <Form />', "import { Form } from './form'"),
      },
    ],
    [
      'into what is only imported',
      {
        'app/page.tsx': page('', "import { posts } from './posts'"),
      },
    ],
    [
      'into generateStaticParams',
      {
        'app/page.tsx': `import { posts } from './posts'\nexport async function generateStaticParams() { await posts() }\n${page('')}`,
      },
    ],
  ])('not %s', (_, files) => {
    expect(reads({ 'app/posts.ts': posts, ...files })).toEqual([])
  })

  test('not into what calls of tRPC lead to', () => {
    const found = readsOf({
      'app/posts.ts': posts,
      'app/page.tsx': page(
        'const call = make(x); await call.list()',
        "import { posts } from './posts'\nimport { initTRPC } from '@trpc/server'\nconst t = initTRPC.create()\nconst router = t.router({ list: t.procedure.query(() => posts()) })\nconst make = t.createCallerFactory(router)",
      ),
    })
    expect(found.rendering.kind).toBe('unknown')
    expect(found.incomplete).not.toEqual([])
  })

  test('and says by which way, and through which files', () => {
    const found = readsOf({
      'app/posts.ts': posts,
      'app/form.tsx': "'use client'\nexport function Form() {}",
      'app/list.tsx': "import { posts } from './posts'\nexport const List = async () => {\n  await posts() }",
      'app/page.tsx': page(
        'return <><List /><Form /></>',
        "import { List } from './list'\nimport { Form } from './form'",
      ),
    })
    expect(found.reads[0]?.chain).toEqual([
      { file: 'app/page.tsx', line: 3, symbol: 'Page' },
      { file: 'app/list.tsx', line: 3, symbol: 'List' },
      { file: 'app/posts.ts', line: 1, symbol: 'posts' },
    ])
    expect(found.files).toEqual(['app/form.tsx', 'app/list.tsx', 'app/page.tsx', 'app/posts.ts'])
  })

  test('around in circles once', () => {
    expect(
      reads(
        page(
          'await a()',
          "async function a() { await b(); await fetch('x') }\nasync function b() { await a() }",
        ),
      ),
    ).toHaveLength(1)
  })
})

describe('incomplete is', () => {
  test.each<[string, string, string]>([
    ['a computed import', 'await import(name)', 'app/page.tsx:2 it imports a file by a computed name'],
    [
      'a router',
      'const c = router.createCaller(x); await c.list()',
      'app/page.tsx:2 what a router calls for it cannot be followed',
    ],
  ])('%s', (_, body, expected) => {
    const found = readsOf({ 'app/page.tsx': page(body) })
    expect(found.incomplete.map(({ file, line, why }) => `${file}:${line} ${why}`)).toEqual([expected])
    expect(found.rendering.kind).toBe('unknown')
  })

  test.each<[string, string, string]>([
    [
      'a component of a package that reads data',
      "import { LiveQuery } from 'next-sanity/live'\nexport default function Page() { return <LiveQuery /> }",
      'a component of next-sanity/live may read data',
    ],
    ['a page of a package', "export { default } from 'acme-pages'", 'its component could not be found'],
    ['a page without a component', 'export const x = 1', 'its component could not be found'],
    ['a page that cannot be read', 'export default function Page( {', 'its component could not be found'],
  ])('%s', (_, text, why) => {
    expect(readsOf({ 'app/page.tsx': text }).incomplete.map((gap) => gap.why)).toEqual([why])
  })

  test('empty where everything was followed', () => {
    expect(readsOf({ 'app/page.tsx': page("await fetch('x')") }).incomplete).toEqual([])
  })
})
