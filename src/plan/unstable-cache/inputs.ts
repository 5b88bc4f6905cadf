import { ts } from '@ts-morph/common'
import { type CachedCall, type Use, usesOf } from '../../cache/cached-call/index.js'
import type { TypeFact, Types } from '../../cache/plain/types.js'
import { typeNames } from './generics.js'
import { isTyped } from './language.js'
import { parameterName } from './naming.js'
import { type Refusal, refuse } from './refusals.js'

/** A value of the surroundings that becomes an argument. */
export interface Input {
  /** Name of the parameter. */
  name: string
  /** The parameter with its type. */
  text: string
  /** What the call hands over. */
  given: string
  /** The expression that is handed over. */
  node: ts.Expression
  /** Reads in the body and in the tags that are written as the parameter's name. */
  uses: Use[]
  /** The read, or the name, that it stands for. */
  path: string
}

/** Every local value that the callback and its tags use, as parameters; a refusal where one cannot be handed over. */
export function inputsOf(
  cached: CachedCall,
  code: ts.Node[],
  types: Types,
  taken: ReadonlySet<string>,
): Input[] | Refusal {
  const uses = code.flatMap((node) => usesOf(cached.model, node))
  const names = new Set(taken)
  const inputs: Input[] = []
  for (const own of groupByName(uses)) {
    const found = inputsOfName(cached, own, types, names)
    if ('rule' in found) return found
    for (const input of found) names.add(input.name)
    inputs.push(...found)
  }
  return inputs
}

function groupByName(uses: Use[]): Use[][] {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const own = groups.get(use.root.text)
    if (own) own.push(use)
    else groups.set(use.root.text, [use])
  }
  return [...groups.values()]
}

function inputsOfName(
  cached: CachedCall,
  uses: Use[],
  types: Types,
  taken: ReadonlySet<string>,
): Input[] | Refusal {
  const [first] = uses as [Use, ...Use[]]
  const name = first.root.text
  if (new Set(uses.map(({ scope }) => scope)).size > 1)
    return refuse('shadowed-name', `${name} means different things in different places of it`)
  if (uses.some(({ written }) => written))
    return refuse('mutates-closure', `it writes to ${name}, which lives outside of it`)
  if (uses.some(({ called }) => called))
    return refuse('captures-function', `it calls ${name}, a function that is made around it`)
  const whole = wholeInput(cached, uses, types)
  if (uses.some(({ narrow }) => !narrow)) return 'rule' in whole ? whole : [whole]
  if (!('rule' in whole) && isSmall(cached, first.root, whole)) return [whole]
  const parts = partInputs(cached, uses, types, taken)
  if (!('rule' in parts)) return parts
  if (!('rule' in whole)) return [whole]
  return parts.rule === 'captures-object' ? whole : parts
}

/** Whether nothing is won by a part of a value: `team.length` of a string, or of what was a key part as it is. */
function isSmall(cached: CachedCall, root: ts.Identifier, { text }: Input): boolean {
  return (
    /: (?:string|number|bigint)(?: \| (?:null|undefined))*$/.test(text) || keyRole(cached, root) === 'part'
  )
}

function wholeInput(cached: CachedCall, uses: Use[], types: Types): Input | Refusal {
  const { root } = uses[0] as Use
  const { text: name } = root
  const found = parameterOf(cached, root, name, types)
  return 'rule' in found
    ? withAdvice(found, uses)
    : {
        name,
        text: found.text,
        given: name,
        node: root,
        uses: uses.filter(({ narrow }) => !narrow),
        path: name,
      }
}

/** What has methods called on it is a client more often than not, and there is a way out for those. */
function withAdvice(refusal: Refusal, uses: readonly Use[]): Refusal {
  const isClient = uses.some(
    ({ node }) =>
      ts.isPropertyAccessExpression(node.parent) &&
      ts.isCallExpression(node.parent.parent) &&
      node.parent.parent.expression === node.parent,
  )
  if (!isClient || refusal.rule !== 'captures-unknown') return refusal
  const advice = 'a client cannot be an argument: make it inside the function, without cookies'
  return refuse(refusal.rule, `${refusal.why}; ${advice}`)
}

/** `session.user.id` alone, not the whole session: what is not needed has no business in a key. */
function partInputs(
  cached: CachedCall,
  uses: Use[],
  types: Types,
  taken: ReadonlySet<string>,
): Input[] | Refusal {
  const names = new Set(taken)
  const inputs: Input[] = []
  const paths = [...new Set(uses.map(({ path }) => path))]
  if (paths.length > 4 || paths.some((path) => paths.some((other) => other.startsWith(`${path}.`))))
    return refuse('captures-object', `it uses too many parts of ${uses[0]?.root.text} to hand over each`)
  for (const path of paths) {
    const own = uses.filter((use) => use.path === path)
    const node = (own[0] as Use).node
    const name = parameterName(node, names)
    const found = parameterOf(cached, node, name, types)
    if ('rule' in found) return found
    names.add(name)
    inputs.push({ name, text: found.text, given: node.getText(), node, uses: own, path })
  }
  return inputs
}

/** The parameter that takes a value, if it can be proven that the value may be one. */
function parameterOf(
  cached: CachedCall,
  node: ts.Expression,
  name: string,
  types: Types,
): { text: string } | Refusal {
  const fact = types.value(node)
  const said = node.getText()
  if (fact.plain === 'no') return refuse('captures-not-plain', `it captures ${said}, and ${fact.why}`)
  const typed = isTyped(cached.model.file)
  // The checker sees the constraint of `collection: K`; callers need K.
  const generic = typed ? annotationOf(cached, node) : null
  if (fact.plain === 'yes' && generic !== null) return { text: `${name}: ${generic}` }
  if (fact.plain === 'yes' && !typed) return { text: name }
  if (fact.plain === 'yes' && fact.text !== null) return { text: `${name}: ${fact.text}` }
  const keyed = keyedType(cached, node, fact)
  if (keyed !== null) return { text: typed ? `${name}: ${keyed}` : name }
  if (fact.plain === 'unknown')
    return refuse('captures-unknown', `it captures ${said}, and ${fact.why || 'what that is cannot be told'}`)
  return refuse('type-unspellable', `it captures ${said}, whose type has no name that can be written here`)
}

/**
 * The type of a value that no type proves plain, but the old key does: it was a key part, which is a string, or the
 * key was made of its text. Null where the key says nothing of it.
 */
function keyedType(cached: CachedCall, node: ts.Expression, fact: TypeFact): string | null {
  const role = keyRole(cached, node)
  if (role === null) return null
  const annotated = fact.text ?? annotationOf(cached, node)
  return role === 'part' ? (annotated ?? 'string') : annotated
}

/** `part`: an element of the key; `text`: a hole of a template, or its JSON, in the key. */
export function keyRole({ keys }: CachedCall, node: ts.Expression): 'part' | 'text' | null {
  if (keys.kind !== 'given') return null
  const said = node.getText()
  const list = ts.isArrayLiteralExpression(keys.node) ? [...keys.node.elements] : [keys.node]
  if (list.some((element) => element.getText() === said)) return 'part'
  let isText = false
  const visit = (child: ts.Node): void => {
    if (ts.isTemplateSpan(child) && child.expression.getText() === said) isText = true
    const isJson = ts.isCallExpression(child) && child.expression.getText() === 'JSON.stringify'
    if (isJson && child.arguments[0]?.getText() === said) isText = true
    if (!isText) ts.forEachChild(child, visit)
  }
  list.forEach(visit)
  return isText ? 'text' : null
}

/** `slug: T`: the annotation of a parameter of the function around the use, where type parameters of that are in it. */
function annotationOf({ enclosing }: CachedCall, node: ts.Expression): string | null {
  if (!ts.isIdentifier(node)) return null
  const parameter = enclosing?.parameters.find(({ name }) => ts.isIdentifier(name) && name.text === node.text)
  if (!parameter?.type || parameter.questionToken) return null
  const named = typeNames(parameter.type)
  const isGeneric = enclosing?.typeParameters?.some(({ name }) => named.includes(name.text))
  return isGeneric ? parameter.type.getText() : null
}

/** What a fact says of a value that is handed in under the callback's own parameter. */
export function refusesParameter(fact: TypeFact, name: string): Refusal | null {
  if (fact.plain === 'no') return refuse('receives-not-plain', `it receives ${name}, and ${fact.why}`)
  const isClient =
    /^(?:supabase|tx|trx|db|prisma|client|ctx|context|req|request|res|response|headers|cookies|cookieStore)$/i
  if (fact.plain === 'unknown' && isClient.test(name))
    return refuse('receives-unknown', `it receives ${name}, and ${fact.why || 'what that is cannot be told'}`)
  return null
}
