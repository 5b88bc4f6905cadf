'use server'

import cache from 'next/cache'

export async function renameBoard(id) {
  cache.revalidateTag(`board:${id}`)
}
