import { getLibFiles, ts } from '@ts-morph/common'

/** Where the program believes TypeScript's own declarations to lie. */
export const libFolder = '/lib'

/** What a Next.js app sees: everything of the language, and of the browser what a server has too (`URL`, `Headers`). */
export const libNames = [
  'lib.esnext.d.ts',
  'lib.dom.d.ts',
  'lib.dom.iterable.d.ts',
  'lib.dom.asynciterable.d.ts',
]

let texts: Map<string, string> | undefined
const parsed = new Map<string, ts.SourceFile>()

/** One of TypeScript's `lib.*.d.ts`, out of the bundle and not from disk; parsed once for all programs. */
export function libFile(file: string): ts.SourceFile | undefined {
  const known = parsed.get(file)
  if (known) return known
  texts ??= new Map(getLibFiles().map(({ fileName, text }) => [fileName, text]))
  const text = texts.get(file.slice(libFolder.length + 1))
  if (text === undefined) return undefined
  const source = ts.createSourceFile(file, text, {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  })
  parsed.set(file, source)
  return source
}
