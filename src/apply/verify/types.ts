/** An error of the type checker, in a text before or after the edits. */
export interface TypeProblem {
  file: string
  /** 1-based, in the text that was checked. */
  line: number
  /** 1-based, UTF-16 code units. */
  column: number
  /** `TS2554`. */
  code: string
  message: string
}

/** What was checked, with which compiler, and how many errors there were. */
export interface CheckedConfig {
  /** Path of the tsconfig or jsconfig. */
  config: string
  /** Version of TypeScript. */
  typescript: string
  /** `project`: the one installed there; `retag`: the one that retag brings, as there is none that fits. */
  compiler: 'project' | 'retag'
  before: number
  after: number
  /** Imports, by name, that could not be resolved: what depends on them was not checked. */
  unresolved: string[]
}

/** A decision that was taken back, as its edit makes errors that were not there. */
export interface RolledBack {
  /** Id of the decision. */
  decision: string
  /** What the checker said of the edit; empty for one that only follows another. */
  errors: TypeProblem[]
}

/** What the type checker said before and after. Lists are sorted; there are no times in it. */
export interface Verification {
  /** Errors in the projects that were checked. */
  before: number
  after: number
  /** Errors that the edits removed. */
  fixed: number
  /** Errors that are new, and whose cause could not be taken back: none, but where the checker contradicts itself. */
  added: TypeProblem[]
  configs: CheckedConfig[]
  /** Configs and changed files that were not checked, and why. */
  unchecked: { file: string; reason: string }[]
  rolledBack: RolledBack[]
}
