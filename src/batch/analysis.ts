import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findConfig } from '../config/find.js'
import type { Report } from '../report/json.js'
import { gitEnvironment } from './git/environment.js'
import { runProcess } from './process.js'
import { reason } from './redact.js'
import { type Entry, RepositoryProblem, type Settings } from './types.js'

export interface AnalysisContext {
  /** Starts retag: Node with its flags, and the program; the first is the command. */
  program: readonly string[]
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  settings: Settings
  /** Megabytes. */
  memory: number
  /** Absolute paths of the reports to write. */
  files: { json: string; markdown: string; html: string }
}

export interface Analysed {
  report: Report
  megabytes: number | null
}

/** A part of the memory is not the heap of V8: the files that were read, and Node itself. */
const heapShare = 0.75

/**
 * Runs retag on a clone, in a process of its own with bounded memory.
 *
 * @param folder of the clone, absolute
 * @throws RepositoryProblem `skipped` where there is no Next.js app, `failed` where retag could not do its work
 */
export async function analyse(entry: Entry, folder: string, context: AnalysisContext): Promise<Analysed> {
  const { program, settings, memory, files } = context
  const [command = process.execPath, ...before] = program
  const args = [
    `--max-old-space-size=${Math.max(16, Math.floor(memory * heapShare))}`,
    ...before,
    settings.apply ? '--yes' : '--dry-run',
    ...Object.entries(files).flatMap(([format, file]) => ['--report', `${format}=${file}`]),
    ...settings.choices,
    ...configOf(entry, folder, settings.trust),
    '--',
    ...(entry.folders.length > 0 ? entry.folders : ['.']),
  ]
  const ended = await runProcess(command, args, {
    cwd: folder,
    env: childEnvironment(context.env),
    signal: context.signal,
    memory,
  })
  const said = ended.stderr.replaceAll(`${folder}/`, '').replaceAll(folder, 'the repository')
  if (ended.tooLarge || isOutOfMemory(ended.stderr)) {
    throw new RepositoryProblem(
      'failed',
      `It took more memory than the ${memory} MB of --memory. Raise that.`,
    )
  }
  if (ended.code === 0 || (ended.code === 3 && isReport(files.json))) {
    return { report: withRoot(files.json, entry.source.name), megabytes: ended.megabytes }
  }
  throw problemOf(said, ended.code, ended.signal, entry)
}

function problemOf(
  stderr: string,
  code: number | null,
  signal: string | null,
  entry: Entry,
): RepositoryProblem {
  const line = stderr.split('\n').find((some) => some.startsWith('retag: '))
  const { credentials } = entry.source.kind === 'url' ? entry.source : { credentials: null }
  if (line === undefined) {
    const last = stderr.trim().split('\n').at(-1) ?? ''
    const how = signal === null ? `exit code ${code}` : signal
    return new RepositoryProblem('failed', reason(`retag ended with ${how}: ${last}`, credentials))
  }
  const message = line.slice('retag: '.length)
  if (code === 2 && /^There is no Next\.js app .*: no package\.json depends on next/.test(message)) {
    return new RepositoryProblem('skipped', 'There is no Next.js app in it.')
  }
  return new RepositoryProblem('failed', reason(message, credentials))
}

function isOutOfMemory(stderr: string): boolean {
  return /JavaScript heap out of memory|Allocation failed/.test(stderr)
}

/** A config of the repository that is a module is only run where the person trusts it; otherwise it is read, or refused. */
function configOf(entry: Entry, folder: string, trust: boolean): string[] {
  if (entry.config !== null) return ['--config', entry.config]
  if (!trust) return []
  const own = findConfig(
    entry.folders.length > 0 ? entry.folders.map((name) => join(folder, name)) : [folder],
  )
  return own === null ? [] : ['--config', own]
}

/** What retag itself reads from the environment must not change what it does to a repository. */
function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DRY_RUN: _dry, GITHUB_ACTIONS: _actions, FORCE_COLOR: _color, ...rest } = gitEnvironment(env)
  return { ...rest, NO_COLOR: '1', GIT_NO_LAZY_FETCH: '1' }
}

function isReport(file: string): boolean {
  try {
    return readFileSync(file).length > 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return false
  }
}

/** Reads the report and names the repository in it: the folder of the clone is gone by the time somebody reads it. */
function withRoot(file: string, name: string): Report {
  const report = { ...(JSON.parse(readFileSync(file, 'utf8')) as Report), root: name }
  const next = `${file}.next`
  writeFileSync(next, `${JSON.stringify(report, null, 2)}\n`)
  renameSync(next, file)
  return report
}
