import { ts } from '@ts-morph/common'
import { declareAll } from './declare/index.js'
import { importSpecifiers } from './import-index.js'
import { referAll } from './refer/index.js'
import { lookup, scopeOfName } from './scopes.js'
import { directiveOf } from './syntax.js'
import type { FileModel } from './types.js'
import { createUnit } from './units.js'

// Comments of documentation hold no code; not to parse them saves a tenth of the time.
const options: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}

/** Parses one file and says which units it has, what it exports and what each unit refers to. Never throws on bad syntax. */
export function modelFile(file: string, text: string): FileModel {
  try {
    const source = ts.createSourceFile(file, text, options, true, scriptKind(file))
    const model = emptyModel(file, source, syntaxError(source))
    fill(model)
    return model
  } catch (error) {
    // The walks recurse; generated code can nest deeper than the stack.
    if (!(error instanceof RangeError)) throw error
    return unreadModel(file, text)
  }
}

/** A file that cannot be read is taken to run everything that it imports. */
function unreadModel(file: string, text: string): FileModel {
  const source = ts.createSourceFile(file, '', ts.ScriptTarget.Latest, true)
  const model = emptyModel(file, source, 'it nests too deeply to be read')
  for (const { specifier } of importSpecifiers(text)) {
    const path = { root: { specifier, name: '*' }, members: ['[]'] }
    model.references.push({ from: model.module, path, how: 'value', node: source, line: 1 })
  }
  return model
}

function emptyModel(file: string, source: ts.SourceFile, error: string | null): FileModel {
  const fields = {
    file,
    source,
    node: source,
    kind: 'module',
    name: '(module)',
    parent: null,
    nested: false,
  } as const
  const module = createUnit(fields)
  module.line = 1
  return {
    file,
    source,
    directive: directiveOf(source.statements),
    module,
    units: [module],
    exports: new Map(),
    stars: [],
    references: [],
    referenceAt: () => null,
    declarationOf: () => null,
    scopeOf: () => null,
    scopeAt: () => null,
    syntaxError: error,
  }
}

function fill(model: FileModel): void {
  const declarations = declareAll(model)
  model.declarationOf = (name) => lookup(declarations.scopes, name.text, name)
  model.scopeOf = (name) => scopeOfName(declarations.scopes, name.text, name)
  model.scopeAt = (name, at) => scopeOfName(declarations.scopes, name, at)
  referAll(model, declarations)
  const byNode = new Map(model.references.map((reference) => [reference.node, reference]))
  model.referenceAt = (node) => byNode.get(node) ?? null
}

/** JavaScript may hold JSX in any extension; in TypeScript only .tsx may, since `<T>x` is a cast elsewhere. */
function scriptKind(file: string): ts.ScriptKind {
  if (/\.(?:ts|mts|cts)$/.test(file)) return ts.ScriptKind.TS
  return file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX
}

function syntaxError(source: ts.SourceFile): string | null {
  // TypeScript keeps what its parser found on the node, but does not declare it.
  const { parseDiagnostics } = source as ts.SourceFile & { parseDiagnostics?: readonly ts.Diagnostic[] }
  const first = parseDiagnostics?.[0]
  if (!first) return null
  const { line } = source.getLineAndCharacterOfPosition(first.start ?? 0)
  return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`
}
