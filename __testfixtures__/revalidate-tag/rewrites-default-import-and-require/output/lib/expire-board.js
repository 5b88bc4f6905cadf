const { revalidateTag } = require('next/cache')

module.exports.expireBoard = (id) => {
  revalidateTag(`board:${id}`, 'max')
}
