import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { packageSchema } from '../config/package-root.js'
import { UsageError } from '../workspace/types.js'
import { type Plan, schemaVersion } from './types.js'

/** A plan as the text of a file: JSON, indented by two, one newline at the end. */
export function storePlan(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}

/**
 * Reads a stored plan; a person may have changed the actions in it.
 *
 * @param text JSON, with or without byte order mark
 * @param file name of the plan as messages show it
 * @throws UsageError where the text is no plan, is cut off, or has another schema version
 */
export function readPlan(text: string, file: string): Plan {
  const value = parse(text.replace(/^\uFEFF/, ''), file)
  const version = isRecord(value) ? value.schemaVersion : undefined
  if (!isRecord(value) || typeof version !== 'number' || !Array.isArray(value.decisions)) {
    throw new UsageError(`${file} is no plan of retag. Make one with \`retag plan -o <file>\`.`)
  }
  if ('mode' in value && !('files' in value)) {
    throw new UsageError(
      `${file} is a report, which holds no edits. Make a plan with \`retag plan -o <file>\`.`,
    )
  }
  if (version !== schemaVersion) {
    throw new UsageError(
      `${file} has the schema version ${version}, but this retag reads ${schemaVersion}. Make the plan with the retag that applies it.`,
    )
  }
  const { valid, errors } = new Validator(packageSchema('plan'), '7', false).validate(value)
  if (!valid) throw new UsageError(`${file}: ${problem(errors, value)}`)
  const { $schema: _, ...plan } = value as unknown as Plan & { $schema?: string }
  return plan
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const cause = text.trim() === '' ? 'is empty' : 'is no valid JSON; it may be cut off'
    throw new UsageError(`${file} ${cause}. Make it again with \`retag plan -o <file>\`.`)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The deepest place tells most; of an edit only that it is wrong, since it is tried against every kind. */
function problem(errors: readonly OutputUnit[], plan: Record<string, unknown>): string {
  const paths = errors.map(({ instanceLocation }) => instanceLocation.split('/').slice(1))
  const [path = []] = paths.sort((a, b) => b.length - a.length)
  const edit = path.indexOf('edit')
  const shown = edit === 2 ? path.slice(0, 3) : path
  const [list, index] = path
  const decision = list === 'decisions' ? (plan.decisions as unknown[])[Number(index)] : null
  const id = isRecord(decision) && typeof decision.id === 'string' ? ` (${decision.id})` : ''
  const where = shown.length === 0 ? 'the plan' : `"${shown.join('/')}"${id}`
  return `${where} is not as the schema wants it. Undo the change there, or make the plan again; schema/plan.schema.json of retag says what is valid.`
}
