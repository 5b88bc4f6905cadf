import { field, type Node } from './ast.js'

/** Fields that hold a name which refers to nothing in scope, unless the node is computed. */
const keys = new Set([
  'ObjectProperty.key',
  'ObjectMethod.key',
  'ClassMethod.key',
  'ClassProperty.key',
  'ClassAccessorProperty.key',
  'TSPropertySignature.key',
  'TSMethodSignature.key',
  'TSDeclareMethod.key',
  'ObjectTypeProperty.key',
  'MemberExpression.property',
  'OptionalMemberExpression.property',
])

/** Fields that hold a name which refers to nothing in scope. */
const labels = new Set([
  'LabeledStatement.label',
  'BreakStatement.label',
  'ContinueStatement.label',
  'ImportSpecifier.imported',
  'ImportAttribute.key',
  'ExportSpecifier.exported',
  'ExportNamespaceSpecifier.exported',
  'ExportDefaultSpecifier.exported',
  'MetaProperty.meta',
  'MetaProperty.property',
  'PrivateName.id',
  'TSQualifiedName.right',
  'TSImportType.qualifier',
  'TSNamedTupleMember.label',
  'TSEnumMember.id',
  'EnumStringMember.id',
  'JSXAttribute.name',
  'JSXMemberExpression.property',
  'JSXNamespacedName.namespace',
  'JSXNamespacedName.name',
  'TSNamespaceExportDeclaration.id',
  'FunctionTypeParam.name',
])

/** True for an identifier in a position that refers to a binding (declaring positions are told apart elsewhere). */
export function isReference(node: Node, key: string, parent: Node): boolean {
  if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return false
  const place = `${parent.type}.${key}`
  if (labels.has(place)) return false
  if (keys.has(place)) return parent.computed === true
  return true
}

/** True for a specifier of `export { a } from 'b'`, whose names belong to the other module. */
export function isReExport(declaration: Node | undefined): boolean {
  return declaration?.type === 'ExportNamedDeclaration' && field(declaration, 'source') !== null
}
