import { posix } from 'node:path'
import { ts } from '@ts-morph/common'
import { hasModifier, lineOf } from '../../graph/syntax.js'
import type { App } from '../../workspace/types.js'
import { type FindingId, makeFinding } from '../catalogue.js'
import type { PlanInput } from '../input.js'
import type { Finding } from '../types.js'

export type Flag = 'useCache' | 'cacheComponents'

/** `export const runtime = 'edge'` in a page, layout or route file. */
export interface SegmentConfig {
  name: string
  file: string
  line: number
  column: number
  /** First line of the export, or the specifier in its list. */
  text: string
}

/**
 * The segment configs that a flag does not allow: Next.js fails the build at each of them, whatever its value
 * (docs/next16.md, 5).
 */
export const forbidden: Record<Flag, readonly string[]> = {
  useCache: ['runtime'],
  cacheComponents: ['runtime', 'dynamic', 'dynamicParams', 'revalidate', 'fetchCache', 'experimental_ppr'],
}

/** The files that the compiler of Next.js checks; `template`, `default` and `loading` it does not. */
const checkedFile =
  /^(?:page|layout|route|icon\d?|apple-icon\d?|opengraph-image\d?|twitter-image\d?|sitemap|robots|manifest)$/

const known = new WeakMap<PlanInput, Map<string, SegmentConfig[]>>()

/** Every segment config of an app that the flag forbids, by file and position. One scan serves all planners. */
export function segmentConfigs(input: PlanInput, app: App, flag: Flag): SegmentConfig[] {
  const scans = known.get(input) ?? new Map<string, SegmentConfig[]>()
  known.set(input, scans)
  const key = `${flag} ${app.dir}`
  const found = scans.get(key) ?? scan(input, app, flag)
  scans.set(key, found)
  return found
}

/** One finding for each of them. */
export function segmentFindings(input: PlanInput, app: App, flag: Flag, id: FindingId): Finding[] {
  const setting = flag === 'useCache' ? 'experimental.useCache' : 'cacheComponents'
  return segmentConfigs(input, app, flag).map((config) =>
    makeFinding(id, config, {
      message: `The segment config ${config.name} is not compatible with ${setting}: the build fails here (${config.text}).`,
    }),
  )
}

function scan({ workspace, graph }: PlanInput, app: App, flag: Flag): SegmentConfig[] {
  const { appRouterDir } = app
  if (appRouterDir === null) return []
  const names = forbidden[flag].join('|')
  // Cheap, and wider than the truth: only what matches is parsed.
  const mention = new RegExp(
    `\\bexport\\s+(?:const|let|var|function|async\\s+function)\\b[^=]{0,200}?\\b(?:${names})\\b|\\bexport\\s*\\{[^}]*\\b(?:${names})\\b`,
  )
  return workspace.files
    .filter((file) => file.startsWith(`${appRouterDir}/`) && isChecked(app, file))
    .filter((file) => mention.test(workspace.bytes(file)?.toString('latin1') ?? ''))
    .flatMap((file) => {
      const model = graph.model(file)
      return model ? exportsOf(model.source, file, forbidden[flag]) : []
    })
}

function isChecked({ pageExtensions }: App, file: string): boolean {
  const name = posix.basename(file)
  const extension = pageExtensions.find((end) => name.endsWith(`.${end}`))
  return extension !== undefined && checkedFile.test(name.slice(0, -extension.length - 1))
}

/** As the compiler reads it: variables, functions and export lists, by their local name; no patterns, no `export *`. */
function exportsOf(source: ts.SourceFile, file: string, names: readonly string[]): SegmentConfig[] {
  return source.statements.flatMap((statement) =>
    exportedNodes(statement).flatMap(([name, node]) => {
      if (!names.includes(name)) return []
      const start = node.getStart(source)
      const { character } = source.getLineAndCharacterOfPosition(start)
      const [text = ''] = node.getText(source).split(/\r\n|\r|\n/)
      return [{ name, file, line: lineOf(source, start), column: character + 1, text }]
    }),
  )
}

function exportedNodes(statement: ts.Statement): [string, ts.Node][] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, isTypeOnly } = statement
    if (isTypeOnly || !exportClause || !ts.isNamedExports(exportClause)) return []
    return exportClause.elements
      .filter((element) => !element.isTypeOnly)
      .map((element) => [(element.propertyName ?? element.name).text, element])
  }
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return []
  if (ts.isFunctionDeclaration(statement) && statement.name) return [[statement.name.text, statement]]
  if (!ts.isVariableStatement(statement)) return []
  const { declarations } = statement.declarationList
  return declarations.flatMap((declaration): [string, ts.Node][] => {
    const node = declarations.length === 1 ? statement : declaration
    return ts.isIdentifier(declaration.name) ? [[declaration.name.text, node]] : []
  })
}
