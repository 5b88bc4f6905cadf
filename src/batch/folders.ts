import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../workspace/types.js'

/** The places of a run; absolute. */
export interface Folders {
  out: string
  journal: string
  /** Reports of single repositories. */
  reports: string
  /** Clones of repositories from elsewhere that hold a new branch. */
  clones: string
  /** What this run is working on; gone at the end. Its own, since programs of a run that was killed may still be writing. */
  work: string
}

/** Names the places of a run; makes nothing. */
export function foldersIn(out: string): Folders {
  return {
    out,
    journal: join(out, 'journal.jsonl'),
    reports: join(out, 'reports'),
    clones: join(out, 'clones'),
    work: join(out, 'work', randomBytes(6).toString('hex')),
  }
}

/** Makes the places, and removes what a run that was killed has left in the one for work. */
export function makeFolders({ out, reports, work }: Folders): void {
  mkdirSync(reports, { recursive: true })
  remove(dirname(work))
  mkdirSync(work, { recursive: true })
  // The folder may stand in somebody's repository: git must not see it.
  writeFileSync(join(out, '.gitignore'), '*\n')
}

export function removeWork({ work }: Folders): void {
  remove(dirname(work))
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Somebody is writing there: the next run removes it.
    if (code !== 'ENOTEMPTY' && code !== 'EBUSY') throw error
  }
}

/**
 * Takes the output folder for this process.
 *
 * @returns gives it back
 * @throws UsageError while another run is using it
 */
export function lock({ out }: Folders): () => void {
  const file = join(out, 'lock')
  mkdirSync(out, { recursive: true })
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = Number(readFileSync(file, 'utf8'))
      if (isAlive(owner)) {
        throw new UsageError(
          `${out} is used by a run that is going on (process ${owner}). Wait for its end, choose another --out, or delete ${file} where that process is no retag.`,
        )
      }
      rmSync(file, { force: true })
    }
  }
  throw new UsageError(`${file} cannot be taken. Delete it where no other run is going on.`)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
