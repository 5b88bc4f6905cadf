import type { Folders } from './folders.js'
import type { Limits, Settings } from './types.js'

/** What a repository is doing. */
export type Phase =
  | 'cloning'
  | 'deciding'
  | 'verifying'
  | 'committing'
  | 'pushing'
  | 'opening the pull request'

export interface RepositoryContext {
  settings: Settings
  limits: Pick<Limits, 'memory' | 'timeout' | 'backoff'>
  folders: Folders
  /** Starts retag; the command, and what comes before its arguments. */
  program: readonly string[]
  env: NodeJS.ProcessEnv
  /** Ends the whole run. */
  signal: AbortSignal
  onPhase(phase: Phase): void
}

/** What every step needs; `signal` also ends the repository at its time limit. */
export interface StepContext extends RepositoryContext {
  folder: string
  slug: string
  enter(phase: Phase): void
}
