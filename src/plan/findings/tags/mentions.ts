import { ts } from '@ts-morph/common'
import { listOf, mayMatch, textsOf } from '../../../cache/values/index.js'
import type { Text } from '../../../cache/values/types.js'
import type { Graph } from '../../../graph/graph.js'
import { eachChild, memberName } from '../../../graph/syntax.js'
import type { Workspace } from '../../../workspace/types.js'
import { canMeet } from './scope.js'
import type { TagAt } from './types.js'

/** `tags`, `cacheTags`, `tag`, `Vercel-Cache-Tag`: what other code may hand to a cache that cannot be seen here. */
const namesTags = /(?:^|[a-z-])tags?$/i

/** Files in which tags may be something of a cache. */
const speaksOfTags = /tags?["']?\s*[:,}]|-tags?["']/i
const speaksOfCaches = /cache|revalidate|\bnext\s*:/i
/** Bundles that were checked in are larger than what people write. */
const maxBytes = 200_000

/**
 * Tells whether something that is called tags holds a tag: the option of a wrapper or of a package, the header of a
 * CDN. The files are read when the first tag is asked for.
 */
export function createMentions(workspace: Workspace, graph: Graph): (tag: TagAt) => boolean {
  let said: TagAt[] | null = null
  return ({ text, at }) => {
    said ??= workspace.files.flatMap((file) => textsIn(workspace, graph, file))
    return said.some((one) => mayMatch(one.text, text) && canMeet(workspace, one.at, at))
  }
}

function textsIn(workspace: Workspace, graph: Graph, file: string): TagAt[] {
  const bytes = workspace.bytes(file)
  const text = !bytes || bytes.length > maxBytes ? '' : bytes.toString('latin1')
  const source = speaksOfTags.test(text) && speaksOfCaches.test(text) ? graph.model(file)?.source : undefined
  return source ? holdersIn(source).flatMap((holder) => saidBy(graph, holder)) : []
}

function saidBy(graph: Graph, value: ts.Expression): TagAt[] {
  const items = listOf(graph, value)?.items ?? [textsOf(graph, value)]
  const texts = items.flatMap((item) => item?.texts ?? []).filter(isSaid)
  return texts.map((text) => ({ text, at: value }))
}

/** A text of holes alone says nothing. */
function isSaid({ parts }: Text): boolean {
  return parts.some((part) => typeof part === 'string')
}

/** The values of properties that are called tags, and of headers that are set: `headers.set('Cache-Tag', value)`. */
function holdersIn(source: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && namesTags.test(memberName(node.name) ?? ''))
      found.push(node.initializer)
    if (ts.isShorthandPropertyAssignment(node) && namesTags.test(node.name.text)) found.push(node.name)
    if (ts.isCallExpression(node)) {
      const [name, value] = node.arguments
      if (name && value && ts.isStringLiteralLike(name) && namesTags.test(name.text)) found.push(value)
    }
    eachChild(node, visit)
  }
  visit(source)
  return found
}
