/** `next/cache` of 16.x, as far as types go: https://nextjs.org/docs/app/api-reference/functions/revalidateTag */
export const nextCache = `declare module 'next/cache' {
  export function revalidateTag(tag: string, profile: string | { expire?: number }): undefined
  export function updateTag(tag: string): undefined
  export function refresh(): void
  export function revalidatePath(originalPath: string, type?: 'layout' | 'page'): undefined
  export function cacheTag(...tags: string[]): void
  export function cacheLife(profile: string | { stale?: number; revalidate?: number; expire?: number }): void
  export function unstable_cacheTag(...tags: string[]): void
  export function unstable_cacheLife(profile: string | { stale?: number; revalidate?: number; expire?: number }): void
  export function unstable_noStore(): void
  export function unstable_cache<T extends (...args: any[]) => Promise<any>>(
    cb: T, keyParts?: string[], options?: { revalidate?: number | false; tags?: string[] },
  ): T
}
declare module 'next/cache.js' { export * from 'next/cache' }
`
