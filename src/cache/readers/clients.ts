import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { isUnit, type Unit } from '../../graph/types.js'
import { nodeIndex } from './index-file.js'
import { type Package, packageOf } from './packages.js'

/** A client of a database or an SDK, and the package that it comes from. */
export interface Client {
  kind: Package
  package: string
}

const maxDepth = 5

/** What a unit holds or returns, where that is made by a package that reads data: `globalThis.db ?? new PrismaClient()`. */
export function createClients(graph: Graph): (unit: Unit) => Client | null {
  const known = new Map<Unit, Client | null>()

  const clientOf = (unit: Unit, depth: number): Client | null => {
    const found = known.get(unit)
    if (found !== undefined) return found
    known.set(unit, null)
    const made = depth > maxDepth ? null : find(unit, depth)
    known.set(unit, made)
    return made
  }

  const find = (unit: Unit, depth: number): Client | null => {
    const model = graph.model(unit.file)
    if (!model || !unit.node) return aliased(unit, depth)
    const index = nodeIndex(model)
    const visit = (node: ts.Node): Client | undefined => {
      const isMade = ts.isCallExpression(node) || ts.isNewExpression(node)
      const made = isMade ? madeBy(index.referencesAt(node.expression), unit.file, depth) : null
      return made ?? ts.forEachChild(node, visit)
    }
    return visit(unit.node) ?? aliased(unit, depth)
  }

  const madeBy = (
    references: ReturnType<ReturnType<typeof nodeIndex>['referencesAt']>,
    from: string,
    depth: number,
  ): Client | null => {
    for (const { path } of references) {
      if (!isUnit(path.root) && graph.resolveModule(path.root.specifier, from) === null) {
        const kind = packageOf({
          ...path.root,
          name: path.root.name === '*' ? (path.members[0] ?? '*') : path.root.name,
        })
        if (kind === 'database' || kind === 'content') return { kind, package: path.root.specifier }
        continue
      }
      const landing = land(graph, path, from)
      const found = landing && landing.unit.kind !== 'api' ? clientOf(landing.unit, depth + 1) : null
      if (found) return found
    }
    return null
  }

  const aliased = (unit: Unit, depth: number): Client | null => {
    if (!unit.alias) return null
    const landing = land(graph, unit.alias, unit.file)
    return landing && landing.unit !== unit && landing.unit.kind !== 'api'
      ? clientOf(landing.unit, depth + 1)
      : null
  }

  return (unit) => clientOf(unit, 0)
}
