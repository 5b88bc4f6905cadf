import path from 'node:path'
import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import type { Workspace } from '../../workspace/types.js'
import type { Disk } from './disk.js'
import { libFile, libFolder } from './lib-files.js'
import type { Modules } from './modules.js'
import { globalStandIn, isStandIn, standInText } from './stand-ins.js'

/** A checker over some files, and what the questions need to know beside it. */
export interface Checked {
  checker: ts.TypeChecker
  program: ts.Program
  modules: Modules
}

/** Parsed files, kept over all programs. */
export interface Sources {
  get(file: string): ts.SourceFile | undefined
}

const parseOptions: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}

/** Source files of the graph where it has them, so that its nodes are the checker's; others are parsed here. */
export function createSources(workspace: Workspace, graph: Graph, disk: Disk): Sources {
  const own = new Map<string, ts.SourceFile | undefined>()
  const known = new Set(workspace.files)
  let models = new Map<string, ts.SourceFile>()

  function ofGraph(file: string): ts.SourceFile | undefined {
    const parsed = graph.parsed()
    if (parsed.length !== models.size) models = new Map(parsed.map((model) => [model.file, model.source]))
    return models.get(file)
  }

  function parse(file: string): ts.SourceFile | undefined {
    const text = isStandIn(file)
      ? standInText(file)
      : known.has(file)
        ? workspace.text(file)
        : disk.readFile(file)
    if (text === undefined) return undefined
    const kind = /\.[cm]?js$/.test(file) ? ts.ScriptKind.JSX : undefined
    try {
      return ts.createSourceFile(file, text, parseOptions, false, kind)
    } catch (error) {
      // Generated code can nest deeper than the stack.
      if (!(error instanceof RangeError)) throw error
      return ts.createSourceFile(file, '', parseOptions)
    }
  }

  return {
    get(file) {
      const lib = file.startsWith(`${libFolder}/`) ? libFile(file) : undefined
      if (lib) return lib
      if (!own.has(file)) own.set(file, ofGraph(file) ?? parse(file))
      return own.get(file)
    },
  }
}

/**
 * Makes a program of the files and what they import. Files of the tree keep their relative names, since the program
 * writes its names into the source files, and those belong to the graph.
 */
export function check(
  root: string,
  files: string[],
  options: ts.CompilerOptions,
  sources: Sources,
  modules: Modules,
): Checked {
  const node = files[0] === undefined ? undefined : modules.resolveTypes('node', files[0])
  const host: ts.CompilerHost = {
    getSourceFile: (file) => sources.get(file),
    getDefaultLibFileName: () => `${libFolder}/lib.d.ts`,
    getDefaultLibLocation: () => libFolder,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: () => false,
    readFile: () => undefined,
    writeFile() {},
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: modules.resolve(text, nameIn(root, from)) })),
    resolveTypeReferenceDirectiveReferences: (names, from) =>
      names.map((name) => ({
        resolvedTypeReferenceDirective: modules.resolveTypes(
          typeof name === 'string' ? name : name.fileName,
          nameIn(root, from),
        ),
      })),
  }
  const rootNames = [...files, node?.resolvedFileName ?? globalStandIn]
  const program = ts.createProgram({ rootNames, options, host })
  return { checker: program.getTypeChecker(), program, modules }
}

/** TypeScript hands names over as absolute ones; files of the tree are known by relative ones. */
function nameIn(root: string, file: string): string {
  if (!path.isAbsolute(file)) return file
  const relative = path.posix.relative(root, file)
  return relative.startsWith('..') || relative.includes('node_modules/') ? file : relative
}

/** The same node in the program's own parse of the file, where that is another one. */
export function counterpart(program: ts.Program, node: ts.Node): ts.Node | null {
  const asked = node.getSourceFile()
  const source = program.getSourceFile(asked.fileName)
  if (source === asked) return node
  if (!source || source.text !== asked.text) return null
  const search = (at: ts.Node): ts.Node | undefined => {
    if (at.pos === node.pos && at.end === node.end && at.kind === node.kind) return at
    if (at.pos > node.pos || at.end < node.end) return undefined
    return ts.forEachChild(at, search)
  }
  return search(source) ?? null
}
