import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FileChange } from '../../plan/types.js'
import { folderOf, foldersUp, relativeTo } from '../../workspace/paths.js'
import { runNode } from '../run-node.js'
import type { Formatter } from './types.js'

/** What a native formatter reads beside the files. */
const companions = [
  ...['biome.json', 'biome.jsonc', '.biome.json', '.biome.jsonc', '.oxfmtrc.json', '.oxfmtrc.jsonc'],
  ...['.editorconfig', '.gitignore', '.prettierignore', 'package.json'],
]

/**
 * Formats many files in two runs, of the old texts and of the new ones, in a temporary copy of their folders: each
 * start of a native formatter through Node.js takes a tenth of a second, however small the file is.
 *
 * @param script absolute path of the formatter's command
 * @returns for each change the new text, null where the old one was not clean; null where the tool refused the copy,
 *   as it does when its config names files elsewhere
 */
export async function formatTogether(
  { formatter, root, changes }: { formatter: Formatter; root: string; changes: readonly FileChange[] },
  script: string,
  timeout: number,
): Promise<{ text: string | null }[] | null> {
  const copy = realpathSync.native(mkdtempSync(join(tmpdir(), 'retag-format-')))
  try {
    prepare(copy, formatter, root, changes)
    const cwd = join(copy, relativeTo(root, formatter.folder) ?? '')
    const clean = await write(changes.map(({ file, before }) => ({ file, text: before })))
    if (clean === null) return null
    const isClean = changes.map(({ before }, index) => clean[index] === before)
    const wanted = changes.filter((_, index) => isClean[index])
    const done = await write(wanted.map(({ file, after }) => ({ file, text: after })))
    if (done === null) return null
    const texts = new Map(wanted.map(({ file }, index) => [file, done[index]]))
    return changes.map(({ file }) => ({ text: texts.get(file) ?? null }))

    async function write(files: { file: string; text: string }[]): Promise<string[] | null> {
      for (const { file, text } of files) writeFileSync(join(copy, file), text)
      const { code } = await runNode(script, argumentsOf(formatter), { cwd, timeout })
      return code === 0 ? files.map(({ file }) => readFileSync(join(copy, file), 'utf8')) : null
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function argumentsOf({ tool }: Formatter): string[] {
  if (tool === 'biome') return ['format', '--write', '--no-errors-on-unmatched', '.']
  return ['--write', '--no-error-on-unmatched-pattern', '.']
}

function prepare(copy: string, formatter: Formatter, root: string, changes: readonly FileChange[]): void {
  const folders = new Set(changes.flatMap(({ file }) => foldersUp(folderOf(file))))
  for (const folder of folders) {
    mkdirSync(join(copy, folder), { recursive: true })
    for (const name of companions) {
      const from = join(root, folder, name)
      if (existsSync(from)) copyFileSync(from, join(copy, folder, name))
    }
  }
  // Configs extend packages.
  const modules = join(dirname(formatter.package.replace(/@biomejs[\\/]biome$/, 'biome')))
  const place = join(copy, relativeTo(root, modules) ?? 'node_modules')
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(modules, place, 'junction')
}
