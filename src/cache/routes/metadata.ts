import type { App, Workspace } from '../../workspace/types.js'
import type { Folder } from './app-files.js'
import { paramsOf, patternOf, segmentOf, segmentsOf } from './segments.js'
import type { Route, Segment } from './types.js'

/** File name to the last segment of its URL. https://nextjs.org/docs/app/api-reference/file-conventions/metadata */
const atTheRoot = new Map([
  ['robots', 'robots.txt'],
  ['manifest', 'manifest.webmanifest'],
  ['favicon', 'favicon.ico'],
])
const image = /^(?:icon|apple-icon|opengraph-image|twitter-image)\d?$/

/** The routes that metadata files of one folder make: `sitemap.ts`, `opengraph-image.tsx`, ... */
export function metadataRoutes(workspace: Workspace, app: App, folder: Folder): Route[] {
  return [...folder.files].flatMap(([name, file]) => {
    const added = segmentsFor(workspace, folder, name, file)
    if (added === null) return []
    const segments = [...segmentsOf(folder.parts), ...added]
    const route: Route = {
      app,
      pattern: patternOf(segments),
      source: `/${[...folder.names, name].join('/')}`,
      segments,
      params: paramsOf(segments),
      kind: 'metadata',
      file,
      layouts: [],
      templates: [],
      boundaries: [],
      slots: [],
      intercepted: [],
    }
    return [route]
  })
}

function segmentsFor(workspace: Workspace, folder: Folder, name: string, file: string): Segment[] | null {
  const root = folder.parts.every(({ kind }) => kind === 'group') ? atTheRoot.get(name) : undefined
  if (root !== undefined) return [segmentOf(root)]
  if (name === 'sitemap')
    return exportsName(workspace, file, 'generateSitemaps')
      ? [segmentOf('sitemap'), segmentOf('[id]')]
      : [segmentOf('sitemap.xml')]
  if (!image.test(name)) return null
  return exportsName(workspace, file, 'generateImageMetadata')
    ? [segmentOf(name), segmentOf('[id]')]
    : [segmentOf(name)]
}

function exportsName(workspace: Workspace, file: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(workspace.text(file) ?? '')
}
