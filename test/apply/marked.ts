import { editFile } from '../../src/apply/edit-file.js'
import type { CacheCall, Decision, Edit, Profile, ProjectImport, TagCall } from '../../src/plan/types.js'

/** An edit without its place. */
export type Wanted<E = Edit> = E extends Edit ? Omit<E, 'at'> : never

export const max: Profile = { name: 'max' }
export const expireNow: Profile = { expire: 0 }

export const call = (name: string, profile: Profile | null = null): Wanted => ({
  kind: 'call',
  to: { name, profile },
})
export const updateTag = call('updateTag')
export const swr = call('revalidateTag', max)
export const perArgument = (to: CacheCall): Wanted => ({ kind: 'call-per-argument', to })
export const callback = (name: string, profile: Profile | null = null): Wanted => ({
  kind: 'callback',
  to: { name, profile },
})
export const rename = (name: string): Wanted => ({ kind: 'rename', to: { name } })
export const member = (name: string, like: string): Wanted => ({
  kind: 'add-mock-member',
  member: name,
  like,
})
export const assertion = (name: string, extraArgument: string | null = null): Wanted => ({
  kind: 'assertion',
  member: name,
  extraArgument,
})

/** A path's replacement: by `updateTag`, or as given. */
export const pathTags = (calls: (string | TagCall)[], imports: ProjectImport[] = []): Wanted => ({
  kind: 'path-tags',
  calls: calls.map((one) =>
    typeof one === 'string' ? { to: { name: 'updateTag', profile: null }, argument: one } : one,
  ),
  imports,
})
export const expression = (text: string, imports: ProjectImport[] = []): Wanted => ({
  kind: 'replace-expression',
  text,
  imports,
})

export const addMembers = (...members: string[]): Wanted => ({ kind: 'add-members', members })
export const insertText = (text: string): Wanted => ({ kind: 'insert-text', text })

/** Decisions for the places that stand between « and », in their order; the last edit serves for all that follow. */
export function decisionsFor(
  file: string,
  marked: string,
  edits: Wanted[],
): { source: string; decisions: Decision[] } {
  const places: { start: number; end: number }[] = []
  const open: number[] = []
  let source = ''
  for (const part of marked) {
    if (part === '«') open.push(places.push({ start: source.length, end: 0 }) - 1)
    else if (part === '»') {
      const place = places[open.pop() ?? -1]
      if (place) place.end = source.length
    } else source += part
  }
  const decisions = places.map((at, index): Decision => {
    const edit = { ...(edits[index] ?? edits.at(-1)), at } as Edit
    return decision(file, index, source.slice(at.start, at.end), edit)
  })
  return { source, decisions }
}

function decision(file: string, index: number, before: string, edit: Edit): Decision {
  return {
    id: `d${index}`,
    transform: 'revalidate-tag',
    file,
    line: 1,
    column: 1,
    api: 'revalidateTag',
    action: 'rewrite',
    before,
    after: null,
    contexts: [],
    reach: 'action-only',
    semantics: 'preserved',
    rule: 'test',
    reason: '',
    evidence: [],
    edit,
  }
}

/** The text after the edits of the marked places. */
export function edited(marked: string, edits: Wanted | Wanted[], file = 'app/actions.ts'): string {
  return editedWithAfter(marked, edits, file).text
}

export function editedWithAfter(
  marked: string,
  edits: Wanted | Wanted[],
  file = 'app/actions.ts',
): { text: string; after: string[] } {
  const { source, decisions } = decisionsFor(file, marked, Array.isArray(edits) ? edits : [edits])
  const { text, after } = editFile(file, source, decisions)
  return { text, after: [...after.values()] }
}
