const base = require('@acme/next-config')

const experimental = { cacheLife: { hourly: { revalidate: 3600 } } }
const nextConfig = { experimental }
nextConfig.experimental.cacheComponents = true

module.exports = process.env.PLAIN ? nextConfig : Object.assign({}, base, { experimental: { dynamicIO: false } })
