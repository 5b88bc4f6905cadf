import type { ts } from '@ts-morph/common'
import type { TagHelper, WrittenTag } from '../../../cache/tag-helpers/index.js'
import { isFunction, lineOf } from '../../../graph/syntax.js'

/** Cached data that carries tags of lists and none of one record. */
export interface ListReader {
  file: string
  /** 1-based. */
  line: number
  /** The narrowest first: those with parameters before those without. */
  helpers: TagHelper[]
}

/** The readers of lists; what carries the tag of a record too is a reader of that record. */
export function listReaders(helpers: readonly TagHelper[], written: readonly WrittenTag[]): ListReader[] {
  const groups = new Map<ts.Node | string, { at: ts.Node; helpers: Set<TagHelper> }>()
  for (const one of written) {
    const helper = one.side === 'attach' ? helperOf(helpers, one) : null
    if (!helper) continue
    const key = one.api === 'cacheTag' ? functionAround(one.tag.node) : `${one.callFile}:${one.callStart}`
    const group = groups.get(key) ?? { at: one.tag.node, helpers: new Set() }
    group.helpers.add(helper)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ at, helpers: own }) => {
    if ([...own].some(({ level }) => level === 'record')) return []
    const source = at.getSourceFile()
    const sorted = [...own].sort((a, b) => (b.parameters?.length ?? 0) - (a.parameters?.length ?? 0))
    return [{ file: source.fileName, line: lineOf(source, at.getStart()), helpers: sorted }]
  })
}

/** The helper that makes a tag, also by another helper that makes the same string. */
export function helperOf(helpers: readonly TagHelper[], { tag }: WrittenTag): TagHelper | null {
  if (tag.kind !== 'named') return null
  return helpers.find(({ node }) => node === tag.declared) ?? null
}

function functionAround(node: ts.Node): ts.Node {
  let current = node
  while (current.parent && !isFunction(current)) current = current.parent
  return current
}
