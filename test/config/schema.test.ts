import { expect, test } from 'vitest'
import { packageSchema } from '../../src/config/package-root.js'
import type { RetagConfig } from '../../src/config/types.js'
import { contexts } from '../../src/context/types.js'

interface ConfigSchema {
  properties: Record<string, unknown> & { contexts: { additionalProperties: { enum: string[] } } }
}

interface ReportSchema {
  definitions: { decision: { properties: { contexts: { items: { enum: string[] } } } } }
}

test('the schema of the config knows the fields and contexts of the types', () => {
  const { properties } = packageSchema('config') as unknown as ConfigSchema
  const fields: Record<keyof Required<RetagConfig>, true> = {
    profiles: true,
    contexts: true,
    ignore: true,
    tagHelpers: true,
    paths: true,
    resources: true,
    decisions: true,
  }
  expect(Object.keys(properties).sort()).toEqual(['$schema', ...Object.keys(fields)].sort())
  expect(properties.contexts.additionalProperties.enum).toEqual([...contexts])
})

test('the schema of the report knows the same contexts', () => {
  const { definitions } = packageSchema('report') as unknown as ReportSchema
  expect(definitions.decision.properties.contexts.items.enum).toEqual([...contexts])
})
