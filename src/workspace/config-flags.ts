import { ts } from '@ts-morph/common'
import { type ConfigReader, definitionOf, each, maxHops, settingOf, unwrap } from './config-values.js'

/** Values that a config gives to the settings that switch `'use cache'` on; `null` for one that cannot be told. */
export interface FlagValues {
  cacheComponents: (boolean | null)[]
  useCache: (boolean | null)[]
}

/** Settings of `experimental` with which Next.js compiles `'use cache'`. */
const experimentalFlags = new Set(['useCache', 'cacheComponents', 'dynamicIO'])

/** Adds the values that one file of a config gives to the flags. */
export function readFlags(source: ts.SourceFile, reader: ConfigReader, values: FlagValues): void {
  const experimental = new Set<ts.Node>()
  const note = (node: ts.Node, from: ts.SourceFile, hops: number): void => {
    const [name, value] = settingOf(node) ?? []
    if (name === undefined || value === undefined) return
    experimental.add(node)
    if (experimentalFlags.has(name)) values.useCache.push(truthOf(node, value, from, reader, hops))
  }
  each(source, (node) => {
    const [name, value] = settingOf(node) ?? []
    if (name === 'experimental' && value !== undefined) eachSetting(value, source, reader, note)
    else if (isExperimentalAssignment(node)) note(node, source, 0)
  })
  each(source, (node) => {
    const [name, value] = settingOf(node) ?? []
    if (name !== 'cacheComponents' || value === undefined || experimental.has(node)) return
    values.cacheComponents.push(truthOf(node, value, source, reader, 0))
  })
}

/** Whether every value that was found is true, and one was found. */
export function isOn(values: (boolean | null)[]): boolean {
  return values.length > 0 && values.every((value) => value === true)
}

/** Calls `visit` for the settings of an object, those of its spreads and of the variable it comes from included. */
function eachSetting(
  node: ts.Expression,
  source: ts.SourceFile,
  reader: ConfigReader,
  visit: (node: ts.Node, source: ts.SourceFile, hops: number) => void,
  hops = 0,
): void {
  const value = unwrap(node)
  if (ts.isIdentifier(value) && hops <= maxHops) {
    const found = definitionOf(value.text, source, reader, hops)
    if (found !== null) eachSetting(found[0], found[1], reader, visit, hops + 1)
  }
  if (!ts.isObjectLiteralExpression(value)) return
  for (const property of value.properties) {
    if (ts.isSpreadAssignment(property)) eachSetting(property.expression, source, reader, visit, hops + 1)
    else visit(property, source, hops)
  }
}

/** `config.experimental.useCache = true`. */
function isExperimentalAssignment(node: ts.Node): boolean {
  if (settingOf(node) === null || !ts.isBinaryExpression(node)) return false
  const holder = ts.isPropertyAccessExpression(node.left) ? node.left.expression : null
  return holder !== null && ts.isPropertyAccessExpression(holder) && holder.name.text === 'experimental'
}

function truthOf(
  node: ts.Node,
  expression: ts.Expression,
  source: ts.SourceFile,
  reader: ConfigReader,
  hops: number,
): boolean | null {
  if (isConditional(node)) return null
  const value = unwrap(expression)
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true
  if (value.kind === ts.SyntaxKind.FalseKeyword) return false
  if (!ts.isIdentifier(value) || hops > maxHops) return null
  if (value.text === 'undefined') return false
  const found = definitionOf(value.text, source, reader, hops)
  return found === null ? null : truthOf(found[0], found[0], found[1], reader, hops + 1)
}

/** Whether it depends on something else if a setting is made: `if (isDev) config.cacheComponents = true`. */
function isConditional(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent) || ts.isCaseOrDefaultClause(parent)) return true
    if (ts.isConditionalExpression(parent) && parent.condition !== at && isSpreadOrReturned(parent))
      return true
    if (ts.isBinaryExpression(parent) && parent.right === at && isLogical(parent)) return true
  }
  return false
}

/** In `production ? withPlugin({ ... }) : { ... }` each branch is a whole config, and all of them are looked at. */
function isSpreadOrReturned(node: ts.Expression): boolean {
  let at: ts.Node = node
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent
  return ts.isSpreadAssignment(at.parent) || ts.isPropertyAssignment(at.parent)
}

function isLogical({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  )
}
