'use server'

import { updateTag } from 'next/cache'
import { permanentRedirect, redirect } from 'next/navigation'

export async function publish(title: string) {
  try {
    if (title === '') throw new Error('A post needs a title.')
    updateTag('posts')
    redirect('/posts')
  } catch (error) {
    console.error(error)
    return { error: 'It could not be published.' }
  }
}

export async function move(slug: string) {
  updateTag('posts')
  try {
    permanentRedirect(`/posts/${slug}`)
  } catch {
    throw new Error('It could not be moved.')
  }
}
