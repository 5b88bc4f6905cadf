declare module 'inngest' {
  type Handler = (args: { event: { data: { id: string } }; step: { run(name: string, work: () => unknown): Promise<void> } }) => Promise<void>
  export class Inngest {
    constructor(options: { id: string })
    createFunction(options: { id: string }, trigger: { event: string }, handler: Handler): object
    send(event: { name: string; data: { id: string } }): Promise<void>
  }
}
declare module 'inngest/next' {
  export function serve(options: { client: unknown; functions: object[] }): Record<'GET' | 'POST' | 'PUT', (request: Request) => Promise<Response>>
}
