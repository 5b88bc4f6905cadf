'use server'

import { prisma } from '../lib/db'

export async function createPost(title: string) {
  return prisma.post.create({ data: { title } })
}
