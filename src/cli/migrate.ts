import { carryOut, newRun, type Run } from './carry-out.js'
import type { Engine } from './engine.js'
import { parseThresholds } from './fail-on.js'
import { readFileList } from './files-from.js'
import { decideReviews, requirePerson } from './interactive/index.js'
import { remembering } from './interactive/remember.js'
import type { Io } from './io.js'
import type { MigrateFlags } from './program.js'
import { prepareReports, requireReportPlaces } from './report-files.js'
import { routesFor } from './report-routes.js'
import { requireWayBack } from './safety.js'
import { absolutePaths, type Prepared, prepare } from './setup.js'
import { finishTexts, parseFormat } from './texts.js'

/**
 * `retag [path...]`: plan, show, ask, write, tell.
 *
 * @returns the exit code.
 */
export async function migrate(
  argv: string[],
  paths: string[],
  flags: MigrateFlags,
  io: Io,
  engine?: Engine,
): Promise<number> {
  const failOn = parseThresholds(flags.failOn ?? [])
  const texts = { format: parseFormat(flags.format), verify: flags.verify === true }
  const run = newRun(argv, flags, io, { failOn, reports: prepareReports(flags.report ?? [], io.cwd) })
  if (flags.interactive) requirePerson(io)
  const { include, exclude } = flags
  const filesFrom = flags.filesFrom === undefined ? undefined : await readFileList(flags.filesFrom, io)
  const prepared = await prepare(
    { paths: absolutePaths(paths, io.cwd), include, exclude, filesFrom },
    flags,
    io,
    engine,
  )
  const { workspace } = prepared.analysis
  if (flags.interactive) requirePlaces(run, prepared)
  const decided = flags.interactive ? await decideReviews(prepared, io) : null
  const planned = decided?.result ?? prepared.result
  const carry = async (): Promise<number> => {
    const result = await finishTexts(run, { result: planned, workspace }, texts)
    const routes = await routesFor(run.reports, workspace, prepared.analysis.graph, result.plan)
    return await carryOut(run, { result, workspace, apply: prepared.engine.apply, routes })
  }
  return await (decided ? remembering(prepared, decided, io, carry) : carry())
}

/** What would be refused after the questions is refused before them, as far as it is known by then. */
function requirePlaces({ reports, flags, mode }: Run, { analysis, result }: Prepared): void {
  const { workspace } = analysis
  requireReportPlaces(reports, workspace, flags.force === true)
  const files = result.changes.map(({ file }) => file)
  if (mode === 'apply' && !flags.force && files.length > 0)
    requireWayBack(files, workspace.git, workspace.root)
}
