import { ts } from '@ts-morph/common'
import { showText } from '../../cache/values/text.js'
import { textsOf } from '../../cache/values/texts.js'
import { createEntries, type Entries } from '../../context/entries.js'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { eachChild, isFunction } from '../../graph/syntax.js'
import type { FileModel, Unit } from '../../graph/types.js'
import type { Workspace } from '../../workspace/types.js'
import { makeFinding } from '../catalogue.js'
import type { PlanInput } from '../input.js'
import type { Finding } from '../types.js'
import type { TagUse } from './attached-tags.js'
import { endpointOf } from './endpoints.js'
import { speaksOf, subjectOf, wordsIn } from './entity-words.js'
import { placeOf } from './place.js'
import { type Effect, effectOf } from './reached.js'
import { declaresRouter, refreshCalls } from './routers.js'

/**
 * `router.refresh()` after a write that invalidates nothing, where cached data has a tag that is named like what is
 * written: the page is rendered again from the old data (docs/next16.md, 12). Silent unless every action and endpoint
 * that the handler calls is known.
 */
export function routerRefreshFindings(input: PlanInput, attached: readonly TagUse[]): Finding[] {
  const { workspace, graph, choices } = input
  const files = attached.length > 0 ? clientFiles(input) : []
  if (files.length === 0) return []
  const entries = createEntries(workspace, graph, choices.contexts)
  const subjects = subjectsOf(
    graph,
    attached.filter(({ cached }) => cached),
  )
  const effects = new Map<Unit, Effect>()
  const effect = (unit: Unit): Effect => {
    const known = effects.get(unit) ?? effectOf(graph, unit)
    effects.set(unit, known)
    return known
  }
  const stale = (model: FileModel, called: readonly (Unit | null)[]): Stale | null => {
    if (called.some((unit) => unit === null || effect(unit).invalidates)) return null
    const app = workspace.appOf(model.file)
    for (const writer of called) {
      const writes = writer && effect(writer).writes
      const name = writes ? wordsIn(`${writer.name} ${writes}`) : new Set<string>()
      const tagged = subjects.find(
        ({ subject, file }) => speaksOf(name, subject) && [app, null].includes(workspace.appOf(file)),
      )
      if (writer && tagged) return { writer, ...tagged }
    }
    return null
  }
  return files.flatMap((file) => {
    const model = graph.model(file)
    if (!model) return []
    return refreshCalls(graph, model).flatMap((call) => {
      const found = stale(model, calledBefore(workspace, graph, entries, model, call))
      return found ? [findingAt(call, found)] : []
    })
  })
}

interface Tagged {
  /** The tag for people. */
  tag: string
  /** What it is about, in words. */
  subject: Set<string>
  file: string
  line: number
}

/** A write, and cached data that it leaves old. */
interface Stale extends Tagged {
  writer: Unit
}

function subjectsOf(graph: Graph, attached: readonly TagUse[]): Tagged[] {
  return attached.flatMap(({ at, file, tags }) =>
    tags.flatMap((tag) =>
      (textsOf(graph, tag)?.texts ?? []).map((text) => ({
        tag: showText(text),
        subject: subjectOf(text),
        file,
        line: placeOf(at).line,
      })),
    ),
  )
}

/** Client files that can call `router.refresh()`. */
function clientFiles({ workspace, graph }: PlanInput): string[] {
  return workspace.files.filter((file) => {
    const bytes = workspace.selected.has(file) ? workspace.bytes(file) : undefined
    const mayCall = bytes?.includes('useRouter') && bytes.includes('refresh')
    return !!mayCall && graph.directive(file) === 'use client'
  })
}

/** The actions and endpoints that the handler of a refresh calls before it; null for one that is not known. */
function calledBefore(
  workspace: Workspace,
  graph: Graph,
  entries: Entries,
  model: FileModel,
  refresh: ts.CallExpression,
): (Unit | null)[] {
  for (let node: ts.Node = refresh.parent; node; node = node.parent) {
    // The component itself is no handler: what else it calls runs at other times.
    if (!isFunction(node) || declaresRouter(graph, node)) continue
    const found: (Unit | null)[] = []
    const visit = (child: ts.Node): void => {
      if (ts.isCallExpression(child) && child.expression.end < refresh.pos) {
        const action = actionOf(graph, entries, model, child)
        const endpoint = action ? undefined : endpointOf(workspace, graph, child)
        if (action) found.push(action)
        else if (endpoint !== undefined) found.push(endpoint)
      }
      eachChild(child, visit)
    }
    visit(node)
    if (found.length > 0) return found
  }
  return []
}

/** The Server Action that a call in client code means. */
function actionOf(graph: Graph, entries: Entries, model: FileModel, call: ts.CallExpression): Unit | null {
  const path = model.referenceAt(call.expression)?.path
  const landing = path && land(graph, path, model.file)
  let unit = landing?.exact ? landing.unit : null
  for (let steps = 0; unit && steps < 10; steps++) {
    if (unit.kind !== 'module' && entries.isAction(unit)) return unit
    const next: ReturnType<typeof land> = unit.alias && land(graph, unit.alias, unit.file)
    unit = next?.exact ? next.unit : null
  }
  return null
}

function findingAt(call: ts.CallExpression, { writer, tag, file, line }: Stale): Finding {
  const message = `router.refresh() renders the page again and invalidates nothing, and neither does ${writer.name} (${writer.file}:${writer.line}), which writes: what is cached with the tag "${tag}" (${file}:${line}) stays old.`
  return makeFinding('router-refresh-without-invalidation', placeOf(call), { message })
}
