import { field, list, type Node, stringOf } from './ast.js'
import type { Draft } from './draft.js'
import { isNextCache, nextCacheName } from './origin.js'
import { quoted } from './style.js'
import { afterSameLineComments } from './tokens.js'

/**
 * Adds an import declaration: behind the import it takes over from, else behind the last import, else below
 * directives, shebang and licence header.
 *
 * @param names what stands between the braces
 * @param touched declarations that lost a name to this one
 */
export function insertImport(draft: Draft, names: string[], touched: Node[]): void {
  const { edits, parsed, scopes, source, style } = draft
  const body = list(scopes.program, 'body')
  const imports = body.filter(({ type }) => type === 'ImportDeclaration')
  const statement = statementText(draft, names, nextCacheName(source), body)
  const related = imports.filter((one) => isNextCache(stringOf(field(one, 'source')) ?? ''))
  const anchor = touched.at(-1) ?? related.at(-1) ?? lastOfRun(body) ?? lastRequire(body, statement.commonJs)
  if (anchor) {
    edits.insert(afterSameLineComments(parsed, source, anchor.end), style.eol + statement.text)
    return
  }
  insertOnTop(draft, statement.text)
}

/** Adds a first import, below directives, shebang and licence header. */
export function insertOnTop(draft: Draft, text: string): void {
  const { edits, parsed, scopes, source, style } = draft
  const directive = list(scopes.program, 'directives').at(-1)
  if (directive) {
    const at = afterSameLineComments(parsed, source, directive.end)
    const blank = /^[^\S\r\n]*(\r\n|\r(?!\n)|\n)[^\S\r\n]*(\r\n|\r|\n|$)/.test(source.slice(at))
    edits.insert(at, style.eol + style.eol + text + (blank ? '' : style.eol))
    return
  }
  edits.insert(headerEnd(draft), text + style.eol + style.eol, 'right')
}

/** `import { a } from 'm'`, or `const { a } = require('m')` in a file that imports so. */
export function statementText(
  draft: Draft,
  names: string[],
  from: string,
  body: Node[],
): { text: string; commonJs: boolean } {
  const { file, source, style } = draft
  const space = style.bracketSpacing ? ' ' : ''
  const braces = `{${space}${names.join(', ')}${space}}`
  const module = quoted(from, style)
  const end = style.semicolons ? ';' : ''
  const esm = body.some(({ type }) => /^(Import|Export)/.test(type)) || /\.(mjs|mts|ts|tsx|cts)$/.test(file)
  const commonJs = !esm && (file.endsWith('.cjs') || /\brequire\s*\(|\bmodule\.exports\b/.test(source))
  if (!commonJs) return { text: `import ${braces} from ${module}${end}`, commonJs }
  const commonNames = braces.replaceAll(' as ', ': ')
  return { text: `const ${commonNames} = require(${module})${end}`, commonJs }
}

/** The last import of the block at the top, not one that stands further below. */
function lastOfRun(body: Node[]): Node | undefined {
  return firstRun(body).at(-1)
}

/** The imports of the block at the top. */
export function firstRun(body: Node[]): Node[] {
  const start = body.findIndex(({ type }) => type === 'ImportDeclaration')
  if (start === -1) return []
  const end = body.findIndex(({ type }, index) => index > start && type !== 'ImportDeclaration')
  return body.slice(start, end === -1 ? undefined : end)
}

export function lastRequire(body: Node[], commonJs: boolean): Node | undefined {
  if (!commonJs) return undefined
  return body.findLast((statement) =>
    list(statement, 'declarations').some((declarator) => {
      const init = field(declarator, 'init')
      return init?.type === 'CallExpression' && field(init, 'callee')?.name === 'require'
    }),
  )
}

/** Offset behind the shebang and the comments that a blank line sets apart from the code. */
function headerEnd({ parsed, scopes, source }: Draft): number {
  let end = 0
  const blank = /^[^\S\r\n]*(\r\n|\r(?!\n)|\n)([^\S\r\n]*(\r\n|\r|\n))+/
  const shebang = /^#!.*(\r\n|\r|\n)\s*/.exec(source)
  if (shebang) end = shebang[0].length
  const code = list(scopes.program, 'body')[0]?.start ?? source.length
  for (const comment of parsed.comments) {
    if (comment.start >= code) break
    const gap = blank.exec(source.slice(comment.end))
    if (gap) end = comment.end + gap[0].length
  }
  return end
}
