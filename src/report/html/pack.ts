/** An integer: an index into the values. A list: `[-1, ...items]`, or `[shape, ...members]` in the order of the shape's keys. */
export type PackedNode = number | PackedNode[]

export interface Packed {
  /**
   * Every distinct string, sorted: what it does not share with the one before, and in `shared` how many characters it
   * does. Paths, ids and lines of code begin alike.
   */
  strings: string[]
  shared: number[]
  /** Every distinct number, boolean and null; they are counted on after the strings. */
  others: (number | boolean | null)[]
  /** The distinct lists of keys of objects. */
  shapes: string[][]
  root: PackedNode
}

/**
 * JSON in fewer bytes and without loss, whatever its shape: a report repeats its keys, paths and sentences thousands of
 * times. `page/unpack.js` is the way back.
 *
 * @param value what JSON can say; members that are undefined are left out, as JSON.stringify does
 */
export function pack(value: unknown): Packed {
  const strings = new Set<string>()
  const others = new Set<Packed['others'][number]>()
  collect(value, strings, others)
  const sorted = [...strings].sort()
  const indexes = new Map([...sorted, ...others].map((atom, index) => [atom as unknown, index]))
  const shapes = new Map<string, number>()
  const write = (node: unknown): PackedNode => {
    if (Array.isArray(node)) return [-1, ...node.map(write)]
    if (typeof node !== 'object' || node === null) return indexes.get(node ?? null) ?? 0
    const members = Object.entries(node).filter(([, member]) => member !== undefined)
    const keys = JSON.stringify(members.map(([key]) => key))
    const shape = shapes.get(keys) ?? shapes.size
    shapes.set(keys, shape)
    return [shape, ...members.map(([, member]) => write(member))]
  }
  const root = write(value)
  const shared = sorted.map((text, index) => sharedStart(sorted[index - 1] ?? '', text))
  return {
    strings: sorted.map((text, index) => text.slice(shared[index])),
    shared,
    others: [...others],
    shapes: [...shapes.keys()].map((keys) => JSON.parse(keys) as string[]),
    root,
  }
}

function collect(node: unknown, strings: Set<string>, others: Set<Packed['others'][number]>): void {
  if (typeof node === 'string') strings.add(node)
  else if (typeof node === 'number' || typeof node === 'boolean') others.add(node)
  else if (typeof node !== 'object' || node === null) others.add(null)
  else for (const member of Object.values(node)) collect(member, strings, others)
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
