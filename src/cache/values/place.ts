import type { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import type { FileModel } from '../../graph/types.js'

/** A function that was entered, and what its caller gave; frames make parameters values, not names. */
export interface Frame {
  of: ts.Node
  /** By index; null for what a spread hides. */
  given: (Place | null)[]
  /** The frame that the function was declared in. */
  outer: Frame | null
  /** How many calls deep it is. */
  depth: number
}

/** A name of a package outside the tree; members as in `Path`: `()` the result of a call, `#` an instance. */
export interface External {
  specifier: string
  /** Exported name, `default` or `*`. */
  name: string
  members: string[]
}

/** A node that gives a value, with what the parameters around it were given. */
export interface Place {
  node: ts.Node
  /** Null where no function was entered: the code in which the question was asked, or the top of a module. */
  frame: Frame | null
  /** What a rest parameter received. */
  rest?: (Place | null)[]
  /** A text that no node spells: the key of an object. */
  text?: string
  /** Set where the value comes from outside the tree. */
  external?: External
}

/** One question in progress: where it was asked, and how much work may still go into it. */
export interface Look {
  graph: Graph
  /** The file in which it was asked. */
  source: ts.SourceFile
  /** Steps that were taken, and how many may be. */
  steps: number
  limit: number
  /** How many answers are being looked for inside each other. */
  depth: number
}

/** Real values are a few steps away; code that needs more would make the analysis slow, not better. */
const maxWork = 4000
export const maxDepth = 40
export const maxCalls = 12
/** Far below what the stack of Node.js holds. */
const maxNesting = 160

export function lookFrom(graph: Graph, node: ts.Node, limit = maxWork): Look {
  return { graph, source: node.getSourceFile(), steps: 0, limit, depth: 0 }
}

/** Counts one step; false when the question has become too dear. */
export function spend(look: Look): boolean {
  look.steps++
  return look.steps <= look.limit
}

/** Looks for an answer inside another; `otherwise` where that goes too deep. */
export function nested<T>(look: Look, find: () => T, otherwise: T): T {
  if (look.depth >= maxNesting) return otherwise
  look.depth++
  const found = find()
  look.depth--
  return found
}

export function modelOf(look: Look, node: ts.Node): FileModel | null {
  return look.graph.model(node.getSourceFile().fileName)
}
