import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { gitTopLevel, isIgnoredByGit, type Listing, listByGit } from './git.js'
import { record } from './json.js'
import { isInside, relativeTo } from './paths.js'
import { UsageError } from './types.js'
import { listByWalk } from './walk.js'

export interface Tree {
  root: string
  /** Top level of the git work tree, null without git. */
  topLevel: string | null
  /** The given paths, relative to root. */
  targets: string[]
  listing: Listing
}

function realPath(given: string): string {
  try {
    return realpathSync.native(given)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const cause =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'there is no such file or folder'
        : `it cannot be read (${code})`
    throw new UsageError(`${given}: ${cause}. Check the path.`)
  }
}

function hasWorkspaces(manifest: string): boolean {
  if (!existsSync(manifest)) return false
  try {
    return record(JSON.parse(readFileSync(manifest, 'utf8').replace(/^\uFEFF/, ''))).workspaces !== undefined
  } catch {
    return false // A folder above that cannot be read or parsed says nothing; inside the tree it is reported.
  }
}

/**
 * The outermost folder that calls itself a workspace root (pnpm, npm, yarn, bun, lerna), else the folder
 * itself. `end` and what lies above it are not looked at.
 */
function workspaceRoot(folder: string, end: string | null): string {
  let root = folder
  for (let at = folder; ; at = path.dirname(at)) {
    if (at === end) return root
    const marked = ['pnpm-workspace.yaml', 'lerna.json'].some((name) => existsSync(path.join(at, name)))
    if (marked || hasWorkspaces(path.join(at, 'package.json'))) root = at
    if (at === path.dirname(at)) return root
  }
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] as string
  while (!folders.every((folder) => relativeTo(common, folder) !== null)) common = path.dirname(common)
  return common
}

/**
 * Finds the tree that the given paths belong to, and lists it. Throws UsageError for a path that does not
 * exist and for paths of more than one repository.
 */
export function openTree(paths: readonly string[]): Tree {
  if (paths.length === 0) throw new UsageError('No path given. Name a folder or file of a Next.js app.')
  const given = paths.map(realPath)
  const folders = given.map((file) => (statSync(file).isDirectory() ? file : path.dirname(file)))
  const topLevel = gitTopLevel(folders[0] as string)
  if (topLevel !== null) {
    const targets = given.map((file, index) => {
      const relative = relativeTo(topLevel, file)
      if (relative === null) {
        throw new UsageError(
          `${paths[index]} lies outside the git repository ${topLevel}. Give the paths of one repository per run.`,
        )
      }
      return relative
    })
    const listing = listByGit(topLevel)
    // A folder that git ignores (a scratch copy inside a checkout) is looked at as if there were no git.
    const isIgnored = (target: string, index: number) =>
      target !== '' &&
      folders[index] === given[index] &&
      !listing.files.some((file) => isInside(file, target)) &&
      isIgnoredByGit(topLevel, target)
    if (!targets.every(isIgnored)) return { root: topLevel, topLevel, targets, listing }
  }
  const root = workspaceRoot(commonFolder(folders), topLevel)
  const targets = given.map((file) => relativeTo(root, file) ?? '')
  return { root, topLevel: null, targets, listing: listByWalk(root) }
}
