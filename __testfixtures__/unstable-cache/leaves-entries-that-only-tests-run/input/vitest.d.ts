declare module 'vitest' {
  export const test: (name: string, run: () => Promise<void>) => void
}
