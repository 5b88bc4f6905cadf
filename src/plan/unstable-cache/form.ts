import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import { uncast } from '../../cache/cached-call/options.js'
import type { Range, UseCacheEdit } from '../types.js'
import { foldPlace } from './fold.js'
import { carriedTypeParameters } from './generics.js'
import type { Input } from './inputs.js'
import type { Material } from './material.js'
import { cachedName, functionName, namesIn } from './naming.js'
import { type Refusal, refuse } from './refusals.js'
import type { Signature } from './signature.js'

/**
 * The edit that makes a `'use cache'` function of a use.
 *
 * @param given names of functions that other conversions of the file have; the new one is added
 */
export function editOf(
  cached: CachedCall,
  signature: Signature,
  material: Material,
  canFold: boolean,
  given: Set<string>,
): UseCacheEdit | Refusal {
  const { call, position, enclosing } = cached
  const common = {
    kind: 'use-cache' as const,
    at: rangeOf(call),
    typeParameters: signature.typeParameters,
    returnType: signature.returnType,
    body: signature.body,
    replacements: replacementsOf(cached, material.inputs),
    revalidate: material.revalidate,
    tags: material.tags,
    calls: [],
  }
  const parameters = parametersOf(signature, material.inputs)
  if (position.kind === 'constant') {
    const { name, statement } = position
    return { ...common, form: 'declaration', name, parameters, replace: rangeOf(statement), call: null }
  }
  if (!enclosing)
    return { ...common, form: 'arrow', name: '', parameters, replace: rangeOf(call), call: null }
  const fold = canFold ? foldPlace(cached) : null
  if (fold)
    return {
      ...common,
      form: 'fold',
      name: '',
      parameters: [],
      returnType: null,
      replace: rangeOf(fold),
      call: null,
      replacements: [],
    }
  const name = functionName(cached, namesIn(call.getSourceFile()), given)
  given.add(name)
  const typeParameters = withTypeParameters(
    signature.typeParameters,
    carriedTypeParameters(cached, parameters),
  )
  const hoisted = { ...common, form: 'hoisted' as const, name, parameters, typeParameters }
  if (position.kind === 'invoked') {
    const text = invocation(name, signature, position.invocation, material.inputs)
    return { ...hoisted, replace: rangeOf(position.invocation), call: text }
  }
  if (position.kind === 'local') return ofLocal(hoisted, cached, signature, material.inputs, given)
  const value = functionValue(name, signature, material.inputs)
  return value === null ? notForwarded : { ...hoisted, replace: rangeOf(call), call: value }
}

const notForwarded = refuse(
  'callback-unclear',
  'its parameters have defaults or are taken apart, so they cannot be handed on together with what it captures',
)

/** `<T>` and what is carried along. */
function withTypeParameters(own: string, carried: readonly string[]): string {
  const inner = [...carried, ...(own === '' ? [] : [own.slice(1, -1)])]
  return inner.length === 0 ? '' : `<${inner.join(', ')}>`
}

type Hoisted = Omit<UseCacheEdit, 'replace' | 'call'>

/** `const load = unstable_cache(...)` goes; the function has its name, and its calls hand over what it captured. */
function ofLocal(
  edit: Hoisted,
  cached: CachedCall,
  signature: Signature,
  inputs: readonly Input[],
  given: Set<string>,
): UseCacheEdit | Refusal {
  const { position, call, model } = cached
  if (position.kind !== 'local') return refuse('callback-unclear', 'it is no local function')
  const isVisible = inputs.every(({ uses, node }) => {
    const root = uses[0]?.root ?? rootOf(node)
    return !root || position.calls.every((one) => model.scopeAt(root.text, one) === model.scopeOf(root))
  })
  const isPlainName = !edit.name || edit.name === position.name
  const canAppend = !signature.open || inputs.length === 0
  if (isVisible && isPlainName && canAppend) {
    const added = inputs.map(({ given }) => given)
    const calls =
      added.length === 0 ? [] : position.calls.map(({ end }) => ({ at: end - 1, arguments: added }))
    return { ...edit, replace: rangeOf(position.statement), call: null, calls }
  }
  // The constant stays under its name, so the function needs another one.
  const name = isPlainName
    ? cachedName(position.name, new Set([...namesIn(call.getSourceFile()), ...given]))
    : edit.name
  given.add(name)
  const value = functionValue(name, signature, inputs)
  return value === null ? notForwarded : { ...edit, name, replace: rangeOf(call), call: value }
}

function rootOf(node: ts.Expression): ts.Identifier | null {
  const inner = uncast(node)
  if (ts.isIdentifier(inner)) return inner
  if (ts.isPropertyAccessExpression(inner) || ts.isCallExpression(inner) || ts.isAwaitExpression(inner))
    return rootOf(inner.expression)
  return null
}

/** What is captured comes last, unless something optional stands there. */
function parametersOf({ parameters, open }: Signature, inputs: readonly Input[]): string[] {
  const added = inputs.map(({ text }) => text)
  return open ? [...added, ...parameters] : [...parameters, ...added]
}

function invocation(
  name: string,
  { open, parameters }: Signature,
  call: ts.CallExpression,
  inputs: readonly Input[],
): string {
  const hasRest = parameters.some((text) => text.startsWith('...'))
  const own = hasRest ? call.arguments : call.arguments.slice(0, parameters.length)
  const given = own.map((argument) => argument.getText())
  const added = inputs.map((input) => input.given)
  return `${name}(${(open ? [...added, ...given] : [...given, ...added]).join(', ')})`
}

/** The function as a value that takes what the callback took. */
function functionValue(name: string, signature: Signature, inputs: readonly Input[]): string | null {
  if (inputs.length === 0) return name
  const { forwarded, parameters, open, typeParameters } = signature
  if (!forwarded) return null
  // A default is the cached function's business.
  const taken = parameters.map((text) => text.replace(/\s*=\s*[^=>].*$/s, ''))
  if (taken.length !== parameters.length || parameters.some((text) => text.includes('='))) return null
  const added = inputs.map(({ given }) => given)
  const args = open ? [...added, ...forwarded] : [...forwarded, ...added]
  return `${typeParameters}(${parameters.join(', ')}) => ${name}(${args.join(', ')})`
}

function replacementsOf({ callback }: CachedCall, inputs: readonly Input[]): UseCacheEdit['replacements'] {
  const code = callback.node
  if (!code) return []
  const inside = ({ start, end }: Range): boolean => start >= code.getStart() && end <= code.end
  return inputs
    .flatMap(({ name, path, uses }) =>
      path === name ? [] : uses.map(({ node }) => ({ ...rangeOf(node), text: name })),
    )
    .filter(inside)
    .sort((a, b) => a.start - b.start)
}

function rangeOf(node: ts.Node): Range {
  return { start: node.getStart(), end: node.end }
}
