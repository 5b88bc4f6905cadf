declare module 'vitest' {
  interface Mock {
    (...args: unknown[]): unknown
    mockReset(): void
    mock: { calls: unknown[][] }
  }
  interface Matchers {
    toBe(value: unknown): void
    toHaveBeenCalled(): void
    toHaveBeenCalledTimes(count: number): void
    toHaveBeenCalledWith(...args: unknown[]): void
    toHaveBeenNthCalledWith(n: number, ...args: unknown[]): void
    not: Matchers
  }
  export const vi: {
    fn(): Mock
    mock(path: string, factory?: (original: <T>() => Promise<T>) => unknown): void
    hoisted<T>(factory: () => T): T
    mocked<T>(value: T): T & Mock
  }
  export function expect(value: unknown): Matchers
  export function test(name: string, run: () => unknown): void
  export function beforeEach(run: () => unknown): void
}
