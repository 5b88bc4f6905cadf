import type { Graph } from '../../graph/graph.js'
import type { Route } from '../routes/types.js'
import { exportsName, type Setting, settingsOf } from './segment-config.js'
import type { Gap, Mark, Read, Rendering } from './types.js'

/** What decides when a route is rendered, beside its files. */
export interface Facts {
  marks: readonly Mark[]
  reads: readonly Read[]
  gaps: readonly Gap[]
  settings: readonly Setting[]
}

/** The settings of all segments of a route, outermost first. */
export function routeSettings(graph: Graph, route: Route): Setting[] {
  return [...route.layouts, route.file].flatMap((file) => settingsOf(graph, file))
}

/** When Next.js renders a route: once, until something expires it, or for each request. */
export function renderingOf(graph: Graph, route: Route, facts: Facts): Rendering {
  if (route.kind === 'pages-api') return because('dynamic', 'an API route runs for each request')
  if (route.kind === 'pages') return pagesRendering(graph, route)
  const said = (name: Setting['name']): Setting | undefined =>
    facts.settings.findLast((one) => one.name === name)
  const any = (name: Setting['name'], value: Setting['value']): Setting | undefined =>
    facts.settings.find((one) => one.name === name && one.value === value)

  if (route.app.cacheComponents) return withCacheComponents(route, facts)
  const forced = any('dynamic', 'force-dynamic')
  if (forced) return at('dynamic', "dynamic = 'force-dynamic'", forced)
  const dynamic = said('dynamic')
  if (dynamic?.value === 'force-static' || dynamic?.value === 'error')
    return at('static', `dynamic = '${dynamic.value}'`, dynamic)
  const never = any('revalidate', 0)
  if (never) return at('dynamic', 'revalidate = 0', never)
  const edge = any('runtime', 'edge') ?? any('runtime', 'experimental-edge')
  if (edge) return at('dynamic', "runtime = 'edge'", edge)
  const unread = facts.settings.find(({ value }) => value === 'unknown')
  if (unread) return at('unknown', `${unread.name} is no constant`, unread)
  if (
    route.kind === 'route-handler' &&
    !said('revalidate') &&
    !exportsName(graph, route.file, 'generateStaticParams')
  )
    return because('dynamic', 'a route handler runs for each request')
  const unbuilt = route.kind === 'page' || route.kind === 'route-handler' ? missingParams(graph, route) : null
  if (unbuilt) return because('dynamic', `[${unbuilt}] has no generateStaticParams`)
  const noStore = any('fetchCache', 'force-no-store') ?? any('fetchCache', 'only-no-store')
  if (noStore && facts.reads.some(({ kind }) => kind === 'fetch'))
    return at('dynamic', `fetchCache = '${noStore.value}'`, noStore)
  return fromMarks(facts) ?? because('static', 'nothing in it reads the request')
}

function fromMarks({ marks, gaps }: Facts): Rendering | null {
  const sure = marks.find((mark) => mark.sure)
  if (sure) return at('dynamic', sure.why, sure)
  const [maybe] = marks
  if (maybe) return at('unknown', `${maybe.why}, but not always`, maybe)
  const [gap] = gaps
  return gap ? at('unknown', gap.why, gap) : null
}

/** With cacheComponents a page is a static shell with holes; where the holes are is up to Suspense. */
function withCacheComponents(route: Route, facts: Facts): Rendering {
  if (route.kind === 'route-handler' && facts.marks.length > 0) return fromMarks(facts) as Rendering
  const [mark] = facts.marks
  if (mark) return at('unknown', `${mark.why} in a static shell`, mark)
  const read = facts.reads.find(({ cached, kind }) => cached !== true && kind !== 'use-cache')
  if (read) return at('unknown', `${read.what} in a static shell`, read)
  if (route.params.length > 0) return because('unknown', 'its parameters may make a hole in the static shell')
  const [gap] = facts.gaps
  return gap ? at('unknown', gap.why, gap) : because('static', 'nothing in it reads the request')
}

/**
 * The last parameter without `generateStaticParams` at or below it: then nothing is prerendered, nor kept when it was
 * asked for. https://nextjs.org/docs/app/api-reference/functions/generate-static-params#all-paths-at-runtime
 */
function missingParams(graph: Graph, route: Route): string | null {
  const last = route.params.at(-1)
  if (last === undefined) return null
  const folders = route.source.split('/')
  const depth = folders.findLastIndex((name) => name.includes(`${last}]`))
  const folder = folders.slice(0, depth + 1).join('/')
  const below = [...route.layouts, route.file].filter((file) =>
    `${file.slice(0, file.lastIndexOf('/'))}/`.includes(`${folder}/`),
  )
  return below.some((file) => exportsName(graph, file, 'generateStaticParams')) ? null : last
}

function pagesRendering(graph: Graph, route: Route): Rendering {
  if (exportsName(graph, route.file, 'getServerSideProps')) return because('dynamic', 'getServerSideProps')
  if (exportsName(graph, route.file, 'getStaticProps')) return because('static', 'getStaticProps')
  const initial = [route.file, ...route.layouts].find((file) =>
    graph.model(file)?.source.text.includes('getInitialProps'),
  )
  return initial
    ? because('unknown', `getInitialProps in ${initial}`)
    : because('static', 'it has no data of its own')
}

function at(kind: Rendering['kind'], why: string, { file, line }: { file: string; line: number }): Rendering {
  return { kind, why, file, line }
}

function because(kind: Rendering['kind'], why: string): Rendering {
  return { kind, why, file: null, line: null }
}
