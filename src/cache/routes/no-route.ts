import { matchSegments } from './match-segments.js'
import { literal, type PathSegment, type PathText, pathText, shownSegments } from './path-text.js'
import type { Dead, Route } from './types.js'

/** What a path that no route takes may have meant; `why` is not empty where it may reach something after all. */
export function noRoute(
  routes: readonly Route[],
  { segments }: PathText,
  reaches: (path: readonly PathSegment[]) => boolean,
): Dead & { why: string } {
  const withoutBase = belowBase(routes, segments)
  if (withoutBase && reaches(withoutBase))
    return { kind: 'base-path', fixed: shownSegments(withoutBase), why: '' }
  const localised = routes.find(
    (route) => route.segments[0]?.locale && matchSegments(route.segments.slice(1), segments),
  )
  if (localised) {
    const why = localised.app.rewrites ? 'middleware may add the locale' : ''
    return { kind: 'no-locale', fixed: localised.source, why }
  }
  return { kind: 'no-route', fixed: null, why: whyHidden(routes) }
}

function belowBase(routes: readonly Route[], segments: readonly PathSegment[]): PathSegment[] | null {
  const base = pathText({ parts: [routes[0]?.app.basePath ?? ''] }).segments.map(literal)
  const isBased = base.length > 0 && base.every((name, index) => name === literal(segments[index] ?? []))
  return isBased ? segments.slice(base.length) : null
}

/** Why not all routes of the app can be seen; empty where they can. */
function whyHidden(routes: readonly Route[]): string {
  const app = routes[0]?.app
  if (!app) return 'the app has no route that could be read'
  if (app.rewrites) return 'the next.config or the middleware rewrites URLs'
  const other = app.pageExtensions.find((extension) => !/^(?:.*\.)?[cm]?[jt]sx?$/.test(extension))
  return other === undefined ? '' : `pages may also be .${other} files`
}
