declare module 'later' {
  export function later(run: () => void): void
}
