import { ts } from '@ts-morph/common'
import type { Checked } from './program.js'
import { isStandIn } from './stand-ins.js'

/**
 * A type as source text that means the same at the top level of a file.
 *
 * @returns null when a name in it is not visible there, or when it is not fully known (`any` inside)
 */
export function spell({ checker, program }: Checked, type: ts.Type, source: ts.SourceFile): string | null {
  const flags =
    ts.NodeBuilderFlags.NoTruncation |
    (singleQuotes(source) ? ts.NodeBuilderFlags.UseSingleQuotesForStringLiteralType : 0)
  const node = checker.typeToTypeNode(type, source, flags)
  if (!node || !isVisible(node)) return null
  const text = ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, node, source)
  // The printer knows one style for object types; `{ a: string }` is how most people write them.
  return /['"`][^'"`]*; }/.test(text) ? text : text.replaceAll('; }', ' }')

  function isVisible(at: ts.Node, own: ReadonlySet<string> = new Set()): boolean {
    if (at.kind === ts.SyntaxKind.AnyKeyword || at.kind === ts.SyntaxKind.ThisType) return false
    if (ts.isImportTypeNode(at) || ts.isTypePredicateNode(at)) return false
    const inner = new Set(own)
    for (const parameter of typeParametersOf(at)) inner.add(parameter.name.text)
    const name = nameOf(at)
    if (name && !inner.has(name.text) && !means(name)) return false
    return ts.forEachChild(at, (child) => !isVisible(child, inner)) !== true
  }

  /** Whether the name at the top level is the very thing that the type names. */
  function means(name: ts.Identifier): boolean {
    const meaning =
      ts.SymbolFlags.Type | ts.SymbolFlags.Namespace | ts.SymbolFlags.Value | ts.SymbolFlags.Alias
    const { symbol } = name as ts.Identifier & { symbol?: ts.Symbol }
    const candidates = [ts.SymbolFlags.Type, ts.SymbolFlags.Namespace, ts.SymbolFlags.Value, meaning]
      .map((flag) => checker.resolveName(name.text, source, flag, false))
      .filter((found) => found !== undefined)
      .filter((found) => !found.declarations?.every((node) => isForeignGlobal(node)))
    if (!symbol) return candidates.length > 0
    return candidates.some((found) => unaliased(found) === unaliased(symbol))
  }

  function unaliased(symbol: ts.Symbol): ts.Symbol {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return checker.getExportSymbolOfSymbol(checker.getMergedSymbol(target))
  }

  function isForeignGlobal(node: ts.Node): boolean {
    const file = node.getSourceFile()
    return isStandIn(file.fileName) && !program.isSourceFileDefaultLibrary(file)
  }
}

/** The first name of a type reference: `Prisma` in `Prisma.User`. */
function nameOf(node: ts.Node): ts.Identifier | null {
  let name: ts.Node | null = null
  if (ts.isTypeReferenceNode(node)) name = node.typeName
  else if (ts.isTypeQueryNode(node)) name = node.exprName
  else if (ts.isExpressionWithTypeArguments(node)) name = node.expression
  else if (ts.isComputedPropertyName(node)) name = node.expression
  while (name && (ts.isQualifiedName(name) || ts.isPropertyAccessExpression(name)))
    name = ts.isQualifiedName(name) ? name.left : name.expression
  return name && ts.isIdentifier(name) ? name : null
}

/** Type parameters that a part of a type brings along: of a mapped type, a function type, an `infer`. */
export function typeParametersOf(node: ts.Node): readonly ts.TypeParameterDeclaration[] {
  if (ts.isMappedTypeNode(node)) return [node.typeParameter]
  if (ts.isFunctionLike(node)) return (node.typeParameters ?? []) as readonly ts.TypeParameterDeclaration[]
  return []
}

function singleQuotes(source: ts.SourceFile): boolean {
  const first = source.statements.find(ts.isImportDeclaration)
  return first === undefined || source.text[first.moduleSpecifier.end - 1] !== '"'
}
