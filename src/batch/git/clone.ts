import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, RepositoryProblem } from '../types.js'
import { borrow, isPartial } from './borrow.js'
import { checkOut } from './check-out.js'
import type { Git } from './command.js'

export interface Clone {
  /** Absolute. */
  folder: string
  /** The commit that is checked out, and its tree. */
  commit: string
  tree: string
  /** When it was committed, in seconds since 1970. */
  time: number
  /** The branch that it is the tip of; null where HEAD of the repository names none. */
  branch: string | null
  /** Source files whose content the repository on this machine does not have. */
  leftOut: number
}

/**
 * Makes a clone of the one commit that is looked at. A repository on this machine lends its objects; from anywhere else
 * come the newest commit and the files that are checked out.
 *
 * @param folder absolute; must not be there yet
 * @param whole check out every file, for a verify command; otherwise what the analysis reads
 * @throws RepositoryProblem `skipped` for an empty repository, `failed` for everything that git cannot do
 */
export async function makeClone(git: Git, entry: Entry, folder: string, whole: boolean): Promise<Clone> {
  const { source, head } = entry
  const branch =
    source.kind === 'local'
      ? await borrow(git, { path: source.path, branch: entry.branch, folder })
      : await download(git, source.url, entry.branch, folder)
  if (branch === head) {
    const remedy = 'Name another branch to start from, or use another --branch.'
    throw new RepositoryProblem('failed', `It stands on ${head}, where the commit would go. ${remedy}`)
  }
  const args = ['log', '-1', '--no-show-signature', '--format=%H %T %ct', 'HEAD', '--']
  const [commit = '', tree = '', time = '0'] = (await git(args, { cwd: folder })).trim().split(' ')
  const partial = source.kind === 'local' && isPartial(folder)
  const leftOut = await checkOut(git, folder, { whole, partial })
  return { folder, commit, tree, time: Number(time), branch, leftOut }
}

async function download(
  git: Git,
  url: string,
  branch: string | null,
  folder: string,
): Promise<string | null> {
  const how = ['--depth=1', '--filter=blob:none', '--single-branch', '--no-tags', '--no-checkout']
  const where = branch === null ? [] : [`--branch=${branch}`]
  const args = ['clone', '--quiet', '--template=', ...how, ...where, '--', url, folder]
  await git.remote(args, { cwd: join(folder, '..') })
  const head = readFileSync(join(folder, '.git', 'HEAD'), 'utf8')
  const name = /^ref: refs\/heads\/(.+)\n$/.exec(head)?.[1] ?? null
  if (
    name !== null &&
    (await git(['for-each-ref', '--count=1', '--format=%(refname)'], { cwd: folder })) === ''
  ) {
    throw new RepositoryProblem('skipped', 'The repository is empty.')
  }
  return branch ?? name
}
