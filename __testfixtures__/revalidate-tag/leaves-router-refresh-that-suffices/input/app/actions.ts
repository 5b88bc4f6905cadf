'use server'

import { updateTag } from 'next/cache'
import { cookies } from 'next/headers'
import { prisma } from '../lib/db'

export async function createPost(title: string) {
  const post = await prisma.post.create({ data: { title } })
  expire('posts')
  return post
}

function expire(tag: string) {
  updateTag(tag)
}

export async function signOut(id: string) {
  await prisma.session.delete({ where: { id } })
}

export async function countPosts() {
  return (await prisma.post.findMany()).length
}

export async function hideBanner(id: string) {
  await prisma.banner.update({ where: { id }, data: { hidden: true } })
}

export async function choosePosts(sort: string) {
  const store = await cookies()
  store.set('sort', sort)
}
