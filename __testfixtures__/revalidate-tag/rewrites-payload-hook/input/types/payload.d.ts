declare module 'payload' {
  export interface CollectionConfig {
    slug: string
    hooks?: { afterChange?: ((args: { doc: { slug: string; _status?: string }; req: { context: { quiet?: boolean } } }) => unknown)[] }
  }
  export interface Config { collections: CollectionConfig[] }
  export function buildConfig(config: Config): Promise<Config>
  export function getPayload(options: { config: Promise<Config> }): Promise<{
    find(options: { collection: string }): Promise<{ docs: { slug: string }[] }>
    update(options: { collection: string; id: string; data: object }): Promise<void>
  }>
}
declare module '@payloadcms/next/routes' {
  type Handler = (request: Request) => Promise<Response>
  export function REST_GET(config: unknown): Handler
  export function REST_POST(config: unknown): Handler
}
