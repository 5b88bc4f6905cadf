import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { storePlan } from '../plan/stored.js'
import { summary } from '../report/terminal.js'
import { shellQuote } from '../report/words.js'
import { UsageError } from '../workspace/types.js'
import type { Engine } from './engine.js'
import { readFileList } from './files-from.js'
import { decideReviews, requirePerson } from './interactive/index.js'
import { remember } from './interactive/remember.js'
import type { Io } from './io.js'
import { colorsFor, emit, OutputError, widthOf } from './io.js'
import type { PlanFlags } from './program.js'
import { prepareReports, probe, requireReportPlaces, writeReports, writing } from './report-files.js'
import { reportInput } from './report-input.js'
import { routesFor } from './report-routes.js'
import { absolutePaths, prepare } from './setup.js'

/**
 * `retag plan [path...]`: decides and stores the plan; changes nothing of the tree.
 *
 * @returns the exit code
 */
export async function makePlan(paths: string[], flags: PlanFlags, io: Io, engine?: Engine): Promise<number> {
  const output = flags.output === undefined || flags.output === '-' ? null : flags.output
  const file = output === null ? '' : resolve(io.cwd, output)
  const reports = prepareReports(flags.report ?? [], io.cwd)
  if (output !== null) {
    if (reports.some((report) => report.file === file)) {
      throw new UsageError(`--output: ${output} is a report too. Give each a file of its own.`)
    }
    probe(file, output, '--output')
    if (!flags.force) requirePlanOrNothing(file, output)
  }
  const { include, exclude } = flags
  const filesFrom = flags.filesFrom === undefined ? undefined : await readFileList(flags.filesFrom, io)
  if (flags.interactive) requirePerson(io)
  const prepared = await prepare(
    { paths: absolutePaths(paths, io.cwd), include, exclude, filesFrom },
    flags,
    io,
    engine,
  )
  const { analysis } = prepared
  requireReportPlaces(reports, analysis.workspace, flags.force === true)
  const decided = flags.interactive ? await decideReviews(prepared, io) : null
  const { plan, changes } = decided?.result ?? prepared.result
  await emit(
    io.stderr,
    summary(plan, {
      tense: 'would',
      width: widthOf(io.stderr),
      colors: colorsFor(io.stderr, io.env),
      writeCommand: `npx retag apply ${output === null ? '<plan>' : shellQuote(output)}`,
      diffShown: true,
      notes: [],
    }),
  )
  const routes = await routesFor(reports, analysis.workspace, analysis.graph, plan)
  if (reports.length > 0)
    writeReports(reports, reportInput(plan, changes, 'dry-run', analysis.workspace, routes))
  if (output === null) await emit(io.stdout, storePlan(plan))
  else {
    writing(output, '--output', OutputError, () => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, storePlan(plan))
    })
  }
  if (decided) await remember(prepared, decided, io)
  return plan.failures.length > 0 ? 3 : 0
}

/** `-o package.json` is a slip; an older plan is what the file is for. */
function requirePlanOrNothing(file: string, shown: string): void {
  const there = statSync(file, { throwIfNoEntry: false })
  if (there === undefined || !there.isFile() || there.size === 0) return
  if (/"tool":\s*\{\s*"name":\s*"retag"/.test(readFileSync(file, 'utf8').slice(0, 400))) return
  throw new UsageError(
    `--output: ${shown} is there and is no plan of retag. Choose another name, or use --force to write over it.`,
  )
}
