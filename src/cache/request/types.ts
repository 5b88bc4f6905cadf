import type { ts } from '@ts-morph/common'
import type { EvidenceStep } from '../../context/types.js'

/**
 * Where a value of the request comes in: `cookies()`, `headers()`, or a session helper of a package that reads them.
 * `connection()` gives no value, but waits for a request like the others.
 */
export type RequestSource = 'cookies' | 'headers' | 'session' | 'connection'

/** Why a value is (or holds a part of) the request of one visitor. */
export interface RequestOrigin {
  source: RequestSource
  /** From where the request is read to the value that was asked about; 1-based lines. */
  steps: EvidenceStep[]
}

/** What is known of the request of one visitor, asked expression by expression. */
export interface RequestData {
  /**
   * Whether a value, or any part of it, comes from `cookies()`, `headers()` or a session helper: through variables,
   * members, calls, what functions of the tree return, and what callers hand in. Null where no way was found.
   */
  originOf(expression: ts.Expression): RequestOrigin | null
  /**
   * Whether running a function (or any other code) reads the request, itself or in a function of the tree that it
   * calls; inside a cached function that throws. `draftMode()` does not count. Null where nothing of it was found.
   */
  readsRequest(node: ts.Node): RequestOrigin | null
}
