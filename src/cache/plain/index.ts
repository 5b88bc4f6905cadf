import type { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import type { Workspace } from '../../workspace/types.js'
import { createDisk } from './disk.js'
import { propertyText, resultFact, valueFact } from './facts.js'
import { createModules } from './modules.js'
import { createOptions } from './options.js'
import { type Checked, check, counterpart, createSources } from './program.js'
import type { TypeFact, Types } from './types.js'

export type { Plain, TypeFact, Types } from './types.js'

/** Files that share a checker, since their tsconfigs agree on what decides a type. */
interface Group {
  files: Set<string>
  checked: Checked | null
  /** True once a program could not be made: some file nests deeper than the stack, and would again. */
  failed: boolean
}

/**
 * Answers questions about types. Nothing is parsed before the first question; then the asked files and what they
 * import are, and only the nodes that are asked about are checked.
 *
 * @param files the files that questions will be about; naming them saves a new program for each of them
 * @returns facts; where the checker cannot cope with broken code, they are `unknown`
 */
export function createTypes(workspace: Workspace, graph: Graph, files: Iterable<string> = []): Types {
  const tree = { ...workspace, root: workspace.root.replaceAll('\\', '/') }
  const disk = createDisk()
  const optionsOf = createOptions(tree, disk)
  const sources = createSources(workspace, graph, disk)
  const modules = createModules(tree, disk, optionsOf)
  const groups = new Map<string, Group>()
  const values = new WeakMap<ts.Node, TypeFact>()
  const results = new WeakMap<ts.Node, TypeFact>()
  let expected: Iterable<string> = files

  function groupOf(file: string): Group {
    const { key } = optionsOf(file)
    const group = groups.get(key) ?? { files: new Set(), checked: null, failed: false }
    groups.set(key, group)
    return group
  }

  /** The checker that knows a file, and the node as it knows it. */
  function locate<T extends ts.Node>(node: T): { checked: Checked; node: T } | null {
    for (const file of expected) groupOf(file).files.add(file)
    expected = []
    const file = node.getSourceFile().fileName
    const group = groupOf(file)
    if (group.failed) return null
    if (!group.checked?.program.getSourceFile(file)) {
      group.failed = true
      group.files.add(file)
      // What is asked about is parsed as the graph has it, so that its nodes are the checker's own.
      for (const name of group.files) graph.model(name)
      group.checked = check(tree.root, [...group.files], optionsOf(file).options, sources, modules)
      group.failed = false
    }
    const found = counterpart(group.checked.program, node) as T | null
    return found && { checked: group.checked, node: found }
  }

  function ask<T extends ts.Node>(
    known: WeakMap<ts.Node, TypeFact>,
    node: T,
    answer: (checked: Checked, node: T) => TypeFact,
  ): TypeFact {
    let fact = known.get(node)
    if (!fact) {
      fact = attempt(() => {
        const found = locate(node)
        return found && answer(found.checked, found.node)
      })
      known.set(node, fact)
    }
    return fact
  }

  return {
    value: (node) => ask(values, node, valueFact),
    property: (node, name) =>
      attempt(() => {
        const found = locate(node)
        return found && { ...nothing, text: propertyText(found.checked, found.node, name) }
      }).text,
    result: (node) => ask(results, node, resultFact),
  }
}

const nothing: TypeFact = {
  plain: 'unknown',
  why: 'its type could not be worked out',
  text: null,
  rich: [],
}

/** Code that does not compile can bring TypeScript's checker down; that must not end the run. */
function attempt(answer: () => TypeFact | null): TypeFact {
  try {
    return answer() ?? nothing
  } catch (error) {
    const isCheckers =
      error instanceof RangeError || (error instanceof Error && /^Debug Failure/.test(error.message))
    if (!isCheckers) throw error
    return nothing
  }
}
