/**
 * A syntax node as jscodeshift's Babel parsers make it. Only what is common to all nodes is typed; the rest is read
 * with the helpers below, which check at run time what they hand out.
 */
export interface Node {
  type: string
  /** UTF-16 offset of the first code unit. */
  start: number
  /** UTF-16 offset behind the last code unit. */
  end: number
  [key: string]: unknown
}

export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Node).type === 'string' &&
    typeof (value as Node).start === 'number'
  )
}

/** The node in a field, null where there is none. */
export function field(node: Node, name: string): Node | null {
  const value = node[name]
  return isNode(value) ? value : null
}

/** The nodes of a list field; holes (`[, a]`) are left out. */
export function list(node: Node, name: string): Node[] {
  const value = node[name]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** A text field (`name`, `value`, `kind`, `importKind`), null where there is none. */
export function text(node: Node, name: string): string | null {
  const value = node[name]
  return typeof value === 'string' ? value : null
}

/** Name of an identifier, value of a string literal, null for everything else (`import { "a-b" as c }`). */
export function nameOf(node: Node | null): string | null {
  if (!node) return null
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return text(node, 'name')
  return stringOf(node)
}

/** Value of a string literal or of a template without substitutions, null for everything else. */
export function stringOf(node: Node | null): string | null {
  if (!node) return null
  if (node.type === 'StringLiteral' || node.type === 'Literal') return text(node, 'value')
  if (node.type !== 'TemplateLiteral' || list(node, 'expressions').length > 0) return null
  const quasi = list(node, 'quasis')[0]
  const value = quasi?.value as { cooked?: unknown } | undefined
  return typeof value?.cooked === 'string' ? value.cooked : null
}

const notChildren = new Set([
  'loc',
  'extra',
  'tokens',
  'comments',
  'errors',
  'leadingComments',
  'innerComments',
  'trailingComments',
])

/** Calls `visit` for each child node in source order of the fields. */
export function eachChild(node: Node, visit: (child: Node, key: string) => void): void {
  for (const key in node) {
    if (notChildren.has(key)) continue
    const value = node[key]
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, key)
    } else if (isNode(value)) visit(value, key)
  }
}

const casts = new Set([
  'TSAsExpression',
  'TSTypeAssertion',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSInstantiationExpression',
  'ParenthesizedExpression',
  'TypeCastExpression',
])

/** True for expressions that exist for the type checker only: `x as T`, `<T>x`, `x!`, `x satisfies T`. */
export function isCast(node: Node): boolean {
  return casts.has(node.type)
}

/** The expression below all casts. */
export function withoutCasts(node: Node): Node {
  let inner = node
  while (isCast(inner)) {
    const next = field(inner, 'expression')
    if (!next) return inner
    inner = next
  }
  return inner
}

export function isMember(node: Node): boolean {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'
}

export function isCall(node: Node): boolean {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression'
}

/** The name a member expression asks for (`a.b`, `a['b']`), null for `a[b]`. */
export function memberName(node: Node): string | null {
  if (!isMember(node)) return null
  const property = field(node, 'property')
  return node.computed === true ? stringOf(property) : nameOf(property)
}
