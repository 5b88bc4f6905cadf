import path from 'node:path'
import { ts } from '@ts-morph/common'
import { folderOf, foldersUp } from '../../workspace/paths.js'
import type { Workspace } from '../../workspace/types.js'
import type { Disk } from './disk.js'
import { libFolder, libNames } from './lib-files.js'

/** The settings that change what a type is; files with the same ones share a program. */
const decisive = [
  'strict',
  'strictNullChecks',
  'noImplicitAny',
  'exactOptionalPropertyTypes',
  'noUncheckedIndexedAccess',
] as const

/** Errors of TypeScript for a config that `extends` names and that is not there: then nobody knows what it says. */
const unread = new Set([5083, 6053])

/** What a folder's tsconfig says; `key` is the same for folders whose types come out the same. */
export interface FolderOptions {
  key: string
  options: ts.CompilerOptions
  /** With the aliases of the tsconfig, for declarations that the workspace does not list. */
  resolution: ts.CompilerOptions
}

const base: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  lib: libNames.map((name) => `${libFolder}/${name}`),
  types: [],
  allowJs: true,
  resolveJsonModule: true,
  esModuleInterop: true,
  skipLibCheck: true,
  noEmit: true,
  preserveSymlinks: false,
}

/** Reads the tsconfigs of a tree, each once. Without one everything is strict, as with `create-next-app`. */
export function createOptions(
  { root, packages }: Pick<Workspace, 'root' | 'packages'>,
  disk: Disk,
): (file: string) => FolderOptions {
  const byConfig = new Map<string, FolderOptions>()
  const byFolder = new Map<string, FolderOptions>()
  const plain = folderOptions({ strict: true })
  const dirs = new Map(packages.map(({ name, dir }) => [name, dir]))

  /** `extends` may name a package of the workspace, which may not be linked. */
  function linked(file: string): string {
    const match = /\/node_modules\/((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(file)
    const dir = dirs.get(match?.[1] ?? null)
    return dir === undefined ? file : path.posix.join(root, dir, match?.[2] ?? '')
  }

  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    fileExists: (file) => disk.fileExists(linked(file)),
    readFile: (file) => disk.readFile(linked(file)),
    // The list of files is of no use, and looking for them would walk the folder.
    readDirectory: () => [],
  }

  function read(config: string): FolderOptions {
    const known = byConfig.get(config)
    if (known) return known
    const { config: json } = ts.parseConfigFileTextToJson(config, disk.readFile(config) ?? '{}')
    const folder = path.posix.dirname(config)
    const { options, errors } = ts.parseJsonConfigFileContent(json ?? {}, host, folder, undefined, config)
    const isWhole = !errors.some(({ code }) => unread.has(code))
    const made = folderOptions({ ...options, strict: options.strict ?? !isWhole })
    byConfig.set(config, made)
    return made
  }

  return (file) => {
    const folder = folderOf(file)
    let found = byFolder.get(folder)
    if (!found) {
      const configs = foldersUp(folder).flatMap((at) =>
        ['tsconfig.json', 'jsconfig.json'].map((name) => path.posix.join(root, at, name)),
      )
      const config = configs.find((candidate) => disk.fileExists(candidate))
      found = config === undefined ? plain : read(config)
      byFolder.set(folder, found)
    }
    return found
  }
}

function folderOptions(read: ts.CompilerOptions): FolderOptions {
  const options: ts.CompilerOptions = { ...base }
  for (const name of decisive) if (read[name] !== undefined) options[name] = read[name]
  const { paths, baseUrl, pathsBasePath } = read
  return {
    key: decisive.map((name) => options[name] ?? '-').join(),
    options,
    resolution: { ...options, paths, baseUrl, pathsBasePath },
  }
}
