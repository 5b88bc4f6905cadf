import { addressOfSource, readSource } from '../source.js'
import { type Entry, type Identity, RepositoryProblem, type Source } from '../types.js'
import type { Clone } from './clone.js'
import type { Git } from './command.js'
import { isOwnCommit } from './commit.js'

/**
 * Receives on this machine without hooks of the repository, without work on its files and without garbage collection.
 * The settings of the sender do not reach it; a server does not know the option's settings, but then it is another one.
 */
const receive =
  'git -c core.hooksPath=/dev/null -c receive.denyCurrentBranch=refuse -c receive.autogc=false -c gc.auto=0 receive-pack'

/**
 * Where a branch goes: to the repository it came from. With `push`, a repository on this machine passes it on to its
 * `origin`; without, one from elsewhere keeps it in its clone.
 *
 * @returns null where it stays in the clone
 * @throws RepositoryProblem where there is no `origin`
 */
export async function destinationOf(git: Git, entry: Entry, push: boolean): Promise<Source | null> {
  const { source } = entry
  if (source.kind === 'url') return push ? source : null
  if (!push) return source
  const url = await git(['config', '--get', 'remote.origin.url'], { cwd: source.path }).catch(
    (error: unknown) => {
      if (!(error instanceof RepositoryProblem)) throw error
      throw new RepositoryProblem(
        'failed',
        'It has no remote "origin" to push to. Add one, or leave out --push.',
      )
    },
  )
  const origin = readSource(url.trim(), source.path)
  if (typeof origin !== 'string') return origin
  throw new RepositoryProblem('failed', `Its remote "origin" cannot be used: ${origin}`)
}

/**
 * Brings the branch of a clone to a repository. A branch that is there is replaced only where its tip is a commit of
 * retag; the same commit is not sent twice.
 *
 * @param git with the credentials of the destination
 * @throws RepositoryProblem where somebody else has worked on that branch
 */
export async function publish(
  git: Git,
  clone: Clone,
  { to, head, commit, author }: { to: Source; head: string; commit: string; author: Identity },
): Promise<void> {
  const address = addressOfSource(to)
  const ref = `refs/heads/${head}`
  const cwd = clone.folder
  const listed = await git.remote(['ls-remote', '--refs', '--', address, ref], { cwd })
  const tip = /^([\da-f]+)\t/.exec(listed)?.[1] ?? ''
  if (tip === commit) return
  if (tip !== '') await requireOwn(git, clone, { address, ref, head, tip, author })
  const here = to.kind === 'local' || to.url.startsWith('file:') ? [`--receive-pack=${receive}`] : []
  // Only while the branch is what was just looked at; an empty tip stands for none.
  const lease = `--force-with-lease=${ref}:${tip}`
  await git.remote(
    ['push', '--quiet', '--no-verify', '--no-signed', ...here, lease, '--', address, `${commit}:${ref}`],
    { cwd },
  )
}

async function requireOwn(
  git: Git,
  { folder: cwd }: Clone,
  {
    address,
    ref,
    head,
    tip,
    author,
  }: { address: string; ref: string; head: string; tip: string; author: Identity },
): Promise<void> {
  await git.remote(['fetch', '--quiet', '--no-tags', '--depth=1', '--', address, ref], { cwd })
  const raw = await git(['cat-file', 'commit', tip], { cwd })
  if (isOwnCommit(raw, author)) return
  throw new RepositoryProblem(
    'failed',
    `The branch ${head} is there and holds work of somebody else. Merge or delete it, or use another --branch.`,
  )
}
