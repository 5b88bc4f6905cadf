import type { Identity } from '../types.js'
import type { Clone } from './clone.js'
import type { Git } from './command.js'

/** First line of the commit, and title of the pull request. */
export const subject = 'Move cache invalidation to Next.js 16'

/** Says of a commit that it may be replaced by the next one of retag. */
const trailer = 'Migrated-by: retag'

/** The whole message: the same for the same commit and the same retag. */
export function messageOf(clone: Clone, version: string): string {
  return `${subject}\n\nMade from ${clone.commit} with retag ${version}.\n\n${trailer}\n`
}

/**
 * Puts everything that was written into the index.
 *
 * @returns the tree; that of the clone's commit where nothing was changed
 */
export async function stage(git: Git, { folder }: Clone): Promise<string> {
  // Forced, because a new file may lie where git ignores files.
  await git(['add', '--all', '--force', '--', '.'], { cwd: folder })
  // Files that were not checked out need not be here.
  return (await git(['write-tree', '--missing-ok'], { cwd: folder })).trim()
}

/**
 * Makes the commit and the branch. Author, dates, message and parent follow from what went in, so that the same change
 * is the same commit.
 *
 * @returns its id
 */
export async function commitTree(
  git: Git,
  clone: Clone,
  { tree, head, author, message }: { tree: string; head: string; author: Identity; message: string },
): Promise<string> {
  const date = `@${clone.time} +0000`
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: date,
  }
  const options = { cwd: clone.folder, env, input: message }
  const commit = (await git(['commit-tree', tree, '-p', clone.commit, '-F', '-'], options)).trim()
  await git(['update-ref', `refs/heads/${head}`, commit], { cwd: clone.folder })
  await git(['symbolic-ref', 'HEAD', `refs/heads/${head}`], { cwd: clone.folder })
  return commit
}

/** True for a commit that retag has made with this identity, which a newer one may replace. */
export function isOwnCommit(raw: string, author: Identity): boolean {
  const [headers = '', ...body] = raw.split('\n\n')
  const isOurs = headers
    .split('\n')
    .some((line) => line.startsWith(`committer ${author.name} <${author.email}> `))
  return isOurs && body.join('\n\n').trimEnd().endsWith(trailer)
}
