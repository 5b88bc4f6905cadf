import type { CallSite } from '../cache/call-sites.js'
import type { Choices } from '../config/types.js'
import type { Context, Evidence, Reach } from '../context/types.js'
import type { Graph } from '../graph/graph.js'
import type { Unit } from '../graph/types.js'
import type { Workspace } from '../workspace/types.js'
import type { Decision, Finding } from './types.js'

/** A call site with all that is known of who can run it. */
export interface TracedSite {
  site: CallSite
  evidence: Evidence[]
  /** In the order of the design's list. */
  contexts: Context[]
  reach: Reach
  /** Units of tests that reach it. */
  tests: Unit[]
}

/** The facts and the choices of a run: what every planner works from. */
export interface PlanInput {
  workspace: Workspace
  graph: Graph
  choices: Choices
  /** Call sites in the selected files, by file and position. */
  sites: TracedSite[]
}

export interface Planned {
  decisions: Decision[]
  findings: Finding[]
}

/** One transform's part of the plan: pure, no I/O. `earlier` are the decisions of the transforms before it. */
export type Planner = (input: PlanInput, earlier: readonly Decision[]) => Planned
