import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import { reachersOf } from '../../context/reachers.js'
import { lineOf } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import { folderOf } from '../../workspace/paths.js'
import type { Workspace } from '../../workspace/types.js'
import { ownFetchOf } from './around.js'
import { callsIn, codeRunBy, functionAt } from './calls.js'
import type { Tools } from './index.js'
import { type Refusal, refuse } from './refusals.js'
import { elementsOf } from './settings.js'

/** What the module, the routes and the fetches around a use make of a `'use cache'` function. */
export function surroundingsRefusal(tools: Tools, cached: CachedCall): Refusal | null {
  return commonJs(cached.model) ?? noStoreSegment(tools, cached) ?? ownFetch(tools, cached)
}

/** The compiler adds an ES export to the file, which makes a CommonJS module fall apart (docs/next16.md, 6). */
function commonJs({ source }: FileModel): Refusal | null {
  const isEs = source.statements.some(
    (one) =>
      ts.isImportDeclaration(one) ||
      ts.isExportDeclaration(one) ||
      ts.isExportAssignment(one) ||
      isExported(one),
  )
  if (isEs || !/\bmodule\.exports\b|\bexports\.[\w$]+\s*=/.test(source.text)) return null
  return refuse(
    'commonjs',
    "its file exports by module.exports, where 'use cache' does not compile; use export",
  )
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

/** `fetchCache = 'force-no-store'` switches `unstable_cache` off, but not a `'use cache'` function (docs/next16.md, 6). */
function noStoreSegment({ input, entries }: Tools, { site }: CachedCall): Refusal | null {
  const segments = noStoreFiles(input.workspace)
  if (segments.length === 0) return null
  const reachers = [...reachersOf(input.graph, entries, site.owner)]
  const found = segments.find((segment) =>
    reachers.some(({ file }) => file === segment || file.startsWith(`${folderOf(segment)}/`)),
  )
  return found === undefined
    ? null
    : refuse(
        'no-store-segment',
        `${found} sets fetchCache to force-no-store, which switches unstable_cache off but not 'use cache'`,
      )
}

function noStoreFiles({ files, apps, bytes }: Workspace): string[] {
  return files.filter(
    (file) =>
      apps.some(({ appRouterDir }) => appRouterDir !== null && file.startsWith(`${appRouterDir}/`)) &&
      /(?:^|\/)(?:page|layout|route)\.[jt]sx?$/.test(file) &&
      bytes(file)?.includes('force-no-store') === true &&
      /\bfetchCache\b[^\n]*force-no-store/.test(bytes(file)?.toString('latin1') ?? ''),
  )
}

/** A tag of the entry no longer refreshes a fetch with a lifetime of its own inside it (docs/next16.md, 9). */
function ownFetch({ input: { graph } }: Tools, { callback, model, tags }: CachedCall): Refusal | null {
  const start = callback.kind === 'reference' ? functionAt(graph, model, callback.node) : callback.node
  if (!start || tags.kind === 'absent') return null
  const own = elementsOf(tags).map(({ text }) => text)
  for (const { node } of codeRunBy(graph, start))
    for (const call of callsIn(node)) {
      const found = ownFetchOf(graph, call)
      if (!found || own.every((tag) => found.tags.includes(tag))) continue
      const source = call.getSourceFile()
      const where = `${source.fileName}:${lineOf(source, call.getStart())}`
      return refuse(
        'own-fetch',
        `the fetch at ${where} has a lifetime of its own, and the tags of the entry would no longer refresh it; take next.revalidate off the fetch, or give it the same tags`,
      )
    }
  return null
}
