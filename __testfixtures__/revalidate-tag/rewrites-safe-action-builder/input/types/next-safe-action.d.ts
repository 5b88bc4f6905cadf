declare module 'next-safe-action' {
  interface Client<I, C> {
    use<N>(middleware: (args: { next: <M>(extra: { ctx: M }) => Promise<{ ctx: M }> }) => Promise<{ ctx: N }>): Client<I, C & N>
    inputSchema<N>(schema: (value: unknown) => N): Client<N, C>
    action<O>(run: (args: { parsedInput: I; ctx: C }) => Promise<O>): (input: I) => Promise<{ data?: O }>
  }
  export function createSafeActionClient(): Client<void, object>
}
