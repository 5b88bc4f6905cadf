import { realpathSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { hasTrackedFiles } from '../../workspace/git.js'
import { relativeTo } from '../../workspace/paths.js'
import type { Workspace } from '../../workspace/types.js'
import { settingsOf } from './config.js'
import type { FormatMode, Formatter } from './types.js'

/**
 * Why a formatter is not run; null where it may be. Nothing of the repository that is looked at is run unasked: under
 * `auto` the package must come from a `node_modules` that a person has installed, of which git holds nothing, and
 * the config must be data.
 */
export function whyNotRun(
  formatter: Formatter,
  { root, git }: Pick<Workspace, 'root' | 'git'>,
  mode: FormatMode,
): string | null {
  if (mode === 'trust') return null
  const { tool, config } = formatter
  const way = 'Use --format trust to run it all the same.'
  const folder = modulesFolder(formatter, root)
  const place = folder === null ? null : relativeTo(root, folder)
  if (folder === null || !isInstalled(formatter))
    return `${tool} is not run: its package is source of this repository. ${way}`
  if (git === null)
    return `${tool} is not run: without git nobody can tell installed code from source. ${way}`
  if (place !== null && hasTrackedFiles(git.topLevel, relativeTo(git.topLevel, folder) ?? place))
    return `${tool} is not run: git holds files of ${place}, so it may not be what was installed. ${way}`
  if (settingsOf(formatter).kind === 'code')
    return `${tool} is not run: ${relativeTo(root, config ?? '')} would have to be run for it. ${way}`
  return null
}

/** The outermost `node_modules` through which the package is reached. */
function modulesFolder({ package: path }: Formatter, root: string): string | null {
  const at = path.indexOf(`${sep}node_modules${sep}`, root.length)
  return at < 0 ? null : path.slice(0, at + `${sep}node_modules`.length)
}

/** A link from node_modules may lead to a package of the workspace. */
function isInstalled({ package: path }: Formatter): boolean {
  return `${dirname(realpathSync(path))}${sep}`.includes(`${sep}node_modules${sep}`)
}
