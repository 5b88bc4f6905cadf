import { followLinks } from './links.js'
import { joinPath } from './paths.js'

/** Source files by path without extension, so that a lookup costs one or two map reads and no disk. */
export interface Probe {
  /** The file that an import path means: as written, with an extension, or `.ts` for a written `.js`. */
  file(path: string): string | null
  /** The index file of a folder. */
  index(folder: string): string | null
  /** `file`, else `index`. */
  module(path: string): string | null
  /** The source of a build output: `dist/x.js` comes from `src/x.ts` or `x.ts`. Null for any other path. */
  built(folder: string, path: string): string | null
  /** A path that a package.json names, relative to its folder: a source file, or what one is built to. */
  output(folder: string, path: string): string | null
}

/** Order in which an extension is added to an import without one (TypeScript's, then the rest). */
const order = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']
/** What TypeScript reads where `.js` is written; https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extension-substitution */
const substitutes: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.ts', '.jsx', '.js'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
}
const extension = /\.(?:[cm]?[jt]s|[jt]sx)$/
/** Folders that builds write to, and the formats that they lay out below. */
const outputFolders = new Set(['dist', 'build', 'lib', 'out', 'esm', 'cjs', 'es', 'types', '.build'])

/** Indexes source files; `links` are symbolic links into the tree. */
export function createProbe(files: readonly string[], links: ReadonlyMap<string, string>): Probe {
  const exact = new Set(files)
  const stems = new Map<string, string>()
  const rank = (file: string) => order.indexOf(extension.exec(file)?.[0] ?? '')
  for (const file of files) {
    const stem = file.replace(extension, '')
    const known = stems.get(stem)
    if (known === undefined || rank(file) < rank(known)) stems.set(stem, file)
  }
  for (const [link, target] of links) {
    const stem = link.replace(extension, '')
    if (stem !== link && exact.has(target) && !stems.has(stem)) stems.set(stem, target)
  }

  function file(given: string): string | null {
    const path = followLinks(links, given)
    const written = extension.exec(path)?.[0]
    if (written !== undefined) {
      const stem = path.slice(0, -written.length)
      for (const other of substitutes[written] ?? [written]) if (exact.has(stem + other)) return stem + other
    }
    return stems.get(path) ?? null
  }

  function index(given: string): string | null {
    const folder = followLinks(links, given)
    return stems.get(folder === '' ? 'index' : `${folder}/index`) ?? null
  }

  const module = (path: string) => file(path) ?? index(path)

  function built(folder: string, path: string): string | null {
    const parts = partsOf(path)
    while (parts.length > 1 && outputFolders.has(parts[0] as string)) {
      parts.shift()
      const rest = parts.join('/')
      const source =
        module(join(folder, rest.startsWith('src/') ? rest : `src/${rest}`)) ?? module(join(folder, rest))
      if (source !== null) return source
    }
    return null
  }

  function output(folder: string, path: string): string | null {
    const target = joinPath(folder, path)
    if (target === null) return null
    const rest = partsOf(path).join('/')
    return (
      module(target) ??
      built(folder, path) ??
      module(join(folder, rest)) ??
      module(join(folder, `src/${rest}`))
    )
  }

  return { file, index, module, built, output }
}

/** The segments of a path without leading `./` and without extension. */
function partsOf(path: string): string[] {
  const parts = path.replace(/\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/, '').split('/')
  return parts.filter((part) => part !== '.' && part !== '')
}

function join(folder: string, rest: string): string {
  return folder === '' ? rest : `${folder}/${rest}`
}
