import { ts } from '@ts-morph/common'
import { bare } from '../../graph/syntax.js'
import { elementsAt } from '../values/lists.js'
import type { Look, Place } from '../values/place.js'
import { textsAt } from '../values/texts.js'
import { isAbsent, isNothing, isParameter } from './given.js'
import type { ReadTag } from './types.js'

export interface Tags {
  tags: ReadTag[]
  complete: boolean
  open: boolean
}

/** The tags that a list holds, or the elements that were given one by one. */
export function tagsAt(look: Look, lists: readonly Place[]): Tags {
  const found: Tags = { tags: [], complete: true, open: false }
  for (const list of lists) {
    if (ts.isExpression(list.node) && (isNothing(bare(list.node)) || isAbsent(look, list))) continue
    const elements = elementsAt(look, list)
    found.complete &&= elements?.complete ?? false
    if (!elements) found.open ||= isParameter(look, list)
    for (const place of elements?.places ?? []) addTag(look, found, place)
  }
  return found
}

export function addTag(look: Look, found: Tags, place: Place): void {
  const texts = textsAt(look, place)
  if (!texts || texts.texts.length === 0) return
  found.open ||= isParameter(look, place)
  found.complete &&= texts.complete
  const expression = ts.isExpression(place.node) ? place.node : null
  found.tags.push({ texts, expression, text: place.node.getText() })
}
