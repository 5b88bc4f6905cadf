declare module 'vitest' {
  export function test(name: string, run: () => unknown): void
}
