import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import type { Declaration } from '../../graph/scopes.js'
import { bare, eachChild } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import { exportedValue } from './exported.js'

/** A declaration stands for itself: one name of one scope. */
export type Meaning = Declaration

/** What a name or an export can be. */
export type Code = ts.Expression | ts.FunctionDeclaration

/** Code with the file in which it stands. */
export interface Located {
  expression: Code
  model: FileModel
}

/** What a name was declared as; null for globals. */
export function declarationAt(model: FileModel, name: ts.Identifier): Meaning | null {
  return model.declarationOf(name)
}

/** The value that a name was given where it was declared; functions count as values. */
export function meaningOf(graph: Graph, model: FileModel, name: ts.Identifier): Located | null {
  const declaration = model.declarationOf(name)
  if (declaration === null) return null
  switch (declaration.kind) {
    case 'import': {
      const { specifier, name: exported } = declaration.root
      const file = graph.resolveModule(specifier, model.file)
      return file === null ? null : exportedValue(graph, file, exported)
    }
    case 'alias':
      return declaration.members.length === 0 ? { expression: declaration.of, model } : null
    case 'unit': {
      const node = declaration.members.length === 0 ? declaration.unit.node : null
      return node && isCode(node) ? { expression: node, model } : null
    }
    default:
      return null
  }
}

export function isCode(node: ts.Node): node is Code {
  return ts.isExpression(node) || ts.isFunctionDeclaration(node)
}

/** Code without casts, parentheses and `await`. */
export function bareCode(code: Code): Code {
  return ts.isFunctionDeclaration(code) ? code : bare(code)
}

/** Everything that is assigned to a name after its declaration: `config = withX(config)`. */
export function assignedTo(model: FileModel, name: ts.Identifier): ts.Expression[] {
  const declaration = model.declarationOf(name)
  return assignments(model).flatMap(({ left, right }) =>
    ts.isIdentifier(left) && left.text === name.text && model.declarationOf(left) === declaration
      ? [right]
      : [],
  )
}

const known = new WeakMap<FileModel, ts.BinaryExpression[]>()

/** Every plain assignment of a file. */
export function assignments(model: FileModel): ts.BinaryExpression[] {
  const before = known.get(model)
  if (before) return before
  const found: ts.BinaryExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) found.push(node)
    eachChild(node, visit)
  }
  visit(model.source)
  known.set(model, found)
  return found
}
