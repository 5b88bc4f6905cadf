import { realpathSync } from 'node:fs'
import path from 'node:path'
import { globMatcher } from './globs.js'
import { isInside, relativeTo } from './paths.js'
import type { WorkspaceOptions } from './types.js'

/** A list from outside may name files through a symbolic link (`/tmp` on macOS) or files that are gone by now. */
function listed(root: string, file: string): string | null {
  const relative = relativeTo(root, file)
  if (relative !== null) return relative
  try {
    return relativeTo(root, path.join(realpathSync.native(path.dirname(file)), path.basename(file)))
  } catch {
    return null // Its folder does not exist, so it is no file of this tree.
  }
}

/** The part of `files` that a run may change. `targets` are the given paths, relative to root. */
export function selectFiles(
  root: string,
  files: readonly string[],
  targets: readonly string[],
  options: WorkspaceOptions,
): ReadonlySet<string> {
  const tests: ((file: string) => boolean)[] = []
  if (!targets.includes('')) {
    const single = new Set(targets)
    const folders = targets.length > 50 ? targets.filter((target) => !files.includes(target)) : targets
    tests.push((file) => single.has(file) || folders.some((folder) => isInside(file, folder)))
  }
  if (options.filesFrom !== undefined) {
    const named = new Set(options.filesFrom.map((file) => listed(root, file)))
    tests.push((file) => named.has(file))
  }
  if (options.include !== undefined && options.include.length > 0) tests.push(globMatcher(options.include))
  for (const patterns of [options.exclude ?? [], options.ignore ?? []]) {
    const taken = globMatcher(patterns)
    if (patterns.length > 0) tests.push((file) => !taken(file))
  }
  return new Set(files.filter((file) => tests.every((test) => test(file))))
}
