import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ts } from '@ts-morph/common'
import type { Reader } from './files.js'
import type { Packages } from './packages.js'
import { folderOf, foldersUp } from './paths.js'

/** One pattern of `paths`; the targets are relative to root and may hold one `*`. */
export interface Alias {
  prefix: string
  suffix: string
  /** False when the pattern has no `*` and so means one specifier. */
  star: boolean
  targets: string[]
}

/** The part of a tsconfig or jsconfig that says where an import leads. */
export interface PathConfig {
  file: string
  /** Folder for imports without `./`, null when `baseUrl` is not set. */
  baseUrl: string | null
  aliases: Alias[]
  /** Configs that this one references. */
  references: string[]
}

export interface PathConfigs {
  /** Nearest config, then those it references, then the outer ones up to the root. Memoised by folder. */
  chain(folder: string): readonly PathConfig[]
}

/** Where TypeScript believes the tree to lie, so that a path that leaves the root can be told from one inside. */
const base = '/tree'

function toVirtual(relative: string): string {
  return relative === '' ? base : `${base}/${relative}`
}

function fromVirtual(absolute: string): string | null {
  if (absolute === base) return ''
  return absolute.startsWith(`${base}/`) ? absolute.slice(base.length + 1) : null
}

/**
 * TypeScript's own reader does the work (`extends` with lists and packages, `${configDir}`, comments), on a
 * disk that is the in-memory list below `/tree`. Packages of the workspace answer for
 * `/node_modules/<name>`, since they may not be installed; other packages are looked up on the real disk.
 */
function createHost(root: string, configs: ReadonlySet<string>, packages: Packages, reader: Reader) {
  const names = new Map(packages.list.map((item) => [item.name, item.dir]))
  function locate(absolute: string): { file: string; installed: boolean } | null {
    const relative = fromVirtual(absolute)
    if (relative === null) return null
    const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(relative)
    const dir = names.get(match?.[1] ?? null)
    if (match === null || dir === undefined) return { file: relative, installed: match !== null }
    return { file: `${dir}${match[2] ?? ''}`.replace(/^\//, ''), installed: false }
  }
  function exists(absolute: string): boolean {
    const found = locate(absolute)
    if (found === null) return false
    return found.installed ? isFile(path.join(root, found.file)) : configs.has(found.file)
  }
  return {
    useCaseSensitiveFileNames: true,
    readDirectory: () => [],
    fileExists: exists,
    readFile(absolute: string): string | undefined {
      const found = locate(absolute)
      if (found === null || !exists(absolute)) return undefined
      return found.installed ? readFileSync(path.join(root, found.file), 'utf8') : reader.text(found.file)
    },
  }
}

function isFile(absolute: string): boolean {
  return existsSync(absolute) && statSync(absolute).isFile()
}

function aliasesOf(options: ts.CompilerOptions): Alias[] {
  const { baseUrl, pathsBasePath } = options as { baseUrl?: string; pathsBasePath?: string }
  const folder = baseUrl ?? pathsBasePath ?? base
  return Object.entries(options.paths ?? {}).map(([pattern, targets]) => {
    const star = pattern.indexOf('*')
    return {
      prefix: star < 0 ? pattern : pattern.slice(0, star),
      suffix: star < 0 ? '' : pattern.slice(star + 1),
      star: star >= 0,
      targets: targets
        .map((target) => fromVirtual(path.posix.resolve(folder, target)))
        .filter((target) => target !== null),
    }
  })
}

/** Reads configs when they are first asked for. A config with a syntax error is used as far as it parses, and reported. */
export function createPathConfigs(
  root: string,
  configs: ReadonlySet<string>,
  packages: Packages,
  reader: Reader,
): PathConfigs {
  const host = createHost(root, configs, packages, reader)
  const read = new Map<string, PathConfig | null>()
  const chains = new Map<string, readonly PathConfig[]>()

  function parse(file: string): PathConfig | null {
    const text = reader.text(file)
    if (text === undefined) return null
    const { config, error } = ts.parseConfigFileTextToJson(toVirtual(file), text)
    const folder = toVirtual(folderOf(file))
    const parsed = ts.parseJsonConfigFileContent(config ?? {}, host, folder, undefined, toVirtual(file))
    const syntax = [error, ...parsed.errors].find((entry) => entry !== undefined && entry.code < 2000)
    if (syntax !== undefined) {
      const message = ts.flattenDiagnosticMessageText(syntax.messageText, ' ')
      reader.report(
        fromVirtual(syntax.file?.fileName ?? '') ?? file,
        `it is not valid JSON (${message}); mend it, its aliases may be missing`,
      )
    }
    const references = (parsed.projectReferences ?? []).map(({ path: target }) => fromVirtual(target))
    return {
      file,
      baseUrl: parsed.options.baseUrl === undefined ? null : fromVirtual(parsed.options.baseUrl),
      aliases: aliasesOf(parsed.options),
      references: references
        .filter((target) => target !== null)
        .map((target) => (configs.has(target) ? target : `${target === '' ? '' : `${target}/`}tsconfig.json`))
        .filter((target) => configs.has(target)),
    }
  }

  function get(file: string): PathConfig | null {
    let config = read.get(file)
    if (config === undefined) {
      config = parse(file)
      read.set(file, config)
    }
    return config
  }

  function withReferences(file: string, into: Map<string, PathConfig>): void {
    if (into.has(file)) return
    const config = get(file)
    if (config === null) return
    into.set(file, config)
    for (const reference of config.references) withReferences(reference, into)
  }

  function chain(folder: string): readonly PathConfig[] {
    const known = chains.get(folder)
    if (known !== undefined) return known
    const found = new Map<string, PathConfig>()
    for (const at of foldersUp(folder)) {
      const prefix = at === '' ? '' : `${at}/`
      const file = [`${prefix}tsconfig.json`, `${prefix}jsconfig.json`].find((name) => configs.has(name))
      if (file !== undefined) withReferences(file, found)
    }
    const list = [...found.values()]
    chains.set(folder, list)
    return list
  }

  return { chain }
}
