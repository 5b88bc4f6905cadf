'use server'

import { updateTag } from 'next/cache'
import { newsTag, siteTag } from '@/lib/tags'

export async function save(id: string) {
  updateTag(newsTag(id))
  updateTag(siteTag('news'))
  updateTag('berths')
}
