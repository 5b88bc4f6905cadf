import type { Range, UseCacheEdit } from '../../plan/types.js'
import type { Node } from '../ast.js'
import type { Draft } from '../draft.js'
import { EditError } from '../errors.js'
import type { Step } from '../step.js'
import { prepareApi } from './api-names.js'
import { prepareArrow } from './arrow.js'
import { ownDirective } from './body.js'
import { checkClashes } from './clashes.js'
import { prepareDeclaration } from './declaration.js'
import { prepareFold } from './fold.js'
import { keptParameters } from './head.js'
import { prepareHoisted } from './hoisted.js'
import { callOf, lineOf } from './nodes.js'
import { notesOf } from './notes.js'
import type { Job } from './types.js'

const forms: Record<UseCacheEdit['form'], (job: Job) => Step> = {
  declaration: prepareDeclaration,
  arrow: prepareArrow,
  hoisted: prepareHoisted,
  fold: prepareFold,
}

/**
 * Edit `use-cache`: `unstable_cache(fn, keys, options)` becomes an async function whose body begins with
 * `'use cache'`, `cacheLife(...)` and `cacheTag(...)`.
 *
 * @throws EditError where the file does not hold what the edit names, or already has the new function's name
 */
export function prepareUseCache(draft: Draft, edit: UseCacheEdit): Step {
  const { call, callback } = callOf(draft, edit)
  const directive = ownDirective(draft, callback)
  if (directive)
    throw new EditError(
      draft.file,
      `holds a cached function with the directive ${directive} at line ${lineOf(draft, edit.at)}; change it by hand`,
    )
  checkClashes(draft, edit, call, callback)
  const gone = edit.form === 'arrow' ? call : edit.replace
  const kept = keptRanges(draft, edit, callback)
  const job: Job = {
    draft,
    edit,
    call,
    callback,
    notes: notesOf(draft, { call, callback, edit }, gone, kept),
    life: prepareApi(draft, edit, { call, callback }, 'cacheLife'),
    tag: edit.tags.length > 0 ? prepareApi(draft, edit, { call, callback }, 'cacheTag') : () => 'cacheTag',
  }
  dropReferences(draft, edit, gone, kept)
  for (const { start, end, text } of edit.replacements) replaceIn(draft, { start, end }, text)
  return forms[edit.form](job)
}

function keptRanges(draft: Draft, edit: UseCacheEdit, callback: Node | null): Range[] {
  const { body } = edit
  const params = edit.form === 'fold' ? null : keptParameters(draft, callback, edit.parameters)
  return [...(body.kind === 'call' ? [] : [body]), ...(params ? [params] : [])]
}

/** What only the key and the options named may have no use left. */
function dropReferences(draft: Draft, edit: UseCacheEdit, gone: Range, kept: readonly Range[]): void {
  const holds = (range: Range, { start, end }: Range): boolean => range.start <= start && end <= range.end
  draft.dropped.push(
    ...draft.scopes.references.filter(
      ({ node }) => holds(gone, node) && !kept.some((range) => holds(range, node)),
    ),
  )
  draft.dropped.push(
    ...draft.scopes.references.filter(({ node }) => edit.replacements.some((range) => holds(range, node))),
  )
  draft.written.push(
    edit.typeParameters,
    ...edit.parameters,
    edit.returnType ?? '',
    edit.body.kind === 'call' ? edit.body.text : '',
    ...edit.replacements.map(({ text }) => text),
    edit.revalidate,
    ...edit.tags,
    edit.call ?? '',
    ...edit.calls.flatMap((one) => one.arguments),
  )
}

/** A shorthand property keeps its key. */
function replaceIn(draft: Draft, range: Range, text: string): void {
  const reference = draft.scopes.references.find(
    ({ node }) => node.start === range.start && node.end === range.end,
  )
  const parent = reference && draft.scopes.parents.get(reference.node)
  const isShorthand = parent?.type === 'ObjectProperty' && parent.shorthand === true
  const key = isShorthand ? `${draft.source.slice(range.start, range.end)}: ` : ''
  draft.edits.replace(range.start, range.end, key + text)
}
