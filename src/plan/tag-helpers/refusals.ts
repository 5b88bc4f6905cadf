import type { ts } from '@ts-morph/common'
import { holesOf } from '../../cache/tag-helpers/own-text.js'
import type { WrittenTag } from '../../cache/tag-helpers/types.js'
import { isOpen, mayMatch, showText, textKey } from '../../cache/values/index.js'
import type { Graph } from '../../graph/graph.js'
import { isFunction, lineOf } from '../../graph/syntax.js'
import type { PlanInput } from '../input.js'
import type { Decision } from '../types.js'
import { isSimple } from './arguments.js'
import { homeOf } from './groups.js'
import type { Group, HelperChoice, InlineTag, Refusal } from './types.js'

/** Where a tag stands, for people. */
function at({ node, file }: Pick<InlineTag, 'node' | 'file'>): string {
  return `${file}:${lineOf(node.getSourceFile(), node.getStart())}`
}

/** What stands in the way of rewriting all tags of a group, before a helper is chosen; null for nothing. */
export function refusalOf(
  { workspace }: PlanInput,
  group: Group,
  written: readonly WrittenTag[],
  earlier: readonly Decision[],
): Refusal | null {
  const tags = group.strings.flatMap((string) => string.tags)
  if (group.home === null) {
    const files = [...new Set(tags.map(({ file }) => homeOf(workspace, file)))]
    return review(
      'several-packages',
      `Tags about ${group.entity} are written in several packages (${files.map((dir) => dir || 'the root').join(', ')}); put a helper where all of them can import it.`,
    )
  }
  if (!/^[a-z_$]/i.test(group.entity))
    return review('no-name', 'No name for a helper can be read off this tag; write one by hand.')
  const outside = tags.find(({ file }) => !workspace.selected.has(file))
  if (outside) {
    const reason = `The same helper would have to stand in ${at(outside)}, which this run leaves out; both sides change together or not at all.`
    return { rule: 'not-selected', reason, action: 'keep' }
  }
  const hard = tags.find(({ own }) => !holesOf(own).every(isSimple))
  if (hard)
    return review('argument', `What fills the tag in ${at(hard)} is more than a name; take it out first.`)
  const converted = tags.find((tag) => isTornBy(tag, earlier))
  if (converted)
    return review(
      'converted-now',
      `The entry in ${at(converted)} becomes a 'use cache' function in this run; run again afterwards.`,
    )
  return unknownTag(workspace, group, written)
}

function review(rule: string, reason: string): Refusal {
  return { rule, reason, action: 'review' }
}

/** A tag that is put together elsewhere and may be the same string: a change of the helper would miss it. */
function unknownTag(
  workspace: PlanInput['workspace'],
  group: Group,
  written: readonly WrittenTag[],
): Refusal | null {
  const keys = new Set(group.strings.map(({ key }) => key))
  for (const { tag } of written) {
    if (tag.kind === 'named' || (tag.kind === 'inline' && tag.text)) continue
    const file = tag.node.getSourceFile().fileName
    const app = workspace.appOf(file)
    if (app && app.dir !== group.home && workspace.appOf(fileOf(group)) !== null) continue
    const texts = tag.texts?.texts ?? []
    const own = texts.find(
      (text) =>
        !isOpen(text) &&
        group.strings.some((string) => keys.has(textKey(text)) || mayMatch(text, string.text)),
    )
    if (!own) continue
    return review(
      'unknown-tag',
      `The tag in ${at({ node: tag.node, file })} (${showText(own)}) may be one of these and cannot be rewritten with them.`,
    )
  }
  return null
}

function fileOf({ strings }: Group): string {
  return strings[0]?.tags[0]?.file ?? ''
}

/** True where another transform writes this tag anew in words of its own. */
function isTornBy({ file, node }: InlineTag, earlier: readonly Decision[]): boolean {
  const [start, end] = [node.getStart(), node.end]
  return earlier.some(({ file: other, edit }) => {
    if (other !== file || edit?.kind !== 'use-cache') return false
    if (edit.at.start > start || edit.at.end < end) return false
    const { body } = edit
    if (body.kind !== 'call' && body.start <= start && body.end >= end) return false
    return !edit.tags.includes(node.getText())
  })
}

/** What stands in the way of calling the chosen helper at one place. */
export function misplaced(
  graph: Graph,
  tag: InlineTag,
  { file, name, existing }: HelperChoice,
): Refusal | null {
  if (inFunction(tag.node)) return null
  // At the top of a module the helper must have been made before.
  if (tag.file === file) {
    const isAbove = existing !== null && existing.node.getStart() < tag.node.getStart()
    return isAbove
      ? null
      : review(
          'own-module',
          `The tag in ${at(tag)} is used before ${name} would exist; move it to another module.`,
        )
  }
  if (!loads(graph, file, tag.file)) return null
  return review(
    'import-cycle',
    `${file} imports the module of ${at(tag)}, which would need ${name} while it is loaded; break the cycle first.`,
  )
}

function inFunction(node: ts.Node): boolean {
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) return true
  return false
}

/** Whether a module loads another one, also through others. */
function loads(graph: Graph, from: string, target: string): boolean {
  const seen = new Set([target])
  for (const file of seen) {
    for (const loader of graph.imports.loaders(file)) {
      if (loader === from) return true
      seen.add(loader)
    }
  }
  return false
}
