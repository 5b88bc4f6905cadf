import { ts } from '@ts-morph/common'
import type { Declarations } from '../declare/index.js'
import { type Declaration, lookup } from '../scopes.js'
import { bare, bareType, importedBy, isFunction, isStatic } from '../syntax.js'
import type { Path } from '../types.js'

const maxDepth = 20

/** Turns the expressions and type annotations of one file into chains from a unit or an import. */
export interface Paths {
  /** The chain that an expression is; null when it is not one, or its root is unknown. */
  pathOf(expression: ts.Expression): Path | null
  namePath(name: ts.Identifier): Path | null
  /** An instance of an annotated class, or what `typeof x` stands for. */
  typePath(annotation: ts.TypeNode): Path | null
}

export function createPaths({ scopes, unitOf }: Declarations): Paths {
  const declarationPath = (declaration: Declaration, depth: number): Path | null => {
    if (declaration.kind === 'unit') return { root: declaration.unit, members: declaration.members }
    if (declaration.kind === 'import') return { root: declaration.root, members: [] }
    if (declaration.kind === 'alias') return extend(aliasPath(declaration, depth + 1), declaration.members)
    if (declaration.kind === 'typed')
      return extend(typePath(declaration.type, depth + 1), declaration.members)
    return null
  }

  const aliasPath = ({ of, type }: Declaration & { kind: 'alias' }, depth: number): Path | null => {
    const given = pathOf(of, depth)
    const typed = type ? typePath(type, depth) : null
    return given && typed ? { ...given, or: typed } : (given ?? typed)
  }

  const namePath = (name: ts.Identifier, depth: number): Path | null => {
    const declaration = lookup(scopes, name.text, name)
    return declaration ? declarationPath(declaration, depth) : null
  }

  /** The chain that an expression is; null when it is not one, or its root is unknown. */
  const pathOf = (expression: ts.Expression, depth = 0): Path | null => {
    if (depth > maxDepth) return null
    const node = bare(expression)
    if (ts.isIdentifier(node)) return namePath(node, depth)
    if (ts.isPropertyAccessExpression(node))
      return extend(pathOf(node.expression, depth + 1), [node.name.text])
    if (ts.isElementAccessExpression(node)) {
      const key = ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : '[]'
      return extend(pathOf(node.expression, depth + 1), [key])
    }
    if (ts.isCallExpression(node)) {
      const specifier = importedBy(node)
      if (specifier !== null) return { root: { specifier, name: '*' }, members: [] }
      return extend(pathOf(node.expression, depth + 1), ['()'])
    }
    if (ts.isNewExpression(node)) return extend(pathOf(node.expression, depth + 1), ['#'])
    if (node.kind === ts.SyntaxKind.ThisKeyword) return thisPath(node)
    if (node.kind === ts.SyntaxKind.SuperKeyword) {
      const own = thisPath(node)
      const unit = own && 'kind' in own.root ? own.root : null
      return unit?.base && own ? extend(unit.base, own.members) : null
    }
    return null
  }

  const thisPath = (node: ts.Node): Path | null => {
    for (let current = node.parent; current; current = current.parent) {
      if (ts.isClassStaticBlockDeclaration(current)) return classPath(current.parent, [])
      if (ts.isPropertyDeclaration(current)) return classPath(current.parent, isStatic(current) ? [] : ['#'])
      if (!isFunction(current) || ts.isArrowFunction(current)) continue
      if (ts.isClassLike(current.parent)) {
        return classPath(current.parent, isStatic(current as ts.ClassElement) ? [] : ['#'])
      }
      const holder = ts.isPropertyAssignment(current.parent) ? current.parent.parent : current.parent
      const unit = unitOf.get(holder)
      return unit?.kind === 'object' ? { root: unit, members: [] } : null
    }
    return null
  }

  const classPath = (node: ts.Node, members: string[]): Path | null => {
    const unit = unitOf.get(node)
    return unit ? { root: unit, members } : null
  }

  /** An instance of an annotated class, or what `typeof x` stands for. */
  const typePath = (annotation: ts.TypeNode, depth = 0): Path | null => {
    // A parameter may have the name of its own type: `(Panel: Panel) => ...`.
    if (depth > maxDepth) return null
    const type = bareType(annotation)
    if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) {
      return extend(namePath(type.typeName, depth), ['#'])
    }
    if (ts.isTypeQueryNode(type) && ts.isIdentifier(type.exprName)) return namePath(type.exprName, depth)
    return null
  }

  return { pathOf, namePath: (name) => namePath(name, 0), typePath }
}

function extend(path: Path | null, members: string[]): Path | null {
  if (!path) return null
  const made: Path = { root: path.root, members: [...path.members, ...members] }
  return path.or ? { ...made, or: extend(path.or, members) } : made
}
