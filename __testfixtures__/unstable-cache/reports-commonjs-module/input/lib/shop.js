const { unstable_cache } = require('next/cache')

const getShops = unstable_cache(async (country) => [country], ['shops'], { tags: ['shops'] })

module.exports = { getShops }
