export function withAccess<A extends unknown[], R>(run: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    if (!process.env.ALLOW) throw new Error('forbidden')
    return run(...args)
  }
}
