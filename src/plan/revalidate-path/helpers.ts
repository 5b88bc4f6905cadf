import { ts } from '@ts-morph/common'
import { follow } from '../../cache/values/follow.js'
import { lookFrom } from '../../cache/values/place.js'
import type { Text, Texts } from '../../cache/values/types.js'
import type { Graph } from '../../graph/graph.js'
import { land } from '../../graph/resolve/land.js'
import { bare, hasModifier } from '../../graph/syntax.js'
import type { Unit } from '../../graph/types.js'
import { outermost } from '../../graph/units.js'
import { withoutAliases } from './local-name.js'

/** A tag as a reader writes it: a call of a helper, or a constant of one. */
export interface HelperCall {
  /** As it is written from its export on: `invoiceTags.record`. */
  name: string
  /** File that declares it, and the export under which others get it; null where it is private. */
  file: string
  exported: string | null
  /** Arguments at the reader; null for a constant. */
  arguments: ts.Expression[] | null
  /** Names of the helper's own parameters. */
  parameters: string[]
  /** Their types as written; null where none is. */
  types: (string | null)[]
  text: Text
  /** The fixed parts of the text. */
  staticText: string
}

/** The helper behind a tag expression; null for a literal, a template or what cannot be followed. */
export function helperOf(graph: Graph, expression: ts.Expression, texts: Texts): HelperCall | null {
  const [text, other] = texts.texts
  if (!text || other || !texts.complete) return null
  const node = bare(expression)
  const member = enumMember(graph, node)
  if (member) return { ...member, text, staticText: staticText(text) }
  const callee = ts.isCallExpression(node) ? node.expression : node
  const model = graph.model(node.getSourceFile().fileName)
  const path = model?.referenceAt(callee)?.path
  const landing = path && land(graph, path, model.file)
  if (!landing?.exact || !landing.unit.node || landing.unit.kind === 'api') return null
  const { unit } = landing
  const holder = outermost(unit)
  const parameters = parametersOf(unit)
  if (ts.isCallExpression(node) !== (unit.kind === 'function') || parameters === null) return null
  const members = memberNames(unit, holder)
  const exported = exportOf(graph, holder)
  return {
    name: [exported && exported !== 'default' ? exported : holder.name, ...members].join('.'),
    file: holder.file,
    exported,
    arguments: ts.isCallExpression(node) ? [...node.arguments] : null,
    parameters: parameters.map(({ name }) => name.getText()),
    types: parameters.map(({ type }) => type?.getText() ?? null),
    text,
    staticText: staticText(text),
  }
}

function staticText({ parts }: Text): string {
  return parts.filter((part) => typeof part === 'string').join('-')
}

/** Enums are no units of the graph. */
function enumMember(graph: Graph, node: ts.Expression): Omit<HelperCall, 'text' | 'staticText'> | null {
  if (!ts.isPropertyAccessExpression(node)) return null
  const { node: found } = follow(lookFrom(graph, node), { node: node.expression, frame: null })
  if (!ts.isEnumDeclaration(found)) return null
  return {
    name: `${found.name.text}.${node.name.text}`,
    file: found.getSourceFile().fileName,
    exported: hasModifier(found, ts.SyntaxKind.ExportKeyword) ? found.name.text : null,
    arguments: null,
    parameters: [],
    types: [],
  }
}

/** The one that names most: a record before the list, the list before all. */
export function narrowest(helpers: readonly HelperCall[]): HelperCall | null {
  const holes = ({ text }: HelperCall): number => text.parts.filter((part) => typeof part !== 'string').length
  return helpers.reduce<HelperCall | null>(
    (best, one) => (best && holes(best) >= holes(one) ? best : one),
    null,
  )
}

function parametersOf({ node, kind }: Unit): readonly ts.ParameterDeclaration[] | null {
  if (kind !== 'function') return []
  if (!node || !ts.isFunctionLike(node)) return null
  if (hasModifier(node, ts.SyntaxKind.AsyncKeyword)) return null
  return node.parameters.filter(ts.isParameter)
}

/** `record` of `invoiceTags`: the names that lead from the exported object to the unit. */
function memberNames(unit: Unit, holder: Unit): string[] {
  const names: string[] = []
  for (let current = unit; current !== holder && current.container; current = current.container) {
    const key = [...current.container.members].find(([, one]) => one === current)?.[0]
    names.unshift(key ?? current.name)
  }
  return names
}

function exportOf(graph: Graph, holder: Unit): string | null {
  const model = graph.model(holder.file)
  const own = [...(model?.exports ?? [])]
  const found =
    own.find(([, one]) => one === holder) ?? own.find(([, one]) => withoutAliases(graph, one) === holder)
  return found?.[0] ?? null
}
