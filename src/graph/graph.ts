import type { Workspace } from '../workspace/types.js'
import { topDirective } from './directive.js'
import { modelFile } from './file-model.js'
import { createImportIndex, type ImportIndex } from './import-index.js'
import { createImportUsers } from './import-users.js'
import { cacheApis, nextCacheModule } from './next-cache.js'
import type { Resolver } from './resolve/exports.js'
import { targets } from './resolve/targets.js'
import { type Directive, type FileModel, isUnit, type Path, type Reference, type Unit } from './types.js'
import { nameOnly, outermost } from './units.js'

/** A reference that reaches a unit; `exact` when the chain names the unit itself. */
export interface Arrow {
  reference: Reference
  exact: boolean
}

/**
 * Who refers to what, found backwards from the units that are asked for: only files that can name a unit are parsed.
 */
export interface Graph extends Resolver {
  imports: ImportIndex
  /** Everything that refers to a unit. */
  arrows(unit: Unit): Arrow[]
  /** Files that export all of a file again (`export * from`), also through others. */
  starExporters(file: string): readonly string[]
  /** The directive at the top of a file, found without parsing it. */
  directive(file: string): Directive | null
  /** Files that were parsed so far. */
  parsed(): FileModel[]
}

export function createGraph(workspace: Workspace): Graph {
  const imports = createImportIndex(workspace)
  const users = createImportUsers(workspace, imports)
  const models = new Map<string, FileModel | null>()
  const apis = new Map(cacheApis.map((name) => [name as string, nameOnly(nextCacheModule, name, 'api')]))
  const incoming = new Map<Unit, Arrow[]>()
  const indexedLocally = new Set<string>()
  const indexedContainers = new Set<Unit>()
  const spread = new Set<string>()
  const noted = new Map<Reference, Set<Unit>>()
  /** Files whose exports somebody asks about; what leads into other files waits in `waiting`. */
  const asked = new Set<string>([nextCacheModule])
  const waiting = new Map<string, Set<Reference>>()

  const model = (file: string): FileModel | null => {
    const known = models.get(file)
    if (known !== undefined) return known
    const text = file === nextCacheModule ? undefined : workspace.text(file)
    const made = text === undefined ? null : modelFile(file, text)
    models.set(file, made)
    return made
  }
  const resolver: Resolver = {
    model,
    api: (name) => apis.get(name) ?? null,
    resolveModule: imports.resolve,
    resolveAll: imports.resolveAll,
    open: new Set(),
  }

  /** The resolver, closed at files that nobody asks about: most chains lead there, and parsing them is dear. */
  const resolverFor = (reference: Reference): Resolver => ({
    ...resolver,
    model(file) {
      if (file === reference.from.file || asked.has(file)) return model(file)
      const waits = waiting.get(file)
      if (waits) waits.add(reference)
      else waiting.set(file, new Set([reference]))
      return null
    },
  })

  /** Resolves one reference and notes it at every unit that it reaches. Gives the names that lead further. */
  const note = (reference: Reference): Unit[] => {
    const known = noted.get(reference) ?? new Set<Unit>()
    noted.set(reference, known)
    const isName = reference.how === 'alias' || reference.how === 'extends'
    // Another name for a whole module leads on to whatever is asked of that module.
    const handles = isName && isNamespace(reference.path) ? [outermost(reference.from)] : []
    const found = targets(resolverFor(reference), reference.path, reference.from.file, reference.how)
    for (const { unit, exact } of found) {
      if (known.has(unit)) continue
      known.add(unit)
      const arrows = incoming.get(unit)
      if (arrows) arrows.push({ reference, exact })
      else incoming.set(unit, [{ reference, exact }])
      if (isName) handles.push(outermost(reference.from))
    }
    return handles
  }

  const noteAll = (references: Reference[], handles: Unit[]): void => {
    for (const reference of references) handles.push(...note(reference))
  }

  const indexLocally = (file: string, handles: Unit[]): void => {
    const found = model(file)
    if (!found || indexedLocally.has(file)) return
    indexedLocally.add(file)
    noteAll(
      found.references.filter((reference) => isUnit(reference.path.root)),
      handles,
    )
  }

  /** Opens a file for the references that wait for it. */
  const ask = (file: string, handles: Unit[]): void => {
    if (asked.has(file)) return
    asked.add(file)
    const waits = waiting.get(file)
    waiting.delete(file)
    if (waits) noteAll([...waits], handles)
  }

  /** Looks at every file that can import `name` of `file`, also through files that export it again. */
  const spreadExport = (file: string, name: string, handles: Unit[]): void => {
    const key = `${file}\n${name}`
    if (spread.has(key)) return
    spread.add(key)
    ask(file, handles)
    for (const importer of imports.importers(file)) {
      if (!users.canName(importer, name) || isRemoteCall(file, importer)) continue
      const found = model(importer)
      if (!found) continue
      noteAll(users.referencesTo(found, file, name), handles)
      for (const specifier of found.stars) {
        if (imports.resolve(specifier, importer) === file && name !== 'default')
          spreadExport(importer, name, handles)
      }
    }
  }

  /** What a client module imports from a `'use server'` file it calls as Server Actions, which says nothing new. */
  const isRemoteCall = (file: string, importer: string): boolean =>
    file !== nextCacheModule && directive(file) === 'use server' && directive(importer) === 'use client'

  const directive = (file: string): Directive | null => {
    const known = models.get(file)
    return known ? known.directive : topDirective(workspace.bytes(file))
  }

  const exportersOf = new Map<string, string[]>()
  const starExporters = (file: string): string[] => {
    const known = exportersOf.get(file) ?? findStarExporters(file)
    exportersOf.set(file, known)
    return known
  }

  const findStarExporters = (file: string): string[] => {
    const found = new Set([file])
    for (const reached of found) {
      for (const importer of imports.importers(reached))
        if (exportsAll(importer, reached)) found.add(importer)
    }
    return [...found].slice(1)
  }

  const exportsAll = (file: string, target: string): boolean => {
    if (!/export\s*\*/.test(workspace.bytes(file)?.toString('latin1') ?? '')) return false
    return model(file)?.stars.some((specifier) => imports.resolve(specifier, file) === target) ?? false
  }

  const exportNames = (unit: Unit): string[] => {
    if (unit.kind === 'api') return [unit.name]
    const found = model(unit.file)
    return found
      ? [...found.exports].filter(([, u]) => u === unit || outermost(u) === unit).map(([name]) => name)
      : []
  }

  const indexContainer = (start: Unit): void => {
    const handles = [start]
    for (let unit = handles.pop(); unit; unit = handles.pop()) {
      if (indexedContainers.has(unit)) continue
      indexedContainers.add(unit)
      indexLocally(unit.file, handles)
      for (const name of exportNames(unit)) spreadExport(unit.file, name, handles)
    }
  }

  return {
    ...resolver,
    imports,
    arrows(unit) {
      indexContainer(outermost(unit))
      return incoming.get(unit) ?? []
    },
    directive,
    starExporters,
    parsed: () => [...models.values()].filter((found) => found !== null),
  }
}

function isNamespace({ root, members }: Path): boolean {
  return !isUnit(root) && root.name === '*' && members.length === 0
}
