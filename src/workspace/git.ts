import { execFileSync } from 'node:child_process'
import { lstatSync, realpathSync } from 'node:fs'
import { devNull } from 'node:os'
import path from 'node:path'
import { reasonOf } from './files.js'
import { isConfig, isSource } from './paths.js'
import { type GitState, UsageError } from './types.js'

/** What lies in a tree, by git or by a walk. Paths are relative to its root. */
export interface Listing {
  /** Source and configuration files that are there, regular files only, in no order. */
  files: string[]
  /** Symbolic links: neither read nor changed. */
  links: string[]
  /** The part of `files` that git does not track; empty without git. */
  untracked: ReadonlySet<string>
  unreadable: { file: string; message: string }[]
}

interface GitFailure {
  code?: string
  status?: number | null
  stderr?: Buffer
}

/**
 * A repository's own configuration must not run programs or write locks because somebody asked for a list:
 * no file system monitor, no hooks, no index refresh. Variables that a surrounding git (a hook, a rebase)
 * has set would point at another repository, so they are dropped.
 */
function git(folder: string, args: string[]): Buffer {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'])
    delete env[name]
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-c', `core.hooksPath=${devNull}`]
  return execFileSync('git', [...safe, ...args], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
}

function firstLine(failure: GitFailure): string {
  const line = failure.stderr?.toString('utf8').trim().split('\n')[0] ?? ''
  return line.replace(/^fatal: /, '') || failure.code || `exit code ${failure.status}`
}

function gitOrUsageError(folder: string, args: string[]): Buffer {
  try {
    return git(folder, args)
  } catch (error) {
    const cause = firstLine(error as GitFailure)
    throw new UsageError(`git ${args[0]} failed in ${folder}: ${cause}. Repair the repository and try again.`)
  }
}

/**
 * The top level of the work tree that holds a folder, with symbolic links resolved; null where there is no
 * work tree or no git. Throws UsageError when git refuses a repository that is there (foreign owner, damage).
 */
export function gitTopLevel(folder: string): string | null {
  try {
    const top = git(folder, ['rev-parse', '--show-toplevel'])
      .toString('utf8')
      .replace(/\r?\n$/, '')
    return top === '' ? null : realpathSync.native(top)
  } catch (error) {
    const failure = error as GitFailure
    const cause = firstLine(failure)
    if (failure.code === 'ENOENT' || /not a git repository|must be run in a work tree/.test(cause))
      return null
    if (/dubious ownership/.test(cause)) {
      throw new UsageError(
        `git does not trust the repository of ${folder}: it belongs to another user. Run \`git config --global --add safe.directory ${folder}\` if you trust it.`,
      )
    }
    throw new UsageError(`git failed in ${folder}: ${cause}. Repair the repository and try again.`)
  }
}

/** True when git is told to ignore a path. */
export function isIgnoredByGit(topLevel: string, relative: string): boolean {
  try {
    git(topLevel, ['check-ignore', '-q', '--', relative])
    return true
  } catch (error) {
    if ((error as GitFailure).status === 1) return false
    throw new UsageError(
      `git check-ignore failed in ${topLevel}: ${firstLine(error as GitFailure)}. Repair the repository and try again.`,
    )
  }
}

/** True when git holds a file or link of that name, or one below it. */
export function hasTrackedFiles(topLevel: string, relative: string): boolean {
  return gitOrUsageError(topLevel, ['ls-files', '-z', '--', `:(literal)${relative}`]).length > 0
}

/**
 * Tracked files and untracked ones that are not ignored, by one `git ls-files`. Its `-t` letter tells apart
 * `H` tracked, `S` left out by a sparse checkout, `R` deleted, `?` untracked; `-s` gives the mode. So files
 * that are not there, symbolic links (120000) and submodules (160000) are known without asking the disk.
 */
export function listByGit(topLevel: string): Listing {
  const args = ['ls-files', '-z', '-t', '-s', '--cached', '--deleted', '--others', '--exclude-standard']
  const present = new Set<string>()
  const gone: string[] = []
  const links = new Set<string>()
  const untracked = new Set<string>()
  const unreadable: Listing['unreadable'] = []
  for (const entry of gitOrUsageError(topLevel, args).toString('utf8').split('\0')) {
    const status = entry[0]
    const file = status === '?' ? entry.slice(2) : entry.slice(entry.indexOf('\t') + 1)
    const mode = status === '?' ? '' : entry.slice(2, 8)
    if (mode === '120000' && status !== 'R' && status !== 'S') links.add(file)
    else if (status === '?' && !file.endsWith('/')) untracked.add(file)
    if (!isSource(file) && !isConfig(file)) continue
    if (file.includes('\uFFFD')) unreadable.push({ file, message: 'its name is not valid UTF-8; rename it' })
    else if (status === 'R') gone.push(file)
    else if (status === 'H' && mode.startsWith('100')) present.add(file)
    else if (status === 'M' && mode.startsWith('100')) present.add(file)
    else if (status === '?') present.add(file)
  }
  for (const file of gone) {
    present.delete(file)
    // git also calls deleted what it may not look at.
    const message = whyHidden(path.join(topLevel, file))
    if (message !== null) unreadable.push({ file, message })
  }
  return { files: [...present], links: [...links], untracked, unreadable }
}

function whyHidden(absolute: string): string | null {
  try {
    lstatSync(absolute)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EACCES' || code === 'EPERM' ? reasonOf(error) : null
  }
}

/** What git knows about a work tree, asked only when somebody wants it. `files` are the source files of the tree. */
export function gitState(
  topLevel: string,
  files: ReadonlySet<string>,
  untracked: ReadonlySet<string>,
): GitState {
  return {
    topLevel,
    dirty() {
      // --no-renames: a renamed file is then one deletion and one addition, with one path per entry.
      const args = [
        'status',
        '--porcelain=v1',
        '-z',
        '--no-renames',
        '--untracked-files=no',
        '--ignore-submodules=all',
      ]
      const entries = gitOrUsageError(topLevel, args).toString('utf8').split('\0')
      return entries
        .map((entry) => entry.slice(3))
        .filter((file) => files.has(file))
        .sort()
    },
    untracked: () => [...untracked].filter((file) => files.has(file)).sort(),
  }
}
