declare module 'hono' {
  interface Context { json(value: unknown): Response }
  type Handler = (c: Context) => Response | Promise<Response>
  export class Hono {
    basePath(path: string): Hono
    route(path: string, app: Hono): Hono
    post(path: string, handler: Handler): Hono
  }
}
declare module 'hono/vercel' {
  import type { Hono } from 'hono'
  export function handle(app: Hono): (request: Request) => Promise<Response>
}
