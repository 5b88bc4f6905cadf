import { formatPatch, structuredPatch } from 'diff'
import type { FileChange } from '../plan/types.js'

/** One file's change as a git patch; `git apply` takes the plain text (without colours). */
export function fileDiff({ file, before, after }: Pick<FileChange, 'file' | 'before' | 'after'>): string {
  // Nothing in an empty file asks for a change: where there was no text, the file is new.
  const isCreate = before === ''
  const old = isCreate ? '/dev/null' : `a/${file}`
  const patch = structuredPatch(old, `b/${file}`, before, after, undefined, undefined, { context: 3 })
  return formatPatch({ ...patch, isGit: true, ...(isCreate ? { isCreate, newMode: '100644' } : {}) })
}

/** All changes as one patch, in the order of file names. */
export function patchText(changes: readonly Pick<FileChange, 'file' | 'before' | 'after'>[]): string {
  return [...changes]
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(fileDiff)
    .join('')
}
