import { ts } from '@ts-morph/common'
import { type CachedCall, usesOf } from '../../cache/cached-call/index.js'
import type { Types } from '../../cache/plain/types.js'
import type { RequestData } from '../../cache/request/index.js'
import type { Entries } from '../../context/entries.js'
import { hasModifier } from '../../graph/syntax.js'
import { keyRole } from './inputs.js'
import { isVolatile } from './settings.js'

/**
 * The statement or expression that becomes the cached body, where the function around a use does nothing else:
 * `return unstable_cache(...)()`, perhaps behind constants for its key and tags. Null for any other.
 */
export function foldPlace({ enclosing, position, call }: CachedCall): ts.Node | null {
  if (!enclosing?.body || position.kind !== 'invoked') return null
  const { invocation } = position
  if (!ts.isBlock(enclosing.body))
    return unwrapped(enclosing.body as ts.Expression) === invocation ? enclosing.body : null
  const last = enclosing.body.statements.at(-1)
  if (!last || !ts.isReturnStatement(last) || !last.expression) return null
  const before = enclosing.body.statements.slice(0, -1)
  const isThin = unwrapped(last.expression) === invocation && before.every(isConstant)
  return isThin && last.pos <= call.pos ? last : null
}

function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node
}

function isConstant(statement: ts.Statement): boolean {
  return ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0
}

/** Whether the function around a use can become the cached function itself, with its own parameters as the key. */
export function canFold(
  cached: CachedCall,
  { types, request, entries }: { types: Types; request: RequestData; entries: Entries },
): boolean {
  const { enclosing, model, callback, call, position } = cached
  const place = foldPlace(cached)
  if (!enclosing || !place || position.kind !== 'invoked' || callback.kind === 'other') return false
  if (
    callback.kind === 'inline' &&
    (callback.node.parameters.length > 0 || position.invocation.arguments.length > 0)
  )
    return false
  if (callback.kind === 'reference' && !isHandedOn(enclosing, position.invocation)) return false
  if (ts.isConstructorDeclaration(enclosing) || ts.isAccessor(enclosing) || enclosing.asteriskToken)
    return false
  const unit = model.units.find(({ node }) => node === enclosing)
  if (
    !unit ||
    entries.of(unit) !== null ||
    unit.directive !== null ||
    (model.directive === 'use server' && isExported(enclosing))
  )
    return false
  if (usesOf(model, enclosing).length > 0) return false
  if (callback.kind === 'inline' && usesOf(model, callback.node).some(({ written }) => written)) return false
  const body = enclosing.body
  const consts = body && ts.isBlock(body) ? body.statements.slice(0, -1) : []
  if (consts.some((statement) => isVolatile(statement) || request.readsRequest(statement) !== null))
    return false
  // An effect before the cached call ran every time; inside it would run once.
  if (consts.some((statement) => hasBareCall(statement, call))) return false
  return enclosing.parameters.every((parameter) => isNeeded(cached, parameter, types))
}

/** `(...args) => unstable_cache(fn, ...)(...args)` and `(id) => unstable_cache(fn, ...)(id)`. */
function isHandedOn(enclosing: ts.FunctionLikeDeclaration, invocation: ts.CallExpression): boolean {
  const names = enclosing.parameters.map(
    ({ name, dotDotDotToken }) => `${dotDotDotToken ? '...' : ''}${name.getText()}`,
  )
  return names.join() === invocation.arguments.map((argument) => argument.getText()).join()
}

/** Every parameter becomes part of the key: it has to be plain, and something that was needed as a whole. */
function isNeeded(cached: CachedCall, parameter: ts.ParameterDeclaration, types: Types): boolean {
  const { call, model, enclosing } = cached
  const { plain } = types.value(parameter)
  if (!ts.isIdentifier(parameter.name) || !enclosing) return plain === 'yes'
  if (plain === 'no' || (plain === 'unknown' && keyRole(cached, parameter.name) === null)) return false
  const { text } = parameter.name
  const body = enclosing.body ?? call
  const uses = usesOf(model, body).filter(({ root, scope }) => root.text === text && scope === enclosing)
  return uses.some(({ narrow }) => !narrow)
}

function hasBareCall(statement: ts.Statement, call: ts.Node): boolean {
  return statement.pos < call.pos && ts.isExpressionStatement(statement)
}

function isExported(node: ts.Node): boolean {
  for (let current = node; !ts.isSourceFile(current); current = current.parent) {
    if (ts.isSourceFile(current.parent)) return hasModifier(current, ts.SyntaxKind.ExportKeyword)
  }
  return false
}
