/**
 * The value that `pack` made small.
 *
 * @param {import('../pack.js').Packed} packed
 * @returns {unknown}
 */
export function unpack({ strings, shared, others, shapes, root }) {
  let last = ''
  const texts = strings.map((rest, index) => {
    last = last.slice(0, shared[index]) + rest
    return last
  })
  const atoms = [...texts, ...others]
  return read(root)

  /** @param {import('../pack.js').PackedNode} node @returns {unknown} */
  function read(node) {
    if (typeof node === 'number') return atoms[node]
    const keys = node[0] === -1 ? null : (shapes[/** @type {number} */ (node[0])] ?? [])
    const values = node.slice(1).map(read)
    return keys === null ? values : Object.fromEntries(keys.map((key, index) => [key, values[index]]))
  }
}
