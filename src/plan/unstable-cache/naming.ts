import { ts } from '@ts-morph/common'
import type { CachedCall } from '../../cache/cached-call/index.js'
import { eachChild } from '../../graph/syntax.js'

/** Names that say little without what they belong to: `user.id` is `userId`. */
const vague = /^(?:id|ids|name|value|key|data|type|code|token|role|email|locale|version|status)$/
/** Names that add nothing to what they hold: `params.slug` is `slug`. */
const carriers =
  /^(?:params|props|searchParams|query|options|opts|input|args|data|values|session|store|cookieStore|headersList|headers|cookies|ctx|context)$/

/** A name for the parameter that takes a part of an object: `userId` for `session.user.id`, `plan` for `store.get('plan')?.value`. */
export function parameterName(node: ts.Expression, taken: ReadonlySet<string>): string {
  const words = wordsOf(node)
  const last = words.at(-1) ?? 'value'
  const before = words.at(-2)
  const isVague = vague.test(last) && before !== undefined && !carriers.test(before)
  return free(isVague ? `${before}${capital(last)}` : last, taken)
}

/** The names of a member chain; of `.get('plan')?.value` only what is got. */
function wordsOf(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node))
    return wordsOf(node.expression)
  if (ts.isPropertyAccessExpression(node)) {
    const inner = wordsOf(node.expression)
    const isOfGetter = ts.isCallExpression(node.expression) && node.name.text === 'value'
    return isOfGetter ? inner : [...inner, camel(node.name.text)]
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return [...wordsOf(node.expression), camel(node.argumentExpression.text)]
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments
    return first && ts.isStringLiteralLike(first) ? [camel(first.text)] : wordsOf(node.expression)
  }
  return []
}

/** The name of a new function at the top of a module. */
export function functionName(
  cached: CachedCall,
  names: ReadonlySet<string>,
  given: ReadonlySet<string>,
): string {
  const taken = new Set([...names, ...given])
  const { call, position, enclosing, model } = cached
  // Its own name is free where the module does not use it for something else.
  const isFree =
    position.kind === 'local' && model.scopeAt(position.name, model.source.endOfFileToken) === null
  if (isFree && !given.has(position.name)) return position.name
  if (position.kind === 'local') return free(position.name, taken)
  const around = nameOf(enclosing)
  const bases = [
    // A function that gets something is named for all of it: `getPostsByAuthor`, where the variable says `posts`.
    isGetter(around) ? around : null,
    resultName(call),
    isVerb(around) ? around : null,
    referenceName(cached),
  ].filter((base) => base !== null)
  const [first = 'entry'] = bases
  return cachedName(bases.find((base) => !taken.has(cachedName(base, new Set()))) ?? first, taken)
}

const getter = /^(?:get|fetch|load|read|find|list|query|use)(?=[A-Z])/

/** `getCachedUser` for `getUser` and `user`, `loadUser` for `getCachedUser`. */
export function cachedName(base: string, taken: ReadonlySet<string>): string {
  const bare = base.replace(getter, '')
  return /cached/i.test(base)
    ? free(`load${capital(bare.replace(/cached/i, '')) || 'Entry'}`, taken)
    : free(`getCached${capital(bare)}`, taken)
}

const saysNothing =
  /^(?:.|result|results|res|response|data|json|value|values|entry|item|items|rows|output|payload|content|cached)$/

/** The variable that takes the result, or the function: `const user = await unstable_cache(...)()`. */
function resultName(call: ts.Node): string | null {
  let node: ts.Node = call
  while (
    ts.isCallExpression(node.parent) ||
    ts.isAwaitExpression(node.parent) ||
    ts.isConditionalExpression(node.parent)
  )
    node = node.parent
  const { parent } = node
  if (!ts.isVariableDeclaration(parent) || parent.initializer !== node) return null
  return ts.isIdentifier(parent.name) && !saysNothing.test(parent.name.text) ? parent.name.text : null
}

function isGetter(name: string | null): name is string {
  return name !== null && getter.test(name)
}

/** Names of components and route handlers say nothing of what is cached in them. */
function isVerb(name: string | null): name is string {
  return name !== null && !/^[A-Z]/.test(name)
}

function referenceName({ callback, enclosing }: CachedCall): string | null {
  if (callback.kind !== 'reference') return nameOf(enclosing)
  const { node } = callback
  return ts.isPropertyAccessExpression(node) ? node.name.text : node.getText()
}

/** The name under which a function is known. */
export function nameOf(node: ts.Node | null): string | null {
  for (let current = node; current; current = current.parent) {
    if (ts.isFunctionLike(current) && current.name && ts.isIdentifier(current.name)) return current.name.text
    if (ts.isVariableDeclaration(current) && ts.isIdentifier(current.name)) return current.name.text
    if (ts.isPropertyAssignment(current) && ts.isIdentifier(current.name)) return current.name.text
    if (ts.isPropertyDeclaration(current) && ts.isIdentifier(current.name)) return current.name.text
  }
  return null
}

/** Every name that a file uses anywhere: a new one clashes with none. */
export function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>()
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && !isKey(child)) names.add(child.text)
    eachChild(child, visit)
  }
  visit(node)
  return names
}

/** `x.name`, `{ name: 1 }`, `<a name={1} />`: names of members clash with nothing. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent) || ts.isPropertySignature(parent))
    return parent.name === node
  return ts.isBindingElement(parent) && parent.propertyName === node
}

function free(name: string, taken: ReadonlySet<string>): string {
  const word = /^[A-Za-z_$][\w$]*$/.test(name) && !isReserved(name) ? name : 'value'
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? word : `${word}${count}`
    if (!taken.has(candidate)) return candidate
  }
}

function isReserved(name: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, name)
  return scanner.scan() !== ts.SyntaxKind.Identifier
}

function camel(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return words
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : capital(word)))
    .join('')
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
