import type { revalidateTag } from 'next/cache'

export type Tag = Parameters<typeof revalidateTag>[0]

export type Entry = { tag: Tag }
