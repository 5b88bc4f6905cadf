const cache = require('next/cache')
const { expireBoard } = require('../../../lib/expire-board')

export async function POST(request) {
  expireBoard(await request.text())
  cache.revalidateTag('boards')
  require('next/cache').revalidateTag('columns')
  return new Response()
}
