import {
  field,
  isCall,
  isMember,
  list,
  memberName,
  type Node,
  nameOf,
  stringOf,
  text,
  withoutCasts,
} from './ast.js'
import type { Binding, Scopes } from './scope.js'

/** Where a name of a file comes from. */
export type Origin =
  /** `import { imported as name } from 'module'`. */
  | {
      kind: 'import'
      declaration: Node
      specifier: Node
      imported: string
      module: string
      typeOnly: boolean
    }
  /** `const { imported: name } = require('module')`, `await import('module')` or `import('module').then(({ imported }) => ...)`. */
  | { kind: 'pattern'; pattern: Node; property: Node; imported: string; module: string; source: Node }
  /** `import * as name`, `import name`, `import name = require()`, `const name = require()`. */
  | { kind: 'namespace'; module: string }

/** True for the module that exports the API for people: `next/cache`, also written `next/cache.js`. */
export function isNextCache(module: string): boolean {
  return module === 'next/cache' || module === 'next/cache.js'
}

/** True for the inner modules of Next.js, which `next/cache` replaces. */
export function isDeep(module: string): boolean {
  return module.startsWith('next/dist/')
}

/** Where a binding comes from; null for everything that is declared here. */
export function originOf(binding: Binding, scopes: Scopes): Origin | null {
  const identifier = binding.declarations[0]
  const parent = identifier && scopes.parents.get(identifier)
  if (!identifier || !parent) return null
  const declaration = scopes.parents.get(parent)
  switch (parent.type) {
    case 'ImportSpecifier': {
      const module = declaration && stringOf(field(declaration, 'source'))
      const imported = nameOf(field(parent, 'imported'))
      if (!declaration || !module || !imported) return null
      if (imported === 'default') return { kind: 'namespace', module }
      const typeOnly = isTypeOnly(declaration) || isTypeOnly(parent)
      return { kind: 'import', declaration, specifier: parent, imported, module, typeOnly }
    }
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier': {
      const module = declaration && stringOf(field(declaration, 'source'))
      return module ? { kind: 'namespace', module } : null
    }
    case 'TSImportEqualsDeclaration': {
      const reference = field(parent, 'moduleReference')
      const module = reference && stringOf(field(reference, 'expression'))
      return module ? { kind: 'namespace', module } : null
    }
    case 'VariableDeclarator': {
      const init = field(parent, 'init')
      const source = field(parent, 'id') === identifier && init ? moduleSource(init) : null
      return source ? { kind: 'namespace', module: stringOf(source) ?? '' } : null
    }
    default:
      return patternOrigin(identifier, scopes)
  }
}

function isTypeOnly(node: Node): boolean {
  const kind = text(node, 'importKind')
  return kind === 'type' || kind === 'typeof'
}

function patternOrigin(identifier: Node, scopes: Scopes): Origin | null {
  const above = scopes.parents.get(identifier)
  const property = above?.type === 'AssignmentPattern' ? scopes.parents.get(above) : above
  const pattern = property && scopes.parents.get(property)
  if (property?.type !== 'ObjectProperty' || pattern?.type !== 'ObjectPattern') return null
  const imported = property.computed === true ? null : nameOf(field(property, 'key'))
  const source = patternSource(pattern, scopes)
  if (!imported || !source) return null
  return { kind: 'pattern', pattern, property, imported, module: stringOf(source) ?? '', source }
}

/** The module name that a pattern takes apart, as the node that holds the string. */
function patternSource(pattern: Node, scopes: Scopes): Node | null {
  const holder = scopes.parents.get(pattern)
  if (!holder) return null
  if (holder.type === 'VariableDeclarator') {
    const init = field(holder, 'init')
    return init && moduleSource(init)
  }
  const call = scopes.parents.get(holder)
  if (
    !call ||
    !isCall(call) ||
    list(call, 'arguments')[0] !== holder ||
    list(holder, 'params')[0] !== pattern
  )
    return null
  const callee = field(call, 'callee')
  const promise = callee && memberName(callee) === 'then' ? field(callee, 'object') : null
  return promise && importedModule(promise)
}

/**
 * The string node of `require('m')`, `await import('m')` and their casts, null for other expressions.
 *
 * @param expression what a variable is set to, or the object of a member expression
 */
export function moduleSource(expression: Node): Node | null {
  const inner = withoutCasts(expression)
  if (inner.type === 'AwaitExpression') {
    const argument = field(inner, 'argument')
    return argument && importedModule(withoutCasts(argument))
  }
  if (!isCall(inner) || nameOf(field(inner, 'callee')) !== 'require') return null
  return literal(list(inner, 'arguments')[0])
}

function importedModule(expression: Node): Node | null {
  if (expression.type === 'ImportExpression') return literal(field(expression, 'source'))
  if (!isCall(expression) || field(expression, 'callee')?.type !== 'Import') return null
  return literal(list(expression, 'arguments')[0])
}

function literal(node: Node | null | undefined): Node | null {
  return node && stringOf(node) !== null ? node : null
}

/** The module whose namespace an expression is (`cache` of `import * as cache`, `require('m')`), null for others. */
export function namespaceModule(expression: Node, scopes: Scopes): string | null {
  const inner = withoutCasts(expression)
  if (inner.type === 'Identifier') {
    const binding = scopes.referenceOf.get(inner)?.binding
    const origin = binding && originOf(binding, scopes)
    return origin?.kind === 'namespace' ? origin.module : null
  }
  if (isMember(inner) && memberName(inner) === 'default') {
    const object = field(inner, 'object')
    return object && namespaceModule(object, scopes)
  }
  return stringOf(moduleSource(inner))
}

/** What `next/cache` exports in Next.js 16 (`next/cache.js` of the package). */
export const publicNames: ReadonlySet<string> = new Set([
  'cacheLife',
  'cacheTag',
  'refresh',
  'revalidatePath',
  'revalidateTag',
  'unstable_cache',
  'unstable_noStore',
  'updateTag',
])

/** The way a file writes the module: NodeNext projects may need `next/cache.js`. */
export function nextCacheName(source: string): string {
  return /['"]next\/cache\.js['"]/.test(source) ? 'next/cache.js' : 'next/cache'
}
