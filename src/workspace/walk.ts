import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { reasonOf } from './files.js'
import type { Listing } from './git.js'
import { isConfig, isGenerated, isSource } from './paths.js'

/** Names of build outputs, where they lie beside a package.json; elsewhere `build` may be a page. */
const outputs = new Set(['dist', 'build', 'out', 'coverage'])

interface Rules {
  folder: string
  rules: Ignore
}

/** The deepest .gitignore that says something about a path decides, as in git. */
function isIgnored(stack: readonly Rules[], relative: string): boolean {
  for (let at = stack.length - 1; at >= 0; at--) {
    const { folder, rules } = stack[at] as Rules
    const verdict = rules.test(folder === '' ? relative : relative.slice(folder.length + 1))
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}

/** Lists a tree without git: honours every .gitignore in it, follows no symbolic link. */
export function listByWalk(root: string): Listing {
  const files: string[] = []
  const links: string[] = []
  const unreadable: Listing['unreadable'] = []

  function entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(path.join(root, folder), { withFileTypes: true })
    } catch (error) {
      unreadable.push({ file: folder, message: reasonOf(error) })
      return []
    }
  }

  function rulesOf(folder: string, prefix: string): Rules[] {
    try {
      const text = readFileSync(path.join(root, folder, '.gitignore'), 'utf8').replace(/^\uFEFF/, '')
      return [{ folder, rules: ignore({ ignorecase: false }).add(text) }]
    } catch (error) {
      unreadable.push({ file: `${prefix}.gitignore`, message: reasonOf(error) })
      return []
    }
  }

  function visit(folder: string, above: readonly Rules[]): void {
    const prefix = folder === '' ? '' : `${folder}/`
    const entries = entriesOf(folder)
    const has = (name: string) => entries.some((entry) => entry.isFile() && entry.name === name)
    const stack = has('.gitignore') ? [...above, ...rulesOf(folder, prefix)] : above
    const isPackage = has('package.json')
    for (const entry of entries) {
      const relative = prefix + entry.name
      if (entry.isSymbolicLink()) links.push(relative)
      else if (entry.isDirectory()) {
        if (isGenerated(`${relative}/`) || (isPackage && outputs.has(entry.name))) continue
        if (!isIgnored(stack, `${relative}/`)) visit(relative, stack)
      } else if (
        entry.isFile() &&
        (isSource(relative) || isConfig(relative)) &&
        !isIgnored(stack, relative)
      ) {
        files.push(relative)
      }
    }
  }

  visit('', [])
  return { files, links, untracked: new Set(), unreadable }
}
