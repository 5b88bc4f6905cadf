import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { RepositoryProblem } from '../types.js'
import type { Git } from './command.js'

/**
 * Makes a repository that borrows the objects of one on this machine. Of that one only names and places are asked: no
 * object is read by its own settings, which could fetch what is missing with a program of their choice, and nothing is
 * written to it.
 *
 * @param path of the repository, absolute
 * @param branch to start from; null for the one that its HEAD names
 * @param folder of the new repository, absolute
 * @returns the branch; null where HEAD names none
 * @throws RepositoryProblem `skipped` for an empty repository, `failed` where there is none, or no such branch
 */
export async function borrow(
  git: Git,
  { path, branch, folder }: { path: string; branch: string | null; folder: string },
): Promise<string | null> {
  if (!existsSync(path)) throw new RepositoryProblem('failed', 'The folder does not exist.')
  const { objects, shallow, format } = await placesOf(git, path)
  const { commit, name } = await tipOf(git, path, branch)
  await git(['init', '--quiet', '--template=', `--object-format=${format}`, folder], { cwd: dirname(folder) })
  const info = join(folder, '.git', 'objects', 'info')
  mkdirSync(info, { recursive: true })
  writeFileSync(join(info, 'alternates'), `${objects}\n`)
  if (existsSync(shallow)) writeFileSync(join(folder, '.git', 'shallow'), readFileSync(shallow))
  writeFileSync(join(folder, '.git', 'HEAD'), `${commit}\n`)
  return name
}

/** True where a repository borrows from one that may lack objects: a clone that was made with a filter. */
export function isPartial(folder: string): boolean {
  const objects = readFileSync(join(folder, '.git', 'objects', 'info', 'alternates'), 'utf8').trimEnd()
  const packs = join(objects, 'pack')
  return existsSync(packs) && readdirSync(packs).some((name) => name.endsWith('.promisor'))
}

async function placesOf(
  git: Git,
  path: string,
): Promise<{ objects: string; shallow: string; format: string }> {
  const args = ['--path-format=absolute', '--git-path', 'objects', '--git-path', 'shallow']
  const answer = await git(['rev-parse', ...args, '--show-object-format', '--show-prefix'], { cwd: path })
  const [objects = '', shallow = '', format = '', prefix = '', ...more] = answer.split('\n')
  if (prefix !== '') {
    const remedy = 'Name its top, and the folder under "folders".'
    throw new RepositoryProblem('failed', `It is a folder inside of a repository. ${remedy}`)
  }
  if (more.join('') === '' && !objects.startsWith('"')) return { objects, shallow, format }
  throw new RepositoryProblem('failed', 'Its path holds a line end or a quote, which git cannot borrow from.')
}

async function tipOf(
  git: Git,
  path: string,
  branch: string | null,
): Promise<{ commit: string; name: string | null }> {
  const cwd = path
  if (branch !== null) {
    const refs = [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`]
    const listed = await git(['for-each-ref', '--format=%(objectname) %(refname)', ...refs], { cwd })
    for (const ref of refs) {
      const line = listed.split('\n').find((one) => one.endsWith(` ${ref}`))
      if (line !== undefined) return { commit: line.slice(0, line.indexOf(' ')), name: branch }
    }
    throw new RepositoryProblem('failed', `There is no branch ${branch} in it.`)
  }
  const head = await git(['rev-parse', '--quiet', '--verify', 'HEAD'], { cwd }).catch(orNothing)
  if (head === '') {
    const any = await git(['for-each-ref', '--count=1', '--format=%(refname)'], { cwd })
    if (any === '') throw new RepositoryProblem('skipped', 'The repository is empty.')
    throw new RepositoryProblem(
      'failed',
      'Its HEAD names a branch that is not there. Name a branch to start from.',
    )
  }
  const name = await git(['symbolic-ref', '--quiet', '--short', 'HEAD'], { cwd }).catch(orNothing)
  return { commit: head.trim(), name: name.trim() === '' ? null : name.trim() }
}

function orNothing(error: unknown): string {
  if (!(error instanceof RepositoryProblem)) throw error
  return ''
}
