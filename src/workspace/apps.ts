import { resolveRange } from './catalog.js'
import type { Reader } from './files.js'
import { type ConfigReader, readNextConfig } from './next-config.js'
import { type Package, type Packages, writtenRange } from './packages.js'
import { folderOf, foldersUp, isInside } from './paths.js'
import type { App } from './types.js'
import { lowestMajor } from './version.js'

/** In the order in which Next.js looks for them; https://github.com/vercel/next.js/blob/canary/packages/next/src/shared/lib/constants.ts */
const configNames = [
  'next.config.js',
  'next.config.mjs',
  'next.config.ts',
  'next.config.mts',
  'next.config.cjs',
]
const defaultExtensions = ['tsx', 'ts', 'jsx', 'js']
const appRouterFile = /(?:^|\/)(?:page|layout|route|template|default|not-found|global-error)\.[^/]+$/
const pagesRouterFile = /^(?:api\/|(?:index|_app|_document|_error|404|500)\.)/
const middlewareFile = /^(?:src\/)?(?:middleware|proxy)\.[cm]?[jt]s$/
/** A rewrite, or a package for languages that makes one. */
const rewriting = /\brewrite\b|['"](?:next-intl|next-international|next-i18n-router)(?:\/\w+)?['"]/

interface Tree {
  files: readonly string[]
  configs: ReadonlySet<string>
  packages: Packages
  reader: Reader
  nextConfig: ConfigReader
}

/** Files below a folder, without it in their names; none when the folder is a named package of its own. */
function below(folder: string, { files, packages }: Tree): string[] {
  if (packages.byDir.get(folder)?.name) return []
  const start = lowerBound(files, `${folder}/`)
  const found: string[] = []
  for (let at = start; at < files.length && isInside(files[at] as string, folder); at++) {
    found.push((files[at] as string).slice(folder.length + 1))
  }
  return found
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function firstFolder(dir: string, names: string[], holds: (folder: string) => boolean): string | null {
  const prefix = dir === '' ? '' : `${dir}/`
  return names.map((name) => prefix + name).find(holds) ?? null
}

function hasAppRouter(folder: string, tree: Tree): boolean {
  return below(folder, tree).some((file) => appRouterFile.test(file))
}

/** Many libraries have a folder `pages`; without a next.config it counts only with a file that a router has. */
function hasPagesRouter(folder: string, tree: Tree, certain: boolean): boolean {
  const files = below(folder, tree)
  return certain ? files.length > 0 : files.some((file) => pagesRouterFile.test(file))
}

/** The range for `next` that the package or one above it writes, catalogs looked up. */
function rangeOfNext(dir: string, tree: Tree): string | null {
  for (const folder of foldersUp(dir)) {
    const item = tree.packages.byDir.get(folder)
    const range = item === undefined ? null : writtenRange(item.manifest, 'next')
    if (item !== undefined && range !== null) {
      return resolveRange(range, 'next', item, tree.packages, tree.configs, tree.reader)
    }
  }
  return null
}

/** Whether the middleware (or proxy) of an app shows one route at the URL of another. */
function middlewareRewrites(dir: string, { files, reader }: Tree): boolean {
  const start = dir === '' ? '' : `${dir}/`
  const found = files.filter(
    (file) => file.startsWith(start) && middlewareFile.test(file.slice(start.length)),
  )
  return found.some((file) => rewriting.test(reader.text(file) ?? ''))
}

function appAt(dir: string, configFile: string | null, item: Package | undefined, tree: Tree): App | null {
  const depends = item !== undefined && writtenRange(item.manifest, 'next') !== null
  const next = rangeOfNext(dir, tree)
  if (configFile === null && next === null) return null
  const appRouterDir = firstFolder(dir, ['app', 'src/app'], (folder) => hasAppRouter(folder, tree))
  // Where only a package above names next, an app router has to say that this one is an app.
  if (configFile === null && !depends && appRouterDir === null) return null
  // Next.js wants both routers in one folder; `src/pages` beside `app` is a folder like any other.
  const pagesFolders =
    appRouterDir !== null && !appRouterDir.endsWith('src/app') ? ['pages'] : ['pages', 'src/pages']
  const pagesRouterDir = firstFolder(dir, pagesFolders, (folder) =>
    hasPagesRouter(folder, tree, configFile !== null || appRouterDir !== null),
  )
  const hasRouter = appRouterDir !== null || pagesRouterDir !== null
  // A library names next without a router; a shared next.config has neither router nor dependency.
  if (!hasRouter && (configFile === null || !depends)) return null
  const facts = configFile === null ? null : readNextConfig(configFile, tree.nextConfig)
  return {
    dir,
    next,
    nextMajor: next === null ? null : lowestMajor(next),
    router: [
      ...(appRouterDir === null ? [] : ['app' as const]),
      ...(pagesRouterDir === null ? [] : ['pages' as const]),
    ],
    appRouterDir,
    pagesRouterDir,
    configFile,
    cacheProfiles: facts?.cacheProfiles ?? [],
    cacheComponents: facts?.cacheComponents ?? false,
    useCache: facts?.useCache ?? false,
    customCacheHandler: facts?.customCacheHandler ?? false,
    pageExtensions: facts?.pageExtensions ?? defaultExtensions,
    basePath: facts === null ? '' : facts.basePath,
    trailingSlash: facts?.trailingSlash ?? false,
    rewrites: facts?.rewrites || middlewareRewrites(dir, tree),
  }
}

/**
 * Every Next.js app of the tree, sorted by folder: a folder with a next.config or with `next` in its
 * package.json, that has an app or pages router (a next.config beside the dependency suffices).
 */
export function findApps(tree: Tree): App[] {
  const configs = new Map<string, string>()
  for (const file of tree.files) {
    const dir = folderOf(file)
    const rank = configNames.indexOf(dir === '' ? file : file.slice(dir.length + 1))
    if (rank < 0) continue
    const known = configs.get(dir)
    if (known === undefined || rank < configNames.findIndex((name) => known.endsWith(name)))
      configs.set(dir, file)
  }
  const dirs = [...new Set([...configs.keys(), ...tree.packages.byDir.keys()])].sort()
  return dirs
    .map((dir) => appAt(dir, configs.get(dir) ?? null, tree.packages.byDir.get(dir), tree))
    .filter((app) => app !== null)
}
