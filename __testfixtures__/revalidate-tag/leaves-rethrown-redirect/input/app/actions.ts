'use server'

import { updateTag } from 'next/cache'
import { redirect, unstable_rethrow } from 'next/navigation'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { answer } from '../lib/answer'

export async function publish() {
  try {
    updateTag('posts')
    redirect('/posts')
  } catch (error) {
    unstable_rethrow(error)
    return { error: 'It could not be published.' }
  }
}

export async function move() {
  try {
    updateTag('posts')
    redirect('/posts')
  } catch (error) {
    if (isRedirectError(error)) throw error
    return { error: 'It could not be moved.' }
  }
}

export async function rename() {
  try {
    updateTag('posts')
    redirect('/posts')
  } catch (error) {
    return answer(error)
  }
}

export async function remove() {
  let isRemoved = false
  try {
    updateTag('posts')
    isRemoved = true
  } catch (error) {
    console.error(error)
    redirect('/error')
  }
  if (isRemoved) redirect('/posts')
}

export async function restore() {
  try {
    updateTag('posts')
    redirect('/posts')
  } catch {
    redirect('/posts')
  }
}
