import type { Edit, UseCacheEdit } from '../../plan/types.js'
import { type Draft, nodeAt } from '../draft.js'
import { EditError } from '../errors.js'
import { needProjectNames } from '../project-import/names.js'
import type { Step } from '../step.js'

export type Replacing = Extract<Edit, { kind: 'replace-expression' }>

/**
 * A tag that becomes another expression while its entry becomes a `'use cache'` function: the function is written with
 * the new one. Gives the edits with that done, and which of them have become part of another.
 */
export function withReplacedTags(
  source: string,
  edits: readonly Edit[],
): { edits: Edit[]; absorbed: ReadonlySet<Edit> } {
  const absorbed = new Set<Edit>()
  const all = edits.map((edit): Edit => {
    if (edit.kind !== 'use-cache') return edit
    const texts = new Map<string, string>()
    for (const one of edits) {
      if (one.kind !== 'replace-expression' || !isAmongTags(edit, one)) continue
      const old = source.slice(one.at.start, one.at.end)
      if (!edit.tags.includes(old)) continue
      texts.set(old, one.text)
      absorbed.add(one)
    }
    return { ...edit, tags: edit.tags.map((tag) => texts.get(tag) ?? tag) }
  })
  return { edits: all, absorbed }
}

/** Within the call, but not in the body, which moves with the edits inside of it. */
function isAmongTags({ at, body }: UseCacheEdit, edit: Edit): boolean {
  if (edit.kind !== 'replace-expression') return false
  const isWithin = (outer: { start: number; end: number }): boolean =>
    outer.start <= edit.at.start && outer.end >= edit.at.end
  return isWithin(at) && (body.kind === 'call' || !isWithin(body))
}

/** The part of such a replacement that is left: its imports. */
export function prepareReplacedTag(draft: Draft, { at, text, imports }: Replacing): Step {
  const node = nodeAt(draft, at, ['Expression', 'Identifier'], 'expression')
  const names = needProjectNames(draft, node, imports)
  return {
    range: node,
    shown: text,
    write() {
      const other = names.find(({ name, local }) => name !== local)
      if (other)
        throw new EditError(draft.file, `has something else called ${other.name}; give that another name`)
    },
  }
}
