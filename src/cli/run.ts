import { UsageError } from '../workspace/types.js'
import { applyPlan } from './apply-plan.js'
import { batch } from './batch.js'
import type { Engine } from './engine.js'
import { explain } from './explain.js'
import { Interrupted, signalCode } from './interrupt.js'
import type { Io } from './io.js'
import { colorsFor, emit, OutputError } from './io.js'
import { listText } from './list.js'
import { makePlan } from './make-plan.js'
import { migrate } from './migrate.js'
import { parse } from './program.js'
import { mergeReports } from './report-merge.js'
import { routes } from './routes.js'

/**
 * The whole command line, without the process around it.
 *
 * @param argv without `node` and the script.
 * @param engine what analyses, plans and applies; the real one when absent.
 * @returns the exit code; all text has left for the streams by then.
 */
export async function run(argv: string[], io: Io, engine?: Engine): Promise<number> {
  try {
    return await dispatch(argv, io, engine)
  } catch (error) {
    return await tellFailure(error, io)
  }
}

async function dispatch(argv: string[], io: Io, engine?: Engine): Promise<number> {
  const request = parse(argv)
  switch (request.command) {
    case 'show':
      await emit(io.stdout, request.text)
      return 0
    case 'list':
      await emit(io.stdout, listText(io))
      return 0
    case 'routes':
      return await routes(request.paths, request.flags, io, engine)
    case 'explain':
      return await explain(request.target, request.flags, io, engine)
    case 'plan':
      return await makePlan(request.paths, request.flags, io, engine)
    case 'apply':
      return await applyPlan(argv, request.plan, request.path, request.flags, io)
    case 'batch':
      return await batch(request, io)
    case 'merge':
      return await mergeReports(request.files, request.flags, io)
    case 'migrate':
      return await migrate(argv, request.paths, request.flags, io, engine)
  }
}

/** The one place where failures become text: one line for a person's mistake, the stack for ours. */
async function tellFailure(error: unknown, io: Io): Promise<number> {
  const { red, bold } = colorsFor(io.stderr, io.env)
  if (error instanceof UsageError) {
    await emit(io.stderr, `${red(bold('retag:'))} ${oneLine(error.message)}\n`)
    return 2
  }
  if (error instanceof OutputError) {
    await emit(io.stderr, `${red(bold('retag:'))} ${error.message}\n`)
    return 3
  }
  if (error instanceof Interrupted) {
    await emit(io.stderr, 'Interrupted: nothing was written.\n')
    return signalCode('SIGINT')
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  await emit(
    io.stderr,
    `${red(bold('retag:'))} ${message.split('\n')[0]} (a bug in retag; please report it with the lines below)\n${stack}\n`,
  )
  return 3
}

/** File names may hold line ends. */
function oneLine(text: string): string {
  return text.replaceAll('\r', '\\r').replaceAll('\n', '\\n')
}
