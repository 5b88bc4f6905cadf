/**
 * Works on items, some at the same time, in their order. The first error ends it: no further item is begun, and it is
 * thrown once those that run have ended.
 *
 * @param work gets the item and the number of the worker, from 0
 */
export async function inParallel<T>(
  items: readonly T[],
  workers: number,
  work: (item: T, worker: number) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const errors: unknown[] = []
  async function worker(_: unknown, number: number): Promise<void> {
    for (const item of left) {
      try {
        await work(item, number)
      } catch (error) {
        errors.push(error)
      }
      if (errors.length > 0) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(workers, items.length) }, worker))
  if (errors.length > 0) throw errors[0]
}
