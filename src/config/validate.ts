import type { ErrorObject } from 'ajv'
import { Ajv } from 'ajv'
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
  const validate = new Ajv({ allowUnionTypes: true }).compile<RetagConfig & { $schema?: string }>(schema)
  if (!validate(value)) {
    const [error] = validate.errors ?? []
    throw new UsageError(`${file}: ${problem(error, validFields(schema))}`)
  }
  const { $schema: _, ...config } = value
  return config
}

function validFields(schema: Record<string, unknown>): string[] {
  const properties = schema.properties as Record<string, unknown>
  return Object.keys(properties).filter((name) => name !== '$schema')
}

function problem(error: ErrorObject | undefined, fields: string[]): string {
  if (error === undefined) return 'is not valid. See schema/config.schema.json of retag.'
  const path = error.instancePath.split('/').slice(1).map(unescapePointer)
  const where = path.length === 0 ? 'the config' : path.map((name) => `"${name}"`).join(' > ')
  if (error.keyword === 'additionalProperties') {
    const name = (error.params as { additionalProperty: string }).additionalProperty
    return `unknown field "${name}". Valid fields: ${fields.join(', ')}.`
  }
  if (error.keyword === 'enum') return `${where} is no context. Valid contexts: ${contexts.join(', ')}.`
  return `${where} ${error.message ?? 'is not valid'}. See schema/config.schema.json of retag.`
}

function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}
