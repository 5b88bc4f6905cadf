import type { Range } from '../plan/types.js'
import { field, isCall, list, type Node, nameOf, withoutCasts } from './ast.js'
import { addTarget, type Draft, nodeAt, sourceOf } from './draft.js'
import { insertAfter, listIndent } from './lists.js'
import { mockPattern } from './names.js'
import type { Step } from './step.js'
import { tokenBefore, tokenFrom } from './tokens.js'

/** Edit `add-mock-member`: a mock's object gets another function, made like one that it has. */
export function prepareMockMember(draft: Draft, at: Range, member: string, like: string): Step {
  const object = nodeAt(draft, at, ['ObjectExpression', 'Identifier'], 'object')
  if (object.type === 'Identifier') return prepareLine(draft, object, member, like)
  const properties = list(object, 'properties')
  const model = properties.find((property) => keyOf(property) === like)
  if (properties.some((property) => keyOf(property) === member)) return { range: object, write: () => {} }
  const hoisted = model && hoistedTarget(draft, model, member)
  return {
    range: object,
    write(nameOf) {
      const local = hoisted && nameOf(hoisted)
      const text = local
        ? local === member
          ? member
          : `${member}: ${local}`
        : memberText(draft, model, member, like)
      insertMember(draft, object, model ?? properties.at(-1), text)
    },
  }
}

/** `export const updateTag = vi.fn()` below its model: a manual mock is a module of mocks. */
function prepareLine(draft: Draft, name: Node, member: string, like: string): Step {
  const { parents } = draft.scopes
  let line = name
  for (let up = parents.get(line); up && up.type !== 'Program'; up = parents.get(up)) line = up
  const newline = draft.source.includes('\r\n') ? '\r\n' : '\n'
  const text = replaceName(sourceOf(draft, line), like, member)
  return { range: line, write: () => draft.edits.insert(line.end, `${newline}${text}`) }
}

function keyOf(property: Node): string | null {
  return property.computed === true ? null : nameOf(field(property, 'key'))
}

/** A shorthand of a name that `vi.hoisted` gave: the new member comes from there too. */
function hoistedTarget(draft: Draft, model: Node, member: string): ReturnType<typeof addTarget> | undefined {
  const value = field(model, 'value')
  const reference = value ? (draft.scopes.referenceOf.get(value) ?? null) : null
  if (!reference?.binding || reference.binding.name !== keyOf(model)) return undefined
  if (!mockPattern(draft, reference.binding)) return undefined
  // The model stays, so its reference is not given up; only its scope and its pattern matter.
  return addTarget(draft, member, reference.node, reference, { mock: true })
}

/**
 * A copy of the model with the name replaced, where the copy is a mock of its own: `vi.fn()`, `mocks.revalidateTag`,
 * a method. A model that is a shared variable or calls one would make two names count as one mock: then a fresh one.
 */
function memberText(draft: Draft, model: Node | undefined, member: string, like: string): string {
  const fresh = `${member}: ${runner(draft)}.fn()`
  if (!model) return fresh
  const copy = replaceName(sourceOf(draft, model), like, member)
  if (model.type === 'ObjectMethod') return copy
  const value = withoutCasts(field(model, 'value') ?? model)
  const own = isCall(value) || /^(Arrow)?FunctionExpression$/.test(value.type) || isMockMember(value, like)
  const shared = new RegExp(`\\w${escaped(like)}|${escaped(like)}\\w`, 'i').test(copy)
  return own && !shared ? copy : fresh
}

function isMockMember(value: Node, like: string): boolean {
  return value.type === 'MemberExpression' && nameOf(field(value, 'property')) === like
}

function replaceName(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`(?<![\\w$])${escaped(from)}(?![\\w$])`, 'g'), to)
}

function escaped(name: string): string {
  return name.replace(/[$]/g, '\\$&')
}

/** The object that makes mock functions in this file. */
function runner({ source }: Draft): string {
  for (const name of ['vi', 'jest', 'mock'])
    if (new RegExp(`(?<![\\w$.])${name}\\.fn\\(`).test(source)) return name
  return /(?<![\w$.])jest\./.test(source) ? 'jest' : 'vi'
}

function insertMember(draft: Draft, object: Node, neighbour: Node | undefined, text: string): void {
  const { edits, parsed, source, style } = draft
  if (!neighbour) {
    const space = style.bracketSpacing ? ' ' : ''
    edits.replace(object.start, object.end, `{${space}${text}${space}}`)
    return
  }
  const closer = (tokenBefore(parsed, object.end)?.end ?? object.end) - 1
  const first = tokenFrom(parsed, object.start + 1)?.start ?? neighbour.start
  insertAfter(draft, {
    after: neighbour.end,
    indent: listIndent(draft, object.start, first, closer),
    texts: [text.replace(/\r\n|\r|\n/g, source.includes('\r\n') ? '\r\n' : '\n')],
  })
}
