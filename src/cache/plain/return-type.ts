import { ts } from '@ts-morph/common'
import type { Checked } from './program.js'

/**
 * The type of `await f()`, through the name of the function, where its own name is not visible:
 * `Awaited<ReturnType<typeof f>>`.
 *
 * @returns null when `f` is not visible at the top level, has overloads or type parameters, or when `value` is not
 *   what it gives
 */
export function callText(checked: Checked, value: ts.Expression, type: ts.Type): string | null {
  const { checker } = checked
  const call = ts.isAwaitExpression(value) ? value.expression : value
  if (!ts.isCallExpression(call) || type.flags & ts.TypeFlags.Any) return null
  const query = queryOf(checked, call.expression)
  if (query === null) return null
  const text = ts.isAwaitExpression(value) ? `Awaited<${query}>` : query
  const given = checker.getTypeAtLocation(value)
  if (type === given) return text
  return type === checker.getNonNullableType(given) ? `NonNullable<${text}>` : null
}

/** What a function gives, promises resolved, through its name. */
export function namedCall(checked: Checked, callee: ts.Expression): string | null {
  const query = queryOf(checked, callee)
  return query === null || hasAny(checked, callee) ? null : `Awaited<${query}>`
}

function hasAny({ checker }: Checked, callee: ts.Expression): boolean {
  const [signature] = checker.getTypeAtLocation(callee).getCallSignatures()
  const type = signature && checker.getReturnTypeOfSignature(signature)
  return !type || ((checker.getAwaitedType(type) ?? type).flags & ts.TypeFlags.Any) !== 0
}

function queryOf({ checker }: Checked, callee: ts.Expression): string | null {
  const root = rootOf(callee)
  const symbol = root && checker.getSymbolAtLocation(root)
  if (!root || !symbol) return null
  if (checker.resolveName(root.text, root.getSourceFile(), ts.SymbolFlags.Value, false) !== symbol)
    return null
  const signatures = checker.getTypeAtLocation(callee).getCallSignatures()
  const [only] = signatures
  if (signatures.length !== 1 || !only || (only.typeParameters ?? []).length > 0) return null
  return `ReturnType<typeof ${callee.getText()}>`
}

/** The first name of a chain of names. */
function rootOf(callee: ts.Expression): ts.Identifier | null {
  if (ts.isIdentifier(callee)) return callee
  const isName =
    ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.name) && !callee.questionDotToken
  return isName ? rootOf(callee.expression) : null
}
