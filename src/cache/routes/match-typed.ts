import { bestMatches } from './match-segments.js'
import { literal, type PathSegment, type PathText, shownSegments } from './path-text.js'
import type { Dead, PathMatch, Route } from './types.js'

/**
 * With a type argument the path is the folder of the page or layout below the app folder, groups and `[slug]` as they
 * are written there; a value in the place of a parameter reaches nothing.
 */
export function matchTyped(
  routes: readonly Route[],
  { segments }: PathText,
  type: 'page' | 'layout',
): PathMatch {
  const folder = shownSegments(segments)
  const isLiteral = segments.every((segment) => literal(segment) !== null)
  const reached = isLiteral ? routes.filter((route) => isReached(route, folder, type)) : []
  if (reached.length > 0)
    return {
      scope: type,
      matches: reached.map((route) => ({ route, params: [] })),
      certain: true,
      why: '',
      dead: null,
    }
  return { scope: type, matches: [], certain: true, why: '', dead: meantBy(routes, segments, type) }
}

function isReached({ kind, source }: Route, folder: string, type: 'page' | 'layout'): boolean {
  if (kind === 'pages' || kind === 'pages-api') return false
  if (type === 'page') return kind === 'page' && source === folder
  return folder === '/' || source === folder || source.startsWith(`${folder}/`)
}

function meantBy(routes: readonly Route[], segments: readonly PathSegment[], type: 'page' | 'layout'): Dead {
  const pages = routes.filter(({ kind }) => kind === 'page')
  const plain = segments.filter((segment) => !/^\(.*\)$/.test(literal(segment) ?? ''))
  const pattern = shownSegments(plain)
  const grouped = pages.map(({ source }) => prefixWith(source, pattern, type)).find((found) => found !== null)
  if (grouped) return { kind: 'group', fixed: grouped }
  const [valued] = bestMatches(pages, plain, false)
  return valued ? { kind: 'value-with-type', fixed: valued.route.source } : { kind: 'no-route', fixed: null }
}

/** The folder whose URL is the pattern: the source itself for a page, a folder above it for a layout. */
function prefixWith(source: string, pattern: string, type: 'page' | 'layout'): string | null {
  const names = source.split('/').slice(1)
  const depths = type === 'page' ? [names.length] : names.map((_, index) => index + 1)
  for (const depth of depths) {
    const folder = names.slice(0, depth)
    if (`/${folder.filter((name) => !/^(?:\(.*\)|@.*)$/.test(name)).join('/')}` === pattern)
      return `/${folder.join('/')}`
  }
  return null
}
