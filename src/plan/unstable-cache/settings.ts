import { ts } from '@ts-morph/common'
import { type CachedCall, usesOf } from '../../cache/cached-call/index.js'
import { constantOf } from '../../cache/values/index.js'
import type { Graph } from '../../graph/graph.js'
import type { FileModel } from '../../graph/types.js'
import { type Refusal, refuse } from './refusals.js'

/**
 * What `cacheLife({ revalidate })` gets. `false` and nothing meant "until it is invalidated", which is `Infinity`
 * (docs/next16.md: cacheLife): a named profile would add a hard expiry, and no cacheLife at all means 15 minutes.
 */
export function lifetimeOf(graph: Graph, { model, revalidate }: CachedCall): { text: string } | Refusal {
  if (revalidate.kind === 'absent') return { text: 'Infinity' }
  if (revalidate.kind === 'unclear') return refuse('options-unclear', revalidate.why)
  return lifetime(graph, model, revalidate.node, revalidate.text)
}

function lifetime(
  graph: Graph,
  model: FileModel,
  node: ts.Expression,
  text: string,
): { text: string } | Refusal {
  const known = constantOf(graph, node)
  // A name of the function around it is not at hand in a function of its own; its value is.
  if (known) return ofConstant(usesOf(model, node).length > 0 ? null : text, known.value)
  const isHere = text === node.getText() && usesOf(model, node).length === 0
  if (ts.isConditionalExpression(node) && isHere) return ofConditional(graph, model, node)
  const [local] = usesOf(model, node)
  return refuse(
    'revalidate-unclear',
    local
      ? `its lifetime depends on ${local.root.text}, which only the function around it knows`
      : `what ${text} is when it runs cannot be told, and 0 and false mean other things`,
  )
}

function ofConstant(text: string | null, value: unknown): { text: string } | Refusal {
  if (value === false || value === undefined || value === Infinity) return { text: 'Infinity' }
  if (value === 0)
    return refuse('revalidate-zero', 'revalidate: 0 is no cache at all, and throws in unstable_cache')
  if (typeof value !== 'number' || Number.isNaN(value) || value < 0)
    return refuse('revalidate-unclear', `${text ?? String(value)} is no number of seconds`)
  return { text: text ?? String(value) }
}

/** `isDev ? 60 : false`. */
function ofConditional(
  graph: Graph,
  model: FileModel,
  node: ts.ConditionalExpression,
): { text: string } | Refusal {
  const yes = lifetime(graph, model, node.whenTrue, node.whenTrue.getText())
  const no = lifetime(graph, model, node.whenFalse, node.whenFalse.getText())
  if ('rule' in yes) return yes
  return 'rule' in no ? no : { text: `${node.condition.getText()} ? ${yes.text} : ${no.text}` }
}

/** The elements of a list as it is written; a list that is made elsewhere is one spread element. */
export interface Element {
  node: ts.Expression
  spread: boolean
  text: string
}

export function elementsOf(setting: CachedCall['tags']): Element[] {
  if (setting.kind !== 'given') return []
  const { node, text } = setting
  if (!ts.isArrayLiteralExpression(node) || text !== node.getText()) return [{ node, spread: true, text }]
  return node.elements.map((element) =>
    ts.isSpreadElement(element)
      ? { node: element.expression, spread: true, text: element.expression.getText() }
      : { node: element, spread: false, text: element.getText() },
  )
}

const changing = new Set(['Date', 'Math', 'crypto', 'performance'])

/** Whether an expression may give something else each time, whatever names are in it. */
export function isVolatile(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return true
  if (ts.isIdentifier(node) && changing.has(node.text)) return true
  return ts.forEachChild(node, (child) => isVolatile(child) || undefined) ?? false
}
