/**
 * What types of well-known packages say about the values that matter here, for trees where nothing is installed.
 * Only what is true in every supported version: `cookies()` gives its store at once in Next.js 14 and a promise of it
 * since 15, so it is both here. What they leave out has no type, and so is unknown.
 */
const modules: Record<string, string> = {
  'next/headers': `
interface Cookie { name: string; value: string }
interface ReadonlyRequestCookies {
  readonly size: number
  get(name: string): Cookie | undefined
  getAll(name?: string): Cookie[]
  has(name: string): boolean
  set(...args: unknown[]): this
  delete(...args: unknown[]): this
  toString(): string
  [Symbol.iterator](): IterableIterator<[string, Cookie]>
}
interface ReadonlyHeaders extends Headers {}
interface DraftMode { readonly isEnabled: boolean; enable(): void; disable(): void }
export declare function cookies(): Promise<ReadonlyRequestCookies> & ReadonlyRequestCookies
export declare function headers(): Promise<ReadonlyHeaders> & ReadonlyHeaders
export declare function draftMode(): Promise<DraftMode> & DraftMode
`,
  'next/cache': `
export declare function unstable_cache<T extends (...args: any[]) => Promise<any>>(
  callback: T, keyParts?: string[], options?: { revalidate?: number | false; tags?: string[] }): T
export declare function revalidateTag(tag: string, profile?: string | { expire?: number }): undefined
export declare function revalidatePath(path: string, type?: 'layout' | 'page'): undefined
export declare function updateTag(tag: string): undefined
export declare function refresh(): void
export declare function cacheTag(...tags: string[]): void
export declare function cacheLife(profile: string | { stale?: number; revalidate?: number; expire?: number }): void
export declare function unstable_noStore(): void
`,
  'next/navigation': `
export declare function notFound(): never
export declare function redirect(url: string, type?: 'push' | 'replace'): never
export declare function permanentRedirect(url: string, type?: 'push' | 'replace'): never
`,
  'next/server': `
interface Cookie { name: string; value: string }
interface RequestCookies {
  get(name: string): Cookie | undefined
  getAll(name?: string): Cookie[]
  has(name: string): boolean
}
export declare class NextRequest extends Request { get cookies(): RequestCookies }
export declare class NextResponse<Body = unknown> extends Response {
  static json<T>(body: T, init?: ResponseInit): NextResponse<T>
  static redirect(url: string | URL, init?: number | ResponseInit): NextResponse<unknown>
}
`,
  react: `
export declare function cache<T extends Function>(callback: T): T
`,
  crypto: `
interface Hash { update(data: string | Uint8Array): Hash; digest(encoding: 'hex' | 'base64' | 'base64url'): string }
export declare function createHash(algorithm: string): Hash
export declare function createHmac(algorithm: string, key: string | Uint8Array): Hash
export declare function randomUUID(): \`\${string}-\${string}-\${string}-\${string}-\${string}\`
`,
}

const folder = '/stand-ins/'

/** Globals of Node.js, where `@types/node` is not installed. */
export const globalStandIn = `${folder}globals.d.ts`

const globals = `
declare var process: { env: { [name: string]: string | undefined } }
`

/** The file that stands in for a package that is not installed; null where there is none. */
export function standInFor(specifier: string): string | null {
  const name = specifier.replace(/^node:/, '').replace(/\.js$/, '')
  return Object.hasOwn(modules, name) ? `${folder}${name}.d.ts` : null
}

/** Whether a file of the program is one of ours. */
export function isStandIn(file: string): boolean {
  return file.startsWith(folder)
}

/** The text of a stand-in. */
export function standInText(file: string): string | undefined {
  return file === globalStandIn ? globals : modules[file.slice(folder.length, -'.d.ts'.length)]
}
