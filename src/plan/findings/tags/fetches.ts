import { ts } from '@ts-morph/common'
import { type Settings, settingsAt } from '../../../cache/readers/settings.js'
import { type Tags, tagsAt } from '../../../cache/readers/tags.js'
import type { Frame, Look } from '../../../cache/values/place.js'
import type { Graph } from '../../../graph/graph.js'
import { bare, dressed, eachChild, memberName } from '../../../graph/syntax.js'
import type { FileModel } from '../../../graph/types.js'
import type { Workspace } from '../../../workspace/types.js'
import type { FetchOptions } from './types.js'

/** A `next` that is written somewhere: an option of fetch, or of a client that hands it on to fetch. */
export interface NextOption {
  value: ts.Expression
  /** The options that it is written in; null for `init.next = value`. */
  fetch: FetchOptions | null
}

const namesNext = /\bnext["']?\s*[:=]\s*[\w({]|[{,]\s*next\s*[,}]/
const mayFetch = /\btags\b|fetch|request/i
/** Bundles that were checked in are larger than what people write. */
const maxBytes = 200_000

/** Every `next: ...` that may be an option of fetch. Client files have no data cache. */
export function nextOptions(workspace: Workspace, graph: Graph): NextOption[] {
  return workspace.files.flatMap((file) => {
    const bytes = workspace.bytes(file)
    if (!bytes?.includes('next') || bytes.length > maxBytes) return []
    const text = bytes.toString('latin1')
    if (!namesNext.test(text) || !mayFetch.test(text) || graph.directive(file) === 'use client') return []
    const model = graph.model(file)
    return model ? optionsIn(model) : []
  })
}

function optionsIn(model: FileModel): NextOption[] {
  const found: NextOption[] = []
  const visit = (node: ts.Node): void => {
    const value = nextValue(node)
    if (value) found.push({ value, fetch: optionsAround(model, node) })
    eachChild(node, visit)
  }
  visit(model.source)
  return found
}

/** `{ next: value }`, `{ next }`, `init.next = value`. */
function nextValue(node: ts.Node): ts.Expression | null {
  if (ts.isPropertyAssignment(node)) return memberName(node.name) === 'next' ? node.initializer : null
  if (ts.isShorthandPropertyAssignment(node)) return node.name.text === 'next' ? node.name : null
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null
  const { left, right } = node
  return ts.isPropertyAccessExpression(left) && left.name.text === 'next' ? right : null
}

function optionsAround(model: FileModel, property: ts.Node): FetchOptions | null {
  const object = property.parent
  if (!ts.isObjectLiteralExpression(object)) return null
  const options = dressed(object)
  const call = options.parent
  const isOptions = ts.isCallExpression(call) && call.arguments[1] === options
  return { object, call: isOptions && isGlobalFetch(model, bare(call.expression)) ? call : null }
}

/** `fetch` of no scope, `globalThis.fetch`. */
function isGlobalFetch(model: FileModel, callee: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(callee))
    return callee.name.text === 'fetch' && /^(?:globalThis|global)$/.test(callee.expression.getText())
  return ts.isIdentifier(callee) && callee.text === 'fetch' && model.declarationOf(callee) === null
}

/** The tags of a `next`; null where it speaks of none. */
export function tagsOfNext(look: Look, value: ts.Expression, frame: Frame | null): Tags | null {
  const settings = settingsAt(look, { node: value, frame })
  return tagsOfSettings(look, settings)
}

/** The `tags` of options; null where they have none. */
export function tagsOfSettings(look: Look, settings: Settings): Tags | null {
  const tags = settings.values.get('tags')
  return tags ? tagsAt(look, tags) : null
}
