import { readFileSync, realpathSync, statSync } from 'node:fs'

/** The disk as TypeScript's resolution asks for it; what cannot be read is taken not to be there. */
export interface Disk {
  fileExists(file: string): boolean
  directoryExists(folder: string): boolean
  readFile(file: string): string | undefined
  realpath(file: string): string
  useCaseSensitiveFileNames: boolean
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return undefined
  }
}

/** A disk that is read and never written, each question asked once. */
export function createDisk(): Disk {
  const kinds = new Map<string, 'file' | 'folder' | null>()

  function kind(path: string): 'file' | 'folder' | null {
    const known = kinds.get(path)
    if (known !== undefined) return known
    const stat = attempt(() => statSync(path, { throwIfNoEntry: false }))
    const found = stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : null
    kinds.set(path, found)
    return found
  }

  return {
    fileExists: (file) => kind(file) === 'file',
    directoryExists: (folder) => kind(folder) === 'folder',
    readFile: (file) => attempt(() => readFileSync(file, 'utf8')),
    realpath: (file) => attempt(() => realpathSync(file)) ?? file,
    useCaseSensitiveFileNames: true,
  }
}
