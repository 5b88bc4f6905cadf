/** Where a line can run; docs/how-it-decides.md says what each means. */
export const contexts = [
  'server-action',
  'route-handler',
  'pages-api',
  'proxy',
  'render',
  'instrumentation',
  'cached-function',
  'client',
  'test',
  'script',
] as const

export type Context = (typeof contexts)[number]

/** `mixed`: a server action and a context where `revalidateTag` works but `updateTag` throws. */
export type Reach = 'action-only' | 'non-action' | 'mixed' | 'unreached'

/** One step of an evidence chain; `line` counts from 1. */
export interface EvidenceStep {
  file: string
  line: number
  symbol: string
}

/** Why a line can run in a context. */
export interface Evidence {
  context: Context
  /** True when every step is a plain call, so that the line really runs there; false when a value was handed over somewhere. */
  direct: boolean
  /** From the entry point to the function with the call site; each step names the line that leads on, the last one the call site's. */
  steps: EvidenceStep[]
}
