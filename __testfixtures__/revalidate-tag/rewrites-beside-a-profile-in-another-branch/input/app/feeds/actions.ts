'use server'

import { revalidateTag } from 'next/cache'

export async function publish(feed: string, isDraft: boolean) {
  if (isDraft) {
    revalidateTag(feed)
  } else {
    revalidateTag(feed, 'max')
  }
}

export async function sync(feed: string, isOwner: boolean) {
  if (isOwner) {
    revalidateTag(feed)
    return
  }
  revalidateTag(feed, 'max')
}
