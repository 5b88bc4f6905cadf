import { ts } from '@ts-morph/common'
import type { Choices } from '../config/types.js'
import type { Graph } from '../graph/graph.js'
import { land } from '../graph/resolve/land.js'
import { targets } from '../graph/resolve/targets.js'
import { dressed, isFunction } from '../graph/syntax.js'
import type { FileModel, Unit } from '../graph/types.js'
import { outermost } from '../graph/units.js'
import { globMatcher } from '../workspace/globs.js'
import type { Workspace } from '../workspace/types.js'
import { type Role, roleOf } from './roles.js'
import type { Context } from './types.js'

/** What is known of a unit by itself, without its callers. */
export interface Entry {
  context: Context
  /** True when the callers add nothing: whatever calls it, it runs in this context. */
  final: boolean
}

export interface Entries {
  /** The entry that a unit is, null when only its callers decide. */
  of(unit: Unit): Entry | null
  /** True for a Server Action: the export of a `'use server'` file or an inline `'use server'` function. */
  isAction(unit: Unit): boolean
  role(file: string): Role | null
}

export function createEntries(workspace: Workspace, graph: Graph, configured: Choices['contexts']): Entries {
  const globs = configured.map(({ glob, context }) => ({ match: globMatcher([glob]), context }))
  const roles = new Map<string, Role | null>()
  const role = (file: string): Role | null => {
    if (!roles.has(file)) roles.set(file, roleOf(workspace, file))
    return roles.get(file) ?? null
  }

  const isAction = (unit: Unit): boolean => {
    if (unit.directive === 'use server') return true
    const model = graph.model(unit.file)
    if (model?.directive !== 'use server' || !isExported(model, unit)) return false
    // What Next.js itself calls in such a file is no action for that.
    const names = role(unit.file)?.names
    return !names || !isExported(model, unit, names)
  }

  /** `const save = createAction(run)`, where `createAction` returns an inline action: `save` is that action. */
  const makesAction = ({ kind, alias, file }: Unit): boolean => {
    if (kind !== 'value' || !alias?.members.includes('()')) return false
    const landing = land(graph, alias, file)
    return !!landing?.exact && landing.unit.directive === 'use server'
  }

  /** `export * from './handlers'` in a route file makes the handlers entry points. */
  const starRole = (unit: Unit): Context | null => {
    const model = graph.model(unit.file)
    if (!model || !isExported(model, unit)) return null
    for (const exporter of graph.starExporters(unit.file)) {
      const found = role(exporter)
      if (found && found.scope === 'exports' && isExported(model, unit, found.names)) return found.context
    }
    return null
  }

  const fileContext = (model: FileModel): Context | null => {
    const fileRole = role(model.file)
    if (fileRole?.scope === 'file' && model.directive === null) return fileRole.context
    if (model.directive === 'use client') return 'client'
    if (model.directive === 'use cache') return 'cached-function'
    return null
  }

  const entryOf = (unit: Unit): Entry | null => {
    if (unit.directive === 'use server') return { context: 'server-action', final: false }
    if (unit.directive === 'use cache' || isGivenToCache(graph, unit))
      return { context: 'cached-function', final: true }
    const model = graph.model(unit.file)
    if (!model) return null
    const configuredHere = globs.find(({ match }) => match(unit.file))
    if (configuredHere && isExported(model, unit)) return { context: configuredHere.context, final: true }
    const whole = fileContext(model)
    if (whole) return { context: whole, final: true }
    if (isAction(unit) || makesAction(unit)) return { context: 'server-action', final: false }
    const starred = starRole(unit)
    if (starred) return { context: starred, final: false }
    const fileRole = role(unit.file)
    if (fileRole && unit.kind === 'module') return { context: fileRole.context, final: false }
    return fileRole && fileRole.scope !== 'module' && isExported(model, unit, fileRole.names)
      ? { context: fileRole.context, final: false }
      : null
  }

  // Every trace asks again about the units near the entry points.
  const known = new Map<Unit, Entry | null>()
  return {
    role,
    isAction,
    of(unit) {
      if (!known.has(unit)) known.set(unit, entryOf(unit))
      return known.get(unit) ?? null
    },
  }
}

function isExported(model: FileModel, unit: Unit, names: ReadonlySet<string> | null = null): boolean {
  for (const [name, exported] of model.exports) {
    if ((names === null || names.has(name)) && (exported === unit || exported === outermost(unit)))
      return true
  }
  return false
}

/** A closure that is the first argument of `unstable_cache` runs as cached function, whoever calls the result. */
function isGivenToCache(graph: Graph, unit: Unit): boolean {
  if (!unit.node || !isFunction(unit.node)) return false
  return isCacheArgument(graph, unit.file, unit.node)
}

/** Whether an expression is the first argument of a call of `unstable_cache`, by binding. */
export function isCacheArgument(graph: Graph, file: string, node: ts.Node): boolean {
  const argument = dressed(node)
  const call = argument.parent
  if (!call || !ts.isCallExpression(call) || call.arguments[0] !== argument) return false
  const callee = graph.model(file)?.referenceAt(call.expression)
  if (!callee) return false
  return targets(graph, callee.path, file, 'call').some(
    ({ unit }) => unit.kind === 'api' && unit.name === 'unstable_cache',
  )
}
