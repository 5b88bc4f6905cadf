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
import { type ProgressBar, progressBar } from './progress.js'

export interface Prepared {
  engine: Engine
  analysis: Analysis
  result: PlanResult
  /** As they hold for this tree: paths count from its root. */
  choices: Choices
  /** The config that rules it, and its folder as seen from the root; null without one. */
  config: { file: string; prefix: string } | null
}

/** A tree that was opened, and the config that rules it. */
export interface Looked {
  engine: Engine
  analysis: Analysis
}

interface Paths extends Omit<WorkspaceOptions, 'ignore'> {
  /** Absolute paths that the config is looked for from, where they are others. */
  ruled?: string[]
}

/**
 * The way from a command line to a plan: config, choices, analysis, plan. Everything that can be wrong with flags and
 * config is found before the analysis begins.
 *
 * @param options.paths absolute.
 */
export async function prepare(
  options: Paths,
  flags: SharedFlags,
  io: Io,
  engine?: Engine,
): Promise<Prepared> {
  const loaded = await configFor(options, flags, io)
  const choices = mergeChoices(loaded?.config ?? {}, flags)
  const used = engine ?? (await loadEngine())
  const bar = progressBar(io)
  try {
    const analysis = opened(used, options, loaded, io, bar)
    const { root, apps } = analysis.workspace
    const prefix = loaded === null ? '' : prefixOf(loaded.dir, root)
    const placed: Choices = rebaseGlobs(choices, prefix)
    checkProfiles(placed, apps)
    const result = used.plan(analysis, placed, bar.update)
    const config = loaded === null ? null : { file: loaded.file, prefix }
    return { engine: used, analysis, result, choices: placed, config }
  } finally {
    bar.stop()
  }
}

/** As {@link prepare}, for what only looks at the tree. */
export async function look(
  options: Paths,
  flags: Pick<SharedFlags, 'config'>,
  io: Io,
  engine?: Engine,
): Promise<Looked> {
  const loaded = await configFor(options, flags, io)
  const used = engine ?? (await loadEngine())
  const bar = progressBar(io)
  try {
    return { engine: used, analysis: opened(used, options, loaded, io, bar) }
  } finally {
    bar.stop()
  }
}

type Loaded = Awaited<ReturnType<typeof loadConfig>>

function configFor(
  { paths, ruled = paths }: Paths,
  flags: Pick<SharedFlags, 'config'>,
  io: Io,
): Promise<Loaded> {
  const explicit = flags.config === undefined ? {} : { explicit: resolve(io.cwd, flags.config) }
  return loadConfig({ paths: ruled, cwd: io.cwd, ...explicit })
}

function opened(
  engine: Engine,
  { ruled: _, ...options }: Paths,
  loaded: Loaded,
  io: Io,
  bar: ProgressBar,
): Analysis {
  const prefix = loaded === null ? '' : prefixOf(loaded.dir, repositoryRoot(loaded.dir))
  const ignore = (loaded?.config.ignore ?? []).map((glob) => rebaseGlob(glob, prefix))
  const analysis = engine.analyze({ ...options, ignore }, bar.update)
  requireWork(analysis, io.cwd)
  return analysis
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
