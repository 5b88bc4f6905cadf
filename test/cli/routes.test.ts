import { describe, expect, test, vi } from 'vitest'
import { project, runIn } from './fake.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const files = {
  'package.json': '{ "name": "app", "dependencies": { "next": "16.2.0" } }\n',
  'lib/posts.ts': `import { cacheTag } from 'next/cache'
export async function getPosts(org) { 'use cache'; cacheTag('posts', \`posts-\${org}\`); return fetch('https://a.example') }
export async function getStats() { 'use cache'; return 1 }
`,
  'app/posts/page.tsx': `import { getPosts, getStats } from '../../lib/posts'
export default async function Page() { await getStats(); return <p>{(await getPosts('a')).length}</p> }
`,
  'app/orders/page.tsx': `import { cookies } from 'next/headers'
export default async function Page() {
  await cookies()
  await fetch('https://b.example/orders', { cache: 'no-store' })
  return null
}
`,
  'app/sitemap.ts': 'export default function sitemap() { return [] }\n',
}

const text = `. (3 routes)

/orders: dynamic, cookies() (app/orders/page.tsx:3)
  app/orders/page.tsx
  - fetch('https://b.example/orders') (app/orders/page.tsx:4): not cached

/posts: static, nothing in it reads the request
  app/posts/page.tsx
  - getPosts (lib/posts.ts:2): "posts", "posts-\${org}"
  - getStats (lib/posts.ts:3): untagged

/sitemap.xml: metadata file, static, nothing in it reads the request
  app/sitemap.ts
`

describe('retag routes', () => {
  test('prints each route with when it is rendered, what it reads and its tags', async () => {
    const { root } = project({ git: true, files })
    expect(await runIn(root, ['routes'])).toMatchObject({ code: 0, stdout: text, stderr: '' })
  })

  test('prints the same as JSON, twice the same bytes', async () => {
    const { root } = project({ git: true, files })
    const { code, stdout } = await runIn(root, ['routes', '--json'])
    const report = JSON.parse(stdout)
    expect({ code, version: report.schemaVersion, root: report.root }).toEqual({ code: 0, version: 1, root })
    expect(report.routes.map(({ route }: { route: string }) => route)).toEqual([
      '/orders',
      '/posts',
      '/sitemap.xml',
    ])
    expect(report.routes[1]).toEqual({
      app: '',
      route: '/posts',
      file: 'app/posts/page.tsx',
      type: 'page',
      kind: 'static',
      why: 'nothing in it reads the request',
      readers: [
        {
          file: 'lib/posts.ts',
          line: 2,
          kind: 'use-cache',
          what: 'getPosts',
          cached: true,
          tags: ['posts', `posts-${'$'}{org}`],
        },
        { file: 'lib/posts.ts', line: 3, kind: 'use-cache', what: 'getStats', cached: true, tags: [] },
      ],
      incomplete: [],
    })
    expect((await runIn(root, ['routes', '--json'])).stdout).toBe(stdout)
  })

  test('shows the routes below the paths, each app under its name', async () => {
    const below = (app: string) =>
      Object.fromEntries(Object.entries(files).map(([file, source]) => [`apps/${app}/${file}`, source]))
    const { root } = project({ git: true, files: { ...below('web'), ...below('admin') } })
    const { stdout } = await runIn(root, ['routes', 'apps/web/app/posts', 'apps/admin/app/orders'])
    expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      'apps/admin (1 route)',
      '/orders: dynamic, cookies() (apps/admin/app/orders/page.tsx:3)',
      'apps/web (1 route)',
      '/posts: static, nothing in it reads the request',
    ])
  })

  test('breaks long lines at 80 columns, but no name', async () => {
    const long = `export default async function Page() {\n${"  await fetch('https://b.example/a/very/long/address/of/something', { next: { tags: ['first-long-tag', 'second-long-tag'] } })\n"}  return null\n}\n`
    const { root } = project({ git: true, files: { ...files, 'app/posts/page.tsx': long } })
    const { stdout } = await runIn(root, ['routes'])
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(stdout).toContain('"first-long-tag", "second-long-tag", not cached')
  })

  test.each([
    [['routes', 'lib'], 'No route is below the paths given.'],
    [['routes', 'nowhere'], 'nowhere does not exist.'],
    [['routes', '--print'], "Unknown option '--print'"],
    [['--json', 'routes'], '--json has no meaning before `routes`.'],
  ])('%j: exit 2 with one line', async (argv, message) => {
    const { root } = project({ git: true, files })
    const { code, stdout, stderr } = await runIn(root, argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })
})
