import { isBuiltin } from 'node:module'
import { targetsOf } from './exports.js'
import { stringOrNull } from './json.js'
import type { Package, Packages } from './packages.js'
import { folderOf, joinPath } from './paths.js'
import type { Probe } from './probe.js'
import type { Alias, PathConfig, PathConfigs } from './tsconfig.js'

/** Fields of a package.json that name its entry, the ones nearest to source first. */
const entryFields = ['source', 'types', 'typings', 'module', 'main']

/** What decides an import without `./`: the same for all folders of one package and one tsconfig. */
interface Scope {
  from: Package | null
  configs: readonly PathConfig[]
  answers: Map<string, string | null>
}

export interface Resolver {
  /** The source file that an import means; null when it lies outside the tree or is no source file. */
  resolve(specifier: string, from: string): string | null
}

/** The patterns that match, exact ones first, then the longest prefix, as TypeScript ranks them. */
function matching(aliases: readonly Alias[], specifier: string): { alias: Alias; star: string }[] {
  return aliases
    .filter(({ prefix, suffix, star }) =>
      star
        ? specifier.length >= prefix.length + suffix.length &&
          specifier.startsWith(prefix) &&
          specifier.endsWith(suffix)
        : specifier === prefix,
    )
    .sort((a, b) => Number(a.star) - Number(b.star) || b.prefix.length - a.prefix.length)
    .map((alias) => ({
      alias,
      star: specifier.slice(alias.prefix.length, specifier.length - alias.suffix.length),
    }))
}

/** Answers every import from memory: no disk, one map read for a specifier seen before in the same place. */
export function createResolver(
  packages: Packages,
  packageOf: (file: string) => Package | null,
  probe: Probe,
  pathConfigs: PathConfigs,
): Resolver {
  const paths = new Map<string, string | null>()
  const scopesByFolder = new Map<string, Scope>()
  const scopes = new Map<string, Scope>()

  function scopeOf(file: string): Scope {
    const folder = folderOf(file)
    let scope = scopesByFolder.get(folder)
    if (scope === undefined) {
      const from = packageOf(file)
      const configs = pathConfigs.chain(folder)
      const key = `${from?.dir}\n${configs.map((config) => config.file).join('\n')}`
      scope = scopes.get(key) ?? { from, configs, answers: new Map() }
      scopes.set(key, scope)
      scopesByFolder.set(folder, scope)
    }
    return scope
  }

  function folderModule(folder: string): string | null {
    const item = packages.byDir.get(folder)
    return item === undefined ? probe.index(folder) : packageModule(item, '')
  }

  /** The file that a path below a folder means; one that ends in `/`, `.` or `..` means a folder. */
  function at(folder: string, path: string): string | null {
    const target = joinPath(folder, path)
    if (target === null) return null
    const onlyFolder = /(?:^|\/)\.{0,2}$/.test(path)
    const key = onlyFolder ? `${target}/` : target
    let found = paths.get(key)
    if (found === undefined) {
      found = (onlyFolder ? null : probe.file(target)) ?? folderModule(target) ?? sourceOf(target)
      paths.set(key, found)
    }
    return found
  }

  /** An import may lead to what a package builds (`packages/ui/dist`); `lib` and `types` are too often source. */
  function sourceOf(path: string): string | null {
    const dir = packageOf(path)?.dir ?? ''
    const inside = dir === '' ? path : path.slice(dir.length + 1)
    return /^(?:dist|build)\//.test(inside) ? probe.built(dir, inside) : null
  }

  function packageModule(item: Package, subpath: string): string | null {
    const { dir, manifest } = item
    for (const target of targetsOf(manifest.exports, subpath === '' ? '.' : `./${subpath}`)) {
      const found = probe.output(dir, target)
      if (found !== null) return found
    }
    if (subpath !== '') return probe.output(dir, subpath)
    for (const field of entryFields) {
      const entry = stringOrNull(manifest[field])
      const found = entry === null ? null : probe.output(dir, entry)
      if (found !== null) return found
    }
    return probe.index(dir === '' ? 'src' : `${dir}/src`) ?? probe.index(dir)
  }

  function aliased(configs: readonly PathConfig[], specifier: string): string | null {
    for (const config of configs) {
      for (const { alias, star } of matching(config.aliases, specifier)) {
        for (const target of alias.targets) {
          const found = at(
            '',
            target.replace('*', () => star),
          )
          if (found !== null) return found
        }
      }
    }
    return null
  }

  function fromPackage(specifier: string, from: Package | null): string | null {
    const [, name, subpath] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(specifier) ?? []
    const item = name === undefined ? null : packages.linked(name, from)
    return item === null ? null : packageModule(item, subpath ?? '')
  }

  function fromImports(specifier: string, from: Package | null): string | null {
    if (from === null || !specifier.startsWith('#')) return null
    for (const target of targetsOf(from.manifest.imports, specifier)) {
      const found = target.startsWith('.') ? probe.output(from.dir, target) : fromPackage(target, from)
      if (found !== null) return found
    }
    return null
  }

  function bare(specifier: string, { from, configs }: Scope): string | null {
    const found = aliased(configs, specifier) ?? fromImports(specifier, from) ?? fromPackage(specifier, from)
    if (found !== null) return found
    // `import 'crypto'` means Node's, for TypeScript too, even where baseUrl holds a crypto.ts.
    if (isBuiltin(specifier)) return null
    for (const { baseUrl } of configs) {
      const file = baseUrl === null ? null : at(baseUrl, specifier)
      if (file !== null) return file
    }
    return null
  }

  function resolve(specifier: string, from: string): string | null {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      const folder = folderOf(from)
      const found = at(folder, specifier)
      const query = specifier.indexOf('?')
      return found === null && query > 0 ? at(folder, specifier.slice(0, query)) : found
    }
    if (specifier === '' || specifier.startsWith('/') || specifier.startsWith('node:')) return null
    const scope = scopeOf(from)
    let found = scope.answers.get(specifier)
    if (found === undefined) {
      found = bare(specifier, scope)
      scope.answers.set(specifier, found)
    }
    return found
  }

  return { resolve }
}
