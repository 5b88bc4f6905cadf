import { revalidateTag } from 'next/cache'

export const expireAction = (tag: string) => async () => {
  'use server'
  revalidateTag(tag, { expire: 0 })
}
