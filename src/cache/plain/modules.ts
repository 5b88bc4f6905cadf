import { isBuiltin } from 'node:module'
import path from 'node:path'
import { ts } from '@ts-morph/common'
import { foldersUp } from '../../workspace/paths.js'
import type { Workspace } from '../../workspace/types.js'
import type { Disk } from './disk.js'
import type { FolderOptions } from './options.js'
import { isStandIn, standInFor } from './stand-ins.js'

/** What became of an import. `refused`: found, but the program has as many files as it may have. */
export type Found = 'found' | 'stand-in' | 'missing' | 'untyped' | 'refused'

export interface Modules {
  /** The file of the program that an import means: relative for files of the tree, absolute for declarations. */
  resolve(specifier: string, from: string): ts.ResolvedModuleFull | undefined
  /** What `/// <reference types="..." />` means. */
  resolveTypes(name: string, from: string): ts.ResolvedTypeReferenceDirective | undefined
  /** What became of an import that was resolved before. */
  found(specifier: string, from: string): Found
}

/** More files than this in one program cost seconds and hundreds of megabytes; beyond, types are unknown. */
export const fileLimit = 4000

const declaration = /\.d\.(?:[^./]+\.)?[cm]?ts$/

/** Finds modules in the tree, then declarations on disk, then our stand-ins. Nothing is run. */
export function createModules(
  workspace: Workspace,
  disk: Disk,
  optionsOf: (file: string) => FolderOptions,
  limit = fileLimit,
): Modules {
  const { root } = workspace
  const sources = new Set(workspace.files)
  const answers = new Map<string, { module: ts.ResolvedModuleFull | undefined; found: Found }>()
  const installed = new Map<string, boolean>()
  const files = new Set<string>()
  const real = { ...disk, getCurrentDirectory: () => root }
  const cache = ts.createModuleResolutionCache(root, (name) => name)

  const absolute = (file: string): string => (path.isAbsolute(file) ? file : path.posix.join(root, file))

  /** Most questions about packages come from trees without any node_modules; no walk for those. */
  function hasPackages(folder: string): boolean {
    let known = installed.get(folder)
    if (known === undefined) {
      const above = [...foldersUp(folder.slice(1)).map((at) => `/${at}`)]
      known = above.some((at) => disk.directoryExists(path.posix.join(at, 'node_modules')))
      installed.set(folder, known)
    }
    return known
  }

  function fromTree(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
    const file = sources.has(from) ? workspace.resolve(specifier, from) : null
    return file === null ? undefined : moduleOf(file, false)
  }

  function fromDisk(specifier: string, from: string): ts.ResolvedModuleFull | 'untyped' | undefined {
    const file = absolute(from)
    const inTree = sources.has(from)
    const { resolution } = inTree ? optionsOf(from) : { resolution: optionsOf('').options }
    const mayBeFile = /^[./]/.test(specifier) || (inTree && resolution.paths !== undefined)
    if (!mayBeFile && !hasPackages(path.posix.dirname(file))) return undefined
    const { resolvedModule } = ts.resolveModuleName(
      specifier,
      file,
      resolution,
      real,
      inTree ? undefined : cache,
    )
    if (!resolvedModule) return undefined
    const { resolvedFileName, isExternalLibraryImport } = resolvedModule
    const relative = path.posix.relative(root, resolvedFileName)
    if (sources.has(relative)) return moduleOf(relative, false)
    if (declaration.test(resolvedFileName))
      return moduleOf(resolvedFileName, isExternalLibraryImport === true)
    if (resolvedFileName.endsWith('.json') && !relative.startsWith('..'))
      return moduleOf(resolvedFileName, false)
    return 'untyped'
  }

  function look(
    specifier: string,
    from: string,
  ): { module: ts.ResolvedModuleFull | undefined; found: Found } {
    if (isStandIn(from)) return { module: undefined, found: 'missing' }
    const module = fromTree(specifier, from) ?? fromDisk(specifier, from)
    if (module !== undefined && module !== 'untyped') return bounded(module)
    const standIn = standInFor(specifier)
    if (standIn !== null) return { module: moduleOf(standIn, true), found: 'stand-in' }
    return { module: undefined, found: module ?? 'missing' }
  }

  function bounded(module: ts.ResolvedModuleFull): {
    module: ts.ResolvedModuleFull | undefined
    found: Found
  } {
    const { resolvedFileName } = module
    if (!files.has(resolvedFileName)) {
      if (files.size >= limit) return { module: undefined, found: 'refused' }
      files.add(resolvedFileName)
    }
    return { module, found: 'found' }
  }

  function ask(specifier: string, from: string) {
    const key = `${path.posix.dirname(from)}\n${specifier}`
    let answer = answers.get(key)
    if (!answer) {
      answer = look(specifier, from)
      answers.set(key, answer)
    }
    return answer
  }

  return {
    resolve: (specifier, from) => ask(specifier, from).module,
    found: (specifier, from) => ask(specifier, from).found,
    resolveTypes(name, from) {
      const file = absolute(from)
      if (!hasPackages(path.posix.dirname(file))) return undefined
      const { options } = optionsOf(sources.has(from) ? from : '')
      const { resolvedTypeReferenceDirective } = ts.resolveTypeReferenceDirective(name, file, options, real)
      const target = resolvedTypeReferenceDirective?.resolvedFileName
      if (target === undefined || !declaration.test(target)) return undefined
      return bounded(moduleOf(target, true)).found === 'found' ? resolvedTypeReferenceDirective : undefined
    },
  }
}

function moduleOf(file: string, isExternalLibraryImport: boolean): ts.ResolvedModuleFull {
  const extension = declaration.exec(file)?.[0] ?? path.posix.extname(file)
  return { resolvedFileName: file, extension, isExternalLibraryImport, resolvedUsingTsExtension: false }
}

/** Half a sentence on why an import has no types. */
export function whyWithout(specifier: string, found: Found): string {
  if (found === 'refused')
    return `comes from "${specifier}", beyond the ${fileLimit} files that are looked at`
  if (isBuiltin(specifier)) return `comes from "${specifier}", and "@types/node" is not installed`
  if (/^(?:[./#~]|@\/)/.test(specifier)) return `comes from "${specifier}", which was not found`
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
  return found === 'untyped'
    ? `comes from "${name}", which has no types`
    : `comes from "${name}", which is not installed`
}
