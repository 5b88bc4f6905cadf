import { setTimeout as pause } from 'node:timers/promises'

/**
 * Reads until what is read is accepted, and returns it.
 *
 * @param limit milliseconds after which it gives up; it reads at least once
 * @throws Error with the last value read
 */
export async function pollUntil<T>(
  read: () => T | Promise<T>,
  accept: (value: T) => boolean,
  limit = 10_000,
): Promise<T> {
  const end = Date.now() + limit
  for (;;) {
    const value = await read()
    if (accept(value)) return value
    if (Date.now() > end) throw new Error(`Not accepted within ${limit} ms, last: ${JSON.stringify(value)}`)
    await pause(50)
  }
}
