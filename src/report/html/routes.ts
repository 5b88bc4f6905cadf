import type { RouteRow as TableRow } from '../../cache/routes/table.js'
import type { RouteRow } from './types.js'

/** The rows of the report: every page, and what else reads cached data. Reads that no cache holds are left out. */
export function reportRoutes(rows: readonly TableRow[]): RouteRow[] {
  return rows.flatMap(({ route, file, type, kind, why, readers, incomplete }) => {
    const cached = readers.filter((reader) => reader.kind !== 'uncached' && reader.cached !== false)
    const isPage = type === 'page' || type === 'pages'
    if (!isPage && cached.length === 0) return []
    return [{ route, file, kind, why, readers: cached.map(readerOf), incomplete }]
  })
}

function readerOf({
  file,
  line,
  kind,
  what,
  tags,
}: TableRow['readers'][number]): RouteRow['readers'][number] {
  return { file, line, kind, what, tags }
}
