import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ts } from '@ts-morph/common'
import { folderOf, foldersUp, relativeTo } from '../../workspace/paths.js'

/** The projects that files belong to. */
export interface Projects {
  /** Paths of tsconfigs and jsconfigs, relative to the root, sorted. */
  configs: string[]
  /** Files that no config includes. */
  without: string[]
  /** JavaScript that a config includes and does not check. */
  silent: string[]
}

/**
 * Finds the configs whose files include the given ones: the nearest, those that it references, then the outer ones.
 *
 * @param root absolute path of the tree
 * @param files relative to the root
 */
export function projectsOf(root: string, files: readonly string[]): Projects {
  const included = new Map<string, Included>()
  const configs = new Set<string>()
  const without: string[] = []
  const silent: string[] = []
  for (const file of files) {
    const found = configOf(root, file, included)
    if (found === null) without.push(file)
    else configs.add(found)
    if (found !== null && /\.[cm]?jsx?$/.test(file) && !included.get(found)?.checksJs) silent.push(file)
  }
  return { configs: [...configs].sort(), without, silent }
}

interface Included {
  files: ReadonlySet<string>
  references: string[]
  checksJs: boolean
}

function configOf(root: string, file: string, known: Map<string, Included>): string | null {
  for (const folder of foldersUp(folderOf(file))) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const config = folder === '' ? name : `${folder}/${name}`
      const found = existsSync(join(root, config)) ? within(root, config, file, known, new Set()) : null
      if (found !== null) return found
    }
  }
  return null
}

function within(
  root: string,
  config: string,
  file: string,
  known: Map<string, Included>,
  seen: Set<string>,
): string | null {
  if (seen.has(config)) return null
  seen.add(config)
  const included = known.get(config) ?? read(root, config)
  known.set(config, included)
  if (included.files.has(file)) return config
  for (const reference of included.references) {
    const found = within(root, reference, file, known, seen)
    if (found !== null) return found
  }
  return null
}

function read(root: string, config: string): Included {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} }
  const parsed = ts.getParsedCommandLineOfConfigFile(join(root, config), {}, host)
  const inTree = (path: string): string[] => [relativeTo(root, path)].filter((found) => found !== null)
  const references = (parsed?.projectReferences ?? []).map((one) => ts.resolveProjectReferencePath(one))
  return {
    files: new Set((parsed?.fileNames ?? []).flatMap(inTree)),
    references: references.filter((path) => existsSync(path)).flatMap(inTree),
    checksJs: parsed?.options.checkJs === true,
  }
}
