import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RouteRow } from '../../src/report/html/types.js'
import { project, runIn } from './fake.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const page = 'export default function Page() {\n  return null\n}\n'
const files = {
  'package.json': '{ "name": "root", "private": true, "workspaces": ["apps/*"] }\n',
  'apps/shop/package.json': '{ "name": "shop", "dependencies": { "next": "16.0.1" } }\n',
  'apps/shop/app/about/page.tsx': page,
  'apps/shop/app/api/route.ts': 'export function GET() {\n  return new Response()\n}\n',
  'apps/shop/app/posts/page.tsx':
    "import { posts } from '../../lib/posts'\nexport default async function Page() {\n  await posts()\n  return null\n}\n",
  'apps/shop/lib/posts.ts':
    "import { unstable_cache } from 'next/cache'\nexport const posts = unstable_cache(async () => 1, ['posts'], { tags: ['posts'] })\n",
  'apps/shop/app/actions.ts':
    "'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function save() {\n  revalidateTag('posts')\n}\n",
  'apps/blog/package.json': '{ "name": "blog", "dependencies": { "next": "16.0.1" } }\n',
  'apps/blog/app/page.tsx': page,
}

/** The table in a report, which is packed JSON in a script element. */
async function rowsIn(file: string): Promise<RouteRow[] | null> {
  const island = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(
    readFileSync(file, 'utf8'),
  )
  const module = new URL('../../src/report/html/page/unpack.js', import.meta.url).href
  const { unpack } = (await import(module)) as { unpack(packed: unknown): { routes: RouteRow[] | null } }
  return unpack(JSON.parse(island?.[1] ?? '')).routes
}

test.each([
  ['a dry run', ['--dry-run']],
  ['a run that writes', []],
  ['a plan', ['plan', '-o', 'PLAN']],
])('%s: the HTML report has the routes of the apps that it is about, as they were', async (_, argv) => {
  const { root } = project({ git: true, files })
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'retag-routes-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const report = join(folder, 'report.html')
  const args = argv.map((arg) => (arg === 'PLAN' ? join(folder, 'plan.json') : arg))
  const engine = await import('../../src/index.js')
  expect((await runIn(root, [...args, '--report', `html=${report}`], { engine })).code).toBe(0)
  const rows = await rowsIn(report)
  expect(rows?.map(({ route, readers }) => [route, readers])).toEqual([
    ['/about', []],
    [
      '/posts',
      [expect.objectContaining({ what: 'posts', kind: 'unstable_cache', line: 2, tags: ['posts'] })],
    ],
  ])
})
