import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const sourceFile = /\.[cm]?[jt]sx?$/

/** Source files of a checkout (tracked, and untracked but not ignored), POSIX paths, sorted. */
export function sourceFiles(folder: string): string[] {
  // Nothing that a checkout configures for git may run: hooks and file watchers are programs.
  const safe = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false']
  const names = existsSync(path.join(folder, '.git'))
    ? execFileSync('git', [...safe, 'ls-files', '-z', '-co', '--exclude-standard'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      }).split('\0')
    : walk(folder)
  const files = names.filter((name) => sourceFile.test(name) && isFile(path.join(folder, name)))
  return [...new Set(files)].sort()
}

/** Every file below a folder except git's own, relative, with POSIX separators. Links are listed, not followed. */
export function walk(folder: string): string[] {
  const files: string[] = []
  const visit = (relative: string) => {
    for (const entry of readdirSync(path.join(folder, relative), { withFileTypes: true })) {
      if (entry.name === '.git' || entry.name === 'node_modules') continue
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (entry.isDirectory()) visit(name)
      else files.push(name)
    }
  }
  visit('')
  return files
}

/** What identifies the state of each file on disk: a rewrite with equal bytes counts as a write, too. */
export type Snapshot = ReadonlyMap<string, string>

export function snapshot(folder: string): Snapshot {
  const states = new Map<string, string>()
  for (const file of walk(folder)) {
    const stat = lstatSync(path.join(folder, file), { bigint: true })
    states.set(file, `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.mode}`)
  }
  return states
}

/** Files that were written, added or removed between two snapshots, sorted. */
export function writtenBetween(before: Snapshot, after: Snapshot): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort()
}

/** Temporary folders of this process; they go when it ends, also when it is interrupted. */
const temporary = new Set<string>()
let isWatched = false

export function temporaryFolder(): string {
  if (!isWatched) {
    isWatched = true
    process.once('exit', () => {
      for (const folder of temporary) remove(folder)
    })
    process.once('SIGINT', () => process.exit(130))
    process.once('SIGTERM', () => process.exit(143))
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'retag-corpus-'))
  temporary.add(folder)
  return folder
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  temporary.delete(folder)
}

/** A copy with git's metadata: a clone would lack what a sparse or partial checkout lacks. */
export function copyTree(from: string, to: string, withGit = true): void {
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    filter: (source) => {
      const name = path.basename(source)
      return name !== 'node_modules' && (withGit || name !== '.git')
    },
  })
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true
}
