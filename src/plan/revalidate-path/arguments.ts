import { ts } from '@ts-morph/common'
import type { CallSite } from '../../cache/call-sites.js'
import { type Origin, type RouteEntries, valueOrigin } from '../../cache/origin/index.js'
import { namesAt } from '../../cache/origin/names.js'
import type { RouteReads } from '../../cache/readers/index.js'
import type { Match } from '../../cache/routes/index.js'
import { wholeText } from '../../cache/values/index.js'
import { bare, isFunction } from '../../graph/syntax.js'
import { argumentName, givenArgument, type PathAnswer } from './answer.js'
import type { HelperCall } from './helpers.js'
import type { World } from './world.js'

/** The arguments of a helper as the call site can write them, or the parameter that it cannot name. */
export type ArgumentTexts = { texts: string[] } | { missing: string }

/** What a person said arguments are, by {@link argumentName}. */
export type Given = PathAnswer['arguments']

/** Names that say nothing of what they identify: only proof ties them. */
const vague = /^(?:id|slug|name|key|value|type|tag|code|kind|data|item|index|page|limit)$/i

/** Ties every argument of a reader's helper call to something that can be written at the call site. */
export function argumentsAt(
  world: World,
  site: CallSite,
  match: Match,
  reads: RouteReads,
  helper: HelperCall,
  said: Given,
): ArgumentTexts {
  const texts: string[] = []
  for (const [index, argument] of (helper.arguments ?? []).entries()) {
    const name = helper.parameters[index] ?? argument.getText()
    const told = said.get(argumentName(helper, name))
    const found = ts.isSpreadElement(argument)
      ? null
      : (argumentAt(world, site, match, reads, argument, name) ??
        (told === undefined ? null : givenArgument(world, site, told)))
    if (!found) return { missing: name }
    // A path takes numbers as they are, a helper may not.
    const isCast = found.type === 'number' && helper.types[index] === 'string'
    texts.push(isCast ? `String(${found.text})` : found.text)
  }
  return { texts }
}

/** What is written, and its type where that matters. */
interface Argument {
  text: string
  type: string | null
}

function argumentAt(
  world: World,
  site: CallSite,
  match: Match,
  reads: RouteReads,
  argument: ts.Expression,
  parameter: string,
): Argument | null {
  const { graph } = world.input
  const origin = valueOrigin(graph, argument, entriesOf(world, reads))
  if (origin?.root.startsWith('"') && origin.members.length === 0)
    return { text: quoted(site, origin.root.slice(1, -1)), type: null }
  if (origin?.root.startsWith('param:') && origin.members.length === 0)
    return ofBinding(world, site, match, origin.root.slice('param:'.length))
  return (origin && ofSameOrigin(world, site, origin)) ?? ofName(world, site, parameter)
}

/** What fills the parameter in the path: `/invoices/${invoice.id}` gives `invoice.id`. */
function ofBinding({ types }: World, site: CallSite, { params }: Match, name: string): Argument | null {
  const binding = params.find((one) => one.name === name)
  if (!binding) return null
  const whole = wholeText(binding.text)
  if (whole !== null) return { text: quoted(site, whole), type: null }
  const { expression } = binding.hole ?? {}
  if (!expression || !isNameable(expression)) return null
  return { text: expression.getText(), type: types.value(expression).text }
}

/** A name or a member chain, also as `String(id)`: anything else (an encoded id) is not what the reader has. */
function isNameable(expression: ts.Expression): boolean {
  const node = bare(expression)
  if (ts.isIdentifier(node)) return true
  if (ts.isPropertyAccessExpression(node)) return isNameable(node.expression)
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'String')
    return node.arguments.length === 1
  return false
}

/** A local value that is the same, or holds it: `session` for `session.orgId`. */
function ofSameOrigin({ input }: World, site: CallSite, wanted: Origin): Argument | null {
  for (const name of namesAt(site.node)) {
    const origin = valueOrigin(input.graph, name)
    if (!origin || origin.root !== wanted.root) continue
    const isStart = origin.members.every((member, index) => wanted.members[index] === member)
    if (!isStart) continue
    return { text: [name.text, ...wanted.members.slice(origin.members.length)].join('.'), type: null }
  }
  return null
}

/** A local value of the very name, or the one value in scope whose type has a property of that name. */
function ofName({ types }: World, site: CallSite, parameter: string): Argument | null {
  if (vague.test(parameter)) return null
  const names = namesAt(site.node)
  const own = names.find(({ text }) => text === parameter)
  if (own) return { text: parameter, type: types.value(own).text }
  const holders = names.flatMap((name) => {
    const type = types.property(name, parameter)
    return isText(type) ? [{ text: `${name.text}.${parameter}`, type }] : []
  })
  const [holder, other] = holders
  return holder && !other ? holder : null
}

function isText(type: string | null): boolean {
  return type === 'string' || type === 'number'
}

/** Where the route hands its `params` in: exported functions of its own files. */
function entriesOf({ input }: World, { route, files }: RouteReads): RouteEntries {
  const branches = [route, ...route.slots, ...route.intercepted]
  const own = new Set(branches.flatMap(({ file, layouts, templates }) => [file, ...layouts, ...templates]))
  return {
    files: new Set(files),
    isEntry(node) {
      const file = node.getSourceFile().fileName
      const model = own.has(file) && isFunction(node) ? input.graph.model(file) : null
      return !!model && [...model.exports.values()].some((unit) => unit.node === node)
    },
  }
}

/** A string in the quotes of the path beside it. */
function quoted({ arguments: [path] }: CallSite, text: string): string {
  const quote = path?.text.startsWith('"') ? '"' : "'"
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`
}
