import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { contexts } from '../context/types.js'
import { UsageError } from '../workspace/types.js'
import { packageSchema } from './package-root.js'
import type { RetagConfig } from './types.js'

/**
 * Checks a config against schema/config.schema.json.
 *
 * @param file path of the config as messages show it.
 * @returns the same value without `$schema`.
 * @throws UsageError naming the first wrong field and what is valid there.
 */
export function validateConfig(value: unknown, file: string): RetagConfig {
  const schema = packageSchema('config')
  const plain = withoutUndefined(value, file)
  const { valid, errors } = new Validator(schema, '7', false).validate(plain)
  if (!valid) throw new UsageError(`${file}: ${problem(errors, validFields(schema))}`)
  const { $schema: _, ...config } = plain as RetagConfig & { $schema?: string }
  return config
}

/** A config that was run may hold what no JSON holds: `ignore: isCi ? [...] : undefined` is left out, a function refused. */
function withoutUndefined(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item, file))
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return Object.fromEntries(entries.map(([name, item]) => [name, withoutUndefined(item, file)]))
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value
  throw new UsageError(`${file}: it holds ${words[typeof value] ?? typeof value}. Export a plain object.`)
}

const words: Record<string, string> = { function: 'a function', undefined: 'undefined' }

function validFields(schema: Record<string, unknown>): string[] {
  const properties = schema.properties as Record<string, unknown>
  return Object.keys(properties).filter((name) => name !== '$schema')
}

/** The innermost error tells most: the ones around it only say that something inside is wrong. */
function problem(errors: OutputUnit[], fields: string[]): string {
  const unknown = errors.find(({ keyword }) => keyword === 'false')
  const error = unknown ?? errors.at(-1)
  const path = (error?.instanceLocation ?? '').split('/').slice(1).map(unescapePointer)
  if (unknown) return `unknown field "${path.at(-1)}". Valid fields: ${fields.join(', ')}.`
  const where = path.length === 0 ? 'the config' : path.map((name) => `"${name}"`).join(' > ')
  if (error?.keyword === 'enum') return `${where} is no context. Valid contexts: ${contexts.join(', ')}.`
  return `${where} ${expectation(error)}. See schema/config.schema.json of retag.`
}

function expectation(error: OutputUnit | undefined): string {
  if (error?.keyword === 'type') return `must be ${withArticle(/Expected "(\w+)"/.exec(error.error)?.[1])}`
  return error?.keyword === 'minLength' ? 'must not be empty' : 'is not valid'
}

function withArticle(type: string | undefined): string {
  if (type === undefined) return 'of another type'
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
}

function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}
