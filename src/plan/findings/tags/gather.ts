import { ts } from '@ts-morph/common'
import { addTag, type Tags, tagsAt } from '../../../cache/readers/tags.js'
import { argumentsOf } from '../../../cache/values/follow.js'
import { isOpen } from '../../../cache/values/index.js'
import { type Frame, type Look, lookFrom } from '../../../cache/values/place.js'
import type { Graph } from '../../../graph/graph.js'
import { callersOf, functionOfParameters } from './callers.js'
import type { Side, TagAt } from './types.js'

/** Calls that hand a tag on before somebody uses it; code that needs more is told to be open. */
const maxCalls = 3

/**
 * The tags that some code may mean. Where they hang on parameters, those that its callers give, each at its call.
 *
 * @param at the call that uses them
 * @param inputs the expressions that say which
 * @param read what these give, with parameters as a frame has them
 */
export function gatherTags(
  graph: Graph,
  at: ts.Node,
  inputs: readonly ts.Node[],
  read: (look: Look, frame: Frame | null) => Tags,
): Side<TagAt> {
  const gather = (
    place: ts.Node,
    asked: readonly ts.Node[],
    bind: (outer: Frame | null) => Frame | null,
    depth: number,
  ): Side<TagAt> => {
    const tags = read(lookFrom(graph, place), bind(null))
    const texts = tags.tags.flatMap((tag) => tag.texts.texts)
    const known = texts.filter((text) => !isOpen(text)).map((text) => ({ text, at: place }))
    const isWhole = tags.complete && known.length === texts.length
    const of = isWhole || depth === maxCalls ? null : functionOfParameters(graph, asked)
    const calls = of && callersOf(graph, of)
    if (!of || !calls) return { known, open: isWhole ? [] : [place] }
    const sides = calls.map((call) => {
      const enter = (outer: Frame | null): Frame | null =>
        bind({ of, given: argumentsOf(call, outer), outer: null, depth: (outer?.depth ?? 0) + 1 })
      return gather(call, call.arguments, enter, depth + 1)
    })
    return { known: sides.flatMap((side) => side.known), open: sides.flatMap((side) => side.open) }
  }
  return gather(at, inputs, (outer) => outer, 0)
}

/** The tags that are given one by one, lists that are spread included. */
export function tagsGiven(look: Look, given: readonly ts.Expression[], frame: Frame | null): Tags {
  const found: Tags = { tags: [], complete: true, open: false }
  for (const node of given) {
    if (!ts.isSpreadElement(node)) {
      addTag(look, found, { node, frame })
      continue
    }
    const spread = tagsAt(look, [{ node: node.expression, frame }])
    found.tags.push(...spread.tags)
    found.complete &&= spread.complete
  }
  return found
}
