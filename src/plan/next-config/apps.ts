import type { EvidenceStep } from '../../context/types.js'
import type { App } from '../../workspace/types.js'
import type { PlanInput } from '../input.js'

/**
 * The apps whose build compiles a file: its own app; for a file of a shared package those that the evidence names or
 * that import it, also through other files; where nothing tells, every app with an app router.
 *
 * @param evidence chains of a decision about the file; none where they are not known
 */
export function appsRunning(
  { workspace, graph }: PlanInput,
  file: string,
  evidence: readonly (readonly EvidenceStep[])[] = [],
): App[] {
  const own = workspace.appOf(file)
  if (own) return [own]
  const users = new Set([file, ...evidence.flat().map((step) => step.file)])
  for (const user of users) {
    // What an app imports for itself is none of the others' business.
    if (workspace.appOf(user)) continue
    for (const importer of graph.imports.importers(user)) users.add(importer)
  }
  const named = new Set([...users].map((user) => workspace.appOf(user)))
  const found = workspace.apps.filter((app) => named.has(app))
  return found.length > 0 ? found : workspace.apps.filter((app) => app.appRouterDir !== null)
}
