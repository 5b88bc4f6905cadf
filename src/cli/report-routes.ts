import type { Graph } from '../graph/graph.js'
import type { Plan } from '../plan/types.js'
import type { RouteRow } from '../report/html/types.js'
import type { Workspace } from '../workspace/types.js'
import type { ReportFile } from './report-files.js'

/**
 * The routes of the apps that a plan is about, for the HTML report; undefined where none is asked for, since every route
 * has to be followed for it. To be asked before anything is written.
 *
 * @param graph that of the analysis; null where there was none
 */
export async function routesFor(
  reports: readonly ReportFile[],
  workspace: Workspace,
  graph: Graph | null,
  { decisions }: Pick<Plan, 'decisions'>,
): Promise<RouteRow[] | undefined> {
  if (!reports.some(({ format }) => format === 'html')) return undefined
  const [{ createReaders }, { routesOf }, { routeTable }, { reportRoutes }, { createGraph }] =
    await Promise.all([
      import('../cache/readers/index.js'),
      import('../cache/routes/index.js'),
      import('../cache/routes/table.js'),
      import('../report/html/routes.js'),
      import('../graph/graph.js'),
    ])
  const own = new Set(decisions.map(({ file }) => workspace.appOf(file)))
  // What stands in a package of its own is about every app.
  const apps = own.has(null) ? workspace.apps : workspace.apps.filter((app) => own.has(app))
  const routes = apps.flatMap((app) => routesOf(workspace, app))
  return reportRoutes(routeTable(routes, createReaders(graph ?? createGraph(workspace))))
}
