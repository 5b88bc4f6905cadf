import type { Choices } from '../../src/config/types.js'
import { defaultChoices } from '../../src/config/types.js'
import type { Context, Evidence } from '../../src/context/types.js'
import { createGraph, type Graph } from '../../src/graph/graph.js'
import type { TracedSite } from '../../src/plan/input.js'
import { traceSites } from '../../src/plan/sites.js'
import { findApps } from '../../src/workspace/apps.js'
import type { Reader } from '../../src/workspace/files.js'
import type { Workspace, WorkspacePackage } from '../../src/workspace/index.js'
import { readPackages } from '../../src/workspace/packages.js'
import { byCodeUnit, foldersUp, isConfig, isSource } from '../../src/workspace/paths.js'
import { createProbe } from '../../src/workspace/probe.js'
import { createResolver } from '../../src/workspace/resolve.js'
import { scriptFilesOf } from '../../src/workspace/scripts.js'
import { createPathConfigs } from '../../src/workspace/tsconfig.js'
import type { Tree } from './tree.js'

/** A small Next.js app that stands in memory alone: no disk, no git. */
export interface App {
  workspace: Workspace
  graph: Graph
}

const manifest = JSON.stringify({ name: 'app', dependencies: { next: '16.0.0' } })

/** The app that the files make. A package.json with Next.js 16 is added where there is none at the root. */
export function app(files: Tree): App {
  const workspace = inMemory({ 'package.json': manifest, ...files })
  return { workspace, graph: createGraph(workspace) }
}

/** As `openWorkspace` reads it from a folder, put together from the same parts (memory.test.ts holds the two together). */
export function inMemory(tree: Tree): Workspace {
  const names = Object.keys(tree)
  const files = names.filter(isSource).sort(byCodeUnit)
  const known = new Set(files)
  const configs = names.filter((file) => !known.has(file) && isConfig(file))
  const configSet = new Set(configs)
  const unreadable: Workspace['unreadable'] = []
  const reader = readerOf(tree, unreadable)

  const packages = readPackages(configs, reader)
  const packageAt = (file: string) => innermost(file, (dir) => packages.byDir.get(dir))
  const probe = createProbe(files, new Map())
  const { resolve } = createResolver(
    packages,
    packageAt,
    probe,
    createPathConfigs('/nowhere', configSet, packages, reader),
  )
  const apps = findApps({
    files,
    configs: configSet,
    packages,
    reader,
    nextConfig: { text: reader.text, resolve },
  })
  const list: WorkspacePackage[] = packages.list.map((item) => ({
    dir: item.dir,
    name: item.name,
    private: item.manifest.private === true,
    scriptFiles: scriptFilesOf(item, probe),
  }))
  return {
    root: '/nowhere',
    git: null,
    apps,
    packages: list,
    files,
    selected: known,
    unreadable,
    bytes: (file) => (known.has(file) ? reader.bytes(file) : undefined),
    text: (file) => (known.has(file) ? reader.text(file) : undefined),
    resolve,
    appOf: (file) => innermost(file, (dir) => apps.find((found) => found.dir === dir)),
    packageOf: (file) => innermost(file, (dir) => list.find((found) => found.dir === dir)),
  }
}

function readerOf(tree: Tree, unreadable: Workspace['unreadable']): Reader {
  return {
    bytes: (file) => (tree[file] === undefined ? undefined : Buffer.from(tree[file], 'utf8')),
    text: (file) => tree[file]?.replace(/^\uFEFF/, ''),
    report: (file, message) => unreadable.push({ file, message }),
  }
}

function innermost<T>(file: string, at: (dir: string) => T | undefined): T | null {
  for (const dir of foldersUp(file).slice(1)) {
    const found = at(dir)
    if (found !== undefined) return found
  }
  return null
}

/** Every use of a cache API in the app, with who can run it. */
export function sitesOf({ workspace, graph }: App, configured: Choices['contexts'] = []): TracedSite[] {
  return traceSites(workspace, graph, configured, () => {})
}

/** The key under which the tests speak of a call site: its tag, else its place. */
function keyOf({ site }: TracedSite): string {
  return site.arguments[0]?.text.replace(/^['"`]|['"`]$/g, '') ?? `${site.file}:${site.line}`
}

/** Contexts by tag: `{ posts: ['server-action'] }` for one `revalidateTag('posts')`. */
export function contextsOf(files: Tree, configured: Choices['contexts'] = []): Record<string, Context[]> {
  return Object.fromEntries(sitesOf(app(files), configured).map((traced) => [keyOf(traced), traced.contexts]))
}

/** The evidence for one tag, by context. */
export function evidenceOf(files: Tree, tag: string): Partial<Record<Context, Evidence>> {
  const traced = sitesOf(app(files)).find((candidate) => keyOf(candidate) === tag)
  return Object.fromEntries((traced?.evidence ?? []).map((evidence) => [evidence.context, evidence]))
}

export function choices(some: Partial<Choices> = {}): Choices {
  return { ...defaultChoices, ...some }
}
