import { describe, expect, test } from 'vitest'
import { type Role, roleOf } from '../../src/context/roles.js'
import { inMemory } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const next = JSON.stringify({ name: 'app', dependencies: { next: '16.0.0' } })

/** `context scope` of a file, null for a file that only its importers run. */
function role(file: string, more: Tree = {}): string | null {
  const found = find(file, more)
  return found && `${found.context} ${found.scope}`
}

function find(file: string, more: Tree): Role | null {
  const tree = { 'package.json': next, 'next.config.js': '', 'app/page.tsx': '', ...more, [file]: '' }
  return roleOf(inMemory(tree), file)
}

describe('in the app router', () => {
  test.each([
    'page',
    'layout',
    'template',
    'default',
    'loading',
    'error',
    'not-found',
    'global-error',
    'global-not-found',
    'forbidden',
    'unauthorized',
    'sitemap',
    'robots',
    'manifest',
    'opengraph-image',
    'opengraph-image2',
    'twitter-image',
    'icon',
    'icon3',
    'apple-icon',
  ])('%s is rendered', (name) => {
    for (const file of [`app/${name}.tsx`, `app/a/b/${name}.js`, `app/(group)/[id]/${name}.jsx`])
      expect(role(file)).toBe('render exports')
  })

  test.each([
    ['app/api/x/route.ts', 'route-handler exports'],
    ['app/route.js', 'route-handler exports'],
    ['app/(shop)/[[...slug]]/feed.xml/route.ts', 'route-handler exports'],
    ['app/@modal/(.)photo/[id]/page.tsx', 'render exports'],
    ['app/@modal/default.tsx', 'render exports'],
    ['app/%5Fpublic/page.tsx', 'render exports'],
    ['app/_private/page.tsx', null],
    ['app/a/_lib/route.ts', null],
    ['app/a/actions.ts', null],
    ['app/a/routes.ts', null],
    ['app/a/my-route.ts', null],
    ['app/a/page.client.tsx', null],
    ['app/a/page.mdx.ts', null],
    ['app/a/route.mjs', null],
    ['lib/page.tsx', null],
    ['other/app/route.ts', null],
  ])('%s: %s', (file, expected) => {
    expect(role(file)).toBe(expected)
  })

  test('in src, where no app folder stands at the top', () => {
    const more = { 'app/page.tsx': '' }
    const workspace = inMemory({ 'package.json': next, 'src/app/page.tsx': '', 'src/app/api/route.ts': '' })
    expect(roleOf(workspace, 'src/app/api/route.ts')?.context).toBe('route-handler')
    expect(role('src/app/api/route.ts', more)).toBeNull()
  })

  test('of an app in a folder of a monorepo', () => {
    const more = { 'package.json': '{}', 'apps/web/package.json': next, 'apps/web/app/page.tsx': '' }
    expect(role('apps/web/app/x/route.ts', more)).toBe('route-handler exports')
    expect(role('apps/web/middleware.ts', more)).toBe('proxy exports')
    expect(role('apps/docs/app/x/route.ts', more)).toBeNull()
  })

  test('folders are parts of the URL, whatever they are called', () => {
    for (const folder of ['test', 'tests', 'e2e', 'scripts', 'script', 'playwright']) {
      expect(role(`app/${folder}/page.tsx`)).toBe('render exports')
      expect(role(`app/${folder}/data.ts`)).toBeNull()
    }
    expect(role('app/__tests__/data.ts')).toBe('test file')
    expect(role('app/x/data.test.ts')).toBe('test file')
  })
})

describe('pageExtensions', () => {
  const more = {
    'next.config.js': "module.exports = { pageExtensions: ['page.tsx', 'api.ts', 'mdx'] }",
    'app/page.tsx': '',
  }
  test.each([
    ['app/x/page.page.tsx', 'render exports'],
    ['app/x/route.api.ts', 'route-handler exports'],
    ['app/x/page.tsx', null],
    ['app/x/route.ts', null],
    ['pages/index.page.tsx', 'render exports'],
    ['pages/api/x.api.ts', 'pages-api exports'],
    ['pages/helper.ts', null],
    ['middleware.api.ts', 'proxy exports'],
    ['src/instrumentation.api.ts', 'instrumentation exports'],
  ])('decide about %s', (file, expected) => {
    expect(role(file, { ...more, 'app/page.page.tsx': '', 'pages/a.page.tsx': '' })).toBe(expected)
  })
})

describe('in the pages router', () => {
  test.each([
    ['pages/index.tsx', 'render exports'],
    ['pages/_app.tsx', 'render exports'],
    ['pages/a/[id].js', 'render exports'],
    ['pages/api/x.ts', 'pages-api exports'],
    ['pages/api/x/[...all].ts', 'pages-api exports'],
    ['pages/api.ts', 'pages-api exports'],
    ['pages/apis/x.ts', 'render exports'],
    ['lib/pages/api/x.ts', null],
  ])('%s: %s', (file, expected) => {
    expect(role(file)).toBe(expected)
  })
})

describe('at the top of an app', () => {
  test.each([
    ['middleware.ts', 'proxy exports'],
    ['proxy.ts', 'proxy exports'],
    ['src/proxy.js', 'proxy exports'],
    ['instrumentation.ts', 'instrumentation exports'],
    ['src/instrumentation.js', 'instrumentation exports'],
    ['instrumentation-client.ts', 'client file'],
    ['lib/middleware.ts', null],
    ['app/middleware.ts', null],
    ['server.ts', null],
  ])('%s: %s', (file, expected) => {
    expect(role(file)).toBe(expected)
  })
})

describe('tests and scripts', () => {
  test.each([
    ['lib/x.test.ts', 'test file'],
    ['lib/x.spec.tsx', 'test file'],
    ['lib/__tests__/x.ts', 'test file'],
    ['__mocks__/x.js', 'test file'],
    ['tests/x.ts', 'test file'],
    ['test/deep/x.ts', 'test file'],
    ['e2e/x.ts', 'test file'],
    ['cypress/support/x.js', 'test file'],
    ['components/x.stories.tsx', 'test file'],
    ['vitest.setup.ts', 'test file'],
    ['jest.config.js', 'test file'],
    ['lib/latest.ts', null],
    ['lib/testing.ts', null],
    ['lib/contest/x.ts', null],
    ['lib/test.ts', null],
    ['scripts/seed.ts', 'script module'],
    ['packages/x/scripts/deep/seed.mjs', 'script module'],
    ['lib/scripts.ts', null],
    ['lib/transcripts/x.ts', null],
  ])('%s: %s', (file, expected) => {
    expect(role(file)).toBe(expected)
  })

  test('are scripts that package.json runs, and no others', () => {
    const more = {
      'package.json': JSON.stringify({
        name: 'a',
        dependencies: { next: '16' },
        scripts: { seed: 'tsx db/seed.ts && eslint lib/x.ts' },
      }),
    }
    expect(role('db/seed.ts', more)).toBe('script module')
    expect(role('lib/x.ts', more)).toBeNull()
  })
})

describe('the exports that are called from outside', () => {
  const names = (file: string) => [...(find(file, {})?.names ?? [])].sort()

  test('are the HTTP methods of a route', () => {
    expect(names('app/x/route.ts')).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])
  })
  test('are those that Next.js calls of a page', () => {
    expect(names('app/page.tsx')).toEqual(
      expect.arrayContaining(['default', 'generateMetadata', 'generateStaticParams']),
    )
    expect(names('pages/index.tsx')).toEqual(
      expect.arrayContaining(['default', 'getServerSideProps', 'getStaticProps']),
    )
    expect(names('app/page.tsx')).not.toContain('helper')
  })
  test('are the one function of the others', () => {
    expect(names('pages/api/x.ts')).toEqual(['default'])
    expect(names('middleware.ts')).toEqual(['default', 'middleware', 'proxy'])
    expect(names('instrumentation.ts')).toEqual(['onRequestError', 'register'])
  })
})
