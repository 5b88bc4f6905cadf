declare module '@trpc/server' {
  type Resolver<I, O> = (opts: { ctx: { userId: string }; input: I }) => Promise<O>
  interface Procedure<I = unknown> {
    input<N>(parser: (value: unknown) => N): Procedure<N>
    mutation<O>(resolver: Resolver<I, O>): { mutate: (input: I) => Promise<O> }
    query<O>(resolver: Resolver<I, O>): { query: (input: I) => Promise<O> }
  }
  type Calls<R> = { [K in keyof R]: R[K] extends { mutate: infer M } ? M : R[K] extends { query: infer Q } ? Q : Calls<R[K]> }
  export const initTRPC: {
    create(): {
      procedure: Procedure
      router<R>(routes: R): R & { createCaller(ctx: { userId: string }): Calls<R> }
    }
  }
}
declare module '@trpc/server/adapters/fetch' {
  export function fetchRequestHandler(options: { req: Request; router: unknown; endpoint: string }): Promise<Response>
}
