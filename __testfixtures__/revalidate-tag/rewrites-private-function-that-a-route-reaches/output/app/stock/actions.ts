'use server'

import { revalidateTag, updateTag } from 'next/cache'

function expireShelf(shelf: string) {
  revalidateTag(`shelf:${shelf}`, { expire: 0 })
}

export async function moveItem(shelf: string) {
  updateTag('moves')
  expireShelf(shelf)
}

export async function importShelf(shelf: string) {
  expireShelf(shelf)
}
