import { lstatSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isInside, relativeTo } from '../../workspace/paths.js'
import type { Git } from './command.js'

/**
 * Removes the symbolic links that lead out of a clone, into its `.git` or nowhere, before anything reads the tree. git
 * is told to look away, so that no commit loses them.
 *
 * @param links those of the commit, relative to the folder
 */
export async function removeOutwardLinks(git: Git, folder: string, links: readonly string[]): Promise<void> {
  const root = realpathSync.native(folder)
  const outward = links.filter((link) => isLink(join(folder, link)) && !staysInside(root, link))
  if (outward.length === 0) return
  for (const link of outward) rmSync(join(folder, link), { force: true })
  const input = outward.map((link) => `${link}\0`).join('')
  await git(['update-index', '--skip-worktree', '-z', '--stdin'], { cwd: folder, input })
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function staysInside(root: string, link: string): boolean {
  try {
    const target = relativeTo(root, realpathSync.native(join(root, link)))
    return target !== null && !isInside(target, '.git')
  } catch (error) {
    // It leads nowhere, or in a circle.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return false
  }
}
