import { Project, ts } from 'ts-morph'
import { callOf } from './cache-module.js'
import type { ChangedFile } from './lines.js'
import { nextCache } from './next-cache.js'
import type { Problem } from './problem.js'
import type { ReportedDecision } from './report.js'

const names =
  /\b(revalidateTag|updateTag|refresh|revalidatePath|cacheTag|cacheLife|unstable_\w+|next\/cache)\b/

/** No such name; no such export; duplicate or clashing declarations. */
const namingErrors = new Set([2304, 2552, 2305, 2724, 2300, 2440, 2451, 2614])
/** Wrong number or kind of arguments. */
const callErrors = new Set([2345, 2353, 2554, 2555, 2556])

/**
 * Checks the touched files against the signatures of Next.js 16. Nothing else is resolved, so only what concerns
 * `next/cache` is believed. A call that a decision keeps or leaves for review may still be wrong.
 */
export function checkTypes(
  changed: readonly ChangedFile[],
  decisions: readonly ReportedDecision[],
): Problem[] {
  if (changed.length === 0) return []
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      allowJs: true,
      checkJs: true,
      noResolve: true,
      strict: false,
      jsx: ts.JsxEmit.Preserve,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      lib: ['lib.es2022.d.ts'],
    },
  })
  project.createSourceFile('/next-cache.d.ts', nextCache)
  const sources = changed.map(({ file, after }) => ({
    file,
    source: project.createSourceFile(`/tree/${file}`, after).compilerNode,
  }))
  const program = project.getProgram().compilerObject
  return sources.flatMap(({ file, source }) => {
    const open = decisions.filter((decision) => decision.file === file && decision.action !== 'rewrite')
    const compiled = program.getSourceFile(source.fileName) ?? source
    return program
      .getSemanticDiagnostics(compiled)
      .filter((diagnostic) => concernsNextCache(diagnostic, compiled, program.getTypeChecker(), open))
      .map((diagnostic) => toProblem(file, compiled, diagnostic))
  })
}

function concernsNextCache(
  diagnostic: ts.Diagnostic,
  source: ts.SourceFile,
  checker: ts.TypeChecker,
  open: readonly ReportedDecision[],
): boolean {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
  if (namingErrors.has(diagnostic.code)) {
    const name = names.exec(message)?.[1]
    return name !== undefined && !open.some((decision) => message.includes(`'${decision.api}'`))
  }
  if (!callErrors.has(diagnostic.code) || diagnostic.start === undefined) return false
  const call = cacheCallAt(source, diagnostic.start, checker)
  return call !== null && !open.some((decision) => call.getText(source).includes(decision.before))
}

/** The innermost call around a position that calls `next/cache`, or is given one of its functions. */
function cacheCallAt(
  source: ts.SourceFile,
  position: number,
  checker: ts.TypeChecker,
): ts.CallExpression | null {
  let found: ts.CallExpression | null = null
  const visit = (node: ts.Node): void => {
    if (position < node.getFullStart() || position >= node.getEnd()) return
    if (ts.isIdentifier(node) && isCacheFunction(node, checker)) {
      const call = callOf(node) ?? enclosingCall(node)
      if (call !== null) found = call
    }
    if (ts.isCallExpression(node)) {
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression
      if (ts.isIdentifier(callee) && isCacheFunction(callee, checker)) found = node
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function enclosingCall(node: ts.Node): ts.CallExpression | null {
  return ts.isCallExpression(node.parent) ? node.parent : null
}

function isCacheFunction(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(node)
  if (symbol === undefined) return false
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return target.declarations?.[0]?.getSourceFile().fileName === '/next-cache.d.ts'
}

function toProblem(file: string, source: ts.SourceFile, diagnostic: ts.Diagnostic): Problem {
  const line = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
  return { check: 'types', where: `${file}:${line} (after)`, message: `TS${diagnostic.code} ${message}` }
}
