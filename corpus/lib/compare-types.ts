import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getLibFiles, ts } from '@ts-morph/common'
import type { ChangedFile } from './lines.js'
import { nextCache } from './next-cache.js'
import type { Problem } from './problem.js'

/**
 * The changed files must type-check as well as before: no error may be there that was not, told by file, code and
 * message, wherever its line went. What is not installed is not found in both programs alike; `next/cache` is declared
 * here, as Next.js 16 has it.
 *
 * @param checkout absolute path of the tree as it was
 * @param importers files that import a changed one, whose calls must still fit
 */
export function compareTypes(
  checkout: string,
  changed: readonly ChangedFile[],
  importers: readonly string[] = [],
): Problem[] {
  const problems: Problem[] = []
  for (const [config, files] of byConfig(checkout, [...changed.map(({ file }) => file), ...importers])) {
    const texts = (side: 'before' | 'after') =>
      new Map(changed.map((one) => [path.join(checkout, one.file), one[side]]))
    const options = optionsOf(config)
    const old = errorsOf(checkout, files, options, texts('before'), undefined)
    const now = errorsOf(checkout, files, options, texts('after'), old.program)
    problems.push(...added(old.errors, now.errors))
  }
  return problems
}

interface TypeError {
  file: string
  line: number
  code: number
  message: string
}

function added(old: readonly TypeError[], now: readonly TypeError[]): Problem[] {
  const left = new Map<string, number>()
  for (const one of old) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1)
  return now.flatMap((one) => {
    const count = left.get(keyOf(one)) ?? 0
    left.set(keyOf(one), count - 1)
    if (count > 0) return []
    const where = `${one.file}:${one.line} (after)`
    return [{ check: 'types' as const, where, message: `TS${one.code} ${one.message}` }]
  })
}

function keyOf({ file, code, message }: TypeError): string {
  return `${file} ${code} ${message}`
}

/** Files by the nearest tsconfig, which says how strict they are and what their aliases mean. */
function byConfig(checkout: string, files: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const file of new Set(files)) {
    let folder = path.join(checkout, path.dirname(file))
    while (folder.length > checkout.length && !existsSync(path.join(folder, 'tsconfig.json')))
      folder = path.dirname(folder)
    const config = path.join(folder, 'tsconfig.json')
    groups.set(config, [...(groups.get(config) ?? []), file])
  }
  return groups
}

function optionsOf(config: string): ts.CompilerOptions {
  const { config: json } = ts.parseConfigFileTextToJson(
    config,
    existsSync(config) ? readFileSync(config, 'utf8') : '{}',
  )
  const host: ts.ParseConfigHost = { ...ts.sys, readDirectory: () => [] }
  const read = ts.parseJsonConfigFileContent(json ?? {}, host, path.dirname(config), undefined, config)
  return {
    ...read.options,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['/lib/lib.esnext.d.ts', '/lib/lib.dom.d.ts', '/lib/lib.dom.iterable.d.ts'],
    types: [],
    typeRoots: [],
    allowJs: true,
    skipLibCheck: true,
    noEmit: true,
    composite: false,
    incremental: false,
  }
}

const libraries = new Map(getLibFiles().map(({ fileName, text }) => [`/lib/${fileName}`, text]))
const parsed = new Map<string, ts.SourceFile>()

function errorsOf(
  checkout: string,
  files: readonly string[],
  options: ts.CompilerOptions,
  texts: ReadonlyMap<string, string>,
  old: ts.Program | undefined,
): { errors: TypeError[]; program: ts.Program } {
  const ambient = '/next-cache.d.ts'
  const read = (file: string): string | undefined =>
    file === ambient ? nextCache : (libraries.get(file) ?? texts.get(file) ?? ts.sys.readFile(file))
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (file, language) => {
      const known = texts.has(file) ? undefined : parsed.get(file)
      if (known) return known
      const text = read(file)
      if (text === undefined) return undefined
      const source = ts.createSourceFile(file, text, language)
      if (file.startsWith('/lib/')) parsed.set(file, source)
      return source
    },
    getDefaultLibFileName: () => '/lib/lib.esnext.d.ts',
    getDefaultLibLocation: () => '/lib',
    fileExists: (file) =>
      file === ambient || libraries.has(file) || texts.has(file) || ts.sys.fileExists(file),
    readFile: read,
  }
  const rootNames = [ambient, ...files.map((file) => path.join(checkout, file))]
  const program = ts.createProgram({ rootNames, options, host, ...(old ? { oldProgram: old } : {}) })
  const errors = files.flatMap((file) => {
    const source = program.getSourceFile(path.join(checkout, file))
    if (!source) return []
    return program.getSemanticDiagnostics(source).map((diagnostic) => ({
      file,
      line: source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1,
      code: diagnostic.code,
      message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
    }))
  })
  return { errors, program }
}
