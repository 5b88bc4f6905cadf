import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { packageSchema } from '../../config/package-root.js'
import { UsageError } from '../../workspace/types.js'
import type { ManifestItem } from './types.js'

type Fields = Omit<ManifestItem, 'line' | 'repo'>

interface Manifest {
  defaults?: Fields
  repositories: (string | (Fields & { repo: string }))[]
}

/**
 * Reads a manifest in YAML or JSON.
 *
 * @param shown name of the file as messages show it
 * @throws UsageError with the line for anything that the schema does not allow
 */
export function readYaml(text: string, shown: string): ManifestItem[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    throw new UsageError(
      `${shown}:${lines.linePos(error.pos[0]).line}: ${sentence(error.message)} Mend the file.`,
    )
  }
  const value = toValue(document, shown)
  const { valid, errors } = new Validator(packageSchema('batch'), '7', false).validate(value)
  if (!valid) throw new UsageError(problem(errors, document, lines, shown))
  const { defaults = {}, repositories } = value as Manifest
  return repositories.map((item, index) => ({
    line: lineOf(document, lines, ['repositories', index]),
    ...defaults,
    ...(typeof item === 'string' ? { repo: item } : item),
  }))
}

function toValue(document: Document, shown: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    // Aliases that multiply: the text is small, what it means is not.
    if (!(error instanceof ReferenceError)) throw error
    throw new UsageError(`${shown}: ${sentence(error.message)} Write the repositories out.`)
  }
}

/** The deepest place tells most: the ones around it only say that something inside is wrong. */
function problem(
  errors: readonly OutputUnit[],
  document: Document,
  lines: LineCounter,
  shown: string,
): string {
  const unknown = errors.find(({ keyword }) => keyword === 'false')
  const depth = Math.max(...errors.map((error) => pathOf(error).length))
  const deepest = errors.filter((error) => pathOf(error).length === depth)
  // What only says that a reference or an alternative does not hold, tells less.
  const error =
    unknown ?? told.flatMap((word) => deepest.filter(({ keyword }) => keyword === word))[0] ?? deepest[0]
  const path = error === undefined ? [] : pathOf(error)
  const line = lineOf(document, lines, path)
  const name = path.filter((part) => typeof part === 'string').at(-1)
  const valid =
    path.length === 1 ? 'defaults, repositories' : path[0] === 'defaults' ? fields : `repo, ${fields}`
  if (unknown) return `${shown}:${line}: unknown key "${name}". Valid keys: ${valid}.`
  const entry = typeof path.at(-1) === 'number' ? 'an entry of ' : ''
  const what = name === undefined ? 'the file' : `${entry}"${name}"`
  return `${shown}:${line}: ${what} ${expectation(error, path)} See schema/batch.schema.json of retag.`
}

const told = ['required', 'minItems', 'minLength', 'type']

const fields = 'branch, folders, config, labels'

function expectation(error: OutputUnit | undefined, path: readonly (string | number)[]): string {
  if (error?.keyword === 'required') {
    return path.length === 0 ? 'has no key "repositories".' : 'has no key "repo".'
  }
  if (error?.keyword === 'minItems') return 'must not be empty.'
  if (error?.keyword === 'minLength') return 'must not be empty.'
  const type = /Expected "(\w+)"/.exec(error?.error ?? '')?.[1]
  if (type === undefined) return 'is not valid.'
  return `must be ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}.`
}

function pathOf({ instanceLocation }: OutputUnit): (string | number)[] {
  return instanceLocation
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** The line of the innermost part of a path that the document holds. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const start = isNode(node) ? node.range?.[0] : undefined
    if (start !== undefined) return Math.max(1, lines.linePos(start).line)
  }
  return 1
}

function sentence(message: string): string {
  const line = message.split('\n')[0]?.trim() ?? ''
  return /[.!?]$/.test(line) ? line : `${line}.`
}
