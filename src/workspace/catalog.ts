import { parse } from 'yaml'
import type { Reader } from './files.js'
import { type Json, record, stringOrNull } from './json.js'
import type { Package, Packages } from './packages.js'
import { foldersUp } from './paths.js'

function entryOf(source: Json, catalog: string, name: string): string | null {
  const named = record(record(source.catalogs)[catalog])
  const entries = catalog === 'default' && source.catalog !== undefined ? record(source.catalog) : named
  return stringOrNull(entries[name])
}

/** Where a folder may declare catalogs: pnpm-workspace.yaml, package.json (bun), .yarnrc.yml (Yarn 4.10). */
function catalogsIn(dir: string, packages: Packages, configs: ReadonlySet<string>, reader: Reader): Json[] {
  const manifest = packages.byDir.get(dir)?.manifest ?? {}
  const yarn = dir === '' ? '.yarnrc.yml' : `${dir}/.yarnrc.yml`
  const sources = [packages.pnpm.get(dir) ?? {}, record(manifest.workspaces), manifest]
  if (configs.has(yarn)) {
    try {
      sources.push(record(parse(reader.text(yarn) ?? '')))
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'YAMLParseError') throw error
      reader.report(yarn, 'it is not valid YAML; mend it, its catalogs are left out')
    }
  }
  return sources
}

/**
 * The range that a written dependency stands for: `catalog:` and `catalog:name` are looked up in the nearest
 * workspace root above, `workspace:` in the package of the tree. Anything else, and what is not found, comes
 * back as it was written.
 */
export function resolveRange(
  written: string,
  name: string,
  from: Package,
  packages: Packages,
  configs: ReadonlySet<string>,
  reader: Reader,
): string {
  if (written.startsWith('workspace:')) {
    return stringOrNull(packages.linked(name, from)?.manifest.version) ?? written
  }
  if (!written.startsWith('catalog:')) return written
  const catalog = written.slice('catalog:'.length).trim() || 'default'
  for (const dir of foldersUp(from.dir)) {
    for (const source of catalogsIn(dir, packages, configs, reader)) {
      const range = entryOf(source, catalog, name)
      if (range !== null) return range
    }
  }
  return written
}
