import { structuredPatch } from 'diff'
import type { FileChange } from '../../plan/types.js'

/** A changed part of a file with three lines around it. */
export interface Hunk {
  /** First line, 1-based, in the old and in the new text. */
  oldStart: number
  newStart: number
  /** Each begins with ` `, `-` or `+`; a line `\ No newline at end of file` may stand among them. */
  lines: string[]
}

export interface FileHunks {
  file: string
  hunks: Hunk[]
}

/** What changed, file by file in the order of names. */
export function hunksOf(changes: readonly FileChange[]): FileHunks[] {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ file, before, after }) => ({ file, hunks: fileHunks(before, after) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

function fileHunks(before: string, after: string): Hunk[] {
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context: 3 })
  return patch.hunks.map(({ oldStart, newStart, lines }) => ({ oldStart, newStart, lines }))
}
