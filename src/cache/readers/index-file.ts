import type { ts } from '@ts-morph/common'
import type { FileModel, Reference, Unit } from '../../graph/types.js'

/** A file model by node: what stands where, and what refers to what there. */
export interface NodeIndex {
  unitAt(node: ts.Node): Unit | undefined
  referencesAt(node: ts.Node): readonly Reference[]
}

const none: readonly Reference[] = []
const indexes = new WeakMap<FileModel, NodeIndex>()

export function nodeIndex(model: FileModel): NodeIndex {
  const known = indexes.get(model)
  if (known) return known
  const units = new Map<ts.Node, Unit>()
  for (const unit of model.units) if (unit.node && !units.has(unit.node)) units.set(unit.node, unit)
  const references = new Map<ts.Node, Reference[]>()
  for (const reference of model.references) {
    const here = references.get(reference.node)
    if (here) here.push(reference)
    else references.set(reference.node, [reference])
  }
  const index: NodeIndex = {
    unitAt: (node) => units.get(node),
    referencesAt: (node) => references.get(node) ?? none,
  }
  indexes.set(model, index)
  return index
}
