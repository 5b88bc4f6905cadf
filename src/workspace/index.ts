import { findApps } from './apps.js'
import { createReader } from './files.js'
import { gitState } from './git.js'
import { leaveOutLinks } from './links.js'
import { type Package, readPackages } from './packages.js'
import { folderOf, isSource } from './paths.js'
import { createProbe } from './probe.js'
import { createResolver } from './resolve.js'
import { openTree } from './root.js'
import { scriptFilesOf } from './scripts.js'
import { selectFiles } from './select.js'
import { createPathConfigs } from './tsconfig.js'
import type { App, Workspace, WorkspaceOptions, WorkspacePackage } from './types.js'

export { globMatcher } from './globs.js'
export * from './types.js'

/** Finds the item whose folder is the longest prefix of a file, remembered by folder. */
function innermost<T>(byDir: ReadonlyMap<string, T | null>): (file: string) => T | null {
  const answers = new Map<string, T | null>()
  function at(folder: string): T | null {
    const known = answers.get(folder)
    if (known !== undefined) return known
    const own = byDir.get(folder)
    const found = own !== undefined ? own : folder === '' ? null : at(folderOf(folder))
    answers.set(folder, found)
    return found
  }
  return (file) => at(folderOf(file))
}

/** A package inside an app (`packages/ui` below an app at the root) is not that app's; one without a name is. */
function appsByFolder(apps: readonly App[], packages: readonly Package[]): Map<string, App | null> {
  const byDir = new Map<string, App | null>()
  for (const { dir, name } of packages) if (name !== null) byDir.set(dir, null)
  for (const app of apps) byDir.set(app.dir, app)
  return byDir
}

/**
 * Opens the tree that the given paths belong to. Nothing is written, nothing of the tree is run; tsconfigs
 * are read when the first import needs them, so `unreadable` may grow while the workspace is used.
 *
 * @param options - absolute paths and the globs (relative to the root) that narrow what a run may change
 * @returns the workspace; its paths are POSIX and relative to `root`, its lists sorted by code unit
 * @throws UsageError when a path does not exist, when paths belong to several repositories, or when git
 * refuses the repository
 */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { root, topLevel, targets, listing } = openTree(options.paths)
  const unreadable = [...listing.unreadable]
  const reader = createReader(root, unreadable)
  const regular = leaveOutLinks(root, listing)
  const files = regular.files.filter(isSource)
  const known = new Set(files)
  const configs = regular.files.filter((file) => !known.has(file))
  const configSet = new Set(configs)

  const packages = readPackages(configs, reader)
  const packageAt = innermost(packages.byDir)
  const probe = createProbe(files, regular.links)
  const pathConfigs = createPathConfigs(root, configSet, packages, reader)
  const { resolve } = createResolver(packages, packageAt, probe, pathConfigs)
  const apps = findApps({
    files,
    configs: configSet,
    packages,
    reader,
    nextConfig: { text: reader.text, resolve },
  })
  const workspacePackages: WorkspacePackage[] = packages.list.map((item) => ({
    dir: item.dir,
    name: item.name,
    private: item.manifest.private === true,
    scriptFiles: scriptFilesOf(item, probe),
  }))

  return {
    root,
    git: topLevel === null ? null : gitState(topLevel, known, listing.untracked),
    apps,
    packages: workspacePackages,
    files,
    selected: selectFiles(root, files, targets, options),
    unreadable,
    bytes: (file) => (known.has(file) ? reader.bytes(file) : undefined),
    text: (file) => (known.has(file) ? reader.text(file) : undefined),
    resolve,
    appOf: innermost(appsByFolder(apps, packages.list)),
    packageOf: innermost(new Map(workspacePackages.map((item) => [item.dir, item]))),
  }
}
