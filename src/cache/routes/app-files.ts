import { posix } from 'node:path'
import type { App, Workspace } from '../../workspace/types.js'
import { type Part, partOf } from './segments.js'

/** The files of one folder of the app router that mean something by their name. */
export interface Folder {
  /** Names of the folders from the app folder to this one. */
  names: string[]
  parts: Part[]
  /** `page`, `layout`, `opengraph-image`, ... to the file. */
  files: Map<string, string>
}

/** Folders of the app router by their path below it (`''` for itself); private ones are left out. */
export type Folders = ReadonlyMap<string, Folder>

const convention =
  /^(?:page|layout|template|default|loading|error|not-found|forbidden|unauthorized|route|sitemap|robots|manifest|favicon|(?:icon|apple-icon|opengraph-image|twitter-image)\d?)$/

export function foldersOf(workspace: Workspace, app: App): Folders {
  const folders = new Map<string, Folder>()
  if (app.appRouterDir === null) return folders
  for (const { dir, name, file } of filesBelow(workspace, app, app.appRouterDir)) {
    if (!convention.test(name)) continue
    const known = folders.get(dir) ?? folderAt(dir)
    if (known.parts.some(({ kind }) => kind === 'private')) continue
    folders.set(dir, known)
    if (!known.files.has(name)) known.files.set(name, file)
  }
  return folders
}

function folderAt(dir: string): Folder {
  const names = dir === '' ? [] : dir.split('/')
  return { names, parts: names.map(partOf), files: new Map() }
}

/** Page files below the folder of a router: their folder below it, and their name without extension. */
export function filesBelow(
  workspace: Workspace,
  app: App,
  routerDir: string,
): { dir: string; name: string; file: string }[] {
  const prefix = routerDir === '' ? '' : `${routerDir}/`
  const extensions = app.pageExtensions.map((extension) => `.${extension}`)
  return workspace.files.flatMap((file) => {
    if (!file.startsWith(prefix)) return []
    const extension = extensions.find((end) => file.endsWith(end))
    if (extension === undefined) return []
    const path = file.slice(prefix.length, -extension.length)
    const dir = posix.dirname(path)
    return [{ dir: dir === '.' ? '' : dir, name: posix.basename(path), file }]
  })
}

/** Files of one convention in a folder and those around it, the outermost first; `from` leaves out the first folders. */
export function around(folders: Folders, names: readonly string[], convention: string, from = 0): string[] {
  const found: string[] = []
  for (let depth = from; depth <= names.length; depth++) {
    const file = folders.get(names.slice(0, depth).join('/'))?.files.get(convention)
    if (file !== undefined) found.push(file)
  }
  return found
}
