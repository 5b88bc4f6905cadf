'use server'

const { updateTag } = require('next/cache')

export async function archiveBoard(id) {
  updateTag(`board:${id}`)
}
