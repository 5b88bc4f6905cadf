import type { App } from '../../workspace/types.js'
import type { Hole, Text } from '../values/types.js'

export type SegmentKind = 'static' | 'dynamic' | 'catch-all' | 'optional-catch-all'

/** One segment of a URL pattern; groups and slots are none. */
export interface Segment {
  kind: SegmentKind
  /** The text of a static segment, the parameter of any other. */
  name: string
  /** True for `[locale]` or `[lang]` at the top, which middleware often fills in. */
  locale: boolean
}

/** `pages` and `pages-api`: of the pages router, where `revalidatePath` has no effect. */
export type RouteKind = 'page' | 'route-handler' | 'metadata' | 'pages' | 'pages-api'

/** A page that is rendered beside the page of a route (a parallel slot) or in its place (an intercepting one). */
export interface Branch {
  /** `@modal`, or the folder that intercepts: `(.)photo`. */
  name: string
  file: string
  layouts: string[]
  templates: string[]
}

/** One URL pattern of an app, with the files that make it. Lists are ordered from the root of the app inwards. */
export interface Route {
  app: App
  /** As a URL, without groups, slots and `basePath`: `/invoices/[id]`. */
  pattern: string
  /** The folder below the app folder, as `revalidatePath(path, type)` names it: `/(shop)/invoices/[id]`. */
  source: string
  segments: Segment[]
  /** Names of the dynamic segments. */
  params: string[]
  kind: RouteKind
  file: string
  layouts: string[]
  templates: string[]
  /** loading, error, not-found, forbidden and unauthorized files that stand around it. */
  boundaries: string[]
  /** Pages and defaults of parallel slots that are rendered with it. */
  slots: Branch[]
  /** Pages that intercept it. */
  intercepted: Branch[]
}

/** What fills a parameter of a route. */
export interface Binding {
  name: string
  text: Text
  /** The hole, where it alone fills the parameter. */
  hole: Hole | null
}

export interface Match {
  route: Route
  params: Binding[]
}

/**
 * Why a path reaches nothing. `value-with-type`: a value where the type argument wants the folder (`/posts/1`, 'page').
 * `no-locale`: only a route with a locale in front has that path.
 */
export type DeadKind =
  | 'query'
  | 'no-slash'
  | 'group'
  | 'pattern-without-type'
  | 'value-with-type'
  | 'trailing-slash'
  | 'base-path'
  | 'no-locale'
  | 'no-route'

export interface Dead {
  kind: DeadKind
  /** The path that was meant, holes as `${name}`; null where that cannot be told. */
  fixed: string | null
}

export interface PathMatch {
  /** `layout`: everything below the path too (`revalidatePath(path, 'layout')`). */
  scope: 'page' | 'layout'
  /** Empty for a dead path. Several where it may be any of them, and for `layout`. */
  matches: Match[]
  /** False where a hole could make it another route, or where not all routes can be seen. */
  certain: boolean
  /** Half a sentence that says why it is not certain; empty where it is. */
  why: string
  dead: Dead | null
}
