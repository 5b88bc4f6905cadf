import type { Decision, Edit, Range } from '../plan/types.js'
import { prepareAssertion } from './assertion.js'
import type { Node } from './ast.js'
import { prepareCall } from './call.js'
import { preparePerArgument } from './call-per-argument.js'
import { prepareCallback } from './callback.js'
import { type Draft, openDraft } from './draft.js'
import { EditError } from './errors.js'
import { findNodes } from './find.js'
import { writeImports } from './imports.js'
import { prepareMockMember } from './mock-member.js'
import { prepareAddMembers, prepareInsertText } from './module-text.js'
import { resolveNames } from './names.js'
import { prepareAddSetting } from './next-config/add-setting.js'
import { prepareLift, writeLifts } from './next-config/lift-setting.js'
import { prepareReplace } from './next-config/replace.js'
import { checkParses } from './parse.js'
import { preparePathTags } from './path-tags.js'
import { writePatterns } from './patterns.js'
import { resolveProjectNames } from './project-import/names.js'
import { prepareRename } from './rename.js'
import { prepareExpression } from './replace-expression.js'
import type { Step } from './step.js'
import { prepareUseCache } from './use-cache/index.js'
import { prepareReplacedTag, withReplacedTags } from './use-cache/replaced-tags.js'

export interface EditedFile {
  text: string
  /** New source text of each edited place, by decision id. */
  after: Map<string, string>
}

/**
 * Makes the edits of one file. Pure: nothing is read or written. Bytes outside the touched statements stay as they
 * are, and the result parses.
 *
 * @param file path relative to the root; its extension chooses the parser
 * @param source text without byte order mark
 * @param decisions decisions of this file; those without an edit are passed over
 * @throws EditError where the file does not parse before or after, is emptied, or does not fit the decisions
 */
export function editFile(file: string, source: string, decisions: readonly Decision[]): EditedFile {
  const edits = decisions.flatMap(({ id, api, before, edit }) => (edit ? [{ id, api, before, edit }] : []))
  if (edits.length === 0) return { text: source, after: new Map() }
  try {
    return makeEdits(file, source, edits)
  } catch (error) {
    // Overlapping edits and the recursion limit both end here; anything else is a bug and goes on.
    if (error instanceof RangeError) throw new EditError(file, `cannot be edited (${error.message})`)
    throw error
  }
}

function makeEdits(
  file: string,
  source: string,
  edits: { id: string; api: string; before: string; edit: Edit }[],
): EditedFile {
  const draft = openDraft(file, source)
  const { edits: merged, absorbed } = withReplacedTags(
    source,
    edits.map(({ edit }) => edit),
  )
  const steps = edits.map(({ edit, api }, index) =>
    edit.kind === 'replace-expression' && absorbed.has(edit)
      ? prepareReplacedTag(draft, edit)
      : prepare(draft, merged[index] ?? edit, api),
  )
  const names = resolveNames(draft)
  resolveProjectNames(draft, names)
  for (const step of steps)
    step.write((target) => {
      const name = names.of.get(target)
      if (name === undefined) throw new EditError(file, `no name for ${target.api}`)
      return name
    })
  writeLifts(draft)
  writePatterns(draft, names)
  writeImports(draft, names)
  const { text, slice, render } = draft.edits.apply()
  if (text.trim() === '') throw new EditError(file, 'would be left empty by the edit; it stays as it is')
  checkResult(file, text)
  const after = new Map<string, string>()
  steps.forEach((step, index) => {
    const { id, before, edit } = edits[index] as (typeof edits)[number]
    const { shown } = step
    const own = typeof shown === 'function' ? render(shown()) : shown
    after.set(id, own ?? slice(shownRange(draft, step.range, before, 'at' in edit ? edit.at : step.range)))
  })
  return { text, after }
}

function prepare(draft: Draft, edit: Edit, api: string): Step {
  switch (edit.kind) {
    case 'call':
      if (edit.dropLine) draft.edits.replace(edit.dropLine.start, edit.dropLine.end, '')
      return prepareCall(draft, edit.at, edit.to, edit.to.name === api)
    case 'call-per-argument':
      return preparePerArgument(draft, edit.at, edit.to)
    case 'callback':
      return prepareCallback(draft, edit.at, edit.to, edit.to.name === api)
    case 'rename':
      return prepareRename(draft, edit.at, edit.to.name)
    case 'add-mock-member':
      return prepareMockMember(draft, edit.at, edit.member, edit.like)
    case 'add-setting':
      return prepareAddSetting(draft, edit.at, edit.path, edit.value)
    case 'lift-setting':
      return prepareLift(draft, edit.at, edit.name)
    case 'replace':
      return prepareReplace(draft, edit.at, edit.text)
    case 'path-tags':
      return preparePathTags(draft, edit)
    case 'replace-expression':
      return prepareExpression(draft, edit.at, edit.text, edit.imports)
    case 'add-members':
      return prepareAddMembers(draft, edit.at, edit.members)
    case 'insert-text':
      return prepareInsertText(draft, edit.at, edit.text)
    case 'create-file':
      throw new EditError(draft.file, 'is there already; move it away and run again')
    case 'use-cache':
      return prepareUseCache(draft, edit)
    case 'assertion':
      return prepareAssertion(draft, edit.at, edit.member, edit.extraArgument, edit.member === api)
  }
}

function checkResult(file: string, text: string): void {
  try {
    checkParses(file, text)
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    throw new EditError(file, error.reason.replace(/^does not parse/, 'would not parse after the edit'))
  }
}

/** What is shown afterwards is the same piece of code that the decision shows before, where it can be found. */
function shownRange(draft: Draft, range: Range, before: string, at: Range): Range {
  const text = (part: Range): string => draft.source.slice(part.start, part.end)
  if (text(range) === before || range.start > at.start || range.end < at.end) return range
  const nodes = findNodes(draft.parsed.program, at, ['Expression'])
  for (let node: Node | undefined = nodes[0]; node; node = draft.scopes.parents.get(node)) {
    if (text(node) === before) return node.start <= range.start && node.end >= range.end ? node : range
    if (node.end - node.start > before.length) break
  }
  return range
}
