import { describe, expect, test } from 'vitest'
import { type Route, routesOf } from '../../src/cache/routes/index.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

function routes(files: string[] | Tree): Route[] {
  const tree = Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, ''])) : files
  const { workspace } = app(tree)
  const [first] = workspace.apps
  return first ? routesOf(workspace, first) : []
}

const patterns = (files: string[] | Tree): string[] =>
  routes(files).map(({ kind, pattern }) => `${kind} ${pattern}`)

const at = (pattern: string, files: string[]): Route => {
  const found = routes(files).find((route) => route.pattern === pattern)
  if (!found) throw new Error(`no route ${pattern}`)
  return found
}

describe('the URL pattern', () => {
  test.each<[string, string]>([
    ['app/page.tsx', 'page /'],
    ['src/app/about/page.jsx', 'page /about'],
    ['app/(shop)/(list)/items/page.tsx', 'page /items'],
    ['app/(home)/page.tsx', 'page /'],
    ['app/posts/[slug]/page.tsx', 'page /posts/[slug]'],
    ['app/docs/[...path]/page.tsx', 'page /docs/[...path]'],
    ['app/docs/[[...path]]/page.tsx', 'page /docs/[[...path]]'],
    ['app/%5Finternal/page.tsx', 'page /_internal'],
    ['app/@children/x/page.tsx', 'page /x'],
    ['app/feed.xml/route.ts', 'route-handler /feed.xml'],
    ['app/api/posts/[id]/route.ts', 'route-handler /api/posts/[id]'],
    ['app/sitemap.ts', 'metadata /sitemap.xml'],
    ['app/shop/sitemap.ts', 'metadata /shop/sitemap.xml'],
    ['app/robots.ts', 'metadata /robots.txt'],
    ['app/(site)/manifest.ts', 'metadata /manifest.webmanifest'],
    ['app/posts/[id]/opengraph-image.tsx', 'metadata /posts/[id]/opengraph-image'],
    ['app/twitter-image2.tsx', 'metadata /twitter-image2'],
    ['app/icon.tsx', 'metadata /icon'],
    ['app/apple-icon.tsx', 'metadata /apple-icon'],
    ['pages/index.tsx', 'pages /'],
    ['pages/blog/[slug].tsx', 'pages /blog/[slug]'],
    ['pages/blog/index.js', 'pages /blog'],
    ['pages/api/hook.ts', 'pages-api /api/hook'],
  ])('of %s is %s', (file, expected) => {
    expect(patterns(file.startsWith('src/') ? [file] : [file, 'app/layout.tsx'])).toEqual([expected])
  })

  test.each([
    'app/_lib/page.tsx',
    'app/a/_b/c/page.tsx',
    'app/a/helpers.ts',
    'app/a/robots.ts',
    'pages/_app.tsx',
  ])('%s is no route', (file) => {
    expect(patterns([file, 'app/layout.tsx'])).toEqual([])
  })

  test('of metadata that is made by id has the id', () => {
    expect(
      patterns({
        'app/layout.tsx': '',
        'app/p/sitemap.ts': 'export async function generateSitemaps() {}\nexport default function s() {}',
        'app/p/icon.tsx': 'export function generateImageMetadata() {}',
      }),
    ).toEqual(['metadata /p/icon/[id]', 'metadata /p/sitemap/[id]'])
  })

  test('knows pageExtensions', () => {
    expect(
      patterns({
        'next.config.js': "module.exports = { pageExtensions: ['page.tsx'] }",
        'app/a/page.page.tsx': '',
        'app/b/page.tsx': '',
      }),
    ).toEqual(['page /a'])
  })

  test('marks the segment of the locale, at the top only', () => {
    const [route] = routes(['app/(main)/[locale]/posts/[lang]/page.tsx'])
    expect(route?.segments.map(({ name, locale }) => [name, locale])).toEqual([
      ['locale', true],
      ['posts', false],
      ['lang', false],
    ])
    expect(route?.params).toEqual(['locale', 'lang'])
  })
})

describe('a route has', () => {
  test('the files around it, the outermost first', () => {
    const route = at('/shop/[id]', [
      'app/layout.tsx',
      'app/(store)/layout.tsx',
      'app/(store)/template.tsx',
      'app/(store)/shop/[id]/layout.tsx',
      'app/(store)/shop/loading.tsx',
      'app/not-found.tsx',
      'app/(store)/shop/[id]/page.tsx',
      'app/(other)/layout.tsx',
      'app/(store)/shop/[id]/edit/layout.tsx',
    ])
    expect(route.layouts).toEqual([
      'app/layout.tsx',
      'app/(store)/layout.tsx',
      'app/(store)/shop/[id]/layout.tsx',
    ])
    expect(route.templates).toEqual(['app/(store)/template.tsx'])
    expect(route.boundaries).toEqual(['app/(store)/shop/loading.tsx', 'app/not-found.tsx'])
    expect(route.source).toBe('/(store)/shop/[id]')
  })

  test('the pages of slots that fit it, else their default', () => {
    const files = [
      'app/team/layout.tsx',
      'app/team/page.tsx',
      'app/team/settings/page.tsx',
      'app/team/@stats/page.tsx',
      'app/team/@stats/layout.tsx',
      'app/team/@stats/default.tsx',
      'app/team/@log/[...all]/page.tsx',
      'app/other/page.tsx',
    ]
    const slots = (pattern: string) => at(pattern, files).slots.map(({ file }) => file)
    expect(slots('/team')).toEqual(['app/team/@stats/page.tsx'])
    expect(slots('/team/settings')).toEqual([
      'app/team/@log/[...all]/page.tsx',
      'app/team/@stats/default.tsx',
    ])
    expect(slots('/other')).toEqual([])
    expect(at('/team', files).slots[0]?.layouts).toEqual(['app/team/@stats/layout.tsx'])
  })

  test('a page of its own where only a slot has one', () => {
    const files = ['app/layout.tsx', 'app/page.tsx', 'app/@panel/default.tsx', 'app/@panel/help/page.tsx']
    expect(at('/help', files).file).toBe('app/@panel/help/page.tsx')
  })

  test.each<[string, string]>([
    ['app/feed/@modal/(.)photo/[id]/page.tsx', '/feed/photo/[id]'],
    ['app/feed/(..)photo/[id]/page.tsx', '/photo/[id]'],
    ['app/(g)/feed/@modal/(..)photo/[id]/page.tsx', '/photo/[id]'],
    ['app/a/b/(..)(..)photo/[id]/page.tsx', '/photo/[id]'],
    ['app/a/b/c/(...)photo/[id]/page.tsx', '/photo/[id]'],
  ])('the page that intercepts it: %s', (file, pattern) => {
    const files = ['app/layout.tsx', 'app/photo/[id]/page.tsx', 'app/feed/photo/[id]/page.tsx', file]
    expect(at(pattern, files).intercepted.map((branch) => branch.file)).toEqual([file])
    expect(at(pattern, files).intercepted[0]?.layouts).toEqual(['app/layout.tsx'])
  })

  test('are listed in the order of patterns', () => {
    expect(patterns(['app/b/page.tsx', 'app/a/[id]/page.tsx', 'app/a/page.tsx', 'pages/z.tsx'])).toEqual([
      'page /a',
      'page /a/[id]',
      'page /b',
      'pages /z',
    ])
  })
})
