import type { RouteReader, RouteRow } from '../cache/routes/table.js'
import { byCodeUnit } from '../workspace/paths.js'
import { type Colors, noColors } from './colors.js'
import { unbroken, wrap } from './wrap.js'

export interface RouteTableLayout {
  /** Columns. */
  width: number
  colors: Colors
}

/** What `retag routes --json` prints: rows sorted by app, route and file. Two runs give the same bytes. */
export function routesJson(root: string, routes: readonly RouteRow[]): string {
  return `${JSON.stringify({ schemaVersion: 1, root, routes }, null, 2)}\n`
}

/** What `retag routes` prints: under each app its routes, when they are rendered, and what they read. */
export function routesText(rows: readonly RouteRow[], layout: Partial<RouteTableLayout> = {}): string {
  const { width = 80, colors = noColors } = layout
  const apps = [...new Set(rows.map(({ app }) => app))].sort(byCodeUnit)
  const parts = apps.map((app) => {
    const own = rows.filter((row) => row.app === app)
    const title = `${app === '' ? '.' : app} (${own.length} ${own.length === 1 ? 'route' : 'routes'})`
    return [colors.bold(title), ...own.map((row) => routeText(row, { width, colors }))].join('\n\n')
  })
  return `${parts.join('\n\n')}\n`
}

const types: Record<RouteRow['type'], string> = {
  page: '',
  'route-handler': 'route handler, ',
  metadata: 'metadata file, ',
  pages: 'pages router, ',
  'pages-api': 'API route of the pages router, ',
}

function routeText(
  { route, file, type, kind, why, readers, incomplete }: RouteRow,
  layout: RouteTableLayout,
) {
  const { width, colors } = layout
  const kinds = { static: colors.green, dynamic: colors.cyan, unknown: colors.yellow }
  const head = `${colors.bold(unbroken(route))}: ${types[type]}${kinds[kind](kind)}, ${why}`
  return [
    wrap(head, width, '', '    '),
    colors.dim(wrap(unbroken(file), width, '  ')),
    ...readers.map((reader) => readerText(reader, layout)),
    ...incomplete.map((gap) => wrap(`${colors.yellow('not followed')} ${gap}`, width, '  ? ', '    ')),
  ].join('\n')
}

function readerText(reader: RouteReader, { width, colors }: RouteTableLayout): string {
  const { what, file, line } = reader
  const place = colors.dim(unbroken(`(${file}:${line})`))
  return wrap(`${unbroken(short(what))} ${place}: ${tagsText(reader, colors)}`, width, '  - ', '    ')
}

/** The tags, else what it means that there is none. */
function tagsText({ kind, cached, tags }: RouteReader, colors: Colors): string {
  const names = tags.map((tag) => unbroken(`"${tag}"`)).join(', ')
  if (kind === 'uncached' || cached === false)
    return tags.length === 0 ? colors.dim('not cached') : `${names}, not cached`
  const doubt = cached === 'unknown' ? ', perhaps not cached' : ''
  return tags.length === 0 ? colors.yellow(`untagged${doubt}`) : `${names}${doubt}`
}

/** Calls over several lines are told by their beginning. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 44 ? `${line.slice(0, 41)}...` : line
}
