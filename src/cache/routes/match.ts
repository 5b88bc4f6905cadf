import type { Text } from '../values/types.js'
import { bestMatches, rivalOf } from './match-segments.js'
import { matchTyped } from './match-typed.js'
import { noRoute } from './no-route.js'
import {
  isWide,
  literal,
  type PathSegment,
  type PathText,
  pathText,
  shown,
  shownSegments,
  withoutQuery,
} from './path-text.js'
import type { Dead, Match, PathMatch, Route } from './types.js'

/**
 * The routes that `revalidatePath(path, type)` reaches. What has no effect is dead, with the path that was meant
 * (docs/next16.md, revalidatePath).
 *
 * @param routes of one app
 * @param path as given at the call site, holes where only run time knows
 * @param type the second argument; null without one
 */
export function matchPath(
  routes: readonly Route[],
  path: Text,
  type: 'page' | 'layout' | null = null,
): PathMatch {
  const scope = type ?? 'page'
  const text = pathText(path)
  if (text.rooted === null) return unsure(scope, [], 'its start is only known at run time')
  const bare = withoutQuery(text.parts)
  if (bare) return dead(scope, 'query', reachable(routes, pathText({ parts: bare }), shown(bare)))
  if (!text.rooted) return dead(scope, 'no-slash', fixedSlash(routes, text))
  return type === null ? matchPlain(routes, text) : matchTyped(routes, text, type)
}

function matchPlain(routes: readonly Route[], text: PathText): PathMatch {
  if (text.segments.some(isPattern)) return dead('page', 'pattern-without-type', sourceOf(routes, text))
  if (text.segments.some(isGroup)) {
    const meant = text.segments.filter((segment) => !isGroup(segment))
    return dead('page', 'group', reachable(routes, { ...text, segments: meant }, shownSegments(meant)))
  }
  const found = matchUrl(routes, text.segments)
  if (found.matches.length === 0) return found.dead || !found.certain ? found : unreachable(routes, text)
  if (text.trailing && isDeadWithSlash(routes))
    return dead('page', 'trailing-slash', shownSegments(text.segments))
  return found
}

/** The best matches of a URL; static segments win over parameters, as in Next.js. */
function matchUrl(routes: readonly Route[], path: readonly PathSegment[]): PathMatch {
  const strict = bestMatches(routes, path, false)
  const wide = path.find(isWide)
  const name = wide ? shown(wide) : ''
  if (strict.length > 0) {
    const isSure = wide === undefined || strict.every(fillsItsNamesake)
    const other = isSure ? otherRoute(routes, path, strict) : `\`${name}\` may be more than one segment`
    return other === '' ? sure(strict) : unsure('page', strict, other)
  }
  const loose = bestMatches(routes, path, true)
  if (loose.length > 0) return unsure('page', loose, 'a part of it that only run time knows names the route')
  if (wide) return unsure('page', [], `\`${name}\` may be more than one segment`)
  return sure([])
}

/** `/p/${project.path}` for `/p/[path]`: a hole that is named like its parameter is that one segment. */
function fillsItsNamesake({ params }: Match): boolean {
  return params.some(({ name, hole }) => hole !== null && isNamedLike(hole.name, name))
}

/** A hole beside static routes could be the name of one of them, unless it is named like the parameter. */
function otherRoute(
  routes: readonly Route[],
  path: readonly PathSegment[],
  strict: readonly Match[],
): string {
  const doubtful = strict.some(({ params }) =>
    params.some(({ name, hole }) => hole !== null && !isNamedLike(hole.name, name)),
  )
  if (!doubtful) return ''
  const other = rivalOf(routes, path)
  return other ? `it may also be ${other.pattern}` : ''
}

function isNamedLike(hole: string, param: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\.(?:toLowerCase|toString|trim)\(\)|^encodeURI(?:Component)?\b/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  return plain(hole).endsWith(plain(param)) || plain(param).endsWith(plain(hole))
}

function unreachable(routes: readonly Route[], text: PathText): PathMatch {
  const { kind, fixed, why } = noRoute(routes, text, (path) => matchUrl(routes, path).matches.length > 0)
  return { ...dead('page', kind, fixed), ...(why === '' ? {} : doubt(why)) }
}

function fixedSlash(routes: readonly Route[], text: PathText): string | null {
  if (/^[a-z]+:\/\//i.test(shown(text.parts))) return null
  const meant = { ...text, rooted: true }
  return reachable(routes, meant, shownSegments(text.segments))
}

/** The path for people where it reaches a route, else null. */
function reachable(routes: readonly Route[], { segments }: PathText, path: string): string | null {
  return matchUrl(routes, segments).matches.length > 0 ? path : null
}

/** The folder that a pattern such as `/posts/[slug]` means, groups included. */
function sourceOf(routes: readonly Route[], { segments }: PathText): string | null {
  const wanted = shownSegments(segments.filter((segment) => !isGroup(segment)))
  return routes.find(({ kind, pattern }) => kind === 'page' && pattern === wanted)?.source ?? null
}

function isPattern(segment: PathSegment): boolean {
  return segment.some((part) => typeof part === 'string' && /\[[^/]+\]/.test(part))
}

function isGroup(segment: PathSegment): boolean {
  return /^\([^/]*\)$/.test(literal(segment) ?? '')
}

/** Next.js cuts the slash off since 16.2. */
function isDeadWithSlash(routes: readonly Route[]): boolean {
  // Whether a slash at the end is right where every URL has one was not measured.
  if (routes[0]?.app.trailingSlash) return false
  const [, major = '0', minor = '0'] = /(\d+)(?:\.(\d+))?/.exec(routes[0]?.app.next ?? '') ?? []
  return Number(major) < 16 || (Number(major) === 16 && Number(minor) < 2)
}

function sure(matches: Match[]): PathMatch {
  return { scope: 'page', matches, certain: true, why: '', dead: null }
}

function unsure(scope: PathMatch['scope'], matches: Match[], why: string): PathMatch {
  return { scope, matches, ...doubt(why), dead: null }
}

function doubt(why: string): Pick<PathMatch, 'certain' | 'why'> {
  return { certain: false, why }
}

function dead(scope: PathMatch['scope'], kind: Dead['kind'], fixed: string | null): PathMatch {
  return { scope, matches: [], certain: true, why: '', dead: { kind, fixed } }
}
