const base = require('@acme/next-config')

module.exports = Object.assign({}, base, { reactStrictMode: true })
