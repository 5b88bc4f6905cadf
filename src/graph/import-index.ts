import type { Workspace } from '../workspace/types.js'
import { computedSpecifiers, createLoosePaths } from './loose-paths.js'
import { isNextCache, nextCacheModule } from './next-cache.js'

/** Who imports whom, by file; found without parsing. */
export interface ImportIndex {
  /** Files that import (or re-export from) a file of the tree or {@link nextCacheModule}. */
  importers(target: string): readonly string[]
  /** Those of them that load it when they run: an import of types alone does not. */
  loaders(target: string): readonly string[]
  /** The file (or {@link nextCacheModule}) that a specifier means; null outside the tree. */
  resolve(specifier: string, from: string): string | null
  /** The same as a list; every file that fits where the specifier is computed and ends in a star. */
  resolveAll(specifier: string, from: string): readonly string[]
}

// A path with an apostrophe stands in double quotes.
const string = `(?:(['"\`])([^'"\`\\n]+)\\1|"([^"\\n;]+)")`
// Bounded, so that code which only looks like the start of a comment is not searched to its end again and again.
const comments = '(?:(?:/\\*[^]{0,300}?\\*/|//.{0,300}\\n)\\s*)*'
const anyImport = new RegExp(`(?:\\bfrom|\\bimport|\\brequire)\\s*\\(?\\s*${comments}${string}`, 'g')
const typeImport = new RegExp(
  `\\b(?:import|export)\\s+type\\s+(?:\\{[^}]*\\}|\\*(?:\\s+as\\s+[\\w$]+)?|[\\w$]+)\\s*from\\s*${string}`,
  'g',
)

/**
 * Finds import specifiers with one regular expression: a superset (it also reads comments and strings), so no edge is
 * missed, and a parse decides later. `ts.preProcessFile` gives the same on real code at about fifteen times the cost
 * (docs/performance.md).
 */
export function importSpecifiers(text: string): { specifier: string; typeOnly: boolean }[] {
  const typeOnlyEnds = new Set<number>()
  if (/\b(?:import|export)\s+type\b/.test(text)) {
    for (const match of text.matchAll(typeImport)) typeOnlyEnds.add(match.index + match[0].length)
  }
  const found: { specifier: string; typeOnly: boolean }[] = []
  for (const match of text.matchAll(anyImport)) {
    const specifier = match[2] ?? match[3]
    if (specifier) found.push({ specifier, typeOnly: typeOnlyEnds.has(match.index + match[0].length) })
  }
  return found
}

/** Reads every file of the tree once; the edges are resolved when first asked for. */
export function createImportIndex(workspace: Workspace): ImportIndex {
  const loose = createLoosePaths(workspace)
  const resolve = (specifier: string, from: string): string | null =>
    isNextCache(specifier)
      ? nextCacheModule
      : (workspace.resolve(specifier, from) ?? loose.aliased(specifier, from))
  const resolveAll = (specifier: string, from: string): readonly string[] => {
    if (specifier.endsWith('*')) return loose.matching(specifier, from)
    const file = resolve(specifier, from)
    return file === null ? [] : [file]
  }

  interface Edges {
    importers: string[]
    loaders: string[]
  }
  let reverse: Map<string, Edges> | null = null
  const build = (): Map<string, Edges> => {
    const edges = new Map<string, Map<string, boolean>>()
    const add = (target: string, file: string, loads: boolean): void => {
      if (target === file) return
      const importers = edges.get(target)
      if (importers) importers.set(file, importers.get(file) || loads)
      else edges.set(target, new Map([[file, loads]]))
    }
    for (const file of workspace.files) {
      const bytes = workspace.bytes(file)
      if (!bytes) continue
      // latin1: one byte a character, no decoding; specifiers outside ASCII are decoded again.
      const text = bytes.toString('latin1')
      for (const { specifier, typeOnly } of importSpecifiers(text)) {
        const target = resolve(decode(specifier), file)
        if (target !== null) add(target, file, !typeOnly)
      }
      for (const pattern of computedSpecifiers(text)) {
        for (const target of resolveAll(decode(pattern), file)) add(target, file, true)
      }
    }
    return new Map([...edges].map(([target, found]) => [target, split(found)]))
  }
  const split = (found: Map<string, boolean>): Edges => ({
    importers: [...found.keys()],
    loaders: [...found].flatMap(([file, loads]) => (loads ? [file] : [])),
  })
  const edgesOf = (target: string): Edges | undefined => {
    reverse ??= build()
    return reverse.get(target)
  }
  return {
    resolve,
    resolveAll,
    importers: (target) => edgesOf(target)?.importers ?? [],
    loaders: (target) => edgesOf(target)?.loaders ?? [],
  }
}

function decode(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  return /^[\x00-\x7f]*$/.test(latin1) ? latin1 : Buffer.from(latin1, 'latin1').toString('utf8')
}
