import { ts } from '@ts-morph/common'

/** Whether all names in an annotation mean the same at the top level of the file as where it stands. */
export function isTopLevel(checker: ts.TypeChecker, annotation: ts.TypeNode): boolean {
  const source = annotation.getSourceFile()
  const holds = (node: ts.Node): boolean => {
    if (node.kind === ts.SyntaxKind.ThisType || ts.isTypePredicateNode(node)) return false
    if (ts.isIdentifier(node) && isRoot(node)) {
      const declared = checker.getSymbolAtLocation(node)?.declarations ?? []
      if (!declared.every((at) => isReachable(at))) return false
    }
    return ts.forEachChild(node, (child) => !holds(child)) !== true
  }
  const isReachable = (declaration: ts.Node): boolean => {
    if (declaration.getSourceFile() !== source || isWithin(declaration, annotation)) return true
    return isAtTop(declaration)
  }
  return holds(annotation)
}

/** The first name of a chain; what follows is looked up in it. */
function isRoot(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isQualifiedName(parent)) return parent.left === name
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name
  return !ts.isPropertySignature(parent) && !ts.isMethodSignature(parent) && !ts.isNamedTupleMember(parent)
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end
}

/** A declaration whose name the whole file sees. */
function isAtTop(node: ts.Node): boolean {
  if (ts.isTypeParameterDeclaration(node) || ts.isParameter(node)) return false
  for (let at = node.parent; at && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionLike(at) || ts.isBlock(at) || ts.isModuleBlock(at) || ts.isClassLike(at)) return false
  }
  return true
}

/** `X` of `Promise<X>`; the annotation itself where it is no promise. */
export function awaited(annotation: ts.TypeNode): ts.TypeNode {
  const isPromise =
    ts.isTypeReferenceNode(annotation) &&
    ts.isIdentifier(annotation.typeName) &&
    annotation.typeName.text === 'Promise'
  return (isPromise && annotation.typeArguments?.[0]) || annotation
}

/** The text of an annotation, with `| undefined` where the name may be left out. */
export function textOf(annotation: ts.TypeNode, optional: boolean): string {
  const text = annotation.getText()
  if (!optional || includesUndefined(annotation)) return text
  const binds = ts.isFunctionTypeNode(annotation) || ts.isConstructorTypeNode(annotation)
  const needsParentheses = binds || ts.isConditionalTypeNode(annotation) || ts.isInferTypeNode(annotation)
  return needsParentheses ? `(${text}) | undefined` : `${text} | undefined`
}

function includesUndefined(node: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(node)) return node.types.some(includesUndefined)
  return (
    node.kind === ts.SyntaxKind.UndefinedKeyword ||
    node.kind === ts.SyntaxKind.AnyKeyword ||
    node.kind === ts.SyntaxKind.UnknownKeyword
  )
}
