import { describe, expect, it } from 'vitest'
import type { App } from '../../src/workspace/index.js'
import { type Files, open, tree } from './tree.js'

const next = (range = '15.0.0') => ({ name: 'app', dependencies: { next: range } })

function appsOf(files: Files): App[] {
  return open(tree(files)).apps
}

describe('apps', () => {
  it('have an app router or a pages router, in src or not', () => {
    const apps = appsOf({
      'a/package.json': next(),
      'a/app/page.tsx': '',
      'b/package.json': next(),
      'b/src/app/api/x/route.ts': '',
      'b/src/pages/index.jsx': '',
      'c/package.json': next('^14.1.0'),
      'c/pages/api/x.js': '',
      'c/next.config.mjs': '',
    })
    expect(
      apps.map(({ dir, router, appRouterDir, pagesRouterDir }) => [
        dir,
        router,
        appRouterDir,
        pagesRouterDir,
      ]),
    ).toEqual([
      ['a', ['app'], 'a/app', null],
      ['b', ['app', 'pages'], 'b/src/app', 'b/src/pages'],
      ['c', ['pages'], null, 'c/pages'],
    ])
    expect(apps[2]).toEqual({
      dir: 'c',
      next: '^14.1.0',
      nextMajor: 14,
      router: ['pages'],
      appRouterDir: null,
      pagesRouterDir: 'c/pages',
      configFile: 'c/next.config.mjs',
      cacheProfiles: [],
      cacheComponents: false,
      useCache: false,
      customCacheHandler: false,
      pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
      basePath: '',
      trailingSlash: false,
      rewrites: false,
    })
  })

  it('are not libraries, shared configs, or folders that are only called app', () => {
    const apps = appsOf({
      'lib/package.json': { peerDependencies: { next: '*' }, devDependencies: { next: '15.0.0' } },
      'lib/src/index.ts': '',
      'ui/package.json': { peerDependencies: { next: '*' } },
      'ui/src/pages/Button.tsx': '',
      'ui/app/models.ts': '',
      'config/next.config.js': '',
      'vite/package.json': { dependencies: { vite: '*' } },
      'vite/app/page.tsx': '',
    })
    expect(apps).toEqual([])
  })

  it('may be only a next.config beside the dependency, or only a folder with a config', () => {
    const apps = appsOf({
      'a/package.json': next(),
      'a/next.config.js': '',
      'nx/next.config.cjs': '',
      'nx/app/layout.tsx': '',
      'package.json': next('16.0.1'),
    })
    expect(
      apps.map(({ dir, router, next: range, nextMajor }) => ({ dir, router, range, nextMajor })),
    ).toEqual([
      { dir: 'a', router: [], range: '15.0.0', nextMajor: 15 },
      { dir: 'nx', router: ['app'], range: '16.0.1', nextMajor: 16 },
    ])
  })

  it('take the config file that Next.js takes', () => {
    const [app] = appsOf({
      'package.json': next(),
      'app/page.tsx': '',
      'next.config.ts': '',
      'next.config.mjs': '',
    })
    expect(app?.configFile).toBe('next.config.mjs')
  })

  it('do not take a package called app for their router', () => {
    const apps = appsOf({ 'package.json': next(), 'app/package.json': next(), 'app/src/app/page.tsx': '' })
    expect(apps.map(({ dir }) => dir)).toEqual(['app'])
  })

  it('hold files by the longest folder, other packages aside', () => {
    const workspace = open(
      tree({
        'package.json': next(),
        'app/page.tsx': '',
        'app/api/package.json': { type: 'module' },
        'app/api/route.ts': '',
        'lib/a.ts': '',
        'packages/ui/package.json': { name: 'ui' },
        'packages/ui/a.ts': '',
        'apps/web/package.json': next(),
        'apps/web/app/page.tsx': '',
        'apps/website/a.ts': '',
      }),
    )
    const files = [
      'app/page.tsx',
      'app/api/route.ts',
      'lib/a.ts',
      'packages/ui/a.ts',
      'apps/web/app/page.tsx',
      'apps/website/a.ts',
    ]
    expect(files.map((file) => workspace.appOf(file)?.dir ?? null)).toEqual([
      '',
      '',
      '',
      null,
      'apps/web',
      '',
    ])
  })
})

describe('the version of Next.js', () => {
  const app = (range: string, more: Files): string | null => {
    const files = { 'apps/web/package.json': next(range), 'apps/web/app/page.tsx': '', ...more }
    return appsOf(files)[0]?.next ?? null
  }

  it.each<[string, string, Files, string]>([
    [
      'pnpm catalog',
      'catalog:',
      { 'pnpm-workspace.yaml': 'packages: []\r\ncatalog:\r\n  next: 16.3.0\r\n' },
      '16.3.0',
    ],
    [
      'named pnpm catalog',
      'catalog:old',
      { 'pnpm-workspace.yaml': 'catalog:\n  next: 16.3.0\ncatalogs:\n  old:\n    next: ^14.2.0\n' },
      '^14.2.0',
    ],
    [
      'default among named catalogs',
      'catalog:default',
      { 'pnpm-workspace.yaml': 'catalogs:\n  default:\n    next: ^15.1.0\n' },
      '^15.1.0',
    ],
    [
      'bun catalog',
      'catalog:',
      { 'package.json': { workspaces: { packages: ['apps/*'], catalog: { next: '15.2.0' } } } },
      '15.2.0',
    ],
    [
      'catalog at the top of package.json',
      'catalog:x',
      { 'package.json': { catalogs: { x: { next: '15.2.1' } } } },
      '15.2.1',
    ],
    ['Yarn catalog', 'catalog:', { '.yarnrc.yml': 'catalog:\n  next: "15.3.0"\n' }, '15.3.0'],
    [
      'workspace protocol',
      'workspace:*',
      { 'next/package.json': { name: 'next', version: '16.1.0-canary.1' } },
      '16.1.0-canary.1',
    ],
    ['missing entry', 'catalog:', { 'pnpm-workspace.yaml': 'catalog: {}\n' }, 'catalog:'],
    ['plain range', '^15.5.4', {}, '^15.5.4'],
  ])('is read from a %s', (_, range, more, expected) => {
    expect(app(range, more)).toBe(expected)
  })

  it('is read from dev and peer dependencies and from packages above', () => {
    const files = { 'app/page.tsx': '', 'next.config.js': '' }
    expect(appsOf({ ...files, 'package.json': { devDependencies: { next: '1' } } })[0]?.next).toBe('1')
    expect(appsOf({ ...files, 'package.json': { peerDependencies: { next: '2' } } })[0]?.next).toBe('2')
    expect(appsOf({ ...files, 'package.json': {} })[0]).toMatchObject({ next: null, nextMajor: null })
  })
})
