import { ts } from '@ts-morph/common'
import type { Graph } from '../graph/graph.js'
import { importSpecifiers } from '../graph/import-index.js'
import { exportedUnit } from '../graph/resolve/exports.js'
import { byCodeUnit, folderOf } from '../workspace/paths.js'
import type { Workspace } from '../workspace/types.js'

/**
 * How a file would import a name from another file of the tree: as it imports that file already (also through a
 * barrel that exports the name again), as most others do, by an alias that it uses, else by a relative path in the
 * style of its other relative imports.
 *
 * @param targetFile may be new: then aliases are read off the imports of other files
 * @param name exported name of the target; null for any
 */
export function specifierFor(
  workspace: Workspace,
  graph: Graph,
  fromFile: string,
  targetFile: string,
  name: string | null,
): string {
  const own = importsOf(graph, fromFile)
  return (
    knownHere(workspace, graph, fromFile, targetFile, name, own) ??
    usedByOthers(workspace, graph, fromFile, targetFile) ??
    aliased(workspace, fromFile, targetFile, own) ??
    relativeSpecifier(workspace, fromFile, targetFile, own)
  )
}

/** Specifiers of the value imports of a file, in their order. */
function importsOf(graph: Graph, file: string): string[] {
  const statements = graph.model(file)?.source.statements ?? []
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return []
    return ts.isStringLiteral(statement.moduleSpecifier) ? [statement.moduleSpecifier.text] : []
  })
}

function knownHere(
  workspace: Workspace,
  graph: Graph,
  from: string,
  target: string,
  name: string | null,
  own: readonly string[],
): string | null {
  const direct = own.find((specifier) => workspace.resolve(specifier, from) === target)
  if (direct !== undefined || name === null) return direct ?? null
  const unit = exportedUnit(graph, target, name)
  const barrel = own.find((specifier) => {
    const file = workspace.resolve(specifier, from)
    return unit !== null && file !== null && namesUnit(graph, file, name, unit)
  })
  return barrel ?? null
}

function namesUnit(
  graph: Graph,
  file: string,
  name: string,
  unit: NonNullable<ReturnType<typeof exportedUnit>>,
): boolean {
  const found = exportedUnit(graph, file, name)
  if (found === unit) return true
  const alias = found?.alias
  if (!alias || alias.members.length > 0 || 'kind' in alias.root) return false
  const next = graph.resolveModule(alias.root.specifier, file)
  return next !== null && exportedUnit(graph, next, alias.root.name) === unit
}

function usedByOthers(workspace: Workspace, graph: Graph, from: string, target: string): string | null {
  const counts = new Map<string, number>()
  const ownPackage = workspace.packageOf(from)
  for (const importer of graph.imports.importers(target)) {
    const text = workspace.text(importer) ?? ''
    for (const { specifier } of importSpecifiers(text)) {
      if (isRelative(specifier) || workspace.resolve(specifier, importer) !== target) continue
      counts.set(specifier, (counts.get(specifier) ?? 0) + 1)
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))
  const found = ranked.find(([specifier]) => {
    // A package does not import itself by its name, even where that would resolve.
    const isOwnName = ownPackage?.name && isBelow(specifier, ownPackage.name)
    return !isOwnName && workspace.resolve(specifier, from) === target
  })
  return found?.[0] ?? null
}

function isBelow(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`)
}

/** `@/` for `src/`: what stands before the part that specifier and file share. */
interface Alias {
  prefix: string
  folder: string
}

function aliased(workspace: Workspace, from: string, target: string, own: readonly string[]): string | null {
  const here = own.flatMap((specifier) => aliasOf(workspace, specifier, from))
  const isUndecided = !own.some((specifier) => isRelative(specifier) && workspace.resolve(specifier, from))
  const around = here.length === 0 && isUndecided ? aliasesAround(workspace, from) : []
  for (const { prefix, folder } of [...here, ...around]) {
    if (!target.startsWith(folder)) continue
    const candidate = prefix + withoutEnding(target.slice(folder.length))
    const file = workspace.resolve(candidate, from)
    const isNew = workspace.bytes(target) === undefined
    if (file === target || (file === null && isNew)) return candidate
  }
  return null
}

/** What other files of the same package use, the most frequent first. */
function aliasesAround(workspace: Workspace, from: string): Alias[] {
  const home = workspace.packageOf(from)
  const counts = new Map<string, { alias: Alias; count: number }>()
  for (const file of workspace.files) {
    if (workspace.packageOf(file) !== home) continue
    for (const { specifier } of importSpecifiers(workspace.text(file) ?? '')) {
      for (const alias of aliasOf(workspace, specifier, file)) {
        const key = `${alias.prefix}\n${alias.folder}`
        const known = counts.get(key) ?? { alias, count: 0 }
        counts.set(key, { alias, count: known.count + 1 })
      }
    }
  }
  const ranked = [...counts.values()].sort(
    (a, b) => b.count - a.count || byCodeUnit(a.alias.prefix, b.alias.prefix),
  )
  return ranked.map(({ alias }) => alias)
}

/** Reads the alias off an import that leads into the same package; empty for relative ones and package names. */
function aliasOf(workspace: Workspace, specifier: string, from: string): Alias[] {
  if (isRelative(specifier)) return []
  const file = workspace.resolve(specifier, from)
  if (file === null || workspace.packageOf(file) !== workspace.packageOf(from)) return []
  const name = workspace.packageOf(from)?.name
  if (name && isBelow(specifier, name)) return []
  const parts = withoutEnding(file).split('/')
  const words = specifier.split('/')
  let shared = 0
  while (
    shared < words.length - 1 &&
    shared < parts.length &&
    words.at(-1 - shared) === parts.at(-1 - shared)
  )
    shared++
  if (shared === 0) return []
  const prefix = words.slice(0, -shared).join('/')
  const folder = parts.slice(0, parts.length - shared).join('/')
  return [{ prefix: prefix === '' ? '' : `${prefix}/`, folder: folder === '' ? '' : `${folder}/` }]
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier)
}

const ending = /(?:\/index)?\.(?:[cm]?[jt]s|[jt]sx)$/

function withoutEnding(file: string): string {
  return file.replace(ending, '')
}

function relativeSpecifier(
  workspace: Workspace,
  from: string,
  target: string,
  own: readonly string[],
): string {
  const style = extensionStyle(workspace, from, own)
  const path = style === 'none' ? withoutEnding(target) : style === 'source' ? target : emitted(target)
  const here = folderOf(from).split('/').filter(Boolean)
  const there = path.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  const up = here.slice(shared).map(() => '..')
  const steps = [...(up.length === 0 ? ['.'] : up), ...there.slice(shared)]
  return steps.join('/')
}

type ExtensionStyle = 'none' | 'source' | 'emitted'

/** Whether relative imports carry an extension: that of the source, or that of what it compiles to. */
function extensionStyle(workspace: Workspace, from: string, own: readonly string[]): ExtensionStyle {
  const relative = own.filter((specifier) => isRelative(specifier) && workspace.resolve(specifier, from))
  const around = relative.length > 0 ? relative : relativeAround(workspace, from)
  const found = around.map((specifier) => /\.([cm]?[jt]s|[jt]sx)$/.exec(specifier)?.[1])
  const written = found.find((extension) => extension !== undefined)
  if (written === undefined) return from.endsWith('.mjs') ? 'source' : 'none'
  return /ts|tsx/.test(written) ? 'source' : 'emitted'
}

/** Relative imports of the files beside it. */
function relativeAround(workspace: Workspace, from: string): string[] {
  const folder = folderOf(from)
  return workspace.files
    .filter((file) => file !== from && folderOf(file) === folder)
    .flatMap((file) =>
      importSpecifiers(workspace.text(file) ?? '')
        .map(({ specifier }) => specifier)
        .filter((specifier) => isRelative(specifier) && workspace.resolve(specifier, file)),
    )
}

function emitted(file: string): string {
  return file.replace(/\.tsx?$/, '.js').replace(/\.([cm])ts$/, '.$1js')
}
