module.exports = {
  cacheHandler: require.resolve('./cache-handler.js'),
}
