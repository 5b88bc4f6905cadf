'use server'

import { updateTag } from 'next/cache'
import type { Post } from '../../lib/posts'
import { postTags } from '../../lib/tags'

export async function publishPost(post: Post) {
  updateTag(postTags.list())
  updateTag(postTags.record(post.slug))
}

export async function renamePost(before: string, after: Post) {
  updateTag(postTags.list())
  updateTag(postTags.record(before))
  updateTag(postTags.record(after.slug))
}

export async function pinPost(slug: string) {
  updateTag(postTags.record(slug))
  updateTag(postTags.record('welcome'))
  updateTag(postTags.record(String(slug)))
}
