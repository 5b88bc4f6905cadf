import { ts } from '@ts-morph/common'
import { bare, memberName } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import { assignments } from './names.js'
import { type ConfigObject, type ConfigReader, shown } from './objects.js'

/** A property of a config; the last one that is written under a name counts. */
export interface Setting extends ConfigObject {
  property: ts.ObjectLiteralElementLike
  /** Null for a method or accessor. */
  value: ts.Expression | null
}

export type Lookup =
  | { kind: 'found'; setting: Setting }
  | { kind: 'absent' }
  /** `why` is half a sentence: a spread may hold it. */
  | { kind: 'unclear'; why: string }

/** Finds a setting in an object and in what it spreads. */
export function lookUp(reader: ConfigReader, object: ConfigObject, name: string): Lookup {
  for (const property of [...object.node.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const found = inSpread(reader, property.expression, object, name)
      if (found.kind !== 'absent') return found
    } else if (memberName(property.name) === name) {
      return { kind: 'found', setting: { ...object, property, value: settingValue(property) } }
    } else if (memberName(property.name) === null) {
      return { kind: 'unclear', why: `${shown(property)} may be any setting` }
    }
  }
  return { kind: 'absent' }
}

/** The setting that an object itself writes, spreads apart. */
export function ownSetting(object: ConfigObject, name: string): Setting | null {
  const property = object.node.properties.findLast((candidate) => memberName(candidate.name) === name)
  return property ? { ...object, property, value: settingValue(property) } : null
}

function inSpread(
  reader: ConfigReader,
  expression: ts.Expression,
  { model }: ConfigObject,
  name: string,
): Lookup {
  const node = bare(expression)
  // `isDev && { ... }` spreads the object, or nothing.
  const guarded =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
  const { objects, problem } = reader.values(guarded ? node.right : node, model)
  if (problem !== null) return { kind: 'unclear', why: `${shown(node)} is spread, which may set ${name}` }
  const lookups = objects.map((inner) => lookUp(reader, inner, name))
  const found = lookups.find(({ kind }) => kind !== 'absent')
  if (!found) return { kind: 'absent' }
  return lookups.length === 1 && !guarded
    ? found
    : { kind: 'unclear', why: `${shown(node)} sets ${name} in some cases only` }
}

function settingValue(property: ts.ObjectLiteralElementLike): ts.Expression | null {
  if (ts.isPropertyAssignment(property)) return property.initializer
  return ts.isShorthandPropertyAssignment(property) ? property.name : null
}

/** Assignments to settings of a config that is made already: `config.experimental.useCache = true`. */
export function assignmentsTo(
  model: FileModel,
  paths: readonly string[],
): { path: string; node: ts.BinaryExpression }[] {
  return assignments(model).flatMap((node) => {
    const path = ts.isPropertyAccessExpression(node.left) ? memberPath(node.left) : null
    return path !== null && paths.includes(path) ? [{ path, node }] : []
  })
}

/** `experimental.useCache` for `config.experimental.useCache`. */
function memberPath(node: ts.PropertyAccessExpression): string | null {
  const inner = bare(node.expression)
  if (ts.isIdentifier(inner)) return node.name.text
  if (!ts.isPropertyAccessExpression(inner)) return null
  const outer = memberPath(inner)
  return outer === null ? null : `${outer}.${node.name.text}`
}
