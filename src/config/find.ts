import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../workspace/types.js'

/** File names of a config, as looked for in every folder. */
export const configNames = ['retag.config.ts', 'retag.config.js', 'retag.config.mjs', 'retag.config.json']

/**
 * Finds the config that rules the given paths: the nearest one upward from each path, up to the folder that holds
 * `.git` (without one, up to the top of the disk).
 *
 * @param paths absolute paths of files or folders.
 * @returns the absolute path of the config, null without one.
 * @throws UsageError when one folder holds two configs, or two paths are ruled by different ones.
 */
export function findConfig(paths: string[]): string | null {
  const found = new Set<string | null>(paths.map(nearestConfig))
  const [first = null, second] = [...found]
  if (found.size > 1) {
    const names = [first, second].map((file) => file ?? 'no config').join(' and ')
    throw new UsageError(
      `The given paths are ruled by different configs (${names}). Pass --config <file> to choose one.`,
    )
  }
  return first
}

function nearestConfig(path: string): string | null {
  let folder = isFolder(path) ? path : dirname(path)
  for (;;) {
    const present = configNames.map((name) => join(folder, name)).filter((file) => existsSync(file))
    if (present.length > 1) {
      const names = present.map((file) => basename(file)).join(' and ')
      throw new UsageError(`${folder} holds ${names}. Keep one of them, or pass --config <file>.`)
    }
    if (present[0] !== undefined) return present[0]
    const parent = dirname(folder)
    if (existsSync(join(folder, '.git')) || parent === folder) return null
    folder = parent
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
