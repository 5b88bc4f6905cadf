const path = require('path')

module.exports = {
  webpack(config) {
    config.resolve.alias['@lib'] = path.join(__dirname, 'lib')
    return config
  },
}
