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
  const { valid, errors } = new Validator(schema, '7', false).validate(value)
  if (!valid) throw new UsageError(`${file}: ${problem(errors, validFields(schema))}`)
  const { $schema: _, ...config } = value as RetagConfig & { $schema?: string }
  return config
}

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
  if (error?.keyword === 'type')
    return `must be ${/Expected "(\w+)"/.exec(error.error)?.[1] ?? 'of another type'}`
  return error?.keyword === 'minLength' ? 'must not be empty' : 'is not valid'
}

function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}
