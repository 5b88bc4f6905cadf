module.exports = (phase) => ({ distDir: phase, cacheComponents: true })
