import { createTypes, type Types } from '../../cache/plain/index.js'
import { tagHelpersOf, type WrittenTag, writtenTags } from '../../cache/tag-helpers/index.js'
import type { PlanInput, Planned, Planner } from '../input.js'
import { specifierFor } from '../specifier.js'
import type { Decision, ProjectImport } from '../types.js'
import { callText } from './arguments.js'
import { groupsOf, inlineTags } from './groups.js'
import { type Chosen, helpersFor } from './helpers-for.js'
import { moduleDecisions } from './module-decisions.js'
import { misplaced, refusalOf } from './refusals.js'
import type { Group, HelperChoice, InlineTag, Refusal } from './types.js'

const id = 'tag-helpers'

/** Inline tags of both sides become calls of tag helpers, entity by entity: all of one, or none. */
export const planTagHelpers: Planner = (input, earlier): Planned => {
  const { workspace, graph, choices } = input
  const written = writtenTags(workspace, graph)
  const helpers = tagHelpersOf(workspace, graph, choices.tagHelpers, written)
  let types: Types | null = null
  const typesOf = (): Types => {
    types ??= createTypes(workspace, graph)
    return types
  }
  const decisions: Decision[] = []
  const chosen: Chosen[] = []
  for (const group of groupsOf(workspace, inlineTags(written))) {
    const found =
      brokenFile(input, group) ??
      refusalOf(input, group, written, earlier) ??
      helpersFor(input, group, helpers, typesOf)
    const refusal = 'rule' in found ? found : placementRefusal(input, group, found)
    if (refusal) decisions.push(...leftAlone(input, group, refusal))
    else if (!('rule' in found)) {
      chosen.push(found)
      decisions.push(...rewrites(input, group, found))
    }
  }
  decisions.push(...computed(input, written), ...moduleDecisions(id, input, chosen))
  return { decisions, findings: [] }
}

/** Tags that hold text from elsewhere, or one of several: no helper of one string makes them. */
function computed(input: PlanInput, written: readonly WrittenTag[]): Decision[] {
  return written.flatMap((one) => {
    const { tag } = one
    const file = tag.node.getSourceFile().fileName
    if (tag.kind !== 'inline' || tag.text || !input.workspace.selected.has(file)) return []
    const reason = `${tag.node.getText()} is made of more than fixed text and names; write a helper for it by hand.`
    const place = { file, node: tag.node, own: { parts: [] }, written: one }
    return [left(input, place, { rule: 'computed', reason, action: 'review' })]
  })
}

/** A file that does not parse cannot be edited, and all tags of an entity change together or not at all. */
function brokenFile({ graph }: PlanInput, { strings }: Group): Refusal | null {
  const files = strings.flatMap(({ tags }) => tags.map(({ file }) => file))
  return broken(files.find((file) => graph.model(file)?.syntaxError))
}

function broken(file: string | undefined): Refusal | null {
  if (file === undefined) return null
  const reason = `${file} does not parse, and all tags of an entity change together.`
  return { rule: 'broken-file', reason, action: 'review' }
}

function placementRefusal({ graph }: PlanInput, group: Group, { choices }: Chosen): Refusal | null {
  for (const string of group.strings) {
    const choice = choices.get(string)
    if (choice && graph.model(choice.file)?.syntaxError) return broken(choice.file)
    for (const tag of choice ? string.tags : []) {
      const refusal = choice && misplaced(graph, tag, choice)
      if (refusal) return refusal
    }
  }
  return null
}

function rewrites(input: PlanInput, group: Group, { choices }: Chosen): Decision[] {
  return group.strings.flatMap((string) => {
    const choice = choices.get(string)
    return choice ? string.tags.map((tag) => rewrite(input, tag, choice)) : []
  })
}

function rewrite(input: PlanInput, tag: InlineTag, choice: HelperChoice): Decision {
  const text = callText(choice, tag)
  const isNew = choice.existing === null
  return {
    ...base(input, tag),
    action: 'rewrite',
    after: text,
    semantics: 'preserved',
    rule: isNew ? 'new-helper' : 'existing-helper',
    reason: `${choice.name} of ${choice.file} makes the same string.`,
    edit: {
      kind: 'replace-expression',
      at: { start: tag.node.getStart(), end: tag.node.end },
      text,
      imports: importsFor(input, tag, choice),
    },
  }
}

function importsFor(
  { workspace, graph }: PlanInput,
  { file }: InlineTag,
  choice: HelperChoice,
): ProjectImport[] {
  if (file === choice.file) return []
  const [name = ''] = choice.name.split('.')
  return [{ name, from: specifierFor(workspace, graph, file, choice.file, name) }]
}

function leftAlone(input: PlanInput, group: Group, refusal: Refusal): Decision[] {
  const tags = group.strings.flatMap((string) => string.tags)
  return tags.filter(({ file }) => input.workspace.selected.has(file)).map((tag) => left(input, tag, refusal))
}

function left(input: PlanInput, tag: InlineTag, { action, rule, reason }: Refusal): Decision {
  return { ...base(input, tag), action, after: null, semantics: null, rule, reason, edit: null }
}

type Base = Omit<Decision, 'action' | 'after' | 'semantics' | 'rule' | 'reason' | 'edit'>

/** Place and text of a tag, with what is known of the call that gets it. */
function base({ sites }: PlanInput, { file, node, written }: InlineTag): Base {
  const source = node.getSourceFile()
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart())
  const traced = sites.find(
    ({ site }) =>
      site.file === written.callFile && site.start === written.callStart && site.api === written.api,
  )
  return {
    id: `${id}:${file}:${line + 1}:${character + 1}`,
    transform: id,
    file,
    line: line + 1,
    column: character + 1,
    api: written.api,
    before: node.getText(),
    contexts: traced?.contexts ?? [],
    reach: traced?.reach ?? 'unreached',
    evidence: traced?.evidence.map(({ steps }) => steps) ?? [],
  }
}
