import { routesJson, routesText } from '../report/routes.js'
import { UsageError } from '../workspace/types.js'
import type { Engine } from './engine.js'
import type { Io } from './io.js'
import { colorsFor, emit, widthOf } from './io.js'
import type { RoutesFlags } from './program.js'
import { absolutePaths, look } from './setup.js'

/**
 * `retag routes [path...]`: every route with when it is rendered, what it reads and which tags that carries.
 *
 * @returns the exit code.
 * @throws UsageError where no route is below the paths.
 */
export async function routes(paths: string[], flags: RoutesFlags, io: Io, engine?: Engine): Promise<number> {
  const { engine: used, analysis } = await look({ paths: absolutePaths(paths, io.cwd) }, flags, io, engine)
  const { root, selected } = analysis.workspace
  const rows = used.routes(analysis).filter(({ file }) => selected.has(file))
  if (rows.length === 0)
    throw new UsageError(
      'No route is below the paths given. Name a folder that holds pages or route handlers.',
    )
  const layout = { width: widthOf(io.stdout), colors: colorsFor(io.stdout, io.env) }
  await emit(io.stdout, flags.json ? routesJson(root, rows) : routesText(rows, layout))
  return 0
}
