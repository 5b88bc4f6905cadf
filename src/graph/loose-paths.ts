import { posix } from 'node:path'
import type { Workspace } from '../workspace/types.js'

/** Where a specifier may lead that only a bundler or run time can resolve. Too many files are better than too few. */
export interface LoosePaths {
  /** The file that an alias of the bundler's configuration most likely means; null without one. */
  aliased(specifier: string, from: string): string | null
  /** Every file that begins like a computed import: `./jobs/*`. */
  matching(pattern: string, from: string): readonly string[]
}

/** Specifiers of which only the start is known, with a star: `` import(`./jobs/${name}`) ``, `require.context('./jobs')`. */
export function computedSpecifiers(text: string): string[] {
  if (!/import ?\(|require/.test(text)) return []
  const computed = /\b(?:import|require)\s*\(\s*(?:`([^`$\n]+)\$\{|(['"])([^'"\n]+)\2\s*\+)/g
  const context = /\brequire\.context\s*\(\s*(['"])([^'"\n]+)\1/g
  return [
    ...[...text.matchAll(computed)].map((match) => `${match[1] ?? match[3]}*`),
    ...[...text.matchAll(context)].map((match) => `${match[2]}/*`),
  ]
}

export function createLoosePaths(workspace: Workspace): LoosePaths {
  const known = new Map<string, string | null>()

  const foldersFor = (from: string): string[] => {
    const dirs = [workspace.appOf(from)?.dir, workspace.packageOf(from)?.dir].filter(
      (dir) => dir !== undefined,
    )
    return [...new Set(dirs)].flatMap((dir) => [dir, posix.join(dir, 'src')])
  }

  const aliased = (specifier: string, from: string): string | null => {
    const tails = tailsOf(specifier)
    if (tails.length === 0) return null
    for (const folder of foldersFor(from)) {
      const key = `${folder}\n${specifier}`
      const found = known.get(key) ?? firstFile(tails, folder)
      known.set(key, found)
      if (found !== null) return found
    }
    return null
  }

  const firstFile = (tails: string[], folder: string): string | null => {
    for (const tail of tails) {
      const found = workspace.resolve(`./${tail}`, posix.join(folder, '_.ts'))
      if (found !== null) return found
    }
    return null
  }

  return {
    aliased,
    matching(pattern, from) {
      const start = pattern.slice(0, -1)
      const starts = start.startsWith('.')
        ? [posix.join(posix.dirname(from), start)]
        : tailsOf(start).flatMap((tail) => foldersFor(from).map((folder) => posix.join(folder, tail)))
      return workspace.files.filter((file) => starts.some((begin) => file.startsWith(begin)))
    },
  }
}

/** What may stand for a path in `@lib/x`, `~/x`, `#lib/x`; nothing for what looks like a package of a registry. */
function tailsOf(specifier: string): string[] {
  const match = /^[@~#$]([^/]*)\/(.+)$/.exec(specifier)
  if (!match) return []
  const [, first, rest] = match
  if (!first) return rest ? [rest] : []
  return [`${first}/${rest}`]
}
