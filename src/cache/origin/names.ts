import { ts } from '@ts-morph/common'
import { isFunction } from '../../graph/syntax.js'

/** Local names that can be written at a place: parameters and what was declared before it, the nearest first. */
export function namesAt(place: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const hidden = new Set<string>()
  const add = (name: ts.BindingName): void => {
    if (!ts.isIdentifier(name)) {
      for (const element of name.elements) if (!ts.isOmittedExpression(element)) add(element.name)
      return
    }
    if (!hidden.has(name.text)) found.push(name)
    hidden.add(name.text)
  }
  for (let node = place; node.parent; node = node.parent) {
    const { parent } = node
    if (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) {
      const before = parent.statements.filter((statement) => statement.end <= node.pos).reverse()
      for (const statement of before)
        if (ts.isVariableStatement(statement))
          for (const { name } of statement.declarationList.declarations) add(name)
    }
    if (isFunction(parent)) for (const { name } of parent.parameters) add(name)
    if (
      ts.isForOfStatement(parent) &&
      ts.isVariableDeclarationList(parent.initializer) &&
      node === parent.statement
    )
      for (const { name } of parent.initializer.declarations) add(name)
  }
  return found
}
