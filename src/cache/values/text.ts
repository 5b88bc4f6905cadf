import type { Constant, Hole, Text, Texts } from './types.js'

/** Two texts in a row; neighbouring strings become one. */
export function joined(a: Text, b: Text): Text {
  const last = a.parts.at(-1)
  const [first, ...rest] = b.parts
  if (typeof last !== 'string' || typeof first !== 'string') return { parts: [...a.parts, ...b.parts] }
  return { parts: [...a.parts.slice(0, -1), last + first, ...rest] }
}

export function plainText(value: string): Text {
  return { parts: value === '' ? [] : [value] }
}

export function holeText(hole: Hole): Text {
  return { parts: [hole] }
}

/** The text of a constant, as a template would write it. */
export function constantText(value: Constant): Text {
  return plainText(String(value))
}

/** More texts than these say that a value could be anything. */
const maxTexts = 48

/** Every text of one or the other. */
export function either(...all: Texts[]): Texts {
  const texts = new Map(all.flatMap(({ texts }) => texts).map((text) => [showText(text), text]))
  return bounded(
    [...texts.values()],
    all.every(({ complete }) => complete),
  )
}

/** Every text of the first, followed by every text of the second. */
export function eachWithEach(a: Texts, b: Texts): Texts {
  const texts = a.texts.flatMap((before) => b.texts.map((after) => joined(before, after)))
  return bounded(texts, a.complete && b.complete)
}

function bounded(texts: Text[], complete: boolean): Texts {
  return { texts: texts.slice(0, maxTexts), complete: complete && texts.length <= maxTexts }
}

/** True where nothing of the text is known. */
export function isOpen({ parts }: Text): boolean {
  return parts.length > 0 && parts.every((part) => typeof part !== 'string')
}

/** The string that a text without holes is; null with holes. */
export function wholeText({ parts }: Text): string | null {
  const [first, ...rest] = parts
  if (first === undefined) return ''
  return typeof first === 'string' && rest.length === 0 ? first : null
}

/** For people: `invoices-${orgId}`. */
export function showText({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join('')
}

/** The same for texts that differ only in what fills their holes: readers and writers of one tag share it. */
export function textKey({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('')
}

/** True when both are written alike, holes of the same name included: in one function, the same string. */
export function sameText(a: Text, b: Text): boolean {
  return textKey(a) === textKey(b) && showText(a) === showText(b)
}

/** True when there is a string that both can be; a hole may be any string, also none. */
export function mayMatch(a: Text, b: Text): boolean {
  const left = symbols(a)
  const right = symbols(b)
  // Row by row: whether the rest of `left` from i can meet the rest of `right` from j.
  let below = new Array<boolean>(right.length + 1).fill(false)
  for (let i = left.length; i >= 0; i--) {
    const row = new Array<boolean>(right.length + 1).fill(false)
    for (let j = right.length; j >= 0; j--)
      row[j] = meets(left[i], right[j], row[j + 1], below[j], below[j + 1])
    below = row
  }
  return below[0] ?? false
}

/** `null` is a hole, `undefined` the end; the three ways on are: skip on the right, on the left, on both. */
function meets(
  a: string | null | undefined,
  b: string | null | undefined,
  onRight = false,
  onLeft = false,
  onBoth = false,
): boolean {
  if (a === undefined && b === undefined) return true
  // A hole ends here (skip it), or takes one more character of the other side.
  if (a === null) return onLeft || (b !== undefined && onRight)
  if (b === null) return onRight || (a !== undefined && onLeft)
  return a === b && onBoth
}

function symbols({ parts }: Text): (string | null)[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [...part] : [null]))
}
