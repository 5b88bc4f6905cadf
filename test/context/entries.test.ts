import { describe, expect, test } from 'vitest'
import { contextsOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag, unstable_cache } from 'next/cache'\n"

describe('a Server Action is', () => {
  test.each<[string, Tree]>([
    [
      "an export of a 'use server' file",
      { 'app/actions.ts': `'use server'\n${head}export async function save() { revalidateTag('a') }` },
    ],
    [
      'its default export',
      { 'app/actions.ts': `'use server'\n${head}export default async function () { revalidateTag('a') }` },
    ],
    [
      'a constant in it',
      { 'app/actions.ts': `'use server'\n${head}export const save = async () => { revalidateTag('a') }` },
    ],
    [
      'what a builder makes in it',
      {
        'app/actions.ts': `'use server'\n${head}export const save = client.schema(s).action(async () => { revalidateTag('a') })`,
      },
    ],
    [
      'a name exported at its end',
      {
        'app/actions.ts': `'use server'\n${head}const save = wrap(async () => { revalidateTag('a') })\nexport { save }`,
      },
    ],
    [
      'the directive after a licence',
      {
        'app/actions.ts': `/* © */\n// a\n'use strict'\n"use server";\n${head}export async function save() { revalidateTag('a') }`,
      },
    ],
    [
      'an inline function of a page',
      {
        'app/page.tsx': `${head}export default function P() { async function save() { 'use server'; revalidateTag('a') } return <form action={save} /> }`,
      },
    ],
    [
      'an inline arrow of a page',
      {
        'app/page.tsx': `${head}export default function P() { return <form action={async () => { 'use server'; revalidateTag('a') }} /> }`,
      },
    ],
    [
      'an inline function of a plain file',
      { 'lib/x.ts': `${head}export async function save() { 'use server'; revalidateTag('a') }` },
    ],
    [
      'an inline function at the top of a page',
      {
        'app/page.tsx': `${head}async function save() { "use server"; revalidateTag('a') }\nexport default function P() { return <form action={save} /> }`,
      },
    ],
    [
      'a method of an object',
      { 'lib/x.ts': `${head}export const actions = { async save() { 'use server'; revalidateTag('a') } }` },
    ],
    [
      'a static method',
      {
        'lib/x.ts': `${head}export class Actions { static async save() { 'use server'; revalidateTag('a') } }`,
      },
    ],
    [
      'a closure in an action',
      {
        'app/actions.ts': `'use server'\n${head}export async function save() { await Promise.all(xs.map(async () => revalidateTag('a'))) }`,
      },
    ],
    [
      'what after() runs for it',
      {
        'app/actions.ts': `'use server'\n${head}export async function save() { after(() => revalidateTag('a')); }`,
      },
    ],
    [
      'what it calls',
      {
        'app/actions.ts': `'use server'\n${head}export async function save() { purge() }\nfunction purge() { revalidateTag('a') }`,
      },
    ],
  ])('%s', (_, files) => {
    expect(contextsOf(files).a).toEqual(['server-action'])
  })

  test.each<[string, Tree]>([
    [
      "a private function of a 'use server' file",
      {
        'app/actions.ts': `'use server'\n${head}async function save() { revalidateTag('a') }\nexport async function other() {}`,
      },
    ],
    [
      'the directive in the middle',
      { 'app/actions.ts': `${head}'use server'\nexport async function save() { revalidateTag('a') }` },
    ],
    [
      'the directive in backticks',
      { 'app/actions.ts': `\`use server\`\n${head}export async function save() { revalidateTag('a') }` },
    ],
    [
      'the directive in a comment',
      { 'app/actions.ts': `// 'use server'\n${head}export async function save() { revalidateTag('a') }` },
    ],
    [
      'the directive below a statement',
      { 'lib/x.ts': `${head}export async function save() { log(); 'use server'; revalidateTag('a') }` },
    ],
    [
      'the word as a value',
      { 'lib/x.ts': `${head}export async function save() { return 'use server' && revalidateTag('a') }` },
    ],
  ])('not %s', (_, files) => {
    expect(contextsOf(files).a).toEqual([])
  })
})

describe('a cached function is', () => {
  test.each<[string, string]>([
    ["'use cache'", "export async function read() { 'use cache'; revalidateTag('a') }"],
    ["'use cache: remote'", "export async function read() { 'use cache: remote'; revalidateTag('a') }"],
    ["'use cache: private'", "export const read = async () => { 'use cache: private'; revalidateTag('a') }"],
    ['a closure in one', "export async function read() { 'use cache'; xs.map(() => revalidateTag('a')) }"],
    [
      'the closure of unstable_cache',
      "export const read = unstable_cache(async () => { revalidateTag('a') }, ['k'])",
    ],
    [
      'a function expression in unstable_cache',
      "export const read = unstable_cache(async function load() { revalidateTag('a') })",
    ],
    [
      'a closure deeper in unstable_cache',
      "export const read = unstable_cache(async () => run(() => revalidateTag('a')))",
    ],
    [
      'a function given by name',
      "async function load() { revalidateTag('a') }\nexport const read = unstable_cache(load, ['k'])",
    ],
    [
      'a function given under a cast',
      "const load = async () => { revalidateTag('a') }\nexport const read = unstable_cache(load as Load)",
    ],
    [
      'a method given by name',
      "const lib = { async load() { revalidateTag('a') } }\nexport const read = unstable_cache(lib.load)",
    ],
    ['inside React cache()', "export const read = cache(unstable_cache(async () => { revalidateTag('a') }))"],
    [
      'made per call',
      "export const read = (id) => unstable_cache(async () => { revalidateTag('a') }, [id])()",
    ],
    [
      'what one calls',
      "export async function read() { 'use cache'; purge() }\nfunction purge() { revalidateTag('a') }",
    ],
  ])('%s', (_, text) => {
    const route = "import { read } from '../../lib/x'\nexport const GET = () => read()"
    expect(contextsOf({ 'lib/x.ts': head + text, 'app/x/route.ts': route }).a).toEqual(['cached-function'])
  })

  test("everything in a 'use cache' file", () => {
    const files = {
      'lib/x.ts': `'use cache'\n${head}export async function read() { revalidateTag('a') }`,
      'app/x/route.ts': "import { read } from '../../lib/x'\nexport const GET = () => read()",
    }
    expect(contextsOf(files).a).toEqual(['cached-function'])
  })

  test('unstable_cache by whatever name', () => {
    const text =
      "import { unstable_cache as memo, revalidateTag } from 'next/cache'\nimport * as next from 'next/cache'\nexport const a = memo(async () => { revalidateTag('a') })\nexport const b = next.unstable_cache(async () => { revalidateTag('b') })"
    expect(contextsOf({ 'lib/x.ts': text })).toMatchObject({ a: ['cached-function'], b: ['cached-function'] })
  })

  test('not what a function of the same name gets, and not the second argument', () => {
    const text =
      "import { revalidateTag, unstable_cache as real } from 'next/cache'\nconst unstable_cache = (f) => f\nexport const a = unstable_cache(async () => { revalidateTag('a') })\nreal(load, () => revalidateTag('b'))"
    const contexts = contextsOf({ 'lib/x.ts': text })
    expect([contexts.a, contexts.b]).toEqual([[], []])
  })
})

describe('an entry point is', () => {
  const call = "revalidateTag('a')"
  test.each<[string, string, string, string]>([
    [
      'an HTTP method of a route',
      'app/x/route.ts',
      `export async function DELETE() { ${call} }`,
      'route-handler',
    ],
    [
      'a constant of a route',
      'app/x/route.ts',
      `export const POST = async () => { ${call} }`,
      'route-handler',
    ],
    [
      'a wrapped handler',
      'app/x/route.ts',
      `export const POST = withAuth(async () => { ${call} })`,
      'route-handler',
    ],
    [
      'a handler under another name',
      'app/x/route.ts',
      `async function handler() { ${call} }\nexport { handler as GET, handler as POST }`,
      'route-handler',
    ],
    [
      'destructured handlers',
      'app/x/route.ts',
      `export const { GET, POST } = serve({ run: () => ${call} })`,
      'route-handler',
    ],
    [
      'code at the top of a route',
      'app/x/route.ts',
      `on('x', () => ${call})\nexport const GET = 1`,
      'route-handler',
    ],
    ['a page', 'app/page.tsx', `export default function Page() { ${call} }`, 'render'],
    ['generateMetadata', 'app/page.tsx', `export async function generateMetadata() { ${call} }`, 'render'],
    ['a layout', 'app/layout.tsx', `export default function Layout() { ${call} }`, 'render'],
    ['a sitemap', 'app/sitemap.ts', `export default function sitemap() { ${call} }`, 'render'],
    [
      'getServerSideProps',
      'pages/index.tsx',
      `export async function getServerSideProps() { ${call} }`,
      'render',
    ],
    ['a pages/api handler', 'pages/api/x.ts', `export default function handler() { ${call} }`, 'pages-api'],
    ['middleware', 'middleware.ts', `export function middleware() { ${call} }`, 'proxy'],
    ['proxy', 'proxy.ts', `export default () => { ${call} }`, 'proxy'],
    ['instrumentation', 'instrumentation.ts', `export function register() { ${call} }`, 'instrumentation'],
    ["anything in a 'use client' file", 'components/x.tsx', `function onClick() { ${call} }`, 'client'],
    ['anything in a test', 'lib/x.test.ts', `it('works', () => { ${call} })`, 'test'],
    ['what a script runs', 'scripts/x.ts', `async function main() { ${call} }\nmain()`, 'script'],
  ])('%s', (_, file, text, context) => {
    const directive = context === 'client' ? "'use client'\n" : ''
    expect(contextsOf({ 'app/page.tsx': '', [file]: directive + head + text }).a).toEqual([context])
  })

  test.each<[string, string, string]>([
    ['an unknown export of a route', 'app/x/route.ts', `export const helper = () => ${call}`],
    [
      'a private function of a route',
      'app/x/route.ts',
      `const helper = () => ${call}\nexport const GET = () => 1`,
    ],
    [
      'a private function of a page',
      'app/page.tsx',
      `const helper = () => ${call}\nexport default () => null`,
    ],
    [
      'another export of pages/api',
      'pages/api/x.ts',
      `export const helper = () => ${call}\nexport default () => 1`,
    ],
    [
      'another export of middleware',
      'middleware.ts',
      `export const helper = () => ${call}\nexport function middleware() {}`,
    ],
    ['an export of a script', 'scripts/x.ts', `export const helper = () => ${call}`],
    ['a file that nobody imports', 'lib/x.ts', `export const helper = () => ${call}`],
  ])('not %s', (_, file, text) => {
    expect(contextsOf({ 'app/page.tsx': '', [file]: head + text }).a).toEqual([])
  })
})

describe('contexts of the config', () => {
  const lib = `${head}export const a = () => revalidateTag('a')\nconst b = () => revalidateTag('b')\nexport const c = () => b()`

  test('hold for the exports of the files that match', () => {
    const configured = [{ glob: 'jobs/**', context: 'script' as const }]
    expect(
      contextsOf({ 'jobs/deep/x.ts': lib, 'other/x.ts': lib.replaceAll("Tag('", "Tag('other ") }, configured),
    ).toEqual({
      a: ['script'],
      b: ['script'],
      'other a': [],
      'other b': [],
    })
  })

  test('take the first glob that matches', () => {
    const configured = [
      { glob: 'jobs/x.ts', context: 'server-action' as const },
      { glob: '**', context: 'script' as const },
    ]
    expect(contextsOf({ 'jobs/x.ts': lib }, configured).a).toEqual(['server-action'])
  })

  test('settle what callers would say', () => {
    const route = "import { a } from '../../jobs/x'\nexport const GET = () => a()"
    const configured = [{ glob: 'jobs', context: 'server-action' as const }]
    expect(contextsOf({ 'jobs/x.ts': lib, 'app/x/route.ts': route }, configured).a).toEqual(['server-action'])
  })

  test('match folders of routes as they are called', () => {
    const configured = [{ glob: 'app/(shop)/[id]/**', context: 'script' as const }]
    expect(contextsOf({ 'app/(shop)/[id]/x.ts': lib, 'app/page.tsx': '' }, configured).a).toEqual(['script'])
  })
})
