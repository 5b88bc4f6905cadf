import type {
  Analysis,
  ApplyResult,
  Choices,
  OnProgress,
  PlanResult,
  RouteRow,
  WorkspaceOptions,
} from '../index.js'

/** The public API as the command line uses it; tests pass their own. */
export interface Engine {
  analyze(options: WorkspaceOptions, onProgress?: OnProgress): Analysis
  plan(analysis: Analysis, choices?: Partial<Choices>, onProgress?: OnProgress): PlanResult
  apply(result: PlanResult): ApplyResult
  routes(analysis: Analysis): RouteRow[]
}

/** The real engine, loaded only when something is analysed: `--help` must not wait for a compiler. */
export async function loadEngine(): Promise<Engine> {
  return await import('../index.js')
}
