'use server'

import { updateTag } from 'next/cache'
import * as navigation from 'next/navigation'
import { redirect as go } from 'next/navigation'
import { expirePosts } from '../lib/cache'

export async function publish() {
  go('/posts')
  updateTag('posts')
}

export async function remove(id: string) {
  if (id === '') {
    navigation.notFound()
  } else {
    go('/posts')
  }
  expirePosts()
}

export async function rename(name: string) {
  if (name !== '') {
    return name
    updateTag('posts')
  }
  throw new Error('A post needs a name.')
  updateTag('names')
}
