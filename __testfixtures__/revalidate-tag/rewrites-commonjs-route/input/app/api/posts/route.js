const { expirePosts } = require('../../../lib/posts')

async function POST() {
  expirePosts()
  return new Response(null)
}

module.exports = { POST }
