import { ts } from '@ts-morph/common'
import { awaited, isTopLevel, textOf } from './annotation.js'
import { causeOf } from './cause.js'
import { type Judgement, judge } from './judge.js'
import type { Checked } from './program.js'
import { callText, namedCall } from './return-type.js'
import { spell } from './spell.js'
import type { TypeFact } from './types.js'

/** What is known of a value. */
export function valueFact(checked: Checked, node: ts.Expression | ts.ParameterDeclaration): TypeFact {
  const { checker } = checked
  const place = ts.isParameter(node) ? node.name : node
  const type = widened(checker, place, checker.getTypeAtLocation(place))
  const text = isJavaScript(node) ? null : valueText(checked, node, type)
  return { ...judge(checked, type, node), text }
}

/** What is known of what a function gives, promises resolved. */
export function resultFact(checked: Checked, node: ts.Node): TypeFact {
  const { checker } = checked
  const signatures = signaturesOf(checker, node)
  const [first] = signatures
  if (first === undefined) return noFunction(checked, node)
  const types = signatures.map((signature) => awaitedType(checker, signature))
  const judged = signatures.map((signature, index) =>
    judge(checked, types[index] ?? checker.getUndefinedType(), signature.declaration ?? node),
  )
  const text = isJavaScript(node) || signatures.length > 1 ? null : resultText(checked, node, first)
  return { ...worst(judged), text }
}

/** The type of a property of a value, promises resolved; null where there is none or it is `any`. */
export function propertyText({ checker }: Checked, node: ts.Expression, name: string): string | null {
  const type = checker.getTypeAtLocation(node)
  const property = checker.getPropertyOfType(checker.getAwaitedType(type) ?? type, name)
  if (!property) return null
  const found = checker.getTypeOfSymbolAtLocation(property, node)
  return found.flags & ts.TypeFlags.Any ? null : checker.typeToString(found)
}

/** The type of `const x = 'a'` is that one string; a parameter for it is a `string`. */
function widened(checker: ts.TypeChecker, node: ts.Node, type: ts.Type): ts.Type {
  if (type.isUnion()) return type
  if (ts.isLiteralExpression(node) || isBoolean(node)) return checker.getBaseTypeOfLiteralType(type)
  const symbol = ts.isIdentifier(node) ? symbolOf(checker, node) : undefined
  if (!symbol) return type
  // Only what was written as a literal is fresh; `as const` and annotations mean the literal.
  const declared = checker.getTypeOfSymbol(symbol) as ts.FreshableType
  const isFresh = declared.freshType === declared && declared.regularType === type
  return isFresh ? checker.getBaseTypeOfLiteralType(type) : type
}

function isBoolean({ kind }: ts.Node): boolean {
  return kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword
}

function symbolOf(checker: ts.TypeChecker, name: ts.Identifier): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name)
}

function valueText(
  checked: Checked,
  node: ts.Expression | ts.ParameterDeclaration,
  type: ts.Type,
): string | null {
  const declared = declarationOf(checked.checker, node)
  return (
    (declared?.type && annotated(checked, declared, declared.type, type)) ??
    spell(checked, type, node.getSourceFile()) ??
    (declared && ts.isVariableDeclaration(declared) && declared.initializer
      ? callText(checked, declared.initializer, type)
      : null)
  )
}

type Declared = ts.VariableDeclaration | ts.ParameterDeclaration

/** The variable or parameter of the same file that a name is declared as, unless it was taken apart there. */
function declarationOf(
  checker: ts.TypeChecker,
  node: ts.Expression | ts.ParameterDeclaration,
): Declared | null {
  if (ts.isParameter(node)) return node
  if (!ts.isIdentifier(node)) return null
  const declaration = symbolOf(checker, node)?.valueDeclaration
  if (!declaration || declaration.getSourceFile() !== node.getSourceFile()) return null
  return ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) ? declaration : null
}

/** The annotation as it is written; what the code around the place has ruled out is taken from it. */
function annotated(
  checked: Checked,
  declared: Declared,
  annotation: ts.TypeNode,
  type: ts.Type,
): string | null {
  const { checker } = checked
  if (!isTopLevel(checker, annotation)) return null
  const optional = ts.isParameter(declared) && declared.questionToken !== undefined
  const whole = checker.getTypeAtLocation(declared.name)
  if (type === whole) return textOf(annotation, optional)
  if (type === checker.getTypeAtLocation(annotation)) return textOf(annotation, false)
  const spelled = spell(checked, type, annotation.getSourceFile())
  if (spelled !== null || type !== checker.getNonNullableType(whole)) return spelled
  return `NonNullable<${annotation.getText()}>`
}

function signaturesOf(checker: ts.TypeChecker, node: ts.Node): readonly ts.Signature[] {
  const declared = ts.isFunctionLike(node) ? checker.getSignatureFromDeclaration(node) : undefined
  if (declared) return [declared]
  return checker.getSignaturesOfType(checker.getTypeAtLocation(node), ts.SignatureKind.Call)
}

function awaitedType(checker: ts.TypeChecker, signature: ts.Signature): ts.Type {
  const type = checker.getReturnTypeOfSignature(signature)
  return checker.getAwaitedType(type) ?? type
}

function noFunction(checked: Checked, node: ts.Node): TypeFact {
  const cause = causeOf(checked, node)
  const why = cause === null ? 'no function with a type stands there' : `its type ${cause}`
  return { plain: 'unknown', why, text: null, rich: [] }
}

function worst(judged: Judgement[]): Judgement {
  const bad = judged.find(({ plain }) => plain === 'no') ?? judged.find(({ plain }) => plain === 'unknown')
  const rich = [...new Set(judged.flatMap((judgement) => judgement.rich))].sort()
  return { plain: bad?.plain ?? 'yes', why: bad?.why ?? '', rich }
}

function resultText(checked: Checked, node: ts.Node, signature: ts.Signature): string | null {
  const { checker } = checked
  const source = node.getSourceFile()
  const annotation = signature.declaration?.type
  if (annotation && annotation.getSourceFile() === source && ts.isTypeNode(annotation)) {
    const text = annotatedResult(checker, annotation)
    if (text !== null) return text
  }
  const spelled = spell(checked, awaitedType(checker, signature), source)
  return spelled ?? (ts.isExpression(node) && !ts.isFunctionLike(node) ? namedCall(checked, node) : null)
}

function annotatedResult(checker: ts.TypeChecker, annotation: ts.TypeNode): string | null {
  if (!isTopLevel(checker, annotation)) return null
  const inner = awaited(annotation)
  const type = checker.getTypeAtLocation(inner)
  // An alias can stand for a promise.
  return checker.getAwaitedType(type) === type ? inner.getText() : `Awaited<${inner.getText()}>`
}

function isJavaScript(node: ts.Node): boolean {
  return /\.[cm]?jsx?$/.test(node.getSourceFile().fileName)
}
