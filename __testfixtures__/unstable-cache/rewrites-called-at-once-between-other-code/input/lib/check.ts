export const z = {
  string(value: unknown) {
    if (typeof value !== 'string') throw new TypeError('not a string')
  },
}
