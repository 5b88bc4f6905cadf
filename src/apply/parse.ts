import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { isNode, type Node } from './ast.js'
import { EditError } from './errors.js'

interface Parser {
  parse(code: string): unknown
}

interface ParserOptions {
  tokens?: boolean
  plugins: (string | [string, object])[]
}

/** A token of Babel's list; comments are listed apart. */
export interface Token {
  start: number
  end: number
}

export interface Comment extends Token {
  block: boolean
}

export interface Parsed {
  program: Node
  /** All tokens but comments, in source order. */
  tokens: Token[]
  comments: Comment[]
}

const require = createRequire(import.meta.url)

const parsers = new Map<string, Parser>()

/** The parsers are loaded on first use: a run that changes nothing never pays for them. */
function parser(name: string, tokens: boolean): Parser {
  const key = `${name} ${tokens}`
  const known = parsers.get(key)
  if (known) return known
  const getParser = require('jscodeshift/src/getParser') as (name: string, options?: ParserOptions) => Parser
  const own = name === 'babylon' || (tokens && !name.endsWith('-decorators'))
  const made = own ? getParser(name) : getParser('babylon', typescriptOptions(name, tokens))
  parsers.set(key, made)
  return made
}

/**
 * `export @dec class` is valid TypeScript since 5.0, but not in Babel's legacy decorators, which in turn are the only
 * ones that take decorators on parameters.
 */
function typescriptOptions(name: string, tokens: boolean): ParserOptions {
  const options = require('jscodeshift/parser/tsOptions') as ParserOptions
  const plugins = name.endsWith('-decorators')
    ? ['decorators', ...options.plugins.filter((plugin) => plugin !== 'decorators-legacy')]
    : options.plugins
  return { ...options, tokens, plugins: name.startsWith('tsx') ? ['jsx', ...plugins] : plugins }
}

/** In `.ts`, `<T>x` is a cast and must not be read as JSX; JavaScript may hold JSX and sometimes TypeScript. */
function parsersFor(file: string): string[] {
  switch (extname(file)) {
    case '.ts':
    case '.mts':
    case '.cts':
      return ['ts', 'ts-decorators']
    case '.tsx':
      return ['tsx', 'tsx-decorators']
    default:
      return ['babylon', 'tsx', 'tsx-decorators']
  }
}

/**
 * Parses with jscodeshift's own parsers, chosen by file extension, on the text as it is: recast's `j(source)` expands
 * tabs and joins line ends, so its offsets would not fit the text.
 *
 * @param file path, only its extension counts
 * @param source text without byte order mark
 * @throws EditError where none of the parsers for the extension takes the text; the first one's message is told
 */
export function parse(file: string, source: string): Parsed {
  return toParsed(parseWith(file, source, true))
}

/**
 * Checks that a text parses, without keeping anything: half the time of {@link parse}.
 *
 * @throws EditError as {@link parse} does
 */
export function checkParses(file: string, source: string): void {
  parseWith(file, source, false)
}

function parseWith(file: string, source: string, tokens: boolean): unknown {
  let first: Error | undefined
  for (const name of parsersFor(file)) {
    try {
      return parser(name, tokens).parse(source)
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
      first ??= error
    }
  }
  throw new EditError(file, `does not parse (${reasonOf(first)}); the file is left as it is`)
}

function toParsed(tree: unknown): Parsed {
  const { program, tokens } = tree as { program: unknown; tokens: (Token & { type: unknown })[] }
  if (!isNode(program)) throw new TypeError('the parser gave no program')
  const parsed: Parsed = { program, tokens: [], comments: [] }
  for (const token of tokens) {
    if (token.type === 'CommentBlock' || token.type === 'CommentLine')
      parsed.comments.push({ start: token.start, end: token.end, block: token.type === 'CommentBlock' })
    else parsed.tokens.push(token)
  }
  return parsed
}

function reasonOf(error: Error | undefined): string {
  if (error instanceof RangeError) return 'it nests too deeply'
  return error?.message ?? 'no parser'
}
