import { byCodeUnit } from '../../workspace/paths.js'
import type { App, Workspace } from '../../workspace/types.js'
import { appRoutes } from './app-routes.js'
import { pagesRoutes } from './pages-routes.js'
import type { Route } from './types.js'

export { matchPath } from './match.js'
export type * from './types.js'

/**
 * Every route of an app, of both routers: pages, route handlers and metadata files. No file is parsed. Static files
 * (`sitemap.xml`, images) and pages that are no source files (`page.mdx`) are not among them.
 *
 * @returns sorted by pattern, then by file
 */
export function routesOf(workspace: Workspace, app: App): Route[] {
  return [...appRoutes(workspace, app), ...pagesRoutes(workspace, app)].sort(
    (a, b) => byCodeUnit(a.pattern, b.pattern) || byCodeUnit(a.file, b.file),
  )
}
