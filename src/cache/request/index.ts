import type { Graph } from '../../graph/graph.js'
import { lookFrom } from '../values/place.js'
import { derive } from './derive.js'
import { type Reads, readsRequest } from './reads.js'
import { further, type Search, symbolOf } from './trail.js'
import type { RequestData } from './types.js'

export { isSecretName } from './secrets.js'
export type { RequestData } from './types.js'

/** Callers and what they hand in lead far; this bounds one question to some tens of milliseconds. */
const maxWork = 30_000

/** Answers where values come from the request of one visitor. Only names that are bound to next/headers count. */
export function createRequestData(graph: Graph): RequestData {
  const reads: Reads = new Map()
  return {
    originOf(expression) {
      const search: Search = { ...lookFrom(graph, expression, maxWork), known: new Map(), derive }
      const found = derive(search, { node: expression, frame: null }, [])
      const asked = further(found, expression, symbolOf(expression))
      return asked && { source: asked.source, steps: asked.steps }
    },
    readsRequest: (node) => readsRequest(graph, reads, node),
  }
}
