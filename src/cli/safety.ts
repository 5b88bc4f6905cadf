import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { GitState } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'

const remedy = 'Use --force to proceed anyway.'

/**
 * Refuses to change files that git could not bring back.
 *
 * @param files the files that would change, relative to the root.
 * @param git null where there is no work tree.
 * @param root absolute path of the tree.
 * @throws UsageError naming the first such files.
 */
export function requireWayBack(files: string[], git: GitState | null, root: string): void {
  if (git === null) {
    throw new UsageError(
      `${noGit(root)}, so nothing could be undone. Use --dry-run to look, or --force to proceed anyway.`,
    )
  }
  const untracked = meet(files, git.untracked())
  const dirty = meet(files, git.dirty()).filter((file) => !untracked.includes(file))
  const problems = [
    ...(untracked.length > 0
      ? [`${names(untracked)} ${untracked.length === 1 ? 'is' : 'are'} not tracked by git`]
      : []),
    ...(dirty.length > 0
      ? [`${names(dirty)} ${dirty.length === 1 ? 'has' : 'have'} uncommitted changes`]
      : []),
  ]
  if (problems.length > 0) throw new UsageError(`${problems.join(', and ')}. ${remedy}`)
}

/** Why there is no way back; a repository without the program is told apart. */
export function noGit(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return 'git cannot be run here (is it installed?)'
    if (dirname(folder) === folder) return 'There is no git repository here'
  }
}

function meet(files: string[], others: string[]): string[] {
  const set = new Set(others)
  return files.filter((file) => set.has(file)).sort()
}

function names(files: string[]): string {
  const [first, second, ...rest] = files
  if (second === undefined) return `${first}`
  if (rest.length === 0) return `${first} and ${second}`
  return `${first}, ${second} and ${rest.length} more`
}
