'use server'

import { revalidateTag, updateTag } from 'next/cache'

export async function publish(feed: string, isDraft: boolean) {
  if (isDraft) {
    updateTag(feed)
  } else {
    revalidateTag(feed, 'max')
  }
}

export async function sync(feed: string, isOwner: boolean) {
  if (isOwner) {
    updateTag(feed)
    return
  }
  revalidateTag(feed, 'max')
}
