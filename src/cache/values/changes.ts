import { ts } from '@ts-morph/common'
import type { Declaration } from '../../graph/scopes.js'
import { bare, eachChild } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'

/** What a file does to the names it can see, after they were declared. */
export interface Changes {
  /** Names that are assigned to, or whose object or array is changed. */
  changed: Set<Declaration>
  /** Values that were assigned to a name, or put into what it holds, also into maps, sets and headers. */
  written: Map<Declaration, ts.Expression[]>
  /** Members that are assigned to anywhere in the file, whatever holds them. */
  members: Set<string>
}

const known = new WeakMap<FileModel, Changes>()

/** Assignments and calls that change what a name holds. Looked for in one file; what other files do is not seen. */
export function changesIn(model: FileModel): Changes {
  const found = known.get(model) ?? findChanges(model)
  known.set(model, found)
  return found
}

/** True when the file assigns to the name or changes what it holds. */
export function isChanged(model: FileModel, name: ts.Identifier): boolean {
  const declaration = model.declarationOf(name)
  return declaration !== null && changesIn(model).changed.has(declaration)
}

/** The values that were assigned to a name, or put into what it holds. */
export function writtenTo(model: FileModel, name: ts.Identifier): readonly ts.Expression[] {
  const declaration = model.declarationOf(name)
  return (declaration && changesIn(model).written.get(declaration)) ?? []
}

function findChanges(model: FileModel): Changes {
  const changes: Changes = { changed: new Set(), written: new Map(), members: new Set() }
  const note = (target: ts.Expression, values: readonly ts.Expression[], isChange = true): void => {
    const chain = bare(target)
    if (ts.isObjectLiteralExpression(chain) || ts.isArrayLiteralExpression(chain)) {
      for (const name of namesIn(chain)) note(name, values, isChange)
      return
    }
    if (isChange && ts.isPropertyAccessExpression(chain)) changes.members.add(chain.name.text)
    const root = rootOf(chain)
    const declaration = ts.isIdentifier(root) ? model.declarationOf(root) : null
    if (!declaration) return
    if (isChange) changes.changed.add(declaration)
    changes.written.set(declaration, [...(changes.written.get(declaration) ?? []), ...values])
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) note(node.left, [node.right])
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const { operator } = node
      if (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken)
        note(node.operand, [])
    } else if (ts.isDeleteExpression(node)) note(node.expression, [])
    else if (ts.isCallExpression(node)) {
      const changed = changedBy(node)
      if (changed) note(changed.target, changed.values, changed.isChange)
    }
    eachChild(node, visit)
  }
  visit(model.source)
  return changes
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

const changing = new Set('push unshift splice pop shift sort reverse fill copyWithin'.split(' '))
// Many objects have methods of these names that change nothing: what is put in is noted, the object stays constant.
const filling = new Set(['set', 'add', 'append', 'update'])

/** `xs.push(x)` and `Object.assign(x, y)`. */
function changedBy({ expression: callee, arguments: given }: ts.CallExpression) {
  if (!ts.isPropertyAccessExpression(callee)) return null
  const [first, ...rest] = given
  const isAssign = callee.name.text === 'assign' && callee.expression.getText() === 'Object'
  if (isAssign) return first ? { target: first, values: rest, isChange: true } : null
  const isChange = changing.has(callee.name.text)
  return isChange || filling.has(callee.name.text)
    ? { target: callee.expression, values: given, isChange }
    : null
}

/** The name that a chain starts with: `x` in `x.y[0].z`. */
function rootOf(chain: ts.Expression): ts.Expression {
  let root = bare(chain)
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root))
    root = bare(root.expression)
  return root
}

function namesIn(pattern: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = []
  pattern.forEachChild((child) => {
    if (ts.isIdentifier(child)) found.push(child)
    else found.push(...namesIn(child))
  })
  return found
}
