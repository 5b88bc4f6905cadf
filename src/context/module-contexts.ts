import type { Graph } from '../graph/graph.js'
import type { Entries } from './entries.js'
import type { Context, EvidenceStep } from './types.js'

/** In which contexts the top-level statements of a file run: those of the files that load it. */
export interface ModuleContexts {
  of(file: string): { context: Context; steps: EvidenceStep[] }[]
}

interface Load {
  file: string
  steps: EvidenceStep[]
  isServer: boolean
}

/**
 * Code that registers something when a module loads (`container.bind(...)`, `on('event', ...)`) hands it to everybody
 * who loads the module; this follows the imports by file, without parsing what lies between.
 */
export function createModuleContexts(graph: Graph, entries: Entries): ModuleContexts {
  const known = new Map<string, { context: Context; steps: EvidenceStep[] }[]>()
  const explore = (start: string): { context: Context; steps: EvidenceStep[] }[] => {
    const found = new Map<Context, EvidenceStep[]>()
    const seen = new Set([start])
    // What a client imports from a `'use server'` file stays on the server.
    const queue: Load[] = [{ file: start, steps: [], isServer: false }]
    for (let visit = queue.shift(); visit; visit = queue.shift()) {
      const { file, steps } = visit
      const context = contextOf(file)
      if (context === 'client' && visit.isServer) continue
      const isServer = visit.isServer || context === 'server-action'
      if (context && !found.has(context)) found.set(context, steps)
      // What is loaded to render a page is loaded to run the page's actions, too.
      if (context === 'render' && !found.has('server-action')) found.set('server-action', steps)
      // What runs in the client runs there whoever renders it.
      if (context === 'client' || context === 'test' || context === 'script') continue
      for (const importer of graph.imports.loaders(file)) {
        if (seen.has(importer)) continue
        seen.add(importer)
        const step = { file: importer, line: 1, symbol: '(module)' }
        queue.push({ file: importer, steps: [step, ...steps], isServer })
      }
    }
    return [...found].map(([context, steps]) => ({ context, steps }))
  }
  const contextOf = (file: string): Context | null => {
    const role = entries.role(file)
    if (role) return role.context
    const directive = graph.directive(file)
    if (directive === 'use server') return 'server-action'
    return directive === 'use client' ? 'client' : null
  }
  return {
    of(file) {
      const made = known.get(file) ?? explore(file)
      known.set(file, made)
      return made
    },
  }
}
