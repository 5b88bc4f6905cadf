'use server'

import { updateTag } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { redirect as note } from '../lib/log'

export async function publish(id: string) {
  if (id === '') notFound()
  if (id === 'draft') {
    return
  }
  updateTag('posts')
  redirect('/posts')
}

export async function remove() {
  note('/posts')
  updateTag('posts')
  return again()

  function again() {
    updateTag('names')
  }
}

export async function rename(name: string) {
  try {
    if (name === '') throw new Error('A post needs a name.')
    return name
  } finally {
    updateTag('names')
  }
}
