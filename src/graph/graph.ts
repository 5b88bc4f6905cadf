import type { Workspace } from '../workspace/types.js'
import { modelFile } from './file-model.js'
import { createImportIndex, type ImportIndex } from './import-index.js'
import { cacheApis, nextCacheModule } from './next-cache.js'
import { type Resolver, targets } from './resolve-path.js'
import {
  type Directive,
  type FileModel,
  isUnit,
  type Path,
  type Reference,
  type Unit,
  wholeModule,
} from './types.js'
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
  /** The directive at the top of a file, found without parsing it. */
  directive(file: string): Directive | null
  /** Files that were parsed so far. */
  parsed(): FileModel[]
}

export function createGraph(workspace: Workspace): Graph {
  const imports = createImportIndex(workspace)
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
  const resolver: Resolver = { model, api: (name) => apis.get(name) ?? null, resolveModule: imports.resolve }

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
      if (!mentions(workspace.bytes(importer), name)) continue
      const found = model(importer)
      if (!found) continue
      noteAll(
        found.references.filter((r) => isImportOf(r, importer, file, name)),
        handles,
      )
      for (const specifier of found.stars) {
        if (imports.resolve(specifier, importer) === file && name !== 'default')
          spreadExport(importer, name, handles)
      }
    }
  }

  const isImportOf = (reference: Reference, from: string, file: string, name: string): boolean => {
    const { root, members } = reference.path
    if (isUnit(root) || imports.resolve(root.specifier, from) !== file) return false
    if (root.name === name || name === wholeModule) return true
    if (root.name !== '*' && root.name !== 'default') return false
    const [first] = members
    return first === undefined || first === name || first === 'default' || first === '[]'
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
    directive: (file) => models.get(file)?.directive ?? topDirective(workspace.bytes(file)),
    parsed: () => [...models.values()].filter((found) => found !== null),
  }
}

function isNamespace({ root, members }: Path): boolean {
  return !isUnit(root) && root.name === '*' && members.length === 0
}

const wholeImport = /(?:\b(?:export|import)|,)\s*\*|\brequire\b|\bimport\s*\(/

/** Whether a file can name an export: by its name, as a default import, or as part of the whole module. */
function mentions(bytes: Buffer | undefined, name: string): boolean {
  if (!bytes) return false
  if (name === 'default' || name === wholeModule) return true
  return bytes.includes(name) || wholeImport.test(bytes.toString('latin1'))
}

const directivePrologue =
  /^(?:\uFEFF|\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(['"])use strict\1;?)*(['"])(use client|use server|use cache)\2/

function topDirective(bytes: Buffer | undefined): Directive | null {
  // A licence header may stand above it, but not more than that.
  const found = bytes && directivePrologue.exec(bytes.subarray(0, 8192).toString('utf8'))?.[3]
  return (found as Directive | undefined) ?? null
}
