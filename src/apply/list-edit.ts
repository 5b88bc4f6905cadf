import type { Node } from './ast.js'
import type { Draft } from './draft.js'
import { insertAfter, listIndent } from './lists.js'
import { afterSameLineComments, tokenFrom } from './tokens.js'

export interface NewElement {
  /** What the list is sorted by. */
  key: string
  text: string
}

export interface ListEdit {
  elements: Node[]
  dead: ReadonlySet<Node>
  added: NewElement[]
  /** Offsets of the opening and of the closing bracket. */
  opener: number
  closer: number
  /** Sort key of an element; a list that was sorted by it stays sorted. Without it new elements go last. */
  keyOf?: (element: Node) => string
}

/** Takes elements out of a bracketed list and adds others; what stays keeps its bytes. A dead one's place is taken first. */
export function editList(draft: Draft, edit: ListEdit): void {
  const { elements, dead, added, opener, closer } = edit
  const first = elements[0]
  if (!first) {
    if (added.length === 0) return
    const text = added.map((one) => one.text).join(', ')
    draft.edits.replace(opener, closer + 1, draft.style.bracketSpacing ? `{ ${text} }` : `{${text}}`)
    return
  }
  const indent = listIndent(draft, opener, first.start, closer)
  const { slots, behind, front } = place(edit)
  for (const [element, one] of slots) draft.edits.replace(element.start, element.end, one.text)
  for (const [element, ones] of behind)
    insertAfter(draft, { after: element.end, indent, texts: ones.map(({ text }) => text) })
  for (const { text } of front)
    draft.edits.insert(first.start, indent === null ? `${text}, ` : `${text},${draft.style.eol}${indent}`)
  removeElements(
    draft,
    elements,
    new Set(elements.filter((element) => dead.has(element) && !slots.has(element))),
  )
}

interface Places {
  slots: Map<Node, NewElement>
  behind: Map<Node, NewElement[]>
  front: NewElement[]
}

function place({ elements, dead, added, keyOf }: ListEdit): Places {
  const places: Places = { slots: new Map(), behind: new Map(), front: [] }
  const compare = keyOf && order(elements.map(keyOf))
  const ordered = compare ? [...added].sort((a, b) => compare(a.key, b.key)) : added
  for (const one of ordered) {
    const before = (element: Node): boolean => !keyOf || !compare || compare(keyOf(element), one.key) <= 0
    const kept = elements.filter((element) => !dead.has(element))
    const previous = kept.filter(before).at(-1)
    const next = compare ? kept.find((element) => !before(element)) : undefined
    const from = compare && previous ? previous.end : -1
    const slot = elements.find(
      (element) =>
        dead.has(element) &&
        !places.slots.has(element) &&
        element.start > from &&
        element.start < (next?.start ?? Infinity),
    )
    const anchor = previous ?? (compare ? undefined : elements.at(-1)) ?? lastSlot(places)
    if (slot) places.slots.set(slot, one)
    else if (anchor) places.behind.set(anchor, [...(places.behind.get(anchor) ?? []), one])
    else places.front.push(one)
  }
  return places
}

function lastSlot({ slots }: Places): Node | undefined {
  return [...slots.keys()].at(-1)
}

/** The order that a list follows, undefined where it follows none or is too short to tell. */
function order(keys: string[]): ((a: string, b: string) => number) | undefined {
  if (keys.length < 2) return undefined
  const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const folded = (a: string, b: string): number => plain(a.toLowerCase(), b.toLowerCase())
  const holds = (compare: typeof plain): boolean =>
    keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? '', key) <= 0)
  return [folded, plain].find(holds)
}

function removeElements(draft: Draft, elements: Node[], gone: ReadonlySet<Node>): void {
  const { edits, parsed, source } = draft
  const last = elements.findLastIndex((element) => !gone.has(element))
  elements.forEach((element, index) => {
    if (!gone.has(element)) return
    const next = elements[index + 1]
    if (next && index < last) edits.replace(element.start, next.start, '')
    if (index < last || last < 0) return
    // Behind the last element that stays: its comma goes where the list has no trailing comma.
    const previous = elements[index - 1]
    const comma = previous && tokenFrom(parsed, previous.end)
    if (!previous || !comma) return
    const start = afterSameLineComments(parsed, source, comma.end)
    const after = tokenFrom(parsed, element.end)
    const trailing = after && source[after.start] === ','
    edits.replace(start, element.end, '')
    if (!trailing) edits.replace(comma.start, comma.end, '')
    else if (!next) edits.replace(after.start, after.end, '')
  })
}
