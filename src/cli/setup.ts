import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { loadConfig } from '../config/load.js'
import { checkProfiles, mergeChoices, rebaseGlob, rebaseGlobs } from '../config/merge.js'
import type { Choices } from '../config/types.js'
import type { Analysis, PlanResult, WorkspaceOptions } from '../index.js'
import { UsageError } from '../workspace/types.js'
import type { Engine } from './engine.js'
import { loadEngine } from './engine.js'
import type { Io } from './io.js'
import type { SharedFlags } from './program.js'
import { progressBar } from './progress.js'

export interface Prepared {
  engine: Engine
  analysis: Analysis
  result: PlanResult
}

/**
 * The way from a command line to a plan: config, choices, analysis, plan. Everything that can be wrong with flags and
 * config is found before the analysis begins.
 *
 * @param options.paths absolute.
 */
export async function prepare(
  options: Omit<WorkspaceOptions, 'ignore'>,
  flags: SharedFlags,
  io: Io,
  engine?: Engine,
): Promise<Prepared> {
  const loaded = await loadConfig({
    paths: options.paths,
    cwd: io.cwd,
    ...(flags.config === undefined ? {} : { explicit: resolve(io.cwd, flags.config) }),
  })
  const choices = mergeChoices(loaded?.config ?? {}, flags)
  const ignore = (loaded?.config.ignore ?? []).map((glob) =>
    rebaseGlob(glob, loaded === null ? '' : prefixOf(loaded.dir, repositoryRoot(loaded.dir))),
  )
  const { analyze, plan, apply } = engine ?? (await loadEngine())
  const bar = progressBar(io)
  try {
    const analysis = analyze({ ...options, ignore }, bar.update)
    const { root, apps } = analysis.workspace
    requireWork(analysis, io.cwd)
    const placed: Choices = rebaseGlobs(choices, loaded === null ? '' : prefixOf(loaded.dir, root))
    checkProfiles(placed, apps)
    return { engine: { analyze, plan, apply }, analysis, result: plan(analysis, placed, bar.update) }
  } finally {
    bar.stop()
  }
}

function requireWork({ workspace }: Analysis, cwd: string): void {
  const where = relative(realpathSync(cwd), workspace.root) === '' ? 'here' : `in ${workspace.root}`
  if (workspace.apps.length === 0) {
    const manifest = workspace.unreadable.find(({ file }) => /(^|\/)package\.json$/.test(file))
    if (manifest !== undefined) {
      throw new UsageError(`There is no Next.js app ${where}. ${manifest.file}: ${manifest.message}.`)
    }
    throw new UsageError(
      `There is no Next.js app ${where}: no package.json depends on next, and there is no next.config. Give the path of one.`,
    )
  }
  if (workspace.selected.size === 0) {
    throw new UsageError(
      'No source file is selected. Check the paths, --files-from, --include, --exclude and the ignore list of the config.',
    )
  }
}

/** The paths of a command line, made absolute; the current folder when none is given. */
export function absolutePaths(paths: string[], cwd: string): string[] {
  if (paths.length === 0) return [cwd]
  return paths.map((path) => {
    const absolute = resolve(cwd, path)
    if (existsSync(absolute)) return absolute
    throw new UsageError(`${path} does not exist. Give a file or folder, or none for the current folder.`)
  })
}

/** `dir` as seen from `root`, POSIX; `''` for the root itself and for folders outside of it. */
function prefixOf(dir: string, root: string): string {
  const path = relative(realpathSync(root), realpathSync(dir))
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
  return isOutside ? '' : path.split(sep).join('/')
}

/** The folder upward that holds `.git`, from which the globs of a workspace count; the folder itself without git. */
function repositoryRoot(dir: string): string {
  for (let folder = dir; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return dir
  }
}
