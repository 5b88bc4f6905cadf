import { eachChild, field, list, type Node, nameOf, text } from './ast.js'
import { isReExport, isReference } from './reference.js'

export interface Scope {
  /** `function` also stands for the module: the scope that `var` goes to. */
  kind: 'function' | 'block'
  node: Node
  parent: Scope | null
  bindings: Map<string, Binding>
}

export interface Reference {
  node: Node
  scope: Scope
  binding: Binding | null
}

export interface Binding {
  name: string
  scope: Scope
  /** The identifiers that declare it; more than one for overloads and merged declarations. */
  declarations: Node[]
  /** Every use, type positions and `export { name }` included. */
  references: Reference[]
}

export interface Scopes {
  program: Node
  module: Scope
  parents: Map<Node, Node>
  /** All references of the file, also those that nothing in the file declares. */
  references: Reference[]
  /** By identifier node. */
  referenceOf: Map<Node, Reference>
  scopeOf: Map<Node, Scope>
}

/** What a type of node means for scopes. */
interface Kind {
  opens: Scope['kind'] | null
  /** Takes parameters. */
  params: boolean
  /** Declares its `id` around itself. */
  named: boolean
}

const functions =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod|StaticBlock|TSModuleBlock)$/
const signatures =
  /^(TSDeclareFunction|TSDeclareMethod|TSFunctionType|TSConstructorType|TSMethodSignature|TSCallSignatureDeclaration|TSConstructSignatureDeclaration|TSIndexSignature|FunctionTypeAnnotation)$/
const blocks =
  /^(BlockStatement|ForStatement|ForInStatement|ForOfStatement|SwitchStatement|CatchClause|ClassExpression|ClassDeclaration)$/
const named =
  /^(ClassDeclaration|TSEnumDeclaration|TSModuleDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSImportEqualsDeclaration|FunctionDeclaration|TSDeclareFunction|TypeAlias|InterfaceDeclaration|OpaqueType|EnumDeclaration|DeclareFunction|DeclareClass|DeclareVariable)$/

const kinds = new Map<string, Kind>()

/** Remembered by type: a file has far more nodes than types. */
function kindOf(type: string): Kind {
  const known = kinds.get(type)
  if (known) return known
  const params = functions.test(type) || signatures.test(type)
  const kind: Kind = {
    opens: params ? 'function' : blocks.test(type) ? 'block' : null,
    params,
    named: named.test(type),
  }
  kinds.set(type, kind)
  return kind
}

/**
 * Scopes, declarations and references of one file, TypeScript included. Values and types share one name space here:
 * that can only make a name look taken or used that is not, never the reverse. Works without recursion, so that
 * nesting is limited by the parser alone.
 */
export function findScopes(program: Node): Scopes {
  const module: Scope = { kind: 'function', node: program, parent: null, bindings: new Map() }
  const scopes: Scopes = {
    program,
    module,
    parents: new Map(),
    references: [],
    referenceOf: new Map(),
    scopeOf: new Map([[program, module]]),
  }
  const declared = new Set<Node>()
  const names: { node: Node; scope: Scope }[] = []
  const stack: { node: Node; key: string; scope: Scope }[] = [{ node: program, key: '', scope: module }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node } = item
    const scope = openScope(node, item.scope, scopes)
    for (const [target, identifier] of declarationsOf(node, item.scope, scope)) {
      declared.add(identifier)
      declare(target, identifier)
    }
    const parent = scopes.parents.get(node)
    if (parent && isReference(node, item.key, parent) && !isReExport(scopes.parents.get(parent)))
      names.push({ node, scope: item.scope })
    const below: typeof stack = []
    eachChild(node, (child, key) => {
      scopes.parents.set(child, node)
      below.push({ node: child, key, scope })
    })
    // The stack gives back what was put last; reversed, so that references come in source order.
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as (typeof stack)[number])
  }
  for (const { node, scope } of names) {
    if (declared.has(node)) continue
    const binding = lookup(scope, nameOf(node) ?? '')
    const reference = { node, scope, binding }
    binding?.references.push(reference)
    scopes.references.push(reference)
    scopes.referenceOf.set(node, reference)
  }
  return scopes
}

/** The binding that a name means in a scope, null for globals. */
export function lookup(scope: Scope, name: string): Binding | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const binding = at.bindings.get(name)
    if (binding) return binding
  }
  return null
}

/** The scope in which the code of `node` runs. */
export function scopeAround(scopes: Scopes, node: Node): Scope {
  for (let at = scopes.parents.get(node); at; at = scopes.parents.get(at)) {
    const scope = scopes.scopeOf.get(at)
    if (scope) return scope
  }
  return scopes.module
}

function openScope(node: Node, outer: Scope, scopes: Scopes): Scope {
  const { opens } = kindOf(node.type)
  if (!opens) return outer
  const scope: Scope = { kind: opens, node, parent: outer, bindings: new Map() }
  scopes.scopeOf.set(node, scope)
  return scope
}

function declare(scope: Scope, identifier: Node): void {
  const name = nameOf(identifier) ?? ''
  const binding = scope.bindings.get(name)
  if (binding) binding.declarations.push(identifier)
  else scope.bindings.set(name, { name, scope, declarations: [identifier], references: [] })
}

/** What a node declares, each with its scope; `outer` is the scope around the node, `inner` the one it opens. */
function declarationsOf(node: Node, outer: Scope, inner: Scope): [Scope, Node][] {
  const kind = kindOf(node.type)
  const found: [Scope, Node][] = kind.named ? owned(outer, field(node, 'id')) : []
  switch (node.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return owned(outer, field(node, 'local'))
    case 'FunctionExpression':
    case 'ClassExpression':
      found.push(...owned(inner, field(node, 'id')))
  }
  if (kind.params) {
    for (const param of [...list(node, 'params'), ...list(node, 'parameters')])
      for (const identifier of patternNames(param)) found.push([inner, identifier])
  }
  if (node.type === 'CatchClause')
    for (const identifier of patternNames(field(node, 'param'))) found.push([inner, identifier])
  if (node.type === 'VariableDeclaration') {
    const target = text(node, 'kind') === 'var' ? functionScope(outer) : outer
    for (const declarator of list(node, 'declarations'))
      for (const identifier of patternNames(field(declarator, 'id'))) found.push([target, identifier])
  }
  return found
}

function owned(scope: Scope, identifier: Node | null): [Scope, Node][] {
  return identifier?.type === 'Identifier' ? [[scope, identifier]] : []
}

function functionScope(scope: Scope): Scope {
  let at = scope
  while (at.kind !== 'function' && at.parent) at = at.parent
  return at
}

/** The identifiers that a pattern declares. */
export function patternNames(pattern: Node | null): Node[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern]
    case 'ObjectPattern':
      return list(pattern, 'properties').flatMap((property) =>
        patternNames(field(property, property.type === 'RestElement' ? 'argument' : 'value')),
      )
    case 'ArrayPattern':
      return list(pattern, 'elements').flatMap(patternNames)
    case 'AssignmentPattern':
      return patternNames(field(pattern, 'left'))
    case 'RestElement':
      return patternNames(field(pattern, 'argument'))
    case 'TSParameterProperty':
      return patternNames(field(pattern, 'parameter'))
    default:
      return []
  }
}
