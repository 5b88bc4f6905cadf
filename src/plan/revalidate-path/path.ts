import { ts } from '@ts-morph/common'
import { type Dead, type Match, matchPath, type PathMatch } from '../../cache/routes/index.js'
import { bindingOf } from '../../cache/values/binding.js'
import { isOpen, showText, textsOf } from '../../cache/values/index.js'
import type { Text } from '../../cache/values/types.js'
import { bare } from '../../graph/syntax.js'
import { globMatcher } from '../../workspace/globs.js'
import { keep, review, type Verdict } from '../decision.js'
import type { TracedSite } from '../input.js'
import type { OpenVerdict } from './answer.js'
import type { World } from './world.js'

/** What a path says of itself: the one page that it names, or why it is left alone. */
export type PathOutcome =
  | { match: Match; text: Text; verdict: null; dead: null }
  | { match: null; text: Text | null; verdict: OpenVerdict; dead: Dead | null }

/** @param page file of the page that a person said is meant */
export function pathOutcome(world: World, { site }: TracedSite, page: string | null): PathOutcome {
  const [path, type, more] = site.arguments
  if (!path) return left(keep('no-argument', 'It is called without a path.'))
  if (path.spread || type?.spread || more) return left(keep('spread-argument', 'Its arguments are spread.'))
  const kind = type ? typeOf(type.node) : null
  if (kind === 'unknown')
    return left(keep('type-computed', 'Whether it means a page or a layout is only known at run time.'))
  const text = pathText(world, path.node)
  if ('action' in text) return left(text)
  const shown = showText(text)
  const isRoot = shown === '/' || shown === ''
  if (kind === 'layout')
    return left(
      keep(
        'layout',
        isRoot
          ? 'It refreshes every page of the app, which no tag does.'
          : 'It refreshes everything below a layout, which no tag does.',
      ),
      text,
    )
  const found = matchIn(world, site.file, text, kind)
  if (found.dead && found.certain) return { ...left(deadVerdict(found.dead, shown), text), dead: found.dead }
  if (isRoot && !isMapped(world, '/'))
    return left(keep('root', 'The start page has no entity of its own.'), text)
  if (isResource(world, shown))
    return left(keep('resource', 'The config says that its URL itself is the resource.'), text)
  return ofMatches(chosen(found, page), text)
}

function chosen(found: PathMatch, page: string | null): PathMatch {
  const match = found.matches.find(({ route }) => route.kind === 'page' && route.file === page)
  return match ? { ...found, matches: [match], certain: true } : found
}

function ofMatches(found: PathMatch, text: Text): PathOutcome {
  const { matches, certain, why } = found
  const [match, other] = matches
  if (!match)
    return left(
      keep(
        'no-page',
        `No page of the app is at ${showText(text)}${why ? `, as far as can be told: ${why}` : ''}.`,
      ),
      text,
    )
  const kinds = new Set(matches.map(({ route }) => route.kind))
  if (!kinds.has('page')) {
    const isPages = match.route.kind === 'pages' || match.route.kind === 'pages-api'
    return left(
      isPages
        ? keep(
            'pages-router',
            'The page belongs to the pages router, which revalidatePath does not reach; use res.revalidate().',
          )
        : keep('resource', `${match.route.file} serves the URL itself: a resource is refreshed by its path.`),
      text,
    )
  }
  if (!certain || other) {
    const verdict = review(
      'several-pages',
      `Which page it means is not certain: ${why || `${matches.map(({ route }) => route.pattern).join(' and ')} both match`}.`,
    )
    const pages = matches.filter(({ route }) => route.kind === 'page').map(({ route }) => route)
    return left({ ...verdict, open: { kind: 'page', pages } }, text)
  }
  return { match, text, verdict: null, dead: null }
}

function left(verdict: OpenVerdict, text: Text | null = null): PathOutcome & { match: null } {
  return { match: null, text, verdict, dead: null }
}

function deadVerdict({ kind, fixed }: Dead, shown: string): Verdict {
  const what: Record<Dead['kind'], string> = {
    query: 'a query string is no part of a path',
    'no-slash': 'a path begins with a slash',
    group: 'a route group is no part of a URL',
    'pattern-without-type': "a route pattern needs the type 'page' or 'layout'",
    'value-with-type': 'with a type, the path is the folder of the route, not a URL',
    'trailing-slash': 'a slash at the end is only understood from Next.js 16.2 on',
    'base-path': 'basePath is no part of the path here',
    'no-locale': 'the route has a locale in front',
    'no-route': 'no route of the app has that path',
  }
  const mend = fixed === null ? '' : ` ${fixed} was meant.`
  return keep(
    'dead-path',
    `${shown} invalidates nothing: ${what[kind]}.${mend} In an action it still renders the current page again.`,
  )
}

function matchIn(world: World, file: string, text: Text, kind: 'page' | null): PathMatch {
  const found = world.routes(file).map(({ routes }) => matchPath(routes, text, kind))
  const hits = found.filter(({ matches }) => matches.length > 0)
  const [only] = hits.length > 0 ? hits : found
  if (hits.length > 1 && only)
    return {
      ...only,
      matches: hits.flatMap(({ matches }) => matches),
      certain: false,
      why: 'more than one app of the repository has that path',
    }
  return (
    only ?? {
      scope: 'page',
      matches: [],
      certain: false,
      why: 'no app of the repository runs it',
      dead: null,
    }
  )
}

function typeOf(node: ts.Expression): 'page' | 'layout' | 'unknown' | null {
  const value = bare(node)
  if (ts.isIdentifier(value) && value.text === 'undefined') return null
  if (!ts.isStringLiteralLike(value)) return 'unknown'
  return value.text === 'page' || value.text === 'layout' ? value.text : 'unknown'
}

/** The one text that a path may be; a verdict where there is none. */
function pathText(world: World, node: ts.Expression): Text | Verdict {
  const { graph } = world.input
  const found = textsOf(graph, node)
  const [text, other] = found?.texts ?? []
  if (!found?.complete || !text || isOpen(text)) {
    return comesFromClient(world, node)
      ? keep('client-input', 'The path comes from whoever calls it, so no page can be named here.')
      : keep('computed', 'The path is made at run time, so no page can be named here.')
  }
  if (other)
    return keep(
      'several-paths',
      `It may be ${found.texts.map(showText).join(' or ')}; write one call for each to have them looked at.`,
    )
  return text
}

/** A parameter of the function around it, what is read off a request, or what a schema makes of that. */
function comesFromClient(world: World, expression: ts.Expression): boolean {
  const node = bare(expression)
  if (ts.isPropertyAccessExpression(node)) return comesFromClient(world, node.expression)
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText()
    const [first] = node.arguments
    if (/^(?:String|(?:de|en)codeURI(?:Component)?)$/.test(callee))
      return first !== undefined && comesFromClient(world, first)
    return /searchParams|formData|\.json$|\.get$|\.(?:safeParse|parse)(?:Async)?$/i.test(callee)
  }
  if (!ts.isIdentifier(node)) return false
  const model = world.input.graph.model(node.getSourceFile().fileName)
  const binding = model && bindingOf(model, node)
  if (binding?.kind === 'parameter') return true
  const initializer = binding?.kind === 'variable' ? binding.declaration.initializer : undefined
  return initializer ? comesFromClient(world, initializer) : false
}

function isResource({ input }: World, path: string): boolean {
  const { resources } = input.choices
  return (
    resources.length > 0 &&
    globMatcher(resources.map((glob) => glob.replace(/^\//, '')))(path.replace(/^\//, ''))
  )
}

function isMapped({ input }: World, route: string): boolean {
  return input.choices.paths.some((one) => one.route === route)
}
