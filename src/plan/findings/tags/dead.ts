import type { ts } from '@ts-morph/common'
import { showText } from '../../../cache/values/index.js'
import { makeFinding } from '../../catalogue.js'
import type { PlanInput } from '../../input.js'
import { createTracer } from '../../sites.js'
import type { Finding } from '../../types.js'
import { placeOf } from '../place.js'
import type { Dead } from './dead-fetches.js'
import { counterparts } from './meet.js'
import type { Attached, Invalidated, Side } from './types.js'

type DeadOf = (attached: Attached) => Dead | null

/** Fetches with tags that no cache ever holds. */
export function deadFetchFindings(
  { workspace }: PlanInput,
  attached: Side<Attached>,
  deadOf: DeadOf,
): Finding[] {
  const found = new Map<ts.Node, Finding>()
  for (const one of attached.known) {
    if (!one.fetch || found.has(one.fetch.object)) continue
    const { object, call } = one.fetch
    const dead = workspace.selected.has(object.getSourceFile().fileName) ? deadOf(one) : null
    if (dead)
      found.set(object, makeFinding('tag-on-dynamic-fetch', placeOf(call ?? object), textsFor(one, dead)))
  }
  return [...found.values()]
}

function textsFor({ text }: Attached, { why, what }: Dead): { message: string } {
  const has = `This fetch has the tag "${showText(text)}"`
  const so = 'it is not stored, and nothing ever looks at the tag'
  return {
    message:
      why === 'contradiction'
        ? `${has} and ${what}: ${so}.`
        : `${has} but neither cache: 'force-cache' nor revalidate, and only ${what} run it: ${so}.`,
  }
}

/** Invalidation of tags that only such fetches carry. */
export function deadTagFindings(
  input: PlanInput,
  attached: Side<Attached>,
  invalidated: Side<Invalidated>,
  deadOf: DeadOf,
): Finding[] {
  const { workspace, graph, choices } = input
  let traceOf: ReturnType<typeof createTracer> | null = null
  return invalidated.known.flatMap((one) => {
    if (!workspace.selected.has(one.at.getSourceFile().fileName)) return []
    const readers = counterparts(workspace, one, attached) ?? []
    const [first] = readers
    if (!first?.fetch || !readers.every(({ fetch, ...rest }) => fetch && deadOf({ fetch, ...rest })))
      return []
    const { file, line } = placeOf(first.fetch.call ?? first.fetch.object)
    const message = `The tag "${showText(one.text)}" is only carried by what no cache holds, such as the fetch of ${file}:${line}: there is nothing to invalidate.`
    traceOf ??= createTracer(workspace, graph, choices.contexts)
    const isAction = traceOf(one.site).contexts.includes('server-action')
    const help = isAction
      ? "Have the fetch stored, with cache: 'force-cache' or revalidate. If it is meant to be read anew for each request, take its tags away and call refresh() here: in a Server Action the call renders the page again, and refresh() does just that."
      : undefined
    return [makeFinding('dead-tag', placeOf(one.at), { message, ...(help && { help }) })]
  })
}
