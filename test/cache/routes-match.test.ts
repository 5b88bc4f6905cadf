import { describe, expect, test } from 'vitest'
import { matchPath, type PathMatch, routesOf } from '../../src/cache/routes/index.js'
import type { Text } from '../../src/cache/values/types.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const pages = [
  'app/page.tsx',
  'app/invoices/page.tsx',
  'app/invoices/new/page.tsx',
  'app/invoices/[id]/page.tsx',
  'app/invoices/[id]/edit/page.tsx',
  'app/(shop)/gx/page.tsx',
  'app/(shop)/[...rest]/page.tsx',
  'app/docs/[[...path]]/page.tsx',
  'app/sitemap.ts',
  'app/api/hook/route.ts',
]

/** `/a/<b>` as a text with a hole. */
function text(path: string): Text {
  const parts = path.split(/(<[^>]+>)/).filter((part) => part !== '')
  return {
    parts: parts.map((part) => (part.startsWith('<') ? { expression: null, name: part.slice(1, -1) } : part)),
  }
}

function match(
  path: string,
  type: 'page' | 'layout' | null = null,
  files: string[] | Tree = pages,
): PathMatch {
  const tree = Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, ''])) : files
  const { workspace } = app(tree)
  const [first] = workspace.apps
  return matchPath(first ? routesOf(workspace, first) : [], text(path), type)
}

const reached = (found: PathMatch): string[] => found.matches.map(({ route }) => route.pattern)

describe('a path reaches', () => {
  test.each<[string, string[]]>([
    ['/', ['/']],
    ['/invoices', ['/invoices']],
    ['/invoices/new', ['/invoices/new']],
    ['/invoices/7', ['/invoices/[id]']],
    ['/invoices/7/edit', ['/invoices/[id]/edit']],
    ['/gx', ['/gx']],
    ['/anything/else', ['/[...rest]']],
    ['/docs', ['/docs/[[...path]]']],
    ['/docs/a/b', ['/docs/[[...path]]']],
    ['/sitemap.xml', ['/sitemap.xml']],
    ['/api/hook', ['/api/hook']],
  ])('%s: %j, the more static one', (path, expected) => {
    expect(match(path)).toMatchObject({ certain: true, dead: null, scope: 'page' })
    expect(reached(match(path))).toEqual(expected)
  })

  test('a parameter for each hole, and for each text in its place', () => {
    const found = match('/invoices/<invoice.id>/edit')
    expect(found.certain).toBe(true)
    expect(found.matches[0]?.params).toMatchObject([{ name: 'id', hole: { name: 'invoice.id' } }])
    expect(match('/invoices/7').matches[0]?.params).toEqual([
      { name: 'id', text: { parts: ['7'] }, hole: null },
    ])
    expect(match('/docs/a/<b>').matches[0]?.params).toMatchObject([
      { name: 'path', text: { parts: ['a/', { name: 'b' }] }, hole: null },
    ])
  })

  test.each<[string, string[]]>([
    // Beside a static route only the name of the parameter tells what the hole is.
    ['/invoices/<tab>', ['/invoices/[id]']],
    ['/invoices/<path>', ['/invoices/[id]']],
    ['/invoices<suffix>', ['/[...rest]']],
    ['<base>/invoices', []],
  ])('not for certain: %s', (path, expected) => {
    const found = match(path)
    expect(found.certain).toBe(false)
    expect(found.why).not.toBe('')
    expect(found.dead).toBeNull()
    expect(reached(found)).toEqual(expected)
  })

  test('any static route that a hole may name, where no parameter takes it', () => {
    const found = match('/<section>', null, ['app/a/page.tsx', 'app/b/page.tsx', 'app/c/d/page.tsx'])
    expect(reached(found)).toEqual(['/a', '/b'])
    expect(found.certain).toBe(false)
  })

  test.each(['/invoices/<id>', '/invoices/<invoice.id>', '/invoices/<invoiceId>'])(
    'the parameter that the hole is named like: %s',
    (path) => {
      expect(match(path).certain).toBe(true)
    },
  )

  test('for certain where no other route would come first', () => {
    const files = ['app/shop/[id]/page.tsx', 'app/[a]/new/page.tsx']
    expect(match('/shop/<item>', null, files)).toMatchObject({ certain: true })
    expect(match('/<item>/new', null, files)).toMatchObject({ certain: false })
    expect(match('/<a.toLowerCase()>/new', null, files)).toMatchObject({ certain: true })
  })

  test('two routes where both have the pattern', () => {
    const found = match('/a', null, ['app/(x)/a/page.tsx', 'app/(y)/a/page.tsx'])
    expect(reached(found)).toEqual(['/a', '/a'])
  })
})

describe('with a type it is the folder', () => {
  test.each<[string, 'page' | 'layout', string[]]>([
    ['/invoices/[id]', 'page', ['/invoices/[id]']],
    ['/invoices', 'page', ['/invoices']],
    ['/invoices/', 'page', ['/invoices']],
    ['/(shop)/gx', 'page', ['/gx']],
    ['/invoices/[id]', 'layout', ['/invoices/[id]', '/invoices/[id]/edit']],
    ['/(shop)', 'layout', ['/[...rest]', '/gx']],
    ['/docs', 'layout', ['/docs/[[...path]]']],
  ])('%s, %s', (path, type, expected) => {
    const found = match(path, type)
    expect(found).toMatchObject({ scope: type, dead: null, certain: true })
    expect(reached(found)).toEqual(expected)
  })

  test('or everything', () => {
    expect(reached(match('/', 'layout'))).toHaveLength(pages.length)
  })

  test.each<[string, 'page' | 'layout', string, string | null]>([
    ['/gx', 'page', 'group', '/(shop)/gx'],
    ['/invoices/7', 'page', 'value-with-type', '/invoices/[id]'],
    ['/invoices/<id>', 'page', 'value-with-type', '/invoices/[id]'],
    ['/(other)/gx', 'page', 'group', '/(shop)/gx'],
    ['/docs', 'page', 'value-with-type', '/docs/[[...path]]'],
  ])('%s, %s is dead: %s', (path, type, kind, fixed) => {
    expect(match(path, type).dead).toEqual({ kind, fixed })
  })

  test('a layout whose URL has no folder of its own is dead', () => {
    const files = ['app/(a)/b/c/page.tsx']
    expect(match('/b', 'layout', files).dead).toEqual({ kind: 'group', fixed: '/(a)/b' })
    expect(match('/x', 'layout', files).dead).toEqual({ kind: 'no-route', fixed: null })
  })
})

describe('a path is dead', () => {
  const few = ['app/(shop)/gx/page.tsx', 'app/posts/[slug]/page.tsx', 'app/(shop)/s/[id]/page.tsx']
  test.each<[string, string, string | null]>([
    ['/gx?tab=1', 'query', '/gx'],
    ['/posts/<slug>?x=<y>', 'query', '/posts/<slug>'],
    ['/gx#top', 'query', '/gx'],
    ['gx', 'no-slash', '/gx'],
    ['posts/<slug>', 'no-slash', '/posts/<slug>'],
    ['', 'no-slash', null],
    ['https://example.org/gx', 'no-slash', null],
    ['/(shop)/gx', 'group', '/gx'],
    ['/posts/[slug]', 'pattern-without-type', '/posts/[slug]'],
    ['/s/[id]', 'pattern-without-type', '/(shop)/s/[id]'],
    ['/(shop)/s/[id]', 'pattern-without-type', '/(shop)/s/[id]'],
    ['/nowhere', 'no-route', null],
    ['/posts', 'no-route', null],
    ['/post/<id>', 'no-route', null],
  ])('%s: %s', (path, kind, fixed) => {
    expect(match(path, null, few)).toEqual({
      scope: 'page',
      matches: [],
      certain: true,
      why: '',
      dead: { kind, fixed: fixed?.replace('<slug>', `$${'{slug}'}`) ?? null },
    })
  })

  test.each([
    ['15.5.0', 'trailing-slash'],
    ['^16.1.0', 'trailing-slash'],
    ['16.2.0', undefined],
    ['^17.0.0', undefined],
  ])('with a slash at the end in Next.js %s: %s', (next, kind) => {
    const files = { 'app/gx/page.tsx': '', 'package.json': JSON.stringify({ dependencies: { next } }) }
    expect(match('/gx/', null, files).dead?.kind).toBe(kind)
  })

  test('with the base path in it', () => {
    const files = { 'next.config.ts': "export default { basePath: '/docs' }", 'app/gx/page.tsx': '' }
    expect(match('/docs/gx', null, files).dead).toEqual({ kind: 'base-path', fixed: '/gx' })
    expect(match('/gx', null, files).dead).toBeNull()
  })

  test('without a locale, but for what middleware does', () => {
    const files = ['app/[locale]/page.tsx', 'app/[locale]/about/page.tsx']
    const dead = { kind: 'no-locale', fixed: '/[locale]/about' }
    expect(match('/about', null, files)).toMatchObject({ dead, certain: true })
    const rewrites = 'export default (request) => NextResponse.rewrite(new URL("/en", request.url))'
    const tree = { ...Object.fromEntries(files.map((file) => [file, ''])), 'middleware.ts': rewrites }
    expect(match('/about', null, tree)).toMatchObject({ dead, certain: false })
    expect(reached(match('/en/about', null, files))).toEqual(['/[locale]/about'])
    expect(reached(match('/pt-BR', null, files))).toEqual(['/[locale]'])
    expect(match('/<locale>/about', null, files).certain).toBe(true)
  })

  test.each<[string, Tree]>([
    ['rewrites', { 'next.config.js': 'module.exports = { async rewrites() { return [] } }' }],
    ['middleware that rewrites', { 'src/middleware.ts': 'NextResponse.rewrite(url)' }],
    ['other pages', { 'next.config.js': "module.exports = { pageExtensions: ['tsx', 'mdx'] }" }],
  ])('but not for certain with %s', (_, more) => {
    const found = match('/nowhere', null, { 'app/gx/page.tsx': '', ...more })
    expect(found).toMatchObject({ dead: { kind: 'no-route' }, certain: false })
  })
})
