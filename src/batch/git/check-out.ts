import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isConfig, isSource } from '../../workspace/paths.js'
import type { Git } from './command.js'
import { removeOutwardLinks } from './links.js'

/** What an analysis reads; other files stay in the repository. */
const sources =
  '*.js *.jsx *.ts *.tsx *.mjs *.cjs *.mts *.cts *.json .gitignore pnpm-workspace.yaml .yarnrc.yml'.split(' ')

/**
 * No attribute of the repository counts, whatever its .gitattributes say: no filter runs, and every file is checked out
 * with the bytes that it has in the repository. This file has the last word in git.
 */
const attributes = '* -text -eol -crlf -filter -ident -working-tree-encoding -diff -merge -export-subst\n'

/**
 * Checks HEAD out, so that nothing of it runs and no link in it leads out of the folder.
 *
 * @param folder of the clone, absolute
 * @param options.whole every file; otherwise what the analysis reads
 * @param options.partial objects may be missing that nobody can fetch: their files are left out
 * @returns how many files were left out
 */
export async function checkOut(
  git: Git,
  folder: string,
  { whole, partial }: { whole: boolean; partial: boolean },
): Promise<number> {
  const info = join(folder, '.git', 'info')
  mkdirSync(info, { recursive: true })
  writeFileSync(join(info, 'attributes'), attributes)
  const files = parseTree(await git(['ls-tree', '-r', '-z', 'HEAD'], { cwd: folder }))
  const links = files.filter(({ mode }) => mode === '120000').map(({ path }) => path)
  const missing = partial ? await missingOf(git, folder, files) : []
  if (!whole || missing.length > 0) {
    const without = missing.flatMap(asPattern).map((pattern) => `!${pattern}`)
    // Links count too: an import may go through one.
    const wanted = whole ? ['/*'] : [...sources, ...links.flatMap(asPattern)]
    writeFileSync(join(info, 'sparse-checkout'), [...wanted, ...without, ''].join('\n'))
    appendFileSync(join(folder, '.git', 'config'), '[core]\n\tsparseCheckout = true\n')
  }
  await git.remote(['read-tree', '-m', '-u', 'HEAD'], { cwd: folder })
  await removeOutwardLinks(git, folder, links)
  return missing.filter((path) => whole || isSource(path) || isConfig(path)).length
}

interface TreeFile {
  mode: string
  object: string
  path: string
}

/** Lines of `git ls-tree -z`: mode, type, object, tab, path. */
function parseTree(listing: string): TreeFile[] {
  return listing
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [mode = '', , object = ''] = line.slice(0, line.indexOf('\t')).split(' ')
      return { mode, object, path: line.slice(line.indexOf('\t') + 1) }
    })
}

/** The files whose content is not there. */
async function missingOf(git: Git, folder: string, files: readonly TreeFile[]): Promise<string[]> {
  const blobs = files.filter(({ mode }) => mode !== '160000')
  const input = blobs.map(({ object }) => `${object}\n`).join('')
  const answer = await git(['cat-file', '--batch-check=%(objectname)'], { cwd: folder, input })
  const lines = answer.split('\n')
  return blobs.filter((_, index) => lines[index]?.endsWith(' missing')).map(({ path }) => path)
}

/** A path as a pattern of .gitignore; nothing for a name that a pattern cannot say. */
function asPattern(path: string): string[] {
  if (/[\r\n]/.test(path)) return []
  return [`/${path.replaceAll(/[\\*?[\]!# ]/g, '\\$&')}`]
}
