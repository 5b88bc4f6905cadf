const cache = require('next/cache')
const { expireBoard } = require('../../../lib/expire-board')

export async function POST(request) {
  expireBoard(await request.text())
  cache.revalidateTag('boards', 'max')
  require('next/cache').revalidateTag('columns', 'max')
  return new Response()
}
