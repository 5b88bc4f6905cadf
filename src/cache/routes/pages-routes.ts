import type { App, Workspace } from '../../workspace/types.js'
import { filesBelow } from './app-files.js'
import { markLocale, paramsOf, patternOf, segmentOf } from './segments.js'
import type { Route } from './types.js'

const special = /^(?:_app|_document|_error)$/

/** Every route of the pages router; `_app` stands as layout of each page. */
export function pagesRoutes(workspace: Workspace, app: App): Route[] {
  if (app.pagesRouterDir === null) return []
  const files = filesBelow(workspace, app, app.pagesRouterDir)
  const frame = files.filter(({ dir, name }) => dir === '' && name === '_app').map(({ file }) => file)
  return files.flatMap(({ dir, name, file }) => {
    if (dir === '' && special.test(name)) return []
    const folders = dir === '' ? [] : dir.split('/')
    const names = name === 'index' ? folders : [...folders, name]
    const segments = markLocale(names.map(segmentOf))
    const isApi = folders[0] === 'api' || (dir === '' && name === 'api')
    const route: Route = {
      app,
      pattern: patternOf(segments),
      source: `/${names.join('/')}`,
      segments,
      params: paramsOf(segments),
      kind: isApi ? 'pages-api' : 'pages',
      file,
      layouts: isApi ? [] : frame,
      templates: [],
      boundaries: [],
      slots: [],
      intercepted: [],
    }
    return [route]
  })
}
