import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gitTopLevel, isIgnoredByGit } from '../workspace/git.js'
import { relativeTo } from '../workspace/paths.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'

/**
 * A report in the tree would be committed by mistake, and the next run would find another tree. So it may only land
 * there where git ignores it, or with `--force`. A source file is never written over.
 *
 * @param file absolute; its folder need not be there yet
 * @param shown as messages name it
 * @throws UsageError where it may not
 */
export function requireReportPlace(file: string, shown: string, workspace: Workspace, force: boolean): void {
  // A pipe or a device, such as `>(gzip > report.gz)` of a shell, is no file of the tree.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return
  const real = realPathOf(file)
  const inTree = relativeTo(workspace.root, real)
  if (inTree === null) return
  if (workspace.files.includes(inTree)) {
    throw new UsageError(`--report: ${shown} is a source file. Choose another name.`)
  }
  if (force || isIgnored(real)) return
  throw new UsageError(
    `--report: ${shown} lies in the tree that is analysed, and git does not ignore it. Name a file outside, such as ../${basename(file)}, or use --force.`,
  )
}

function isIgnored(file: string): boolean {
  const topLevel = gitTopLevel(existingFolder(file))
  const relative = topLevel === null ? null : relativeTo(topLevel, file)
  return topLevel !== null && relative !== null && isIgnoredByGit(topLevel, relative)
}

/** The path with symbolic links resolved as far as it is there. */
function realPathOf(file: string): string {
  if (existsSync(file)) return realpathSync.native(file)
  const folder = dirname(file)
  return folder === file ? file : join(realPathOf(folder), basename(file))
}

function existingFolder(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() || dirname(folder) === folder)
      return folder
  }
}
