import type { Workspace } from '../workspace/types.js'
import type { ImportIndex } from './import-index.js'
import { type FileModel, isUnit, type Path, type Reference, wholeModule } from './types.js'

/** What files do with what they import. */
export interface ImportUsers {
  /** Whether a file can name an export: by its name, as a default import, or as part of the whole module. */
  canName(file: string, name: string): boolean
  /** The references of a file that start at the import of an export. */
  referencesTo(model: FileModel, target: string, name: string): Reference[]
}

const wholeImport = /(?:\b(?:export|import)|,)\s*\*|\brequire\b|\bimport\s*\(/

export function createImportUsers(workspace: Workspace, imports: ImportIndex): ImportUsers {
  const wholeImporters = new Map<string, boolean>()
  const byImport = new Map<string, Map<string, Reference[]>>()

  /** Whether a file can name an export: by its name, as a default import, or as part of the whole module. */
  const canName = (file: string, name: string): boolean => {
    if (name === 'default' || name === wholeModule) return true
    if (workspace.bytes(file)?.includes(name)) return true
    const known = wholeImporters.get(file)
    if (known !== undefined) return known
    const takesAll = wholeImport.test(workspace.bytes(file)?.toString('latin1') ?? '')
    wholeImporters.set(file, takesAll)
    return takesAll
  }

  /** The references of a file whose chains start at an import from `target`. */
  const importedFrom = (found: FileModel, target: string): Reference[] => {
    const known = byImport.get(found.file) ?? groupByImport(found)
    byImport.set(found.file, known)
    return known.get(target) ?? []
  }

  const groupByImport = ({ file, references }: FileModel): Map<string, Reference[]> => {
    const groups = new Map<string, Reference[]>()
    for (const reference of references) {
      const { root } = reference.path
      for (const target of isUnit(root) ? [] : imports.resolveAll(root.specifier, file)) {
        const group = groups.get(target)
        if (group) group.push(reference)
        else groups.set(target, [reference])
      }
    }
    return groups
  }

  return {
    canName,
    referencesTo: (model, target, name) =>
      importedFrom(model, target).filter(({ path }) => isImportOf(path, name)),
  }
}

function isImportOf({ root, members }: Path, name: string): boolean {
  if (isUnit(root)) return false
  if (root.specifier.endsWith('*')) return true
  if (root.name === name || name === wholeModule) return true
  if (root.name !== '*' && root.name !== 'default') return false
  const [first] = members
  return first === undefined || first === name || first === 'default' || first === '[]'
}
