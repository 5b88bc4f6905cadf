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
  const statement = statementText(draft, names, body)
  const related = imports.filter((one) => isNextCache(stringOf(field(one, 'source')) ?? ''))
  const anchor =
    touched.at(-1) ?? related.at(-1) ?? lastOfRun(body, imports) ?? lastRequire(body, statement.commonJs)
  if (anchor) {
    edits.insert(afterSameLineComments(parsed, source, anchor.end), style.eol + statement.text)
    return
  }
  const directive = list(scopes.program, 'directives').at(-1)
  if (directive) {
    const at = afterSameLineComments(parsed, source, directive.end)
    const blank = /^[^\S\r\n]*(\r\n|\r(?!\n)|\n)[^\S\r\n]*(\r\n|\r|\n|$)/.test(source.slice(at))
    edits.insert(at, style.eol + style.eol + statement.text + (blank ? '' : style.eol))
    return
  }
  edits.insert(headerEnd(draft), statement.text + style.eol + style.eol, 'right')
}

function statementText(draft: Draft, names: string[], body: Node[]): { text: string; commonJs: boolean } {
  const { file, source, style } = draft
  const space = style.bracketSpacing ? ' ' : ''
  const braces = `{${space}${names.join(', ')}${space}}`
  const module = quoted(nextCacheName(draft.source), style)
  const end = style.semicolons ? ';' : ''
  const esm = body.some(({ type }) => /^(Import|Export)/.test(type)) || /\.(mjs|mts|ts|tsx|cts)$/.test(file)
  const commonJs = !esm && (file.endsWith('.cjs') || /\brequire\s*\(|\bmodule\.exports\b/.test(source))
  if (!commonJs) return { text: `import ${braces} from ${module}${end}`, commonJs }
  const commonNames = braces.replaceAll(' as ', ': ')
  return { text: `const ${commonNames} = require(${module})${end}`, commonJs }
}

/** The last import of the block at the top, not one that stands further below. */
function lastOfRun(body: Node[], imports: Node[]): Node | undefined {
  const start = body.findIndex(({ type }) => type === 'ImportDeclaration')
  let last = imports[0]
  for (const statement of body.slice(Math.max(start, 0))) {
    if (statement.type !== 'ImportDeclaration') break
    last = statement
  }
  return last
}

function lastRequire(body: Node[], commonJs: boolean): Node | undefined {
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
