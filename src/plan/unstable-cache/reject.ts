import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import type { Types } from '../../cache/plain/types.js'
import type { RequestData } from '../../cache/request/index.js'
import { isFunction, isStatic } from '../../graph/syntax.js'
import { typeNames, typeParametersAround } from './generics.js'
import { refusesParameter } from './inputs.js'
import { type Refusal, refuse } from './refusals.js'

/** Why the use itself cannot become a `'use cache'` function, whatever it captures; null where nothing speaks against it. */
export function refusalOf(cached: CachedCall, types: Types, request: RequestData): Refusal | null {
  return (
    ofArguments(cached) ??
    ofPlace(cached) ??
    ofCallback(cached) ??
    ofParameters(cached, types) ??
    ofRequest(cached, request) ??
    ofResult(cached, types)
  )
}

function ofArguments({ call, callback }: CachedCall): Refusal | null {
  if (call.arguments.length === 0) return refuse('no-arguments', 'it is called without a function to cache')
  if (call.arguments.some(ts.isSpreadElement)) return refuse('spread-argument', 'its arguments are spread')
  if (callback.kind !== 'other') return null
  return refuse('callback-unclear', 'the function that it caches is made by something else')
}

function ofPlace({ model, call }: CachedCall): Refusal | null {
  if (model.directive === 'use client')
    return refuse('client-file', "'use cache' functions cannot stand in a client file")
  for (let node: ts.Node = call; node.parent; node = node.parent) {
    const member = node.parent
    if (ts.isClassLike(member) && ts.isClassElement(node) && !isStatic(node))
      return refuse(
        'class-instance',
        "'use cache' cannot stand in a class instance, and what the instance holds is no key",
      )
  }
  return null
}

function ofCallback(cached: CachedCall): Refusal | null {
  const { callback, call } = cached
  if (callback.kind !== 'inline') return null
  if (callback.node.asteriskToken) return refuse('generator', 'it is a generator, which cannot be cached')
  const own = ownWords(callback.node)
  if (own) return refuse('uses-this', `it uses ${own}, which 'use cache' functions cannot`)
  const type = localType(callback.node, call)
  return type
    ? refuse('local-type', `its types name ${type}, which only exists inside the function around it`)
    : null
}

/** `this`, `arguments` or `super` of the function itself, closures that have their own apart. */
function ownWords(callback: ts.Node): string | null {
  let found: string | null = null
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.ThisKeyword) found = 'this'
    if (node.kind === ts.SyntaxKind.SuperKeyword) found = 'super'
    if (ts.isIdentifier(node) && node.text === 'arguments' && !ts.isPropertyAccessExpression(node.parent))
      found = 'arguments'
    const hasOwn = (isFunction(node) && !ts.isArrowFunction(node)) || ts.isClassLike(node)
    if (!found && !hasOwn) ts.forEachChild(node, visit)
  }
  ts.forEachChild(callback, visit)
  return found
}

/** An alias or interface that only exists inside the function around the use, and that the callback names. */
function localType(callback: ts.Node, call: ts.Node): string | null {
  const local = new Set<string>()
  const own = typeParametersAround(call)
  for (let node: ts.Node = call.parent; !ts.isSourceFile(node); node = node.parent) {
    if (isFunction(node))
      for (const one of node.typeParameters ?? []) if (!own.includes(one)) local.add(one.name.text)
    if (!ts.isBlock(node)) continue
    for (const statement of node.statements)
      if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
        local.add(statement.name.text)
  }
  const named = local.size > 0 ? typeNames(callback) : []
  return named.find((name) => local.has(name)) ?? null
}

function ofParameters({ callback }: CachedCall, types: Types): Refusal | null {
  if (callback.kind !== 'inline') return null
  for (const parameter of callback.node.parameters) {
    const refused = refusesParameter(types.value(parameter), parameter.name.getText())
    if (refused) return refused
  }
  return null
}

function ofRequest({ callback }: CachedCall, request: RequestData): Refusal | null {
  const origin = callback.node ? request.readsRequest(callback.node) : null
  if (!origin) return null
  const [step] = origin.steps
  const where = step ? ` (${step.file}:${step.line})` : ''
  return refuse(
    'request-data-inside',
    `${origin.source === 'headers' ? 'headers()' : 'cookies()'} is read inside it${where}, which throws in a cached function`,
  )
}

function ofResult({ callback }: CachedCall, types: Types): Refusal | null {
  if (!callback.node) return null
  const fact = types.result(callback.node)
  return fact.plain === 'no'
    ? refuse('result-not-plain', `what it returns cannot come out of a 'use cache' function: ${fact.why}`)
    : null
}
