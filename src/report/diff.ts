import { formatPatch, structuredPatch } from 'diff'
import type { FileChange } from '../plan/types.js'
import type { Colors } from './colors.js'

/** One file's change as a git patch; `git apply` takes the plain text (without colours). */
export function fileDiff({ file, before, after }: Pick<FileChange, 'file' | 'before' | 'after'>): string {
  const patch = structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 })
  return formatPatch({ ...patch, isGit: true })
}

/** All changes as one patch, in the order of file names. */
export function patchText(changes: readonly Pick<FileChange, 'file' | 'before' | 'after'>[]): string {
  return [...changes]
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(fileDiff)
    .join('')
}

/** Colours a patch for a terminal, line by line. */
export function colorPatch(patch: string, colors: Colors): string {
  return patch
    .split('\n')
    .map((line) => {
      if (/^(diff |--- |\+\+\+ )/.test(line)) return colors.bold(line)
      if (line.startsWith('@@')) return colors.cyan(line)
      if (line.startsWith('+')) return colors.green(line)
      if (line.startsWith('-')) return colors.red(line)
      return line
    })
    .join('\n')
}
