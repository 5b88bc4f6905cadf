import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { memberName } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import type { CachedCall, Setting } from './types.js'

const absent: Setting = { kind: 'absent' }

/** The key parts as they are written: an array, or whatever else makes them. */
export function keysOf(graph: Graph, model: FileModel, given: ts.Expression | undefined): Setting {
  if (!given || isNothing(given)) return absent
  if (ts.isSpreadElement(given)) return unclear('its arguments are spread')
  const node = uncast(given)
  const local = ts.isIdentifier(node) ? localValue(graph, model, node) : null
  return setting(local && !isModuleLevel(local) ? local : node)
}

/** What the third argument says of tags and lifetime. */
export function readOptions(
  graph: Graph,
  model: FileModel,
  given: ts.Expression | undefined,
): Pick<CachedCall, 'tags' | 'revalidate'> {
  if (!given || isNothing(given)) return { tags: absent, revalidate: absent }
  const node = uncast(given)
  if (ts.isSpreadElement(given)) return both(unclear('its arguments are spread'))
  if (ts.isObjectLiteralExpression(node)) return fromLiteral(graph, model, node)
  return fromVariable(graph, model, node)
}

function fromLiteral(
  graph: Graph,
  model: FileModel,
  literal: ts.ObjectLiteralExpression,
): Pick<CachedCall, 'tags' | 'revalidate'> {
  let found = both(absent)
  for (const property of literal.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = readOptions(graph, model, property.expression)
      found = {
        tags: spread.tags.kind === 'absent' ? found.tags : spread.tags,
        revalidate: spread.revalidate.kind === 'absent' ? found.revalidate : spread.revalidate,
      }
      continue
    }
    const name = property.name && memberName(property.name)
    if (name === null) return both(unclear('a name of its options is computed'))
    if (name !== 'tags' && name !== 'revalidate') continue
    const value = givenBy(property)
    const said = value === null ? unclear(`${name} is a method`) : isNothing(value) ? absent : setting(value)
    found = { ...found, [name]: said }
  }
  return found
}

function givenBy(property: ts.ObjectLiteralElementLike): ts.Expression | null {
  if (ts.isPropertyAssignment(property)) return property.initializer
  return ts.isShorthandPropertyAssignment(property) ? property.name : null
}

/** `const options = { revalidate: 60 }` beside it, or in another module: written as `options.revalidate`. */
function fromVariable(
  graph: Graph,
  model: FileModel,
  node: ts.Expression,
): Pick<CachedCall, 'tags' | 'revalidate'> {
  const why = 'its options are not written where it is called'
  const name = dotted(node)
  const literal = name === null ? null : constantObject(graph, model, node)
  if (name === null || !literal) return both(unclear(why))
  const inside = fromLiteral(graph, model, literal)
  const asMember = (said: Setting, member: string): Setting =>
    said.kind === 'given' ? { ...said, text: `${name}.${member}` } : said
  return { tags: asMember(inside.tags, 'tags'), revalidate: asMember(inside.revalidate, 'revalidate') }
}

/** The object literal that a module-level constant is, in this file or another. */
function constantObject(
  graph: Graph,
  model: FileModel,
  node: ts.Expression,
): ts.ObjectLiteralExpression | null {
  const path = model.referenceAt(node)?.path
  const unit = path && land(graph, path, model.file)
  if (!unit?.exact || !unit.unit.node) return null
  const { node: found, nested, parent } = unit.unit
  const isTop = !nested && parent?.kind !== 'function'
  return isTop && ts.isObjectLiteralExpression(found) ? found : null
}

/** The initialiser of a `const` in a function. */
function localValue(graph: Graph, model: FileModel, node: ts.Identifier): ts.Expression | null {
  const declaration = model.declarationOf(node)
  if (declaration?.kind !== 'alias' || declaration.members.length > 0) return null
  const { parent } = declaration.of
  const isConst = ts.isVariableDeclaration(parent) && (parent.parent.flags & ts.NodeFlags.Const) !== 0
  return isConst && graph.model(model.file) ? uncast(declaration.of) : null
}

function isModuleLevel(node: ts.Node): boolean {
  return ts.isSourceFile(node.parent.parent.parent.parent)
}

function dotted(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text
  if (!ts.isPropertyAccessExpression(node)) return null
  const left = dotted(node.expression)
  return left === null ? null : `${left}.${node.name.text}`
}

function setting(node: ts.Expression): Setting {
  return { kind: 'given', node, text: node.getText() }
}

function unclear(why: string): Setting {
  return { kind: 'unclear', why }
}

function both(said: Setting): Pick<CachedCall, 'tags' | 'revalidate'> {
  return { tags: said, revalidate: said }
}

function isNothing(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === 'undefined'
}

/** Without parentheses, `as const` and `satisfies`. */
export function uncast(node: ts.Expression): ts.Expression {
  const isCast =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  return isCast ? uncast(node.expression) : node
}
