import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { ApplyResult } from '../index.js'
import type { FileChange } from '../plan/types.js'

const byteOrderMark = '\uFEFF'
export interface WriteOptions {
  /** Absolute path of the tree; a symbolic link is only followed to a file below it. */
  root: string
  /** True where the file begins with a byte order mark, which `text` does not hold. */
  bom: boolean
}

/**
 * Replaces a file in one step: the text goes to a temporary file in the same folder, is forced to disk and renamed
 * over the old one, so that an interruption at any moment leaves the old file or the new one, never a part. Mode and
 * owner stay; a symbolic link stays and its target is replaced.
 *
 * @param absolute path of an existing file
 * @param text new text without byte order mark
 * @throws Error with a message for a person; the file is then unchanged and nothing is left beside it
 */
export function writeFileSafely(absolute: string, text: string, { root, bom }: WriteOptions): void {
  if (text.trim() === '') throw new Error('the new text is empty; the file is unchanged')
  const target = realpathSync(absolute)
  if (!isBelow(target, realpathSync(root)))
    throw new Error(`is a link to ${target}, which lies outside of ${root}; change that file there`)
  // A rename would replace a read-only file too: whoever protected it meant it.
  accessSync(target, constants.W_OK)
  const { mode, uid, gid } = statSync(target)
  // Cut, because most file systems take names of at most 255 bytes.
  const name = `.${basename(target).slice(0, 50)}.${process.pid}.${randomBytes(6).toString('hex')}.retag-tmp`
  const temporaryFile = join(dirname(target), name)
  try {
    writeThrough(temporaryFile, (bom ? byteOrderMark : '') + text, mode)
    keepOwner(temporaryFile, uid, gid)
    renameSync(temporaryFile, target)
  } finally {
    rmSync(temporaryFile, { force: true })
  }
}

/**
 * Writes a file that is not there yet, with the folders that lead to it. The text is complete before the name appears;
 * a file that has come to stand there meanwhile is left alone.
 *
 * @param absolute path of the new file
 * @throws Error with a message for a person; nothing is left behind but, at most, an empty folder
 */
export function createFileSafely(absolute: string, text: string, root: string): void {
  const folder = dirname(absolute)
  const existing = existingFolder(folder)
  const target = realpathSync(existing)
  if (!statSync(target).isDirectory())
    throw new Error(`cannot be written: ${existing} is a file where its folder would be; move that away`)
  if (!isBelow(target, realpathSync(root)))
    throw new Error(`would stand in ${target}, which lies outside of ${root}; make that folder a real one`)
  mkdirSync(folder, { recursive: true })
  const name = `.${basename(absolute).slice(0, 50)}.${process.pid}.${randomBytes(6).toString('hex')}.retag-tmp`
  const temporaryFile = join(folder, name)
  const { uid, gid } = statSync(folder)
  try {
    writeThrough(temporaryFile, text, 0o644)
    keepOwner(temporaryFile, uid, gid)
    place(temporaryFile, absolute)
  } finally {
    rmSync(temporaryFile, { force: true })
  }
}

/** Gives a file its name, unless that is taken; a rename would replace what stands there. */
function place(temporaryFile: string, target: string): void {
  try {
    linkSync(temporaryFile, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || code === 'EEXIST' || !withoutLinks.has(code)) throw error
    copyFileSync(temporaryFile, target, constants.COPYFILE_EXCL)
  }
}

/** What file systems without hard links answer. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** The innermost folder on the way that is there. */
function existingFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined || at === dirname(at)) return at
  }
}

/**
 * Writes all changes, each for itself: one that fails is reported and the others go on.
 *
 * @param root absolute path that the changes' paths are relative to
 * @param changes texts without byte order mark; `before` must be what is on disk, or that file fails. An empty one is
 * that of a new file.
 */
export function applyChanges(root: string, changes: readonly FileChange[]): ApplyResult {
  const result: ApplyResult = { written: [], failures: [] }
  for (const { file, before, after } of changes) {
    try {
      const absolute = join(root, file)
      if (before === '') {
        createFileSafely(absolute, after, root)
        result.written.push(file)
        continue
      }
      const bom = checkUnchanged(absolute, before)
      writeFileSafely(absolute, withoutMark(after), { root, bom })
      result.written.push(file)
    } catch (error) {
      // Every reason ends as a failure of this file, said in the report; the exit code tells of it.
      result.failures.push({ file, message: explain(error) })
    }
  }
  return result
}

function writeThrough(file: string, text: string, mode: Stats['mode']): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    fchmodSync(descriptor, mode & 0o7777)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Only the superuser may give files away; for anybody else the owner is the same anyway. */
function keepOwner(file: string, uid: number, gid: number): void {
  if (process.getuid?.() === 0) chownSync(file, uid, gid)
}

/** True where the file begins with a byte order mark. */
function checkUnchanged(absolute: string, before: string): boolean {
  const bytes = readFileSync(absolute)
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const expected = Buffer.from((bom ? byteOrderMark : '') + withoutMark(before))
  if (bytes.equals(expected)) return bom
  if (!Buffer.from(bytes.toString('utf8')).equals(bytes))
    throw new Error('is not valid UTF-8; convert it and run again')
  throw new Error('changed since it was analysed; run again')
}

function withoutMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text
}

function isBelow(target: string, root: string): boolean {
  const path = relative(root, target)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

const reasons: Record<string, string> = {
  ENOENT: 'does not exist any more; run again',
  EACCES: 'permission denied; make the file and its folder writable',
  EPERM: 'permission denied; make the file and its folder writable',
  EROFS: 'the disk is read-only; work on a writable copy',
  ENOSPC: 'the disk is full; free some space and run again',
  EDQUOT: 'the quota is used up; free some space and run again',
  EEXIST: 'has come to stand there meanwhile; run again',
  EISDIR: 'is a folder; run again',
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (!code) return message
  return `cannot be written: ${reasons[code] ?? message}; the file is unchanged`
}
