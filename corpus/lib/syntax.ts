import { ts } from '@ts-morph/common'
import jscodeshift from 'jscodeshift'
import type { ChangedFile } from './lines.js'
import type { Problem } from './problem.js'

/** A changed file must parse under TypeScript and under jscodeshift's own parser, if it did so before. */
export function checkSyntax(changed: ChangedFile): Problem[] {
  const { file, before, after } = changed
  const problems: Problem[] = []
  for (const parse of [typescriptError, jscodeshiftError]) {
    const message = parse(file, after)
    if (message !== null && parse(file, before) === null) {
      problems.push({ check: 'syntax', where: file, message })
    }
  }
  return problems
}

/** First syntax error that TypeScript reports, null without one. */
export function typescriptError(file: string, text: string): string | null {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, allowJs: true, target: ts.ScriptTarget.Latest },
  })
  const [first] = diagnostics.filter(
    (diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error && diagnostic.start !== undefined,
  )
  if (first === undefined) return null
  return `TypeScript: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`
}

/** What jscodeshift's parser throws, null when it parses. Plain `.ts` needs the parser without JSX (`<T>x` casts). */
export function jscodeshiftError(file: string, text: string): string | null {
  const parse = jscodeshift.withParser(/\.[cm]?ts$/.test(file) ? 'ts' : 'tsx')
  try {
    parse(text)
    return null
  } catch (error) {
    if (error instanceof SyntaxError) return `jscodeshift: ${error.message}`
    throw error
  }
}
