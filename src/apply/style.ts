import type { Profile } from '../plan/types.js'
import { eachChild, field, list, type Node } from './ast.js'
import type { Parsed } from './parse.js'

/** How a file is written; every new line and every new name follows it. */
export interface Style {
  quote: "'" | '"'
  semicolons: boolean
  /** One level of indentation: a tab or some spaces. */
  indent: string
  eol: '\n' | '\r\n'
  /** True for `(tag) => ...`, false for `tag => ...`. */
  arrowParens: boolean
  /** True for `{ a }`, false for `{a}`. */
  bracketSpacing: boolean
}

/**
 * Reads the style off the file itself.
 *
 * @param source text without byte order mark
 */
export function detectStyle(source: string, { program, tokens }: Parsed): Style {
  const statements = list(program, 'body')
  const lazy = <T>(read: () => T): (() => T) => {
    let value: { is: T } | undefined
    return () => {
      value ??= { is: read() }
      return value.is
    }
  }
  // Most edits ask for one or two of these, and each is a walk.
  const quote = lazy(() => quotes(source, program, parsedStrings(source, tokens)))
  const ends = lazy(() => semicolons(statements, source))
  const step = lazy(() => indentation(source))
  const habits = lazy(() => habitsOf(statements, source))
  return {
    eol: count(source, '\r\n') * 2 > count(source, '\n') ? '\r\n' : '\n',
    get quote() {
      return quote()
    },
    get semicolons() {
      return ends()
    },
    get indent() {
      return step()
    },
    get arrowParens() {
      return habits().bare <= habits().wrapped
    },
    get bracketSpacing() {
      return habits().tight <= habits().spaced
    },
  }
}

/** A profile as source text: `'max'` in the file's quotes, or `{ expire: 0 }`. */
export function profileText(profile: Profile, style: Style): string {
  if ('name' in profile) return quoted(profile.name, style)
  return style.bracketSpacing ? '{ expire: 0 }' : '{expire: 0}'
}

/** A string literal in the file's quotes. */
export function quoted(value: string, style: Style): string {
  const escaped = JSON.stringify(value).slice(1, -1)
  if (style.quote === '"') return `"${escaped}"`
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function count(source: string, part: string): number {
  let found = 0
  for (let at = source.indexOf(part); at !== -1; at = source.indexOf(part, at + part.length)) found++
  return found
}

/** Imports and directives speak first; only a file without them is judged by its other strings. */
function quotes(source: string, program: Node, others: string[]): "'" | '"' {
  const nodes = [
    ...list(program, 'directives').map((directive) => field(directive, 'value')),
    ...list(program, 'body').map((statement) => field(statement, 'source')),
  ]
  const marks = nodes.flatMap((node) => (node ? [source[node.start] ?? ''] : []))
  return majority(marks) ?? majority(others) ?? "'"
}

function majority(marks: string[]): "'" | '"' | null {
  const single = marks.filter((mark) => mark === "'").length
  const double = marks.filter((mark) => mark === '"').length
  if (single === 0 && double === 0) return null
  return double > single ? '"' : "'"
}

function parsedStrings(source: string, tokens: Parsed['tokens']): string[] {
  return tokens.map(({ start }) => source[start] ?? '')
}

const ended =
  /^(ImportDeclaration|ExpressionStatement|VariableDeclaration|ExportAllDeclaration|ReturnStatement|ThrowStatement)$/

function semicolons(statements: Node[], source: string): boolean {
  let balance = 0
  const look = (nodes: Node[], depth: number): void => {
    for (const node of nodes) {
      if (ended.test(node.type)) balance += source[node.end - 1] === ';' ? 1 : -1
      else if (depth < 6) eachChild(node, (child) => look([child], depth + 1))
    }
  }
  look(statements.slice(0, 200), 0)
  return balance > 0
}

/** The smallest step between two neighbouring lines that occurs most often. */
function indentation(source: string): string {
  const steps = new Map<string, number>()
  let before = 0
  for (const line of source.slice(0, 200_000).split('\n')) {
    const space = /^[ \t]*/.exec(line)?.[0] ?? ''
    if (space.length === line.trimEnd().length) continue
    if (space.startsWith('\t')) steps.set('\t', (steps.get('\t') ?? 0) + 1)
    else {
      const step = space.length - before
      if (step >= 2 && step <= 8) steps.set(' '.repeat(step), (steps.get(' '.repeat(step)) ?? 0) + 1)
    }
    before = space.startsWith('\t') ? 0 : space.length
  }
  const [best] = [...steps].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? '  '
}

/** Counts arrow functions with one plain parameter, and one-line braces of objects, patterns and imports. */
function habitsOf(
  statements: Node[],
  source: string,
): Record<'bare' | 'wrapped' | 'tight' | 'spaced', number> {
  const found = { bare: 0, wrapped: 0, tight: 0, spaced: 0 }
  const stack = [...statements]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const [param, more] = node.type === 'ArrowFunctionExpression' ? list(node, 'params') : []
    if (param && !more && param.type === 'Identifier' && !field(param, 'typeAnnotation')) {
      if (/^(async\s+)?\(/.test(source.slice(node.start, param.start + 1))) found.wrapped++
      else found.bare++
    }
    const brace = /^(Object(Expression|Pattern)|ImportDeclaration)$/.test(node.type)
      ? /^(?:import\s+(?:type\s+)?)?\{(.)/.exec(source.slice(node.start, node.start + 40))
      : null
    if (brace && brace[1] !== '}') found[brace[1] === ' ' ? 'spaced' : 'tight']++
    eachChild(node, (child) => stack.push(child))
  }
  return found
}
