import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The text files of a folder: POSIX path relative to it, to text. */
export type Tree = Record<string, string>

/** Reads every file below a folder; a folder that does not exist is an empty tree. */
export function readTree(folder: string): Tree {
  if (!statSync(folder, { throwIfNoEntry: false })) return {}
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile())
  return Object.fromEntries(
    files
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

export function writeTree(folder: string, tree: Tree): void {
  for (const [name, text] of Object.entries(tree)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** The files of `after` that are new or differ from `before`, and those that are gone (as `undefined`). */
export function difference(before: Tree, after: Tree): Record<string, string | undefined> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...names]
      .sort()
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, after[name]]),
  )
}

export function mapTexts(tree: Tree, change: (text: string) => string): Tree {
  return Object.fromEntries(Object.entries(tree).map(([name, text]) => [name, change(text)]))
}

/** Plans hold texts without byte order mark; what is written has it again. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

export const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n')

/**
 * Runs something in a new temporary folder that is gone afterwards, whatever happens.
 *
 * @param use gets the absolute path of the empty folder, without symbolic links in it.
 */
export function inTempFolder<T>(use: (folder: string) => T): T {
  const folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'retag-')))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
