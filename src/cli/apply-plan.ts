import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Replayed } from '../plan/replay.js'
import { readPlan } from '../plan/stored.js'
import type { Plan } from '../plan/types.js'
import { count } from '../report/words.js'
import { relativeTo } from '../workspace/paths.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import { carryOut, newRun } from './carry-out.js'
import { parseThresholds } from './fail-on.js'
import type { Io } from './io.js'
import type { ApplyFlags } from './program.js'
import { prepareReports } from './report-files.js'
import { routesFor } from './report-routes.js'
import { absolutePaths } from './setup.js'
import { finishTexts, parseFormat } from './texts.js'

/**
 * `retag apply <plan>`: carries a stored plan out, with everything that keeps `retag` itself from doing harm.
 *
 * @param given the file of the plan, as the person wrote it
 * @param folder the tree that it is for; that of the current folder when absent
 * @returns the exit code
 * @throws UsageError for a file that is no plan, and for a plan of another tree
 */
export async function applyPlan(
  argv: string[],
  given: string,
  folder: string | undefined,
  flags: ApplyFlags,
  io: Io,
): Promise<number> {
  const failOn = parseThresholds(flags.failOn ?? [])
  const texts = { format: parseFormat(flags.format), verify: flags.verify === true }
  const run = newRun(argv, flags, io, { failOn, reports: prepareReports(flags.report ?? [], io.cwd) })
  const [path = io.cwd] = absolutePaths(folder === undefined ? [] : [folder], io.cwd)
  const stored = readPlan(readText(resolve(io.cwd, given), given), given)
  // Loaded late, as with the other commands: a wrong plan is told without waiting for a compiler.
  const { apply, replay, openWorkspace } = await loadReplay()
  const workspace = treeOf(stored, path, openWorkspace)
  const replayed = replay(stored, workspace)
  requireSomething(stored, replayed, given, workspace)
  run.notes.push(...replayed.notes)
  const result = await finishTexts(run, { result: replayed, workspace }, texts)
  const routes = await routesFor(run.reports, workspace, null, result.plan)
  return await carryOut(run, { result, workspace, apply, routes })
}

async function loadReplay() {
  const [{ apply }, { replay }, { openWorkspace }] = await Promise.all([
    import('../index.js'),
    import('../plan/replay.js'),
    import('../workspace/index.js'),
  ])
  return { apply, replay, openWorkspace }
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new UsageError(`${shown} ${why}. Name a plan that \`retag plan -o <file>\` has stored.`)
  }
}

/**
 * The tree that the given folder belongs to. Without git the root of a tree depends on the paths that were given, so
 * the root that the plan names counts where it lies in that tree, and only there.
 */
function treeOf({ root }: Plan, path: string, open: (options: { paths: string[] }) => Workspace): Workspace {
  const workspace = open({ paths: [path] })
  const planned = existsSync(root) ? realpathSync.native(root) : null
  const isBelow =
    planned !== null && planned !== workspace.root && relativeTo(workspace.root, planned) !== null
  return isBelow ? open({ paths: [planned] }) : workspace
}

/** Where no file at all is as planned, it is another tree, or the plan is an old one: one line, and nothing else. */
function requireSomething(
  stored: Plan,
  { changes, refused }: Replayed,
  shown: string,
  workspace: Workspace,
): void {
  const [first] = refused
  if (first === undefined || changes.length > 0) return
  const files =
    stored.files.length === 1 ? 'The one file' : `None of the ${count(stored.files.length, 'file')}`
  const are = stored.files.length === 1 ? 'is not' : 'is'
  throw new UsageError(
    `${files} of ${shown} ${are} in ${workspace.root} as it was when the plan was made. ${first.file}: ${first.message}`,
  )
}
