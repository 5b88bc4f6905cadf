declare module 'zsa' {
  interface Chain<I, C> {
    input<N>(schema: (value: unknown) => N): Chain<N, C>
    handler<O>(run: (args: { input: I; ctx: C }) => Promise<O>): (input: I) => Promise<[O, null] | [null, Error]>
  }
  export function createServerActionProcedure(): {
    handler<O>(run: () => Promise<O>): { createServerAction(): Chain<void, O> }
  }
}
