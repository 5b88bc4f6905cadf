import { describe, expect, test } from 'vitest'
import { createReaders } from '../../src/cache/readers/index.js'
import { routesOf } from '../../src/cache/routes/index.js'
import { routeTable } from '../../src/cache/routes/table.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

function rendering(files: Tree, pattern = '/'): string {
  const { workspace, graph } = app(files)
  const [first] = workspace.apps
  const route = first && routesOf(workspace, first).find((one) => one.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  const { kind, why, file, line } = createReaders(graph).of(route).rendering
  return `${kind}: ${why}${file === null ? '' : ` (${file}:${line})`}`
}

const page = (body: string, head = ''): string => `${head}\nexport default async function Page() { ${body} }`
const nothing = 'static: nothing in it reads the request'
const headers = "import { cookies, headers } from 'next/headers'"

describe('a page is', () => {
  test.each<[string, string, string, string]>([
    ['static', '', '', nothing],
    ['static with a fetch that says nothing', '', "await fetch('x')", nothing],
    [
      'static with a database',
      "import { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()",
      'await prisma.a.b()',
      nothing,
    ],
    ['dynamic by cookies', headers, 'await cookies()', 'dynamic: cookies() (app/page.tsx:2)'],
    ['dynamic by headers', headers, 'const h = await headers()', 'dynamic: headers() (app/page.tsx:2)'],
    [
      'dynamic by a namespace',
      "import * as h from 'next/headers'",
      'await h.cookies()',
      'dynamic: cookies() (app/page.tsx:2)',
    ],
    [
      'dynamic by connection',
      "import { connection } from 'next/server'",
      'await connection()',
      'dynamic: connection() (app/page.tsx:2)',
    ],
    [
      'dynamic by noStore',
      "import { unstable_noStore as noStore } from 'next/cache'",
      'noStore()',
      'dynamic: unstable_noStore() (app/page.tsx:2)',
    ],
    [
      'dynamic by a fetch that is not stored',
      '',
      "await fetch('x', { cache: 'no-store' })",
      'dynamic: a fetch that is not stored (app/page.tsx:2)',
    ],
    [
      'dynamic by a fetch of the moment',
      '',
      "await fetch('x', { next: { revalidate: 0 } })",
      'dynamic: a fetch with revalidate: 0 (app/page.tsx:2)',
    ],
    [
      'dynamic by a session',
      "import { getServerSession } from 'next-auth'",
      'await getServerSession()',
      'dynamic: a session of next-auth (app/page.tsx:2)',
    ],
    [
      'unknown by a branch',
      headers,
      'if (x) await cookies()',
      'unknown: cookies(), but not always (app/page.tsx:2)',
    ],
    [
      'unknown by a condition',
      headers,
      'const c = x && (await cookies())',
      'unknown: cookies(), but not always (app/page.tsx:2)',
    ],
    [
      'unknown behind a return',
      headers,
      'if (x) return null; await cookies()',
      'unknown: cookies(), but not always (app/page.tsx:2)',
    ],
    [
      'dynamic before a return',
      headers,
      'await cookies(); if (x) return null',
      'dynamic: cookies() (app/page.tsx:2)',
    ],
    [
      'unknown by an unknown package',
      "import sdk from 'acme'",
      'await sdk.load()',
      'unknown: acme may read the request, but not always (app/page.tsx:2)',
    ],
    [
      'dynamic by setting',
      "export const dynamic = 'force-dynamic'",
      '',
      "dynamic: dynamic = 'force-dynamic' (app/page.tsx:1)",
    ],
    [
      'static by setting',
      "import { cookies } from 'next/headers'; export const dynamic = 'force-static'",
      'await cookies()',
      "static: dynamic = 'force-static' (app/page.tsx:1)",
    ],
    [
      'dynamic by its lifetime',
      'export const revalidate = 0',
      '',
      'dynamic: revalidate = 0 (app/page.tsx:1)',
    ],
    ['static with a lifetime', 'export const revalidate = 60', '', nothing],
    [
      'dynamic at the edge',
      "export const runtime = 'edge'",
      '',
      "dynamic: runtime = 'edge' (app/page.tsx:1)",
    ],
    [
      'unknown by a computed setting',
      'export const dynamic = process.env.X',
      '',
      'unknown: dynamic is no constant (app/page.tsx:1)',
    ],
    [
      'dynamic where no fetch is stored',
      "export const fetchCache = 'force-no-store'",
      "await fetch('x')",
      "dynamic: fetchCache = 'force-no-store' (app/page.tsx:1)",
    ],
  ])('%s', (_, head, body, expected) => {
    expect(rendering({ 'app/page.tsx': page(body, head) })).toBe(expected)
  })

  test.each<[string, string, string]>([
    [
      'read',
      '{ searchParams }) { const { q } = await searchParams }',
      'dynamic: searchParams (app/page.tsx:1)',
    ],
    [
      'read by member',
      'props) { return (await props.searchParams).q }',
      'dynamic: searchParams (app/page.tsx:1)',
    ],
    [
      'handed on',
      '{ searchParams }) { return <List query={searchParams} /> }',
      'unknown: searchParams, but not always (app/page.tsx:1)',
    ],
    ['not used', '{ searchParams }) { return 1 }', nothing],
  ])('with searchParams that are %s', (_, rest, expected) => {
    expect(rendering({ 'app/page.tsx': `export default async function Page(${rest}` })).toBe(expected)
  })

  test.each<[string, Tree, string]>([
    [
      'of its layout',
      { 'app/layout.tsx': page('await cookies()', headers), 'app/page.tsx': page('') },
      'dynamic: cookies() (app/layout.tsx:2)',
    ],
    [
      'of the settings of its layout',
      { 'app/layout.tsx': `export const dynamic = 'force-dynamic'\n${page('')}`, 'app/page.tsx': page('') },
      "dynamic: dynamic = 'force-dynamic' (app/layout.tsx:1)",
    ],
    [
      'of a component',
      {
        'app/user.tsx': page('await cookies()', headers),
        'app/page.tsx': page('return <User />', "import User from './user'"),
      },
      'dynamic: cookies() (app/user.tsx:2)',
    ],
    [
      'of a component that may not be there',
      {
        'app/user.tsx': page('await cookies()', headers),
        'app/page.tsx': page('return x ? <User /> : null', "import User from './user'"),
      },
      'unknown: cookies(), but not always (app/user.tsx:2)',
    ],
    [
      'of React cache',
      {
        'app/page.tsx': page(
          'await get()',
          `${headers}\nimport { cache } from 'react'\nconst get = cache(async () => (await cookies()).get('a'))`,
        ),
      },
      'dynamic: cookies() (app/page.tsx:3)',
    ],
    [
      'not of its error page',
      { 'app/error.tsx': page('await cookies()', headers), 'app/page.tsx': page('') },
      nothing,
    ],
    [
      'not of an action',
      {
        'app/page.tsx': page(
          "async function save() { 'use server'; await cookies() } return <form action={save} />",
          headers,
        ),
      },
      nothing,
    ],
    [
      'not of what a cached function does',
      {
        'app/page.tsx': page(
          "async function get() { 'use cache'; await fetch('x', { cache: 'no-store' }) } await get()",
        ),
      },
      nothing,
    ],
  ])('dynamic because %s', (_, files, expected) => {
    expect(rendering(files)).toBe(expected)
  })

  test.each<[string, string, string, string]>([
    [
      'that may not be stored',
      '',
      "await fetch('x', { cache: draft ? 'no-store' : 'force-cache' })",
      'unknown: a fetch that may not be stored, but not always (app/page.tsx:2)',
    ],
    [
      'of a wrapper that is told not to store',
      "const get = (cache) => fetch('x', { cache })",
      "await get('no-store')",
      'unknown: a fetch that is not stored, but not always (app/page.tsx:2)',
    ],
    [
      'of a wrapper that is told to store',
      "const get = (cache) => fetch('x', { cache })",
      "await get('force-cache')",
      nothing,
    ],
    [
      'of a wrapper that stores unless it is told not to',
      "const get = (keep = true) => fetch('x', keep ? { next: { revalidate: 9 } } : undefined)",
      'await get()',
      nothing,
    ],
  ])('by a fetch %s', (_, head, body, expected) => {
    expect(rendering({ 'app/page.tsx': page(body, head) })).toBe(expected)
  })

  test.each<[string, string, string, string]>([
    ['static without anything of the moment', '', '', nothing],
    [
      'unknown with a hole',
      headers,
      'await cookies()',
      'unknown: cookies() in a static shell (app/page.tsx:2)',
    ],
    [
      'unknown with an uncached read',
      '',
      "await fetch('x')",
      "unknown: fetch('x') in a static shell (app/page.tsx:2)",
    ],
    ['static with cached reads', "async function get() { 'use cache' }", 'await get()', nothing],
  ])('with cacheComponents %s', (_, head, body, expected) => {
    const config = 'export default { cacheComponents: true }'
    expect(rendering({ 'next.config.ts': config, 'app/page.tsx': page(body, head) })).toBe(expected)
  })

  test('dynamic for parameters that nobody generates', () => {
    const files = { 'app/[lang]/p/[id]/page.tsx': page('') }
    expect(rendering(files, '/[lang]/p/[id]')).toBe('dynamic: [id] has no generateStaticParams')
    const generate = 'export function generateStaticParams() { return [] }'
    expect(rendering({ ...files, 'app/[lang]/layout.tsx': generate }, '/[lang]/p/[id]')).toMatch(/^dynamic/)
    expect(rendering({ 'app/[lang]/p/[id]/page.tsx': `${generate}\n${page('')}` }, '/[lang]/p/[id]')).toBe(
      nothing,
    )
    expect(
      rendering({ ...files, 'app/[lang]/p/[id]/layout.tsx': `${generate}\n${page('')}` }, '/[lang]/p/[id]'),
    ).toBe(nothing)
  })
})

describe('other routes are', () => {
  test.each<[string, string, string, string]>([
    [
      'app/api/route.ts',
      'export function GET() {}',
      '/api',
      'dynamic: a route handler runs for each request',
    ],
    ['app/api/route.ts', 'export const revalidate = 60\nexport function GET() {}', '/api', nothing],
    [
      'app/api/route.ts',
      "export const dynamic = 'force-static'\nexport function GET() {}",
      '/api',
      "static: dynamic = 'force-static' (app/api/route.ts:1)",
    ],
    ['app/sitemap.ts', 'export default function s() {}', '/sitemap.xml', nothing],
    ['pages/a.tsx', 'export async function getServerSideProps() {}', '/a', 'dynamic: getServerSideProps'],
    ['pages/a.tsx', 'export async function getStaticProps() {}', '/a', 'static: getStaticProps'],
    [
      'pages/a.tsx',
      'Page.getInitialProps = async () => {}\nexport default function Page() {}',
      '/a',
      'unknown: getInitialProps in pages/a.tsx',
    ],
    ['pages/api/a.ts', '', '/api/a', 'dynamic: an API route runs for each request'],
  ])('%s with %j', (file, text, pattern, expected) => {
    expect(rendering({ 'app/layout.tsx': '', [file]: text }, pattern)).toBe(expected)
  })
})

test('the table of routes is plain, sorted and the same twice', () => {
  const files: Tree = {
    'app/b/page.tsx': page("await get(); await fetch('x')", "import { get } from '../../lib/get'"),
    'app/a/page.tsx': page('await import(x)'),
    'lib/get.ts':
      "import { cacheTag } from 'next/cache'\nexport async function get() { 'use cache'; cacheTag('z', 'a') }",
  }
  const table = () => {
    const { workspace, graph } = app(files)
    const [first] = workspace.apps
    return first ? routeTable(routesOf(workspace, first), createReaders(graph)) : []
  }
  expect(table()).toEqual([
    {
      app: '',
      route: '/a',
      file: 'app/a/page.tsx',
      type: 'page',
      kind: 'unknown',
      why: 'it imports a file by a computed name (app/a/page.tsx:2)',
      readers: [],
      incomplete: ['app/a/page.tsx:2 it imports a file by a computed name'],
    },
    {
      app: '',
      route: '/b',
      file: 'app/b/page.tsx',
      type: 'page',
      kind: 'static',
      why: 'nothing in it reads the request',
      readers: [
        { file: 'app/b/page.tsx', line: 2, kind: 'fetch', what: "fetch('x')", cached: false, tags: [] },
        { file: 'lib/get.ts', line: 2, kind: 'use-cache', what: 'get', cached: true, tags: ['a', 'z'] },
      ],
      incomplete: [],
    },
  ])
  expect(JSON.parse(JSON.stringify(table()))).toEqual(table())
})
