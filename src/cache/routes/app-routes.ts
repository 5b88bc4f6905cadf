import type { App, Workspace } from '../../workspace/types.js'
import { around, type Folder, type Folders, foldersOf } from './app-files.js'
import { interceptionOf, isInterception, slotAt, slotsOf } from './branches.js'
import { metadataRoutes } from './metadata.js'
import { paramsOf, patternOf, segmentsOf } from './segments.js'
import type { Branch, Route, RouteKind } from './types.js'

const boundaryNames = ['loading', 'error', 'not-found', 'forbidden', 'unauthorized']

/** Every route of the app router. */
export function appRoutes(workspace: Workspace, app: App): Route[] {
  const folders = foldersOf(workspace, app)
  const routes: Route[] = []
  const besides: Folder[] = []
  const interceptions = new Map<string, Branch[]>()
  for (const folder of folders.values()) {
    routes.push(...metadataRoutes(workspace, app, folder))
    const handler = folder.files.get('route')
    if (handler !== undefined) routes.push(routeAt(app, folders, folder, handler, 'route-handler'))
    const page = folder.files.get('page')
    if (page === undefined) continue
    if (folder.parts.some(isInterception)) {
      const pattern = patternOf(segmentsOf(folder.parts))
      interceptions.set(pattern, [
        ...(interceptions.get(pattern) ?? []),
        interceptionOf(folders, folder, page),
      ])
      besides.push(folder)
    } else if (slotAt(folder.parts) >= 0) besides.push(folder)
    else routes.push(routeAt(app, folders, folder, page, 'page'))
  }
  routes.push(...ownRoutes(app, folders, besides, routes))
  for (const route of routes) {
    if (route.kind !== 'page') continue
    route.intercepted = (interceptions.get(route.pattern) ?? []).filter(({ file }) => file !== route.file)
  }
  return routes
}

function routeAt(app: App, folders: Folders, folder: Folder, file: string, kind: RouteKind): Route {
  const segments = segmentsOf(folder.parts)
  const isPage = kind === 'page'
  return {
    app,
    pattern: patternOf(segments),
    source: `/${folder.names.join('/')}`,
    segments,
    params: paramsOf(segments),
    kind,
    file,
    layouts: isPage ? around(folders, folder.names, 'layout') : [],
    templates: isPage ? around(folders, folder.names, 'template') : [],
    boundaries: isPage ? boundaryNames.flatMap((name) => around(folders, folder.names, name)) : [],
    slots: isPage ? slotsOf(folders, folder) : [],
    intercepted: [],
  }
}

/** URLs that only a slot or an intercepting page has. */
function ownRoutes(
  app: App,
  folders: Folders,
  besides: readonly Folder[],
  routes: readonly Route[],
): Route[] {
  const known = new Set(routes.flatMap(({ kind, pattern }) => (kind === 'page' ? [pattern] : [])))
  return besides.flatMap((folder) => {
    const pattern = patternOf(segmentsOf(folder.parts))
    const page = folder.files.get('page')
    if (known.has(pattern) || page === undefined) return []
    known.add(pattern)
    return [routeAt(app, folders, folder, page, 'page')]
  })
}
