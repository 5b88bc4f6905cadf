import picomatch from 'picomatch'
import { parse } from 'yaml'
import type { Reader } from './files.js'
import { type Json, record, stringList, stringOrNull } from './json.js'
import { folderOf, foldersUp, isInside, joinPath } from './paths.js'

/** A folder with a package.json. */
export interface Package {
  dir: string
  name: string | null
  manifest: Json
}

export interface Packages {
  /** Sorted by folder. */
  list: Package[]
  byDir: ReadonlyMap<string, Package>
  /** Parsed pnpm-workspace.yaml files by folder. */
  pnpm: ReadonlyMap<string, Json>
  /** The package of this tree that a package name means for code in `from`; null when it comes from a registry. */
  linked(name: string, from: Package | null): Package | null
}

export const dependencyFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
] as const

/** What a package.json writes for a dependency, in the order given; null when it does not name it. */
export function writtenRange(
  manifest: Json,
  name: string,
  fields: readonly string[] = dependencyFields,
): string | null {
  for (const field of fields) {
    const range = stringOrNull(record(manifest[field])[name])
    if (range !== null) return range
  }
  return null
}

interface WorkspaceRoot {
  dir: string
  holds(dir: string): boolean
}

function workspaceRootOf(dir: string, patterns: readonly string[]): WorkspaceRoot {
  const clean = (pattern: string) => pattern.replace(/^!/, '').replace(/^\.\//, '').replace(/\/+$/, '')
  const wanted = picomatch(patterns.filter((pattern) => !pattern.startsWith('!')).map(clean), {
    dot: true,
    windows: false,
  })
  const unwanted = picomatch(patterns.filter((pattern) => pattern.startsWith('!')).map(clean), {
    dot: true,
    windows: false,
  })
  return {
    dir,
    holds(other) {
      if (other === dir) return true
      if (!isInside(other, dir)) return false
      const relative = dir === '' ? other : other.slice(dir.length + 1)
      return wanted(relative) && !unwanted(relative)
    },
  }
}

function parseJson(reader: Reader, file: string): Json | null {
  const text = reader.text(file)
  if (text === undefined) return null
  try {
    return record(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    reader.report(file, 'it is not valid JSON; mend it, its package is left out')
    return null
  }
}

function parseYaml(reader: Reader, file: string): Json {
  try {
    return record(parse(reader.text(file) ?? ''))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'YAMLParseError') throw error
    reader.report(file, 'it is not valid YAML; mend it, its packages and catalogs are left out')
    return {}
  }
}

/** Reads every package.json, pnpm-workspace.yaml and lerna.json of the tree. */
export function readPackages(configs: readonly string[], reader: Reader): Packages {
  const list: Package[] = []
  const pnpm = new Map<string, Json>()
  const roots: WorkspaceRoot[] = []
  for (const file of configs) {
    const dir = folderOf(file)
    const name = dir === '' ? file : file.slice(dir.length + 1)
    if (name === 'package.json') {
      const manifest = parseJson(reader, file)
      if (manifest === null) continue
      list.push({ dir, name: stringOrNull(manifest.name), manifest })
      const workspaces = manifest.workspaces
      if (workspaces !== undefined) {
        const patterns = Array.isArray(workspaces) ? workspaces : record(workspaces).packages
        roots.push(workspaceRootOf(dir, stringList(patterns)))
      }
    } else if (name === 'pnpm-workspace.yaml') {
      const content = parseYaml(reader, file)
      pnpm.set(dir, content)
      roots.push(workspaceRootOf(dir, stringList(content.packages)))
    } else if (name === 'lerna.json') {
      roots.push(workspaceRootOf(dir, stringList(parseJson(reader, file)?.packages)))
    }
  }
  list.sort((a, b) => (a.dir < b.dir ? -1 : 1))
  return {
    list,
    byDir: new Map(list.map((item) => [item.dir, item])),
    pnpm,
    linked: createLinker(list, roots),
  }
}

function createLinker(list: readonly Package[], roots: readonly WorkspaceRoot[]): Packages['linked'] {
  const byName = new Map<string, Package[]>()
  for (const item of list) {
    if (item.name === null) continue
    const same = byName.get(item.name)
    if (same === undefined) byName.set(item.name, [item])
    else same.push(item)
  }
  const together = (a: string, b: string) => roots.some((root) => root.holds(a) && root.holds(b))
  const byDir = new Map(list.map((item) => [item.dir, item]))

  /** As Node.js climbs from one node_modules to the next: a package that does not declare the name leaves it to those above. */
  function linkedAt(candidates: readonly Package[], name: string, dir: string): Package[] {
    const item = byDir.get(dir)
    const range = item === undefined ? null : writtenRange(item.manifest, name)
    const path = /^(?:file|link|portal):(.*)$/.exec(range ?? '')?.[1]
    if (path !== undefined) return candidates.filter((candidate) => candidate.dir === joinPath(dir, path))
    if (range?.startsWith('workspace:')) return [...candidates]
    const members = candidates.filter((candidate) => together(candidate.dir, dir))
    if (members.length > 0 || range !== null || dir === '') return members
    return linkedAt(candidates, name, folderOf(dir))
  }

  return (name, from) => {
    const candidates = byName.get(name)
    if (candidates === undefined) return null
    if (from?.name === name) return from
    const dir = from?.dir ?? ''
    return closest(linkedAt(candidates, name, dir), dir)
  }
}

/** Several packages may bear one name (examples, templates): the one that shares most of the path is meant. */
function closest(candidates: readonly Package[], dir: string): Package | null {
  const shared = (item: Package) => foldersUp(dir).findIndex((folder) => isInside(item.dir, folder))
  return [...candidates].sort((a, b) => shared(a) - shared(b) || (a.dir < b.dir ? -1 : 1))[0] ?? null
}
