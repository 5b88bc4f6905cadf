'use server'

import { revalidateTag } from 'next/cache'

function expireShelf(shelf: string) {
  revalidateTag(`shelf:${shelf}`)
}

export async function moveItem(shelf: string) {
  revalidateTag('moves')
  expireShelf(shelf)
}

export async function importShelf(shelf: string) {
  expireShelf(shelf)
}
