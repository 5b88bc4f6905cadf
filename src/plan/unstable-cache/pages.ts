import type { CachedCall } from '../../cache/cached-call/index.js'
import { reachersOf } from '../../context/reachers.js'
import type { Tools } from './index.js'

/** Whether anything of a pages router (a page's data functions, pages/api) can run a use. */
export function isInPagesRouter({ input, entries }: Tools, { site }: CachedCall): boolean {
  const folders = input.workspace.apps.flatMap(({ pagesRouterDir }) =>
    pagesRouterDir === null ? [] : [`${pagesRouterDir}/`],
  )
  if (folders.length === 0) return false
  const isPage = (file: string): boolean => folders.some((folder) => file.startsWith(folder))
  return [...reachersOf(input.graph, entries, site.owner)].some(({ file }) => isPage(file))
}
