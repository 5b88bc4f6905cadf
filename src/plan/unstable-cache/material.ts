import { ts } from '@ts-morph/common'
import { type CachedCall, type Use, usesOf } from '../../cache/cached-call/index.js'
import type { Types } from '../../cache/plain/types.js'
import type { RequestData } from '../../cache/request/index.js'
import { constantOf } from '../../cache/values/index.js'
import type { Graph } from '../../graph/graph.js'
import { type Input, inputsOf } from './inputs.js'
import { isTyped } from './language.js'
import { namesIn, parameterName } from './naming.js'
import { type Refusal, refuse } from './refusals.js'
import { type Element, elementsOf, isVolatile, lifetimeOf } from './settings.js'

/** What the new function is made of. */
export interface Material {
  /** What the callback captured, what the key was made of, what tags need: each becomes a parameter. */
  inputs: Input[]
  /** Arguments of `cacheTag`, in the parameters' words. */
  tags: string[]
  /** Value of `cacheLife({ revalidate })`. */
  revalidate: string
}

export interface Facts {
  graph: Graph
  types: Types
  request: RequestData
}

/** Gathers the parameters, the tags and the lifetime; a refusal where one of them cannot be proven. */
export function materialOf(facts: Facts, cached: CachedCall): Material | Refusal {
  if (cached.tags.kind === 'unclear') return refuse('options-unclear', cached.tags.why)
  if (cached.keys.kind === 'unclear') return refuse('spread-argument', cached.keys.why)
  const body = cached.callback.node
  if (!body) return refuse('callback-unclear', 'what it caches is not written where it is called')
  const taken = namesIn(body)
  const captured = inputsOf(cached, [body], facts.types, taken)
  if ('rule' in captured) return captured
  const lifetime = lifetimeOf(facts.graph, cached)
  if ('rule' in lifetime) return lifetime
  const inputs = [...captured]
  const tags = tagsOf(facts, cached, inputs, taken)
  if ('rule' in tags) return tags
  const added = addKeys(facts, cached, inputs, taken)
  if (added) return added
  return { inputs, tags: tags.texts, revalidate: lifetime.text }
}

/** As {@link materialOf} for a function that becomes the cached one itself: its own names stay at hand. */
export function foldedMaterial({ graph, types }: Facts, cached: CachedCall): Material | Refusal {
  const lifetime = lifetimeOf(graph, cached)
  if ('rule' in lifetime) return lifetime
  if (cached.tags.kind === 'unclear') return refuse('options-unclear', cached.tags.why)
  if (cached.keys.kind === 'unclear') return refuse('spread-argument', cached.keys.why)
  const elements = elementsOf(cached.tags)
  const unclear = elements.find((element) => element.spread && !isList({ graph, types }, element))
  if (unclear) return refuse('tags-unclear', `whether ${unclear.text} is a list cannot be told`)
  return {
    inputs: [],
    tags: elements.map(({ spread, text }) => `${spread ? '...' : ''}${text}`),
    revalidate: lifetime.text,
  }
}

function tagsOf(
  facts: Facts,
  cached: CachedCall,
  inputs: Input[],
  taken: ReadonlySet<string>,
): { texts: string[] } | Refusal {
  const texts: string[] = []
  for (const element of elementsOf(cached.tags)) {
    const isElsewhere = element.text !== element.node.getText()
    const made = isElsewhere ? [] : insideInputs(facts, cached, element, inputs, taken)
    if (made === null) {
      const computed = computedInput(facts, cached, element, 'tag', inputs, taken)
      if ('rule' in computed) return refuse('tags-unclear', computed.why)
      inputs.push(computed)
      texts.push(element.spread ? `...${computed.name}` : computed.name)
      continue
    }
    for (const input of made) merge(inputs, input)
    if (element.spread && !isList(facts, element))
      return refuse('tags-unclear', `whether ${element.text} is a list cannot be told`)
    texts.push(`${element.spread ? '...' : ''}${isElsewhere ? element.text : inWords(element.node, inputs)}`)
  }
  return { texts }
}

/** The parameters that an expression needs when it moves into the function; null where it has to stay outside. */
function insideInputs(
  { types, request }: Facts,
  cached: CachedCall,
  { node }: Element,
  inputs: readonly Input[],
  taken: ReadonlySet<string>,
): Input[] | null {
  if (isVolatile(node) || request.readsRequest(node)) return null
  const names = new Set([...taken, ...inputs.map(({ name }) => name)])
  const found = inputsOf(cached, [node], types, names)
  if ('rule' in found) return null
  return found
    .filter(({ uses }) => !uses.every(({ narrow, root }) => narrow && isWhole(inputs, root.text)))
    .map((input) => {
      const known = inputs.find(({ path }) => path === input.path)
      return known ? { ...known, uses: input.uses } : input
    })
}

/** Whether a name is handed over as it is, so that its parts are at hand, too. */
function isWhole(inputs: readonly Input[], name: string): boolean {
  return inputs.some(({ path }) => path === name)
}

/** The value itself as a parameter: it is made where it was made before. */
function computedInput(
  { types }: Facts,
  cached: CachedCall,
  { node, spread, text }: Element,
  fallback: string,
  inputs: readonly Input[],
  taken: ReadonlySet<string>,
): Input | Refusal {
  const names = new Set([...taken, ...inputs.map(({ name }) => name)])
  const fact = types.value(node)
  // Elements of both lists are strings by the types of unstable_cache.
  const type = spread ? (fact.text?.endsWith('[]') ? fact.text : null) : 'string'
  if (type === null) return refuse('key-unclear', `what ${text} holds cannot be told`)
  const named = ts.isIdentifier(node)
    ? parameterName(node, names)
    : uniqueName(spread ? `${fallback}s` : fallback, names)
  const given = node.getText()
  return {
    name: named,
    text: isTyped(cached.model.file) ? `${named}: ${type}` : named,
    given,
    node,
    uses: [],
    path: given,
  }
}

function uniqueName(base: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++)
    if (!taken.has(count === 1 ? base : `${base}${count}`)) return count === 1 ? base : `${base}${count}`
}

/** Key parts that nothing else brings in become parameters of their own; the fixed ones go. */
function addKeys(
  facts: Facts,
  cached: CachedCall,
  inputs: Input[],
  taken: ReadonlySet<string>,
): Refusal | null {
  for (const element of elementsOf(cached.keys)) {
    if (constantOf(facts.graph, element.node)) continue
    const isChanging = isVolatile(element.node) || facts.request.readsRequest(element.node) !== null
    const uses = usesOf(cached.model, element.node)
    if (!isChanging && uses.every((use) => isCovered(cached, use, inputs))) continue
    const made = isChanging ? null : insideInputs(facts, cached, element, inputs, taken)
    if (made && !isText(element.node)) {
      for (const input of made) merge(inputs, input)
      continue
    }
    const computed = computedInput(facts, cached, element, 'key', inputs, taken)
    if ('rule' in computed) return computed
    merge(inputs, computed)
  }
  return null
}

/** `JSON.stringify(filters)`: the text itself is the smaller argument when nothing else needs the object. */
function isText(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'JSON.stringify'
}

function isCovered(cached: CachedCall, use: Use, inputs: readonly Input[]): boolean {
  return inputs.some(({ path }) => path === use.path || path === use.root.text) || isOwnArgument(cached, use)
}

/** A local that is handed to the callback anyway: `unstable_cache(fn, [id])(id)`. */
export function isOwnArgument({ position }: CachedCall, use: Use): boolean {
  if (position.kind !== 'invoked') return false
  return position.invocation.arguments.some((argument) => {
    const given = ts.isSpreadElement(argument) ? argument.expression : argument
    return given.getText() === use.node.getText() || given.getText() === use.root.text
  })
}

function merge(inputs: Input[], input: Input): void {
  const known = inputs.find(({ path }) => path === input.path)
  if (known) known.uses.push(...input.uses.filter((use) => !known.uses.includes(use)))
  else inputs.push(input)
}

/** An expression in the parameters' words. */
function inWords(node: ts.Expression, inputs: readonly Input[]): string {
  const start = node.getStart()
  const uses = inputs
    .flatMap(({ name, uses: own, path }) => own.map((use) => ({ use, name, isSame: name === path })))
    .filter(({ use, isSame }) => !isSame && use.node.getStart() >= start && use.node.end <= node.end)
    .sort((a, b) => b.use.node.getStart() - a.use.node.getStart())
  let text = node.getText()
  for (const { use, name } of uses) {
    const from = use.node.getStart() - start
    text = text.slice(0, from) + name + text.slice(use.node.end - start)
  }
  return text
}

function isList({ types, graph }: Pick<Facts, 'types' | 'graph'>, { node }: Element): boolean {
  const fact = types.value(node)
  if (/\[\]$|^\[|^readonly |Array</.test(fact.text ?? '')) return true
  return constantOf(graph, node) === null && ts.isArrayLiteralExpression(node)
}
