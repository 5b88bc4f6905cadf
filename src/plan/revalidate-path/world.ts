import { createTypes } from '../../cache/plain/index.js'
import type { Types } from '../../cache/plain/types.js'
import { createReaders, type Readers } from '../../cache/readers/index.js'
import { type Route, routesOf } from '../../cache/routes/index.js'
import type { App } from '../../workspace/types.js'
import type { PlanInput } from '../input.js'
import type { Replaced } from './beside.js'

/** What the rules of this transform look at, found when it is asked for. */
export interface World {
  input: PlanInput
  readers: Readers
  types: Types
  /** What this run has replaced so far, in the order of files and places. */
  replaced: Replaced[]
  /** Routes of the apps that a file belongs to; of all apps for a file of another package. */
  routes(file: string): { app: App; routes: Route[] }[]
}

export function createWorld(input: PlanInput): World {
  const { workspace, graph } = input
  const known = new Map<App, Route[]>()
  const routesIn = (app: App): Route[] => {
    const found = known.get(app) ?? routesOf(workspace, app)
    known.set(app, found)
    return found
  }
  let types: Types | null = null
  return {
    input,
    readers: createReaders(graph),
    replaced: [],
    get types() {
      types ??= createTypes(workspace, graph)
      return types
    },
    routes(file) {
      const own = workspace.appOf(file)
      const apps = own ? [own] : workspace.apps.filter(({ appRouterDir }) => appRouterDir !== null)
      return apps.map((app) => ({ app, routes: routesIn(app) }))
    },
  }
}
