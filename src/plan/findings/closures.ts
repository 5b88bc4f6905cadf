import { ts } from '@ts-morph/common'
import { dressed } from '../../graph/syntax.js'
import type { Unit } from '../../graph/types.js'

/**
 * What keeps a function for later, by its name: `after(...)` and commit hooks run once all is done, lists and timers
 * when somebody asks, hooks of React when an event comes.
 */
const keepsForLater =
  /^(?:after\w*|on|once|on[A-Z]\w*|\w*(?:AfterCommit|OnCommit|TransactionCommit)\w*|push|unshift|add|set|enqueue|defer|subscribe|addEventListener|setTimeout|setInterval|setImmediate|queueMicrotask|nextTick|useCallback|useEffect|useMemo)$/

/**
 * The unit and the functions around it that run it whenever they run, innermost first: a callback runs where it is
 * handed over (`tags.forEach((tag) => ...)`), a closure that is returned or kept does not.
 */
export function runningAround(unit: Unit): Unit[] {
  const found = [unit]
  for (let current = unit; current.nested && current.parent && runsWhereItStands(current); ) {
    current = current.parent
    found.push(current)
  }
  return found
}

/** The function or value that runs the unit when it is called; null where it is kept for later, or runs with the module. */
export function calledFor(unit: Unit): Unit | null {
  const last = runningAround(unit).at(-1)
  if (!last || last.nested) return null
  return last.kind === 'function' || last.kind === 'value' ? last : null
}

function runsWhereItStands({ node, directive }: Unit): boolean {
  if (!node || directive === 'use server') return false
  const outer = dressed(node)
  const { parent } = outer
  if (!parent || !(ts.isCallExpression(parent) || ts.isNewExpression(parent))) return false
  return parent.expression === outer || !keepsForLater.test(calleeName(parent))
}

/** The last name of what is called: `forEach` in `tags.forEach(...)`; empty where it has none. */
export function calleeName({ expression }: ts.CallExpression | ts.NewExpression): string {
  const callee = dressedDown(expression)
  if (ts.isIdentifier(callee)) return callee.text
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ''
}

function dressedDown(node: ts.Expression): ts.Expression {
  return ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)
    ? dressedDown(node.expression)
    : node
}
