'use server'

import cache from 'next/cache'

export async function renameBoard(id) {
  cache.updateTag(`board:${id}`)
}
