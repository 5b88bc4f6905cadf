import { ts } from '@ts-morph/common'
import { whyWithout } from './modules.js'
import type { Checked } from './program.js'

/** A chain of names longer than this explains nothing to a person. */
const maxSteps = 400

/**
 * Why a node has no type: the import without types that it goes back to.
 *
 * @returns the end of a sentence that begins with `its type`: `comes from "pg", which is not installed`; null when no
 *   import is to blame
 */
export function causeOf({ checker, program, modules }: Checked, origin: ts.Node): string | null {
  const seen = new Set<ts.Node>()

  const first = (nodes: Iterable<ts.Node | undefined>): string | null => {
    for (const node of nodes) {
      const found = node ? trace(node) : null
      if (found !== null) return found
    }
    return null
  }

  function trace(node: ts.Node): string | null {
    if (seen.has(node) || seen.size > maxSteps) return null
    seen.add(node)
    if (ts.isIdentifier(node)) return traceName(node)
    if (ts.isFunctionLike(node)) return node.type ? trace(node.type) : first(returned(node))
    if (isNamed(node)) return traceNamed(node)
    if (ts.isBindingElement(node)) return traceBinding(node)
    if (ts.isPropertyAssignment(node)) return trace(node.initializer)
    if (ts.isShorthandPropertyAssignment(node)) return trace(node.name)
    if (ts.isPropertyAccessExpression(node) || ts.isQualifiedName(node)) {
      return ts.isQualifiedName(node) ? first([node.left, node.right]) : first([node.expression, node.name])
    }
    if (ts.isCallExpression(node) && givesAny(node)) return null
    if (ts.isImportTypeNode(node)) return traceImportType(node)
    if (ts.isStatement(node) && !isDeclaration(node)) return null
    return first(children(node))
  }

  function traceNamed(node: Named): string | null {
    if (node.type) return trace(node.type)
    if (!ts.isPropertySignature(node) && node.initializer) return trace(node.initializer)
    const loop = ts.isVariableDeclaration(node) ? node.parent.parent : null
    if (loop && ts.isForOfStatement(loop)) return trace(loop.expression)
    if (ts.isVariableDeclaration(node)) return first(assigned(node))
    // The type of a callback's parameter comes from whom it is handed to.
    const call = ts.isParameter(node) ? node.parent.parent : null
    return call && ts.isCallExpression(call) ? trace(call.expression) : null
  }

  function traceBinding(node: ts.BindingElement): string | null {
    const holder = node.parent.parent
    return first([node.initializer, holder])
  }

  function traceName(name: ts.Identifier): string | null {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name)
    if (!symbol) return null
    if (symbol.flags & ts.SymbolFlags.Alias) return traceAlias(symbol)
    return first((symbol.declarations ?? []).filter((node) => !isLib(node)))
  }

  function traceAlias(symbol: ts.Symbol): string | null {
    const target = checker.getAliasedSymbol(symbol)
    if (!checker.isUnknownSymbol(target)) {
      return first((target.declarations ?? []).filter((node) => !isLib(node) && !ts.isSourceFile(node)))
    }
    for (const node of symbol.declarations ?? []) {
      const specifier = specifierOf(node)
      const found = specifier ? blame(specifier) : null
      if (found !== null) return found
      const named = specifier && exportedFrom(specifier, node)
      const further =
        named && named !== symbol && named.flags & ts.SymbolFlags.Alias ? traceAlias(named) : null
      if (further !== null) return further
    }
    return null
  }

  /** The export of a module of the tree that a specifier names: it may itself lead on to a missing package. */
  function exportedFrom(specifier: ts.StringLiteralLike, node: ts.Node): ts.Symbol | null {
    const module = checker.getSymbolAtLocation(specifier)
    const name = ts.isImportOrExportSpecifier(node) ? (node.propertyName ?? node.name).text : 'default'
    return module?.exports?.get(ts.escapeLeadingUnderscores(name)) ?? null
  }

  function traceImportType(node: ts.ImportTypeNode): string | null {
    const literal = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : null
    return literal && ts.isStringLiteral(literal) ? blame(literal) : null
  }

  function blame(specifier: ts.StringLiteralLike): string | null {
    const found = modules.found(specifier.text, specifier.getSourceFile().fileName)
    return found === 'found' ? null : whyWithout(specifier.text, found)
  }

  /** `JSON.parse(x)` and `response.json()` are `any` by themselves, whatever they were given. */
  function givesAny(call: ts.CallExpression): boolean {
    const declaration = checker.getResolvedSignature(call)?.declaration
    return (
      declaration !== undefined && isLib(declaration) && /\bany>?$/.test(declaration.type?.getText() ?? '')
    )
  }

  function isLib(node: ts.Node): boolean {
    return program.isSourceFileDefaultLibrary(node.getSourceFile())
  }

  return trace(origin)
}

type Named = ts.VariableDeclaration | ts.ParameterDeclaration | ts.PropertyDeclaration | ts.PropertySignature

function isNamed(node: ts.Node): node is Named {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node)
  )
}

function isDeclaration(node: ts.Node): boolean {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)
}

function children(node: ts.Node): ts.Node[] {
  // The members of an interface are looked at when their own types are asked for.
  if (ts.isInterfaceDeclaration(node) || ts.isClassLike(node)) return [...(node.heritageClauses ?? [])]
  if (ts.isTypeAliasDeclaration(node)) return [node.type]
  const found: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    found.push(child)
  })
  return found
}

/** What a function without an annotation returns. */
export function returned(node: ts.SignatureDeclaration): ts.Expression[] {
  const body = 'body' in node ? node.body : undefined
  if (!body) return []
  if (!ts.isBlock(body)) return [body as ts.Expression]
  const found: ts.Expression[] = []
  const walk = (at: ts.Node): void => {
    if (ts.isReturnStatement(at) && at.expression) found.push(at.expression)
    if (!ts.isFunctionLike(at) && !ts.isClassLike(at)) ts.forEachChild(at, walk)
  }
  ts.forEachChild(body, walk)
  return found
}

/** What a `let x` without a type is given later. */
function assigned({ name, parent }: ts.VariableDeclaration): ts.Expression[] {
  const found: ts.Expression[] = []
  const walk = (at: ts.Node): void => {
    const isAssignment = ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.EqualsToken
    if (isAssignment && ts.isIdentifier(at.left) && ts.isIdentifier(name) && at.left.text === name.text) {
      found.push(at.right)
    }
    ts.forEachChild(at, walk)
  }
  walk(ts.findAncestor(parent, (at) => ts.isBlock(at) || ts.isSourceFile(at)) ?? parent)
  return found
}

/** The module that an import or a re-export names. */
function specifierOf(node: ts.Node): ts.StringLiteralLike | null {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at)) {
      return at.moduleSpecifier && ts.isStringLiteralLike(at.moduleSpecifier) ? at.moduleSpecifier : null
    }
    if (ts.isImportEqualsDeclaration(at)) {
      const reference = at.moduleReference
      const named = ts.isExternalModuleReference(reference) ? reference.expression : null
      return named && ts.isStringLiteralLike(named) ? named : null
    }
  }
  return null
}
