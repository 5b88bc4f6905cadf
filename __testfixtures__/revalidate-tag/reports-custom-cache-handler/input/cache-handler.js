module.exports = class CacheHandler {
  async get() {
    return null
  }
  async set() {}
  async revalidateTag() {}
}
