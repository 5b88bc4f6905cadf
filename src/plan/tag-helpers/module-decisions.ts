import { folderOf } from '../../workspace/paths.js'
import type { Workspace } from '../../workspace/types.js'
import type { PlanInput } from '../input.js'
import type { Decision, Edit } from '../types.js'
import { homeOf } from './groups.js'
import type { Chosen } from './helpers-for.js'
import { memberText, moduleText, objectText, writingOf } from './module-text.js'

/** One decision for each object that gets members, each module that gets objects, and each module that is new. */
export function moduleDecisions(transform: string, input: PlanInput, chosen: readonly Chosen[]): Decision[] {
  const { workspace } = input
  const decisions: Decision[] = []
  const modules = new Map<string, { isNew: boolean; own: Chosen[] }>()
  for (const one of chosen) {
    const { place, members } = one
    if (!place) continue
    if (place.kind !== 'object') {
      const known = modules.get(place.file) ?? { isNew: place.kind === 'new', own: [] }
      known.own.push(one)
      modules.set(place.file, known)
      continue
    }
    const writing = writingOf(workspace, place.file, place.file)
    const texts = members.map((member) => memberText(member, writing))
    const { object } = place
    const at = { start: object.getStart(), end: object.end }
    const { line, character } = object.getSourceFile().getLineAndCharacterOfPosition(at.start)
    const edit: Edit = { kind: 'add-members', at, members: texts }
    decisions.push(decision(transform, place.file, [line + 1, character + 1], texts.join(', '), edit))
  }
  for (const [file, { isNew, own }] of modules) {
    const writing = writingOf(workspace, isNew ? neighbour(workspace, file, own) : file, file)
    const objects = own.map(({ object, members }) => objectText(object, members, writing))
    const end = (workspace.text(file) ?? '').trimEnd().length
    const edit: Edit = isNew
      ? { kind: 'create-file', text: moduleText(objects, writing) }
      : { kind: 'insert-text', at: { start: end, end }, text: `\n\n${objects.join('\n\n')}` }
    decisions.push(
      decision(transform, file, [1, 1], isNew ? moduleText(objects, writing) : objects.join('\n\n'), edit),
    )
  }
  return decisions
}

/** A file to take the style from: one beside the new one, else one that will import it. */
function neighbour(workspace: Workspace, file: string, own: readonly Chosen[]): string {
  const beside = workspace.files.filter(
    (one) => folderOf(one) === folderOf(file) && homeOf(workspace, one) === homeOf(workspace, file),
  )
  const users = own.flatMap(({ choices }) =>
    [...choices.keys()].flatMap(({ tags }) => tags.map((tag) => tag.file)),
  )
  const candidates = [...beside, ...users.sort()]
  // A file of a few lines says little about style.
  return candidates.find((one) => (workspace.text(one) ?? '').length > 200) ?? candidates[0] ?? file
}

function decision(
  transform: string,
  file: string,
  [line, column]: [number, number],
  after: string,
  edit: Edit,
): Decision {
  return {
    id: `${transform}:${file}:${line}:${column}`,
    transform,
    file,
    line,
    column,
    api: 'tag-helpers',
    action: 'rewrite',
    before: '',
    after,
    contexts: [],
    reach: 'unreached',
    semantics: 'preserved',
    rule: edit.kind === 'create-file' ? 'new-module' : 'new-helper',
    reason:
      edit.kind === 'create-file'
        ? 'The tags of this app get a module of helpers, which both sides call.'
        : 'The module makes tags already, so the new helpers stand there.',
    evidence: [],
    edit,
  }
}
