import { ts } from '@ts-morph/common'
import { bare, dressed, eachChild, isFunction } from '../../graph/syntax.js'

/** The children of a node, each with whether it runs whenever the node does. */
export function eachRun(node: ts.Node, visit: (child: ts.Node, sure: boolean) => void): void {
  if (ts.isBlock(node) || ts.isSourceFile(node)) return eachStatement(node.statements, visit)
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const condition = ts.isIfStatement(node) ? node.expression : node.condition
    return ts.forEachChild(node, (child) => visit(child, child === condition))
  }
  if (ts.isBinaryExpression(node) && isShort(node.operatorToken.kind)) {
    visit(node.left, true)
    return visit(node.right, false)
  }
  if (ts.isSwitchStatement(node)) {
    visit(node.expression, true)
    return visit(node.caseBlock, false)
  }
  if (ts.isTryStatement(node))
    return ts.forEachChild(node, (child) => visit(child, child !== node.catchClause))
  if (
    ts.isForOfStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isWhileStatement(node) ||
    ts.isForStatement(node)
  )
    return ts.forEachChild(node, (child) => visit(child, child !== node.statement))
  eachChild(node, (child) => visit(child, true))
}

/** After a branch that may have returned, nothing is sure to run. */
function eachStatement(
  statements: readonly ts.Statement[],
  visit: (child: ts.Node, sure: boolean) => void,
): void {
  let sure = true
  for (const statement of statements) {
    visit(statement, sure)
    if (mayReturn(statement)) sure = false
  }
}

function mayReturn(node: ts.Node): boolean {
  if (isFunction(node) || ts.isClassLike(node)) return false
  if (ts.isReturnStatement(node)) return true
  return ts.forEachChild(node, (child) => mayReturn(child) || undefined) ?? false
}

function isShort(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  )
}

/** Methods of promises, arrays and strings: they work on what was read. */
const passive =
  /^(?:then|catch|finally|map|flatMap|filter|forEach|reduce|some|every|slice|findLast|findIndex|startsWith|sort|join|includes|concat|at|json|text|trim|split|replace|toString|toISOString)$/

export function isPassive({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && passive.test(expression.name.text)
}

/** Whether a call is a part of a longer chain that reads: `db.select()` in `db.select().from(x)`. */
export function isInnerCall(node: ts.Node): boolean {
  let outer = dressed(node)
  while (
    (ts.isPropertyAccessExpression(outer.parent) || ts.isElementAccessExpression(outer.parent)) &&
    outer.parent.expression === outer
  )
    outer = dressed(outer.parent)
  return ts.isCallExpression(outer.parent) && outer.parent.expression === outer && !isPassive(outer.parent)
}

/** Whether somebody waits for what a call gives: `await`, `use(...)`, `.then(...)`, `Promise.all([...])`. */
export function isAwaited(call: ts.Node): boolean {
  for (let node: ts.Node = call; node.parent; node = node.parent) {
    const { parent } = node
    if (ts.isAwaitExpression(parent)) return true
    if (ts.isPropertyAccessExpression(parent)) return /^(?:then|catch|finally)$/.test(parent.name.text)
    if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent))
      continue
    if (ts.isArrayLiteralExpression(parent)) continue
    if (!ts.isCallExpression(parent)) return false
    return /^(?:React\.)?use$|^Promise\./.test(parent.expression.getText())
  }
  return false
}

/** The names of a chain of members and calls, the first one at its root; null for anything else. */
export function namesOf(expression: ts.Expression): string[] | null {
  const names: string[] = []
  let node = bare(expression)
  for (;;) {
    if (ts.isIdentifier(node)) return [node.text, ...names]
    if (node.kind === ts.SyntaxKind.ThisKeyword) return ['this', ...names]
    if (ts.isPropertyAccessExpression(node)) names.unshift(node.name.text)
    else if (!ts.isCallExpression(node) && !ts.isElementAccessExpression(node)) return null
    node = bare(node.expression)
  }
}

/** The outermost function around a node that stands in another one, or is it. */
export function outermostFunction(node: ts.Node, within: ts.Node): ts.Node | null {
  let found: ts.Node | null = null
  for (let current: ts.Node | undefined = node; current; current = current.parent) {
    if (isFunction(current)) found = current
    if (current === within) break
  }
  return found
}
