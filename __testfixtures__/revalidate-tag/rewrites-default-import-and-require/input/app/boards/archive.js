'use server'

const { revalidateTag } = require('next/cache')

export async function archiveBoard(id) {
  revalidateTag(`board:${id}`)
}
