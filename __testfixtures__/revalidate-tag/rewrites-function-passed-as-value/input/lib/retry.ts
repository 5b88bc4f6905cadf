export async function retry<A extends unknown[]>(work: (...args: A) => unknown, ...args: A) {
  try {
    return await work(...args)
  } catch {
    return work(...args)
  }
}
