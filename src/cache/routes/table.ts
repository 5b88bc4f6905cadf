import { byCodeUnit } from '../../workspace/paths.js'
import type { Readers, ReadKind } from '../readers/index.js'
import { showText } from '../values/index.js'
import type { Route } from './types.js'

/** One read of a route; plain data. */
export interface RouteReader {
  file: string
  /** 1-based. */
  line: number
  kind: ReadKind
  what: string
  cached: boolean | 'unknown'
  /** Texts with holes as `${name}`, sorted. */
  tags: string[]
}

/** One line of `retag routes`; plain data, the same in two runs. */
export interface RouteRow {
  /** Folder of the app. */
  app: string
  route: string
  file: string
  type: Route['kind']
  kind: 'static' | 'dynamic' | 'unknown'
  /** Why, with `file:line` where there is one. */
  why: string
  readers: RouteReader[]
  /** Places that could not be followed: `file:line why`. */
  incomplete: string[]
}

/** What each route reads, as a table sorted by app, route and file. */
export function routeTable(routes: readonly Route[], readers: Readers): RouteRow[] {
  return routes
    .map((route): RouteRow => {
      const { reads, rendering, incomplete } = readers.of(route)
      const where = rendering.file === null ? '' : ` (${rendering.file}:${rendering.line})`
      return {
        app: route.app.dir,
        route: route.pattern,
        file: route.file,
        type: route.kind,
        kind: rendering.kind,
        why: rendering.why + where,
        readers: reads.map(({ file, line, kind, what, cached, tags }) => ({
          file,
          line,
          kind,
          what,
          cached,
          tags: [...new Set(tags.flatMap(({ texts }) => texts.texts.map(showText)))].sort(byCodeUnit),
        })),
        incomplete: incomplete.map(({ file, line, why }) => `${file}:${line} ${why}`),
      }
    })
    .sort((a, b) => byCodeUnit(a.app, b.app) || byCodeUnit(a.route, b.route) || byCodeUnit(a.file, b.file))
}
