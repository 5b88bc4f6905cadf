import type { Range } from '../../plan/types.js'
import { field, list, type Node } from '../ast.js'
import { type Draft, nodeAt, sourceOf } from '../draft.js'
import { EditError } from '../errors.js'
import type { Step } from '../step.js'
import {
  afterSameLineComments,
  commentsBetween,
  hasNewline,
  indentAt,
  lineStart,
  tokenBefore,
  tokenFrom,
} from '../tokens.js'

/** Edit `lift-setting`: a setting moves to the object around the one that holds it, and its value stays. */
export function prepareLift(draft: Draft, at: Range, name: string): Step {
  const property = nodeAt(draft, at, ['ObjectProperty'], 'setting')
  draft.lifts.push({ property, name })
  return { range: property, shown: textOf(draft, property, name), write: () => {} }
}

/** Moves the settings of each object together; an object that they leave empty goes. */
export function writeLifts(draft: Draft): void {
  const byHolder = new Map<Node, Draft['lifts']>()
  for (const lift of draft.lifts) {
    const holder = draft.scopes.parents.get(lift.property)
    if (holder) byHolder.set(holder, [...(byHolder.get(holder) ?? []), lift])
  }
  for (const [holder, lifts] of byHolder) writeHolder(draft, holder, lifts)
}

function writeHolder(draft: Draft, holder: Node, lifts: Draft['lifts']): void {
  const { edits, source, style } = draft
  const around = propertyAround(draft, holder)
  const indent = indentAt(source, around.start)
  const isOnLine = lineStart(source, around.start) + indent.length !== around.start
  const properties = list(holder, 'properties')
  const moved = properties.flatMap((property) => {
    const lift = lifts.find((candidate) => candidate.property === property)
    return lift ? [blockOf(draft, property, lift.name, indent)] : []
  })
  const separator = isOnLine ? ', ' : `,${style.eol}${indent}`
  const text = moved.join(separator)
  if (moved.length === properties.length) {
    edits.replace(around.start, around.end, looseComments(draft, holder, properties, indent) + text)
    return
  }
  // In front of the comments that tell of the object that stays.
  const front = Math.min(around.start, ...commentsAbove(draft, around).map(({ start }) => start))
  edits.insert(front, `${text}${separator}`, 'right')
  remove(draft, holder, properties, new Set(lifts.map(({ property }) => property)))
}

/** The property whose value the object is, casts between them apart. */
function propertyAround(draft: Draft, holder: Node): Node {
  let node: Node | undefined = holder
  while (node && node.type !== 'ObjectProperty') node = draft.scopes.parents.get(node)
  if (!node) throw new EditError(draft.file, 'has a setting that is in no object; move it by hand')
  return node
}

/** `name: value`, or the shorthand where it stays one. */
function textOf(draft: Draft, property: Node, name: string): string {
  const key = field(property, 'key')
  if (!key) return sourceOf(draft, property)
  if (property.shorthand === true) {
    const local = sourceOf(draft, property)
    return local === name ? local : `${name}: ${local}`
  }
  const old = sourceOf(draft, key).replace(/^['"]|['"]$/g, '')
  return old === name ? sourceOf(draft, property) : name + draft.source.slice(key.end, property.end)
}

/** The setting with its comments, indented as its new neighbours are. */
function blockOf(draft: Draft, property: Node, name: string, indent: string): string {
  const { source, style } = draft
  const comments = commentsOf(draft, property).map((range) => sourceOf(draft, range))
  const text = textOf(draft, property, name)
  const lines = [...comments, text].map((part) => reindent(part, indentAt(source, property.start), indent))
  return lines.join(`${style.eol}${indent}`)
}

/** Comments above a setting and behind it on its line; those behind the setting before it are not its own. */
function commentsOf(draft: Draft, property: Node): Range[] {
  const { parsed, source } = draft
  const next = tokenFrom(parsed, property.end)
  const comma = next && source[next.start] === ',' ? next.end : property.end
  const behind = afterSameLineComments(parsed, source, comma)
  return [...commentsAbove(draft, property), ...commentsBetween(parsed, property.end, behind)]
}

function commentsAbove({ parsed, source }: Draft, property: Node): Range[] {
  const before = tokenBefore(parsed, property.start)?.end ?? 0
  return commentsBetween(parsed, afterSameLineComments(parsed, source, before), property.start)
}

/** Lines after the first move by the same amount; a text that runs over lines must not change. */
function reindent(text: string, from: string, to: string): string {
  if (from === to || text.includes('`')) return text
  return text
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
    .join('\n')
}

/** Comments that stand alone in an object that goes, each on a line of its own. */
function looseComments(draft: Draft, holder: Node, properties: Node[], indent: string): string {
  const { parsed, style } = draft
  const taken = properties.flatMap((property) => commentsOf(draft, property).map(({ start }) => start))
  return commentsBetween(parsed, holder.start, holder.end)
    .filter(
      ({ start }) => !taken.includes(start) && !properties.some((p) => p.start < start && start < p.end),
    )
    .map((comment) => `${sourceOf(draft, comment)}${style.eol}${indent}`)
    .join('')
}

/** Takes settings out with their comments, line by line where each has its own. */
function remove(draft: Draft, holder: Node, properties: Node[], gone: ReadonlySet<Node>): void {
  const { edits, parsed, source } = draft
  const last = properties.findLastIndex((property) => !gone.has(property))
  properties.forEach((property, index) => {
    if (!gone.has(property)) return
    const next = tokenFrom(parsed, property.end)
    const comma = next && source[next.start] === ',' ? next : null
    const start = Math.min(property.start, ...commentsOf(draft, property).map((comment) => comment.start))
    const end = afterSameLineComments(parsed, source, comma?.end ?? property.end)
    const before = lineStart(source, start)
    const ownLine = source.slice(before, start).trim() === '' && hasNewline(source, end, followUp(draft, end))
    if (ownLine) edits.replace(before, lineEnd(source, end), '')
    else if (index < last) edits.replace(start, properties[index + 1]?.start ?? end, '')
    else edits.replace(tokenBefore(parsed, start)?.start ?? start, comma?.end ?? property.end, '')
    // The comma of the last one that stays goes where the list has no trailing comma.
    if (ownLine && index > last && !comma) dropComma(draft, properties[last] ?? holder)
  })
}

function dropComma({ edits, parsed, source }: Draft, property: Node): void {
  const next = tokenFrom(parsed, property.end)
  if (next && source[next.start] === ',') edits.replace(next.start, next.end, '')
}

function followUp({ parsed, source }: Draft, offset: number): number {
  return tokenFrom(parsed, offset)?.start ?? source.length
}

function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset)
  return end < 0 ? source.length : end + 1
}
