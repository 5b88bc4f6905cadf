import { posix } from 'node:path'
import type { App, Workspace } from '../workspace/types.js'
import type { Context } from './types.js'

/**
 * What Next.js (or a test runner, or a person) does with a file because of where it stands.
 * `exports`: only these exports are entry points; `file`: all code in it runs in the context; `module`: its top-level code.
 */
export interface Role {
  context: Context
  scope: 'file' | 'exports' | 'module'
  /** The exports that are called from outside; null for all. */
  names: ReadonlySet<string> | null
}

// https://nextjs.org/docs/app/api-reference/file-conventions
const httpMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
const segmentFiles = new Set([
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
])
const metadataFiles =
  /^(?:sitemap|robots|manifest|favicon|opengraph-image\d?|twitter-image\d?|icon\d?|apple-icon\d?)$/
const testFile =
  /(?:^|\/)(?:__tests__|__mocks__)\/|\.(?:test|spec|cy|stories|e2e|mock)\.[cm]?[jt]sx?$|(?:^|\/)(?:vitest|jest)\.(?:setup|config)\b/
const testFolder = /(?:^|\/)(?:cypress|playwright|e2e|tests?)\//
const scriptFile = /(?:^|\/)scripts?\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?$/

const routeRole: Role = { context: 'route-handler', scope: 'exports', names: httpMethods }
const renderRole: Role = {
  context: 'render',
  scope: 'exports',
  names: new Set([
    'default',
    'generateMetadata',
    'generateViewport',
    'generateStaticParams',
    'generateSitemaps',
    'generateImageMetadata',
    'metadata',
    'viewport',
    'getServerSideProps',
    'getStaticProps',
    'getStaticPaths',
  ]),
}
const middlewareRole: Role = {
  context: 'proxy',
  scope: 'exports',
  names: new Set(['default', 'middleware', 'proxy']),
}
const instrumentationRole: Role = {
  context: 'instrumentation',
  scope: 'exports',
  names: new Set(['register', 'onRequestError']),
}

/** The role of a file; null for a file that only its importers run. */
export function roleOf(workspace: Workspace, file: string): Role | null {
  const app = workspace.appOf(file)
  const inApp = app ? (appRole(app, file) ?? pagesRole(app, file) ?? topLevelRole(app, file)) : null
  if (inApp) return inApp
  // A route file is one also where nothing else tells that its folder is an app.
  if (!app && /(?:^|\/)app\/(?:.*\/)?route\.[jt]sx?$/.test(file)) return routeRole
  // Below the app folder a folder is a part of the URL, and `tests` or `scripts` a page like any other.
  const isRoute = !!app?.appRouterDir && file.startsWith(`${app.appRouterDir}/`)
  if (testFile.test(file) || (testFolder.test(file) && !isRoute))
    return { context: 'test', scope: 'file', names: null }
  const named = workspace.packages.some((found) => found.scriptFiles.includes(file))
  if (named || (scriptFile.test(file) && !isRoute)) return { context: 'script', scope: 'module', names: null }
  return null
}

/** A file below a router's folder, without its extension; null for others. */
function below(app: App, dir: string | null, file: string): string | null {
  if (dir === null || !file.startsWith(dir === '' ? '' : `${dir}/`)) return null
  const extension = app.pageExtensions.find((end) => file.endsWith(`.${end}`))
  return extension ? file.slice(dir.length + 1, -extension.length - 1) : null
}

function appRole(app: App, file: string): Role | null {
  const path = below(app, app.appRouterDir, file)
  // A folder that starts with an underscore is private: nothing in it is a route.
  if (path === null || path.split('/').some((part) => part.startsWith('_'))) return null
  const name = posix.basename(path)
  if (name === 'route') return routeRole
  if (segmentFiles.has(name) || metadataFiles.test(name)) return renderRole
  return null
}

function pagesRole(app: App, file: string): Role | null {
  const path = below(app, app.pagesRouterDir, file)
  if (path === null) return null
  if (path === 'api' || path.startsWith('api/'))
    return { context: 'pages-api', scope: 'exports', names: new Set(['default']) }
  return renderRole
}

function topLevelRole(app: App, file: string): Role | null {
  const root = app.dir === '' ? '' : `${app.dir}/`
  for (const prefix of [root, `${root}src/`]) {
    const [, name, extension = ''] = file.startsWith(prefix)
      ? (/^([\w-]+)\.([\w.]+)$/.exec(file.slice(prefix.length)) ?? [])
      : []
    // pageExtensions hold for these files too: `middleware.page.ts`.
    if (!/^[cm]?[jt]sx?$/.test(extension) && !app.pageExtensions.includes(extension)) continue
    if (name === 'middleware' || name === 'proxy') return middlewareRole
    if (name === 'instrumentation') return instrumentationRole
    if (name === 'instrumentation-client') return { context: 'client', scope: 'file', names: null }
  }
  return null
}
