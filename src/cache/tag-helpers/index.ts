import type { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { byCodeUnit } from '../../workspace/paths.js'
import { UsageError, type Workspace } from '../../workspace/types.js'
import { declaredAs, leavesOf, topsOf } from './declared.js'
import { helperAt } from './helper.js'
import type { TagHelper, WrittenTag } from './types.js'
import { writtenTags } from './uses.js'
import { wordsOf } from './words.js'

export { parameterOf } from './helper.js'
export { holesOf, ownTextKey } from './own-text.js'
export type * from './types.js'
export { writtenTags } from './uses.js'

/**
 * The tag helpers of the tree: what the code uses as tags and has a name in a module, and what stands beside it in the
 * same object, or in the same module under a like name. Of several that make the same string one is told, the others
 * are its aliases; sorted by file and place.
 *
 * @param configured names or `file#name` (an object stands for all its members); only those count, where any is given
 * @param written the tags of the tree, where the caller has them already
 * @throws UsageError for a configured helper that does not exist
 */
export function tagHelpersOf(
  workspace: Workspace,
  graph: Graph,
  configured: readonly string[] = [],
  written: readonly WrittenTag[] = writtenTags(workspace, graph),
): TagHelper[] {
  const used = new Map<ts.Node, number>()
  for (const { tag } of written)
    if (tag.kind === 'named') used.set(tag.declared, (used.get(tag.declared) ?? 0) + 1)
  const nodes = new Set([...used.keys(), ...relatives(graph, used)])
  const found = [...nodes]
    .flatMap((node) => helperAt(graph, node) ?? [])
    // What only joins its arguments is a tag where it is used as one.
    .filter(({ node, entity }) => entity !== '' || used.has(node))
  const chosen =
    configured.length === 0
      ? found
      : configured.flatMap((name) => {
          const own = [...found, ...namedHelpers(workspace, graph, name)].filter((one) => isNamed(one, name))
          if (own.length === 0) throw unknownHelper(name, found)
          return own
        })
  return withoutCopies(workspace, chosen, used).sort(
    (a, b) => byCodeUnit(a.file, b.file) || a.node.getStart() - b.node.getStart(),
  )
}

/** Names that end in `KEY` or the like stand beside tags, but are none, though their string may be the same. */
const otherwise = /^(?:key|keys|base|prefix|path|url|route|name|label|title)$/

/** What stands beside helpers that are used: in the same declaration, or under a like name in the same module. */
function relatives(graph: Graph, used: ReadonlyMap<ts.Node, number>): ts.Node[] {
  const files = new Map<string, { tops: Set<string>; lasts: Set<string> }>()
  for (const node of used.keys()) {
    const declared = declaredAs(node)
    const file = node.getSourceFile().fileName
    if (!declared) continue
    const known = files.get(file) ?? { tops: new Set(), lasts: new Set() }
    known.tops.add(declared.names[0])
    known.lasts.add(lastWord(declared.names.at(-1) ?? ''))
    files.set(file, known)
  }
  return [...files].flatMap(([file, { tops, lasts }]) => {
    const model = graph.model(file)
    const likeNames = new Set([...tops].map(lastWord))
    const wanted = model ? topsOf(model).filter(({ name }) => tops.has(name) || isLike(name, likeNames)) : []
    return wanted
      .flatMap(({ node }) => leavesOf(node))
      .filter((node) => {
        const last = lastWord(declaredAs(node)?.names.at(-1) ?? '')
        return !otherwise.test(last) || lasts.has(last)
      })
  })
}

function isLike(name: string, lasts: ReadonlySet<string>): boolean {
  return lasts.has(lastWord(name)) && /tag/i.test(name)
}

function lastWord(name: string): string {
  return (wordsOf(name).at(-1) ?? name).toLowerCase()
}

/** Helpers of a name that no tag of the tree leads to. */
function namedHelpers(workspace: Workspace, graph: Graph, configured: string): TagHelper[] {
  const { file, name } = split(configured)
  const [root = ''] = name.split('.')
  const files = file === null ? workspace.files : workspace.files.filter((one) => one === file)
  return files.flatMap((one) => {
    if (!workspace.bytes(one)?.includes(root)) return []
    const model = graph.model(one)
    if (!model) return []
    const tops = topsOf(model).filter((top) => top.name === root || model.exports.has(root))
    return tops
      .flatMap(({ node }) => leavesOf(node))
      .flatMap((node) => helperAt(graph, node) ?? [])
      .filter((helper) => isNamed(helper, configured))
  })
}

function isNamed({ file, exportName }: TagHelper, configured: string): boolean {
  const wanted = split(configured)
  if (wanted.file !== null && wanted.file !== file) return false
  return exportName === wanted.name || exportName.startsWith(`${wanted.name}.`)
}

function split(configured: string): { file: string | null; name: string } {
  const mark = configured.lastIndexOf('#')
  if (mark === -1) return { file: null, name: configured }
  return { file: configured.slice(0, mark).replace(/^\.\//, ''), name: configured.slice(mark + 1) }
}

function unknownHelper(name: string, found: readonly TagHelper[]): UsageError {
  const known = [...new Set(found.map(({ exportName }) => exportName))].slice(0, 10).join(', ')
  const remedy = known === '' ? 'Write file#name of a function that returns a tag.' : `Found here: ${known}.`
  return new UsageError(`tagHelpers of the config names ${name}, which makes no tag in this tree. ${remedy}`)
}

/** One of those that make the same string: the one that can be used, then the one that is used most, then the first. */
function withoutCopies(
  workspace: Workspace,
  helpers: readonly TagHelper[],
  used: ReadonlyMap<ts.Node, number>,
): TagHelper[] {
  const unique = [...new Map(helpers.map((helper) => [helper.node, helper])).values()]
  const ranked = unique.sort(
    (a, b) =>
      Number(b.usable) - Number(a.usable) ||
      (used.get(b.node) ?? 0) - (used.get(a.node) ?? 0) ||
      byCodeUnit(a.file, b.file) ||
      a.node.getStart() - b.node.getStart(),
  )
  const kept: TagHelper[] = []
  // Apps have caches of their own: the same module in two of them is no copy.
  const mayShare = (a: TagHelper, b: TagHelper): boolean => {
    const [one, other] = [workspace.appOf(a.file), workspace.appOf(b.file)]
    return one === other || !one || !other
  }
  for (const helper of ranked) {
    const same = kept.find((one) => one.key !== null && one.key === helper.key && mayShare(one, helper))
    if (same) same.aliases.push(`${helper.file}#${helper.exportName}`)
    else kept.push(helper)
  }
  for (const { aliases } of kept) aliases.sort(byCodeUnit)
  return kept
}
