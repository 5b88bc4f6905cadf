import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import type { Types } from '../../cache/plain/types.js'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { isFunction } from '../../graph/syntax.js'
import type { CachedBody } from '../types.js'
import type { Input } from './inputs.js'
import { isTyped } from './language.js'
import { parameterName } from './naming.js'
import { type Refusal, refuse } from './refusals.js'

/** The new function's own shape, before what it captured is added. */
export interface Signature {
  typeParameters: string
  parameters: string[]
  /** What a caller writes to hand its own parameters on; null where they have no names. */
  forwarded: string[] | null
  returnType: string | null
  body: CachedBody
  /** True where nothing can be added behind the parameters: one is optional, has a default or takes the rest. */
  open: boolean
}

export function signatureOf(graph: Graph, cached: CachedCall, types: Types): Signature | Refusal {
  const { callback } = cached
  if (callback.kind === 'inline') return withTypes(ofFunction(callback.node), callback.node, cached, types)
  if (callback.kind === 'reference') return ofReference(graph, cached, callback.node)
  return refuse('callback-unclear', 'what it caches is not written where it is called')
}

function ofFunction(node: ts.ArrowFunction | ts.FunctionExpression): Signature {
  const isBlock = ts.isBlock(node.body)
  const range = { start: node.body.getStart(), end: node.body.end }
  return {
    ...partsOf(node),
    returnType: node.type?.getText() ?? null,
    body: isBlock ? { kind: 'block', ...range } : { kind: 'expression', ...range },
  }
}

/** unstable_cache gave parameters without a type `any`; a function of its own has to say what they are. */
function withTypes(
  signature: Signature,
  { parameters }: ts.ArrowFunction | ts.FunctionExpression,
  cached: CachedCall,
  types: Types,
): Signature {
  if (!isTyped(cached.model.file)) return signature
  const texts = parameters.map((parameter, index) => {
    if (parameter.type || parameter.initializer) return parameter.getText()
    const type = parameter.dotDotDotToken ? 'any[]' : givenType(cached, index, types)
    return `${parameter.getText()}: ${type}`
  })
  return { ...signature, parameters: texts }
}

/** The type of what every call hands over, where that is one. */
function givenType({ position }: CachedCall, index: number, types: Types): string {
  const calls =
    position.kind === 'invoked' ? [position.invocation] : position.kind === 'local' ? position.calls : []
  const given = calls.map((call) => call.arguments[index])
  const texts = new Set(given.map((argument) => (argument ? types.value(argument).text : null)))
  const [text] = texts
  return texts.size === 1 && text ? text : 'any'
}

function partsOf(node: ts.SignatureDeclaration): Omit<Signature, 'returnType' | 'body'> {
  const { parameters, typeParameters } = node
  const names = parameters.map(({ name, dotDotDotToken }) =>
    ts.isIdentifier(name) ? `${dotDotDotToken ? '...' : ''}${name.text}` : null,
  )
  return {
    typeParameters: typeParameters ? `<${typeParameters.map((one) => one.getText()).join(', ')}>` : '',
    parameters: parameters.map((parameter) => parameter.getText()),
    forwarded: names.every((name) => name !== null) ? names : null,
    open: parameters.some((one) => !!one.questionToken || !!one.initializer || !!one.dotDotDotToken),
  }
}

/** `unstable_cache(getUser, ...)`: a function that calls `getUser`, which has callers of its own and stays as it is. */
function ofReference(graph: Graph, cached: CachedCall, node: ts.Expression): Signature | Refusal {
  const name = node.getText()
  const declared = declarationOf(graph, cached, node)
  if (declared && isTyped(cached.model.file) && isGeneric(declared)) {
    if (declared.getSourceFile() !== node.getSourceFile() || isOverloaded(declared))
      return refuse(
        'generic-reference',
        `${name} is generic or overloaded, which Parameters<typeof ${name}> loses`,
      )
    const parts = partsOf(declared)
    if (!parts.forwarded)
      return refuse('generic-reference', `${name} is generic and takes its arguments apart`)
    const returnType = declared.type?.getText() ?? null
    return { ...parts, returnType, body: { kind: 'call', text: `${name}(${parts.forwarded.join(', ')})` } }
  }
  if (declared && declared.parameters.length === 0)
    return { ...emptyParts, returnType: null, body: { kind: 'call', text: `${name}()` } }
  const rest = isTyped(cached.model.file) ? `...args: Parameters<typeof ${name}>` : '...args'
  return {
    typeParameters: '',
    parameters: [rest],
    forwarded: ['...args'],
    returnType: null,
    body: { kind: 'call', text: `${name}(...args)` },
    open: true,
  }
}

const emptyParts = { typeParameters: '', parameters: [], forwarded: [], open: false }

/** The function that a reference names, where it stands in the tree. */
export function declarationOf(
  graph: Graph,
  cached: CachedCall,
  node: ts.Expression,
): ts.FunctionLikeDeclaration | null {
  const path = cached.model.referenceAt(node)?.path
  const landing = path ? land(graph, path, cached.model.file) : null
  const found = landing?.exact ? landing.unit.node : null
  return found && isFunction(found) ? found : null
}

function isGeneric(node: ts.FunctionLikeDeclaration): boolean {
  return (node.typeParameters?.length ?? 0) > 0 || isOverloaded(node)
}

function isOverloaded(node: ts.FunctionLikeDeclaration): boolean {
  if (!ts.isFunctionDeclaration(node)) return false
  const siblings = ts.isSourceFile(node.parent) || ts.isBlock(node.parent) ? node.parent.statements : []
  return siblings.some(
    (other) => other !== node && ts.isFunctionDeclaration(other) && other.name?.text === node.name?.text,
  )
}

/** Arguments that the callback does not declare were part of the old key; undeclared ones are dropped from the new. */
export function surplusInputs(
  cached: CachedCall,
  signature: Signature,
  inputs: readonly Input[],
  types: Types,
  taken: ReadonlySet<string>,
): Input[] | Refusal {
  const { position } = cached
  if (position.kind !== 'invoked' || signature.parameters.some((text) => text.startsWith('...'))) return []
  const surplus = position.invocation.arguments.slice(signature.parameters.length)
  const names = new Set([...taken, ...inputs.map(({ name }) => name)])
  const found: Input[] = []
  for (const node of surplus) {
    if (inputs.some(({ given }) => given === node.getText())) continue
    const fact = types.value(node)
    const said = node.getText()
    if (
      ts.isSpreadElement(node) ||
      fact.plain !== 'yes' ||
      (isTyped(cached.model.file) && fact.text === null)
    )
      return refuse(
        'key-unclear',
        `it is called with ${said}, which was part of its key and cannot be named here`,
      )
    const name = isSameInside(cached, node) ? said : parameterName(node, names)
    names.add(name)
    const text = isTyped(cached.model.file) ? `${name}: ${fact.text}` : name
    found.push({ name, text, given: said, node, uses: [], path: said })
  }
  return found
}

/** Whether a name means the same in the callback as in front of it, so that a parameter may have it. */
function isSameInside({ callback, model }: CachedCall, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node) || callback.kind !== 'inline') return false
  const { body } = callback.node
  const inside = ts.isBlock(body) ? body.statements[0] : body
  return inside !== undefined && model.scopeAt(node.text, inside) === model.scopeOf(node)
}
